import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { completeOf } from '../../test/scaling-rows.js';
import { abilitiesOf, totalsGivenAbility } from './abilities.js';
import type { ItemScale } from './item-difficulties.js';
import { itemDifficulties } from './item-difficulties.js';
import { scoreCounts } from './score-counts.js';

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, value) => total + value, 0);

describe('totalsGivenAbility', () => {
  it('is the sum over all patterns', () => {
    const category = (points: number[], cumulative: number[]) => ({
      categories: points.map((point, a) => ({ half: point * 2, step: a, cumulative: cumulative[a] ?? 0 })),
    });
    fc.assert(
      fc.property(between(-3, 3), (ability) => {
        const items = [category([0, 1], [0, 0.4]), category([0, 1.5, 2], [0, -0.3, 1]), category([1], [0])];
        const expected = new Float64Array(9);
        const chances = items.map(({ categories }) => {
          const weights = categories.map(({ step, cumulative }) => Math.exp(step * ability - cumulative));
          return weights.map((weight) => weight / sum(weights));
        });
        [0, 1].forEach((a) => {
          [0, 1, 2].forEach((b) => {
            const half = (items[0]?.categories[a]?.half ?? 0) + (items[1]?.categories[b]?.half ?? 0) + 2;
            expected[half] = (expected[half] ?? 0) + (chances[0]?.[a] ?? 0) * (chances[1]?.[b] ?? 0);
          });
        });
        const found = totalsGivenAbility(items, ability);
        expect(found).toHaveLength(9);
        found.forEach((value, half) => {
          expect(value).toBeCloseTo(expected[half] ?? 9, 13);
        });
      }),
    );
  });

  it('is certain of 0 without items', () => {
    expect([...totalsGivenAbility([], 1)]).toEqual([1]);
  });
});

/** Two items of one point, equally hard. */
const scale = (() => {
  const counts = scoreCounts(
    completeOf([
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]),
  );
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  const found = itemDifficulties(counts);
  if (found.kind === 'not-scaled') throw new Error(found.reason);
  return found satisfies ItemScale;
})();

describe('abilitiesOf', () => {
  it('puts all pupils at the ability that makes their total the likeliest', () => {
    const { n, grid } = abilitiesOf(scale, [0, 0, 7]);
    expect(n).toBe(7);
    expect(grid).toHaveLength(161);
    expect(sum(grid.map(({ share }) => share))).toBeCloseTo(1, 9);
    expect(sum(grid.map(({ share, ability }) => share * ability))).toBeCloseTo(0, 6);
    // One of two points is the likeliest at ability 0, for the half of pupils there.
    const middle = grid[80];
    expect(middle?.ability).toBeCloseTo(0, 12);
    expect(middle?.trueTotal).toBeCloseTo(1, 12);
    expect(middle?.errorVariance).toBeCloseTo(0.5, 12);
    expect([...(middle?.totals ?? [])].map((value) => Number(value.toFixed(9)))).toEqual([
      0.25, 0, 0.5, 0, 0.25,
    ]);
    // More of them than of the normal start (0.38) are near: pupils of other abilities would have other totals.
    const near = grid.filter(({ ability }) => Math.abs(ability) < 1.01);
    expect(sum(near.map(({ share }) => share))).toBeGreaterThan(0.8);
  });

  it('explains a histogram that the model can give', () => {
    // Half of the pupils at −1, half at 1.
    const low = totalsGivenAbility(scale.items, -1);
    const high = totalsGivenAbility(scale.items, 1);
    const wanted = Array.from(low, (value, total) => 500 * (value + (high[total] ?? 0)));
    const { grid } = abilitiesOf(scale, wanted);
    wanted.forEach((pupils, total) => {
      const fitted = sum(grid.map(({ share, totals }) => share * (totals[total] ?? 0)));
      expect(fitted).toBeCloseTo(pupils / 1000, 2);
    });
  });

  it('refuses nobody and totals that cannot be', () => {
    expect(() => abilitiesOf(scale, [])).toThrow('abilitiesOf requires at least one pupil');
    expect(() => abilitiesOf(scale, [0, 1])).toThrow('abilitiesOf requires totals that the work can give');
    expect(() => abilitiesOf(scale, [0, 0, 0, 0, 0, 0, 1])).toThrow('abilitiesOf requires totals');
  });
});
