import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/foundation/figure.js';
import type { Abilities } from '../../src/scaling/index.js';
import {
  abilitiesOf,
  binomialErrorsByTotal,
  errorsByTotal,
  itemDifficulties,
  markAgreement,
  scoreCounts,
} from '../../src/scaling/index.js';
import { alpha, workMoments } from '../../src/solve-rates/index.js';
import { standardDeviation } from '../../src/statistics/moments.js';
import { completeOf } from '../scaling-rows.js';
import { answer, categoryWeights, normalNumbers, randomNumbers } from '../simulated-work.js';

const estimate = (figure: Figure | undefined) => (figure?.kind === 'known' ? figure.estimate : Number.NaN);
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, value) => total + value, 0);

/** Two equal works of the same pupils; the second serves only to check what the first one foretells. */
function twoForms(thresholds: readonly (readonly number[])[], pupils: number, seed: number, skewed = false) {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  const abilities = Array.from({ length: pupils }, () =>
    skewed ? Math.abs(normal()) * 1.6 - 1 : 1.1 * normal(),
  );
  const form = () => abilities.map((ability) => answer(thresholds, ability, random));
  const [first, second] = [form(), form()];
  const trueTotals = abilities.map((ability) =>
    sum(
      thresholds.map((steps) => {
        const weights = categoryWeights(steps, ability);
        return sum(weights.map((weight, points) => weight * points)) / sum(weights);
      }),
    ),
  );
  return { first, second, trueTotals };
}

function abilitiesFrom(rows: readonly (readonly number[])[]): Abilities {
  const counts = scoreCounts(completeOf(rows));
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  const scale = itemDifficulties(counts);
  if (scale.kind === 'not-scaled') throw new Error(scale.reason);
  return abilitiesOf(scale, counts.histogram);
}

const WORK = [
  [-1.5],
  [-1],
  [-0.8, 0.2],
  [-0.2],
  [0],
  [0.3, 0.9],
  [0.5],
  [0.8],
  [-0.5, 0.6, 1.2],
  [1.3],
  [-2],
  [1.8],
];
const MAX = 16;
const MARKS = [
  { mark: 2, min: 0 },
  { mark: 3, min: 6 },
  { mark: 4, min: 9 },
  { mark: 5, min: 13 },
];
const markOf = (total: number) =>
  MARKS.reduce((mark, border) => (total >= border.min ? border.mark : mark), 0);

describe('abilitiesOf', () => {
  it('explains the histogram, mean and spread', () => {
    const { first } = twoForms(WORK, 10_000, 1, true);
    const { grid, n } = abilitiesFrom(first);
    expect(n).toBe(10_000);
    expect(sum(grid.map(({ share }) => share))).toBeCloseTo(1, 9);
    const work = workMoments(completeOf(first));
    const fitted = Array.from({ length: MAX + 1 }, (_, total) =>
      sum(grid.map(({ share, totals }) => share * (totals[total * 2] ?? 0))),
    );
    fitted.forEach((share, total) => {
      expect(Math.abs(share - (work.histogram[total * 2] ?? 0) / n)).toBeLessThan(0.015);
    });
    const mean = sum(grid.map(({ share, trueTotal }) => share * trueTotal));
    expect(mean).toBeCloseTo(work.total.sum / n, 1);
    const variance = sum(grid.map((at) => at.share * (at.errorVariance + (at.trueTotal - mean) ** 2)));
    expect(Math.sqrt(variance)).toBeCloseTo(standardDeviation(work.total), 1);
  });
});

describe('markAgreement', () => {
  for (const [name, skewed, pupils] of [
    ['normal', false, 40_000],
    ['skewed', true, 40_000],
  ] as const) {
    it(`foretells within 0.01 how many get the same mark twice: ${name} abilities`, () => {
      const { first, second, trueTotals } = twoForms(WORK, pupils, 20, skewed);
      const found = markAgreement(abilitiesFrom(first), MARKS);
      const [one, two] = [first.map((row) => sum(row)), second.map((row) => sum(row))];
      const share = (of: (pupil: number) => boolean) => one.filter((_, pupil) => of(pupil)).length / pupils;
      const same = share((pupil) => markOf(one[pupil] ?? 0) === markOf(two[pupil] ?? 0));
      expect(Math.abs(estimate(found.consistency) - same)).toBeLessThan(0.01);
      const right = share((pupil) => markOf(one[pupil] ?? 0) === markOf(trueTotals[pupil] ?? 0));
      expect(Math.abs(estimate(found.accuracy) - right)).toBeLessThan(0.01);
      found.borders.slice(1).forEach(({ min, consistency, accuracy }) => {
        const sameSide = share((pupil) => (one[pupil] ?? 0) >= min === (two[pupil] ?? 0) >= min);
        const rightSide = share((pupil) => (one[pupil] ?? 0) >= min === (trueTotals[pupil] ?? 0) >= min);
        expect(Math.abs(estimate(consistency) - sameSide)).toBeLessThan(0.01);
        expect(Math.abs(estimate(accuracy) - rightSide)).toBeLessThan(0.01);
      });
      const chance = sum([2, 3, 4, 5].map((mark) => share((pupil) => markOf(one[pupil] ?? 0) === mark) ** 2));
      expect(Math.abs(estimate(found.kappa) - (same - chance) / (1 - chance))).toBeLessThan(0.02);
    });
  }
});

describe('errorsByTotal', () => {
  it('is how far a second total lies from the true one', () => {
    const { first, second, trueTotals } = twoForms(WORK, 60_000, 31);
    const { method, byTotal } = errorsByTotal(abilitiesFrom(first));
    expect(method).toBe('partial-credit');
    expect(byTotal).toHaveLength(2 * MAX + 1);
    for (let total = 0; total <= MAX; total++) {
      const pupils = first.flatMap((row, pupil) => (sum(row) === total ? [pupil] : []));
      const squares = pupils.map((pupil) => (sum(second[pupil] ?? []) - (trueTotals[pupil] ?? 0)) ** 2);
      const observed = Math.sqrt(sum(squares) / pupils.length);
      expect(Math.abs(estimate(byTotal[total * 2]) / observed - 1)).toBeLessThan(0.06);
    }
    expect(byTotal[1]).toEqual({ kind: 'missing', reason: 'no-pupils', n: 60_000 });
  });
});

describe('binomialErrorsByTotal', () => {
  it('agrees with alpha on average and vanishes at the ends', () => {
    const work = workMoments(completeOf(twoForms(WORK, 2000, 5).first));
    const { method, byTotal } = binomialErrorsByTotal(work, MAX);
    expect(method).toBe('binomial-keats');
    expect(byTotal).toHaveLength(2 * MAX + 1);
    expect(byTotal[0]).toMatchObject({ kind: 'known', estimate: 0, n: 2000 });
    expect(estimate(byTotal[2 * MAX])).toBe(0);
    const mean =
      sum(work.histogram.map((pupils, half) => pupils * estimate(byTotal[half]) ** 2)) / work.total.n;
    const expected = standardDeviation(work.total) ** 2 * (1 - estimate(alpha(work)));
    expect(mean / expected).toBeCloseTo(1, 2);
  });
});
