import { describe, expect, it } from 'vitest';
import type { DueOptions } from './due-state.js';
import { dueState, evidenceDue, nextDue } from './due-state.js';
import { parseDeadline } from './parse-deadline.js';

const schoolYear = '2024/2025';
const read = (phrase: string) => parseDeadline(phrase, { schoolYear }).deadline;
const state = (phrase: string, asOf: string, done?: DueOptions['done']) =>
  dueState(read(phrase), { asOf, schoolYear, ...(done === undefined ? {} : { done }) });

describe('dueState', () => {
  it('counts the last day as in time', () => {
    expect(state('до 25.12.', '2024-12-25')).toBe('due');
    expect(state('до 25.12.', '2024-12-26')).toBe('overdue');
    expect(state('октябрь', '2024-09-30')).toBe('not-yet');
    expect(state('октябрь', '2024-10-01')).toBe('due');
    expect(state('октябрь', '2024-10-31')).toBe('due');
    expect(state('октябрь', '2024-11-01')).toBe('overdue');
  });

  it('is done by any day up to today', () => {
    expect(state('октябрь', '2024-11-01', ['2024-09-20'])).toBe('done');
    expect(state('октябрь', '2024-11-01', ['2024-11-02'])).toBe('overdue');
    expect(state('октябрь', '2024-11-01', true)).toBe('done');
    expect(state('октябрь', '2024-11-01', false)).toBe('overdue');
  });

  it('asks a recurring measure for every occurrence', () => {
    const phrase = 'один раз в четверть';
    expect(state(phrase, '2024-09-01')).toBe('not-yet');
    expect(state(phrase, '2024-10-01')).toBe('due');
    expect(state(phrase, '2024-10-01', ['2024-09-15'])).toBe('done');
    expect(state(phrase, '2024-10-30')).toBe('overdue');
    expect(state(phrase, '2024-10-30', ['2024-09-15'])).toBe('done');
    expect(state(phrase, '2024-11-10', ['2024-09-15'])).toBe('due');
    expect(state(phrase, '2025-01-05', ['2024-09-15'])).toBe('overdue');
    expect(state(phrase, '2025-01-05', ['2024-09-15', '2025-01-04'])).toBe('done');
  });

  it('counts from the day after the occurrence before where a start is unknown', () => {
    const phrase = 'до 5 числа каждого месяца';
    expect(state(phrase, '2024-10-06', ['2024-09-05'])).toBe('overdue');
    expect(state(phrase, '2024-10-06', ['2024-09-06'])).toBe('due');
    expect(state(phrase, '2024-10-06', ['2024-10-06'])).toBe('due');
    expect(state(phrase, '2024-10-06', ['2024-10-01', '2024-10-06'])).toBe('done');
  });

  it('is done when all dates of a list are past and served', () => {
    const phrase = 'сентябрь, май';
    expect(state(phrase, '2025-07-01', ['2024-09-10', '2025-05-20'])).toBe('done');
    expect(state(phrase, '2025-07-01', ['2024-09-10'])).toBe('overdue');
    expect(state('(первичный, промежуточный, итоговый)', '2025-07-01', ['2024-09-10'])).toBe('undated');
  });

  it('asks ongoing measures for a confirmation in every half-year and never calls them overdue', () => {
    expect(state('постоянно', '2030-01-01')).toBe('confirm');
    expect(state('постоянно', '2024-12-01', ['2024-10-01'])).toBe('done');
    expect(state('постоянно', '2025-01-20', ['2024-10-01'])).toBe('confirm');
    expect(state('с 1 октября', '2024-09-20')).toBe('not-yet');
    expect(state('с 1 октября', '2025-03-01')).toBe('confirm');
  });

  it('has no state without a sure date', () => {
    for (const phrase of ['к педсовету', 'по графику', 'осень 2024', '', 'по мере необходимости']) {
      expect(state(phrase, '2030-01-01')).toBe('undated');
      expect(state(phrase, '2030-01-01', ['2029-01-01'])).toBe('done');
    }
  });
});

describe('nextDue and evidenceDue', () => {
  const options = { asOf: '2024-11-01', schoolYear };

  it('names the next day, today included', () => {
    expect(nextDue(read('сентябрь, декабрь, май'), options)).toBe('2024-12-31');
    expect(nextDue(read('до 1 ноября'), options)).toBe('2024-11-01');
    expect(nextDue(read('до 31 октября'), options)).toBeUndefined();
    expect(nextDue(read('постоянно'), options)).toBeUndefined();
    expect(nextDue(read('2025–2035 годы'), options)).toBe('2035-12-31');
  });

  it('names the end of the half-year for what goes on all the time', () => {
    expect(evidenceDue(read('постоянно'), options)).toBe('2024-12-28');
    expect(evidenceDue(read('с 1 февраля'), options)).toBe('2025-05-26');
    expect(evidenceDue(read('ежемесячно'), options)).toBe('2024-11-30');
    expect(evidenceDue(read('постоянно, до 1 декабря 2024 г.'), options)).toBe('2024-12-01');
    expect(evidenceDue(read('по графику'), options)).toBeUndefined();
  });
});
