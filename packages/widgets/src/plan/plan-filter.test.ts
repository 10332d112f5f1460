import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/sample-plan.js';
import { MEASURE_STATES } from './measure-state.js';
import { monthsIn, monthsOf } from './more/months-of.js';
import type { PlanFilter } from './plan-filter.js';
import { fallsIn, filterPlan } from './plan-filter.js';

const TODAY = '2025-10-15';
const plan = aPlan([
  aMeasure('a', {
    section: 's1',
    cells: ['1', 'Совещание о зачётах'],
    responsible: ['Отдел'],
    end: '2025-10-01',
  }),
  aMeasure('b', {
    section: 's1-1',
    cells: ['2', 'Самодиагностика учителей'],
    responsible: ['Школы', 'Отдел'],
    audience: ['учителя'],
  }),
  aMeasure('c', {
    cells: ['3', 'Консультации'],
    start: '2025-11-01',
    end: '2026-01-31',
    audience: ['родители'],
  }),
]);

const ids = (filter: PlanFilter) => filterPlan(plan, filter, TODAY).map(({ id }) => id);

describe('filterPlan', () => {
  it('finds words in any order, whatever their case and ё', () => {
    expect(ids({ query: '  ЗАЧЕТАХ совещание ' })).toEqual(['a']);
    expect(ids({ query: 'совещание консультации' })).toEqual([]);
  });

  it('takes the sections inside a section', () => {
    expect(ids({ section: 's1' })).toEqual(['a', 'b']);
    expect(ids({ section: 's1-1' })).toEqual(['b']);
  });

  it('filters by party, audience, state and month', () => {
    expect(ids({ responsible: 'Отдел' })).toEqual(['a', 'b']);
    expect(ids({ audience: 'родители' })).toEqual(['c']);
    expect(ids({ state: 'overdue' })).toEqual(['a']);
    expect(ids({ month: '2025-12' })).toEqual(['c']);
    expect(ids({ month: '2025-10' })).toEqual(['a']);
  });

  it('lets fewer through the more is asked', () => {
    const part = fc.record(
      {
        query: fc.constantFrom('', 'о', 'самодиагностика', 'нет такого'),
        section: fc.constantFrom('', 's1', 's1-1', 'x'),
        state: fc.constantFrom(...MEASURE_STATES),
        month: fc.constantFrom('', ...monthsIn(plan)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(part, part, (one, other) => {
        const both = ids({ ...one, ...other });
        const first = ids(other);
        for (const id of both) expect(first).toContain(id);
      }),
    );
  });
});

describe('months', () => {
  it('are those that are named, and for views all between', () => {
    expect(monthsIn(plan)).toEqual(['2025-10', '2025-11', '2026-01']);
    expect(monthsOf(plan)).toEqual(['2025-10', '2025-11', '2025-12', '2026-01']);
    expect(monthsOf(aPlan([]))).toEqual([]);
  });

  it('never grow without end', () => {
    expect(monthsOf(aPlan([aMeasure('a', { start: '0001-01-01', end: '9999-12-31' })]))).toHaveLength(48);
  });

  it('count occurrences, not the stretch around them', () => {
    const measure = aMeasure('a', {
      start: '2025-09-01',
      end: '2026-05-31',
      days: [{ start: '2025-10-25', end: '2025-10-31' }],
    });
    expect(fallsIn(measure, '2025-10')).toBe(true);
    expect(fallsIn(measure, '2025-11')).toBe(false);
  });
});
