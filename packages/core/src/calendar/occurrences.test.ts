import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesByHand } from '../../test/oracle/calendar-by-hand.js';
import { deadlines, PLAN, rules, windows } from '../../test/oracle/calendar-deadlines.js';
import type { RecurringDeadline } from './deadline.js';
import { toLocalDate } from './local-date.js';
import { occurrences } from './occurrences.js';
import { parseDeadline } from './parse-deadline.js';

const stretch = fc
  .tuple(fc.integer({ min: 19_700, max: 20_700 }), fc.integer({ min: 0, max: 1100 }))
  .map(([from, length]) => ({ from: toLocalDate(from), to: toLocalDate(from + length), schoolYear: PLAN }));

const year = { from: '2024-09-01', to: '2025-08-31', schoolYear: PLAN };
const of = (phrase: string, options = year) =>
  occurrences(parseDeadline(phrase, { schoolYear: options.schoolYear }).deadline, options);

describe('occurrences', () => {
  it('gives the days that a day-by-day calendar gives', () => {
    fc.assert(
      fc.property(rules, fc.option(windows, { nil: undefined }), stretch, (rule, window, options) => {
        const deadline: RecurringDeadline = {
          kind: 'recurring',
          raw: '',
          rule,
          ...(window === undefined ? {} : { window }),
        };
        const dues = [...new Set(occurrences(deadline, options).map(({ due }) => due))];
        const from = window?.start !== undefined && window.start > options.from ? window.start : options.from;
        const to = window?.end !== undefined && window.end < options.to ? window.end : options.to;
        expect(dues, JSON.stringify(rule)).toEqual(duesByHand(rule, from, to, 2024));
      }),
      { numRuns: 1500 },
    );
  });

  it('is in order, without repetition, and inside the stretch', () => {
    fc.assert(
      fc.property(deadlines, stretch, (deadline, options) => {
        const all = occurrences(deadline, options);
        expect(new Set(all.map((each) => `${each.start} ${each.due}`)).size).toBe(all.length);
        all.forEach(({ start, due }, index) => {
          expect(due >= options.from && due <= options.to).toBe(true);
          expect(start === undefined || (start <= due && start >= options.from)).toBe(true);
          expect((all[index - 1]?.due ?? '') <= due).toBe(true);
        });
      }),
    );
  });

  it('of a longer stretch are those of its parts', () => {
    fc.assert(
      fc.property(deadlines, stretch, fc.integer({ min: 0, max: 1100 }), (deadline, options, cut) => {
        const days = occurrences(deadline, options).map(({ due }) => due);
        const middle = toLocalDate(19_700 + cut);
        if (middle < options.from || middle >= options.to) return;
        const next = toLocalDate(19_701 + cut);
        const before = occurrences(deadline, { ...options, to: middle }).map(({ due }) => due);
        const after = occurrences(deadline, { ...options, from: next }).map(({ due }) => due);
        expect([...before, ...after]).toEqual(days);
      }),
    );
  });

  it('starts in the stretch even where a week began before it', () => {
    expect(of('еженедельно')[0]).toEqual({ start: '2024-09-01', due: '2024-09-01' });
    expect(of('еженедельно')[1]).toEqual({ start: '2024-09-02', due: '2024-09-08' });
  });

  it('takes the last day of a month that has no day 31', () => {
    expect(of('до 31 числа каждого месяца').map(({ due }) => due.slice(5))).toEqual(
      '09-30 10-31 11-30 12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31'.split(' '),
    );
  });

  it('names a day once, though two windows of the year end on it', () => {
    expect(of('ежегодно до 28 февраля и до 29 февраля')).toEqual([{ due: '2025-02-28' }]);
    const leap = { ...year, from: '2028-02-01', to: '2028-02-29' };
    expect(of('ежегодно до 28 февраля и до 29 февраля', leap)).toEqual([
      { due: '2028-02-28' },
      { due: '2028-02-29' },
    ]);
  });

  it('skips months without a fifth Friday', () => {
    expect(of('пятая пятница каждого месяца').map(({ due }) => due)).toEqual([
      '2024-11-29',
      '2025-01-31',
      '2025-05-30',
      '2025-08-29',
    ]);
  });

  it('divides a month for what happens twice in it', () => {
    const november = { ...year, from: '2024-11-01', to: '2024-11-30' };
    expect(of('2 раза в месяц', november)).toEqual([
      { start: '2024-11-01', due: '2024-11-15' },
      { start: '2024-11-16', due: '2024-11-30' },
    ]);
  });

  it('counts every second month from September of the plan', () => {
    expect(of('1 раз в 2 месяца')[0]).toEqual({ start: '2024-09-01', due: '2024-10-31' });
  });

  it('follows the calendar of the school', () => {
    const own = {
      id: 'own',
      schoolYear: PLAN,
      scheme: ['trimesters'] as const,
      start: '2024-09-02',
      end: '2025-05-30',
      periods: [
        { kind: 'trimester', number: 1, start: '2024-09-02', end: '2024-11-15' },
        { kind: 'trimester', number: 2, start: '2024-11-25', end: '2025-02-21' },
        { kind: 'trimester', number: 3, start: '2025-03-03', end: '2025-05-30' },
      ] as const,
      breaks: [],
      source: 'order of the school',
      verification: 'verified',
    } as const;
    const options = { ...year, calendars: [own] };
    const { deadline } = parseDeadline('по итогам каждого триместра', { schoolYear: PLAN });
    expect(occurrences(deadline, options)).toEqual([
      { due: '2024-11-15' },
      { due: '2025-02-21' },
      { due: '2025-05-30' },
    ]);
    const quarters = parseDeadline('1 раз в четверть', { schoolYear: PLAN }).deadline;
    expect(occurrences(quarters, options)).toEqual([]);
  });
});
