import { describe, expect, it } from 'vitest';
import { aMeasure } from '../../test/sample-plan.js';
import { nextDay, stateOf } from './measure-state.js';

describe('stateOf', () => {
  it.each([
    ['nothing is known', {}, 'undated'],
    ['a passed day', { kind: 'date', end: '2025-10-14' }, 'overdue'],
    ['the day itself', { kind: 'date', end: '2025-10-15' }, 'due'],
    ['a day far away', { kind: 'date', end: '2026-05-01' }, 'later'],
    ['a day in a month', { kind: 'date', end: '2025-11-15' }, 'due'],
    ['a stretch that has begun', { kind: 'range', start: '2025-10-15', end: '2026-05-01' }, 'due'],
    ['a stretch to come', { kind: 'range', start: '2025-10-16', end: '2025-10-20' }, 'later'],
    ['a passed stretch', { kind: 'range', start: '2025-09-01', end: '2025-09-30' }, 'overdue'],
    ['a recurring one whose window has passed', { kind: 'recurring', end: '2025-09-30' }, 'repeats'],
    ['an ongoing one', { kind: 'ongoing' }, 'repeats'],
    ['a mark against a passed day', { kind: 'date', end: '2025-10-01', status: 'done' }, 'done'],
    [
      'a plan that was only marked as planned',
      { kind: 'date', end: '2025-10-01', status: 'planned' },
      'overdue',
    ],
    ['a code that nobody knows', { kind: 'date', end: '2025-10-01', status: 'x' }, 'overdue'],
  ] as const)('%s', (_, facts, state) => {
    expect(stateOf(aMeasure('a', facts), '2025-10-15')).toBe(state);
  });
});

describe('nextDay', () => {
  it('is the first that has not passed', () => {
    const days = ['2025-09-30', '2025-10-31'].map((day) => ({ start: day, end: day }));
    expect(nextDay(aMeasure('a', { days }), '2025-10-01')).toBe('2025-10-31');
    expect(nextDay(aMeasure('a', { days, end: '2025-12-31' }), '2025-11-01')).toBe('2025-12-31');
    expect(nextDay(aMeasure('a', {}), '2025-11-01')).toBeUndefined();
  });
});
