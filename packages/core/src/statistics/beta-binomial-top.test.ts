import { describe, expect, it } from 'vitest';
import { logLikelihood, MOST_THETA } from './beta-binomial-likelihood.js';
import { climb, LEAST_THETA, topNear } from './beta-binomial-top.js';
import { GroupSums } from './group-sums.js';

const of = (...pairs: readonly (readonly [count: number, n: number])[]) =>
  new GroupSums(pairs.map(([count, n]) => ({ count, n })));
/** The same groups, and how often somebody passed over them. */
function watched(sums: GroupSums) {
  const seen = { passes: 0 };
  const { counts, rests, all } = sums;
  return {
    seen,
    sums: {
      counts,
      rests,
      get all() {
        seen.passes++;
        return all;
      },
    },
  };
}

const DIFFERENT = of([2, 30], [9, 28], [20, 35], [4, 25], [15, 22], [11, 40], [0, 18], [27, 31]);
const top = climb(DIFFERENT, 0.4, 0.3);

describe('climb', () => {
  it('ends where no step aside is higher, from wherever it starts', () => {
    const height = logLikelihood(DIFFERENT, top.mean, top.theta);
    for (const [mean, theta] of [
      [0.05, 1e-4],
      [0.9, 50],
      [0.5, MOST_THETA],
    ] as const) {
      const other = climb(DIFFERENT, mean, theta);
      expect(other.mean).toBeCloseTo(top.mean, 10);
      expect(other.theta / top.theta).toBeCloseTo(1, 9);
    }
    for (const [mean, theta] of [
      [top.mean + 1e-4, top.theta],
      [top.mean - 1e-4, top.theta],
      [top.mean, top.theta * 1.001],
      [top.mean, top.theta / 1.001],
    ] as const) {
      expect(logLikelihood(DIFFERENT, mean, theta)).toBeLessThan(height);
    }
  });

  it('ends at either end where the likelihood has no summit inside, before it has gone all its steps', () => {
    const { sums: alike, seen } = watched(of([5, 10], [5, 10], [5, 10]));
    expect(climb(alike, 0.5, 0.05).theta).toBeLessThan(LEAST_THETA);
    expect(seen.passes).toBeLessThan(80);
    const { sums: allOrNothing, seen: other } = watched(of([10, 10], [0, 10], [10, 10], [0, 10]));
    expect(climb(allOrNothing, 0.4, 1)).toEqual({ mean: expect.closeTo(0.5, 9), theta: MOST_THETA });
    expect(other.passes).toBeLessThan(80);
  });
});

describe('topNear', () => {
  it('finds in a few passes what a climb finds, from near by', () => {
    const { sums, seen } = watched(DIFFERENT);
    const found = topNear(sums, { mean: top.mean * 1.02, theta: top.theta * 0.97 });
    expect(found?.mean).toBeCloseTo(top.mean, 12);
    expect((found?.theta ?? 0) / top.theta).toBeCloseTo(1, 11);
    expect(seen.passes).toBeLessThanOrEqual(4);
  });

  it('gives up where steps are large, do not shrink, lead beyond the ends or the likelihood is no hill', () => {
    expect(topNear(DIFFERENT, { mean: 0.001, theta: top.theta })).toBeUndefined();
    expect(topNear(DIFFERENT, { mean: top.mean, theta: 1e-9 })).toBeUndefined();
    expect(topNear(DIFFERENT, { mean: top.mean, theta: top.theta * 40 })).toBeUndefined();
    const alike = of([5, 10], [5, 10], [5, 10]);
    for (const theta of [1e-11, 1e-3, 0.05, 1]) {
      expect(topNear(alike, { mean: 0.5, theta })).toBeUndefined();
    }
    const allOrNothing = of([10, 10], [0, 10], [10, 10], [0, 10]);
    for (const theta of [1, 100, 0.99 * MOST_THETA]) {
      expect(topNear(allOrNothing, { mean: 0.5, theta })).toBeUndefined();
    }
  });
});
