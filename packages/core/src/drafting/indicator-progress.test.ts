import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import type { Assessment } from '../assessment/index.js';
import { known } from '../foundation/index.js';
import type { Indicator } from '../road-map/index.js';
import { fillIndicators, progressOf, recordValues } from './indicator-progress.js';

const indicator: Indicator = {
  id: 'i1',
  name: 'Решаемость задания 3',
  unit: 'share',
  baseline: { value: 0.4, n: 60, low: 0.28, high: 0.53, source: 'w-2025' },
  target: { comparator: 'atLeast', value: 0.53, of: 'value' },
  figure: {
    table: 'solve-rates',
    assessment: 'w-2025',
    level: 'school',
    unit: 's1',
    item: '3',
    figure: 'solve_rate',
  },
};

describe('progressOf', () => {
  it.each([
    [{ value: 0.7, n: 60, low: 0.58, high: 0.8 }, 'reached'],
    [{ value: 0.41, n: 60, low: 0.29, high: 0.52 }, 'not-reached'],
    [{ value: 0.55, n: 60, low: 0.43, high: 0.67 }, 'undetermined'],
    [{ value: 0.9, n: 9, low: 0.6, high: 1 }, 'too-few'],
    [{ value: 0.9, n: 10, low: 0.6, high: 1 }, 'reached'],
    [undefined, 'no-value'],
  ])('of %j is %s', (value, expected) => {
    expect(progressOf(indicator, value)).toBe(expected);
  });

  it('knows nothing without a target, and compares nothing over a break', () => {
    const { target: _, ...without } = indicator;
    expect(progressOf(without, { value: 1, n: 50 })).toBe('no-target');
    expect(progressOf(indicator, { value: 1, n: 50 }, false)).toBe('series-break');
  });

  it('adds a growth to the baseline as it is meant: of itself, or in points', () => {
    const grown = (of: 'relativeChange' | 'pointChange', value: number) =>
      progressOf({ ...indicator, target: { comparator: 'atLeast', value: 0.1, of } }, { value, n: 100 });
    expect(grown('relativeChange', 0.441)).toBe('reached');
    expect(grown('pointChange', 0.441)).toBe('not-reached');
    expect(grown('pointChange', 0.501)).toBe('reached');
  });

  it('takes limits from above and exact aims', () => {
    const atMost: Indicator = {
      ...indicator,
      unit: 'count',
      target: { comparator: 'atMost', value: 0, of: 'value' },
    };
    expect(progressOf(atMost, { value: 0, n: 30 })).toBe('reached');
    expect(progressOf(atMost, { value: 2, n: 30 })).toBe('not-reached');
    const exactly: Indicator = { ...indicator, target: { comparator: 'exactly', value: 1, of: 'value' } };
    expect(progressOf(exactly, { value: 1 })).toBe('reached');
    expect(progressOf(exactly, { value: 0.9 })).toBe('not-reached');
    expect(progressOf(exactly, { value: 0.9, low: 0.8, high: 1 })).toBe('undetermined');
  });
});

describe('fillIndicators', () => {
  const assessment = (id: string, schoolYear: string, maxPoints = 1): Assessment => ({
    id,
    programme: 'ВПР',
    subject: 'Математика',
    grade: 5,
    schoolYear,
    items: [{ id: '3', maxPoints, section: 'Дроби' }],
  });
  const plan = aPlan([aMeasure('m1', { indicators: [indicator] })]);
  const before = [assessment('w-2025', '2024/2025')];
  const results = (after: readonly Assessment[]) => ({
    assessments: after,
    figureOf: ({ key }: { key: string }) =>
      key.startsWith('w-2026|school|s1|3')
        ? known(0.7, 60, { low: 0.58, high: 0.8, method: 'wilson' })
        : undefined,
    date: '2026-05-20',
    checkpoint: 'Итог',
  });

  it('takes the next work of the subject and keeps the value in the record', () => {
    const filled = fillIndicators(plan, before, results([assessment('w-2026', '2025/2026')]));
    expect(filled).toMatchObject([
      { progress: 'reached', entry: { value: 0.7, n: 60, source: 'w-2026', checkpoint: 'Итог' } },
    ]);
    expect(recordValues(plan, filled).record?.values).toHaveLength(1);
  });

  it('says that the series breaks where the item is another one', () => {
    const filled = fillIndicators(plan, before, results([assessment('w-2026', '2025/2026', 2)]));
    expect(filled).toMatchObject([{ progress: 'series-break', entry: { value: 0.7 } }]);
  });

  it('has no value where nothing newer is there', () => {
    expect(fillIndicators(plan, before, results(before))).toMatchObject([{ progress: 'no-value' }]);
    expect(fillIndicators(plan, [], results([assessment('w-2026', '2025/2026')]))).toMatchObject([
      { progress: 'no-value' },
    ]);
  });
});
