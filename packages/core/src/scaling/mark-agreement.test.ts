import { describe, expect, it } from 'vitest';
import type { Figure } from '../foundation/figure.js';
import type { Abilities } from './abilities.js';
import { markAgreement } from './mark-agreement.js';

/** A quarter of the pupils has totals of 0 and 1, the others 1 and 2; index = half points. */
const ABILITIES: Abilities = {
  n: 80,
  grid: [
    {
      ability: -1,
      share: 0.25,
      totals: Float64Array.of(0.9, 0, 0.1, 0, 0),
      trueTotal: 0.1,
      errorVariance: 0.09,
    },
    {
      ability: 1,
      share: 0.75,
      totals: Float64Array.of(0, 0, 0.4, 0, 0.6),
      trueTotal: 1.6,
      errorVariance: 0.24,
    },
  ],
};
const estimate = (figure: Figure | undefined) => (figure?.kind === 'known' ? figure.estimate : Number.NaN);

describe('markAgreement', () => {
  it('sums over abilities', () => {
    const found = markAgreement(ABILITIES, [
      { mark: 2, min: 0 },
      { mark: 3, min: 1 },
      { mark: 4, min: 2 },
    ]);
    expect(estimate(found.consistency)).toBeCloseTo(0.25 * 0.82 + 0.75 * 0.52, 12);
    // The true totals 0.1 and 1.6 have the marks 2 and 3.
    expect(estimate(found.accuracy)).toBeCloseTo(0.25 * 0.9 + 0.75 * 0.4, 12);
    const chance = 0.225 ** 2 + 0.325 ** 2 + 0.45 ** 2;
    expect(estimate(found.kappa)).toBeCloseTo((0.595 - chance) / (1 - chance), 12);
    expect(found.consistency).toMatchObject({ n: 80 });
  });

  it('looks at each border alone', () => {
    const { borders } = markAgreement(ABILITIES, [
      { mark: 3, min: 1 },
      { mark: 4, min: 2 },
    ]);
    expect(borders.map(({ mark, min }) => [mark, min])).toEqual([
      [3, 1],
      [4, 2],
    ]);
    expect(estimate(borders[0]?.consistency)).toBeCloseTo(0.25 * 0.82 + 0.75, 12);
    expect(estimate(borders[0]?.accuracy)).toBeCloseTo(0.25 * 0.9 + 0.75, 12);
    expect(estimate(borders[1]?.consistency)).toBeCloseTo(0.25 + 0.75 * 0.52, 12);
    expect(estimate(borders[1]?.accuracy)).toBeCloseTo(0.25 + 0.75 * 0.4, 12);
    expect(borders[1]?.accuracy).toMatchObject({ n: 80 });
  });

  it('takes totals below every border for a mark of their own', () => {
    const whole = markAgreement(ABILITIES, [{ mark: 4, min: 1 }]);
    expect(estimate(whole.consistency)).toBeCloseTo(0.25 * 0.82 + 0.75, 12);
    expect(estimate(whole.accuracy)).toBeCloseTo(0.25 * 0.9 + 0.75, 12);
  });

  it('has no kappa where all are certain of one mark', () => {
    const found = markAgreement(ABILITIES, [{ mark: 3, min: 0 }]);
    expect(estimate(found.consistency)).toBeCloseTo(1, 12);
    expect(estimate(found.accuracy)).toBeCloseTo(1, 12);
    expect(found.kappa).toEqual({ kind: 'missing', reason: 'no-variation', n: 80 });
  });
});
