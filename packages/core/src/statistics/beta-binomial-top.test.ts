import { describe, expect, it } from 'vitest';
import { logLikelihood, MOST_THETA, slopes } from './beta-binomial-likelihood.js';
import { climb, LEAST_THETA, topNear } from './beta-binomial-top.js';
import { GroupSums } from './group-sums.js';

const GROUPS = (
  [
    [2, 30],
    [9, 28],
    [20, 35],
    [4, 25],
    [15, 22],
    [11, 40],
    [27, 31],
    [6, 16],
  ] as const
).map(([count, n]) => ({ count, n }));
const SUMS = new GroupSums(GROUPS);
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

describe('climb', () => {
  it('ends where no slope is left, wherever it starts', () => {
    const tops = [
      [0.4, 0.1],
      [0.9, 300],
      [0.05, 1e-6],
    ].map(([mean = 0, theta = 0]) => climb(SUMS, mean, theta));
    for (const { mean, theta } of tops) {
      const { byMean, byTheta } = slopes(SUMS, mean, theta);
      expect(byMean).toBeCloseTo(0, 6);
      expect(byTheta).toBeCloseTo(0, 6);
      expect(mean).toBeCloseTo(tops[0]?.mean ?? 0, 8);
      expect(theta).toBeCloseTo(tops[0]?.theta ?? 0, 8);
      for (const [dMean, factor] of [
        [0.01, 1],
        [-0.01, 1],
        [0, 1.1],
        [0, 0.9],
      ] as const)
        expect(logLikelihood(SUMS, mean + dMean, theta * factor)).toBeLessThan(
          logLikelihood(SUMS, mean, theta),
        );
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
  const top = climb(SUMS, 0.4, 0.1);

  it('finds the top from places nearby', () => {
    for (const [mean, theta] of [
      [top.mean, top.theta],
      [top.mean + 0.02, top.theta],
      [top.mean - 0.02, 1.1 * top.theta],
      [top.mean, 0.85 * top.theta],
    ] as const) {
      const found = topNear(SUMS, { mean, theta });
      expect(found?.mean).toBeCloseTo(top.mean, 9);
      expect((found?.theta ?? 0) / top.theta).toBeCloseTo(1, 9);
    }
  });

  it('finds that of all but one group from that of all', () => {
    for (const group of GROUPS) {
      SUMS.add(group, -1);
      const found = topNear(SUMS, top);
      const wanted = climb(SUMS, top.mean, top.theta);
      SUMS.add(group, 1);
      expect(found?.mean).toBeCloseTo(wanted.mean, 9);
      expect((found?.theta ?? 0) / wanted.theta).toBeCloseTo(1, 9);
    }
  });

  it('gives up where steps are long, or lead out of what a fit may be', () => {
    expect(topNear(SUMS, { mean: 0.02, theta: 5 })).toBeUndefined();
    expect(topNear(SUMS, { mean: top.mean, theta: 100 })).toBeUndefined();
    // All or nothing: the likelihood has no top.
    const apart = new GroupSums([0, 10, 0, 10].map((count) => ({ count, n: 10 })));
    expect(topNear(apart, { mean: 0.5, theta: 999 })).toBeUndefined();
    const alike = new GroupSums([5, 5, 5].map((count) => ({ count, n: 10 })));
    expect(topNear(alike, { mean: 0.5, theta: 1e-12 })).toBeUndefined();
  });

  it('finds in a few passes what a climb finds, from near by', () => {
    const { sums, seen } = watched(SUMS);
    const found = topNear(sums, { mean: top.mean * 1.02, theta: top.theta * 0.97 });
    expect(found?.mean).toBeCloseTo(top.mean, 12);
    expect((found?.theta ?? 0) / top.theta).toBeCloseTo(1, 11);
    expect(seen.passes).toBeLessThanOrEqual(4);
  });

  it('gives up where the likelihood is no hill, or steps do not shrink', () => {
    expect(topNear(SUMS, { mean: 0.001, theta: top.theta })).toBeUndefined();
    expect(topNear(SUMS, { mean: top.mean, theta: 1e-9 })).toBeUndefined();
    expect(topNear(SUMS, { mean: top.mean, theta: top.theta * 40 })).toBeUndefined();
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
