import type { SchoolPassport } from '@orientir/core/context';
import { contextOf } from '@orientir/core/context';
import type { Figure } from '@orientir/core/foundation';
import { known, missing } from '@orientir/core/foundation';
import { add, empty, summarise } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../../test/sample-block.js';
import { checkQuadrantData, contextQuadrant, quadrantHtml } from './index.js';

const work = {
  id: 'w',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: [{ id: '1', maxPoints: 1 }],
};
const ids = Array.from({ length: 9 }, (_, i) => `s${i + 1}`);
const summaries = summarise(
  add(
    empty(),
    sampleBlock(
      work,
      ids.map((id, i) => ({ id, n: 30, low: 2 + 3 * i })),
    ),
  ),
);
const passports = ids.map(
  (school, i): SchoolPassport => ({
    school,
    pupils: 100,
    indicators: new Map(
      ['higher_education', 'single_parent', 'unemployed', 'on_registers'].map((id) => [
        id,
        known((id === 'higher_education' ? 9 - i : i) / 20, 100),
      ]),
    ),
  }),
);
/** Narrow intervals, so that what is low and high is plain; `s5` has none, and `s6` no share. */
const shares = new Map<string, Figure>(
  ids.map((id, i) => [
    id,
    id === 's6'
      ? missing('no-marks', 30)
      : id === 's5'
        ? known(0.5, 30)
        : known((i + 1) / 10, 30, { low: (i + 1) / 10, high: (i + 1) / 10 + 0.001, method: 'wilson' }),
  ]),
);
const options = { unitName: 'Район', measure: 'quality', shares, contextName: 'Индекс' } as const;

describe('contextQuadrant', () => {
  it('sets shares of one work beside conditions, chance considered', () => {
    const context = contextOf(summaries, passports);
    const data = contextQuadrant(context, { ...options, names: new Map([['s1', 'СОШ № 1']]) });
    expect(checkQuadrantData(JSON.parse(JSON.stringify(data)))).toEqual({ kind: 'data', data });
    if (data === undefined) throw new Error('no data');
    expect(data.schools[0]).toMatchObject({ id: 's1', name: 'СОШ № 1', share: 0.1, n: 30, result: 'low' });
    // Eight shares: two below the border of the lower third, two from the border of the upper one on.
    expect(data.borders).toEqual({ lowBelow: 0.3, highFrom: 0.8 });
    expect(data.schools.map(({ result }) => result)).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'undetermined',
      'undetermined',
      'middle',
      'high',
      'high',
    ]);
    expect(data.schools[5]).toMatchObject({ reason: 'no-marks' });
    const hard = context.schools
      .filter(({ quadrant }) => quadrant?.hard === true)
      .map(({ school }) => school);
    expect(hard.length).toBeGreaterThan(0);
    const beyond = data.schools.filter(({ context: of = -9 }) => of >= data.context.hardFrom);
    expect(beyond.map(({ id }) => id)).toEqual(hard);
    expect(quadrantHtml(data, 'ru')).not.toMatch(/undefined|NaN/);
  });

  it('is absent where nothing is hard, or too few schools have a share', () => {
    expect(contextQuadrant(contextOf(summaries, []), options)).toBeUndefined();
    const two = new Map([...shares].slice(0, 2));
    expect(contextQuadrant(contextOf(summaries, passports), { ...options, shares: two })).toBeUndefined();
  });
});
