import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { latticeNormal, latticeReach, latticeStep } from './level-lattice.js';
import type { LevelShares } from './level-shares.js';
import { levelShares } from './level-shares.js';

/** Mean and variance of the shares of all schools, and of the mean shares of levels. */
function momentsOf({ a, b }: LevelShares, weights: ArrayLike<number>) {
  const sums = { mean: 0, within: 0, squares: 0 };
  a.forEach((one, level) => {
    const [weight, other] = [weights[level] ?? 0, b[level] ?? 0];
    const share = one / (one + other);
    sums.mean += weight * share;
    sums.squares += weight * share * share;
    sums.within += (weight * share * (other / (one + other))) / (one + other + 1);
  });
  const between = sums.squares - sums.mean ** 2;
  return { mean: sums.mean, between, variance: between + sums.within };
}

const priors = fc.record({ mean: evenly(0.005, 0.98), precision: evenly(0.5, 300) });
const alikes = fc.oneof(evenly(0.01, 0.95), fc.constant(0.95));

describe('levelShares', () => {
  it('has the mean and the variance of the prior, and of that the part of the levels', () => {
    fc.assert(
      fc.property(priors, alikes, ({ mean, precision }, alike) => {
        const step = latticeStep({ school: alike, work: 0 }, { works: 4, years: 2, priors: [] });
        const { weights, reach } = latticeNormal(alike, step);
        const found = momentsOf(levelShares({ mean, precision }, { alike, step, reach }), weights);
        const variance = (mean * (1 - mean)) / (1 + precision);
        expect(found.mean).toBeCloseTo(mean, 10);
        expect(found.between / variance).toBeCloseTo(alike, 7);
        expect(found.variance / variance).toBeCloseTo(1, 7);
      }),
    );
  });

  it('has them also where nearly all schools have all or nothing', () => {
    const few = fc.record({ mean: evenly(0.01, 0.99), precision: evenly(0.05, 0.5) });
    fc.assert(
      fc.property(few, evenly(0.3, 0.9), evenly(0.02, 0.15), ({ mean, precision }, alike, step) => {
        const { weights, reach } = latticeNormal(alike, step);
        const found = momentsOf(levelShares({ mean, precision }, { alike, step, reach }), weights);
        const variance = (mean * (1 - mean)) / (1 + precision);
        expect(found.mean).toBeCloseTo(mean, 8);
        expect(found.between / variance).toBeCloseTo(alike, 6);
      }),
    );
  });

  it('ends eight standard deviations from the middle, which may lie beyond the last level', () => {
    const prior = { mean: 0.2, precision: 9 };
    const exact = levelShares(prior, { alike: 0.25, step: 0.25, reach: 16 });
    const { a, b, lowest, highest } = exact;
    const close = (found: typeof lowest, one: number | undefined, other: number | undefined) => {
      expect(found.a / (one ?? Number.NaN)).toBeCloseTo(1, 10);
      expect(found.b / (other ?? Number.NaN)).toBeCloseTo(1, 10);
    };
    close(lowest, a[0], b[0]);
    close(highest, a[32], b[32]);
    const beyond = levelShares(prior, { alike: 0.25, step: 0.35, reach: 11 });
    expect(beyond.lowest.a).toBeLessThan(beyond.a[0] ?? 0);
    expect(beyond.highest.a).toBeGreaterThan(beyond.a[22] ?? Number.NaN);
  });

  it('is the prior itself where levels do not differ', () => {
    const { a, b } = levelShares({ mean: 0.2, precision: 15 }, { alike: 0, step: 0.25, reach: 0 });
    expect(a[0]).toBeCloseTo(3, 10);
    expect(b[0]).toBeCloseTo(12, 10);
  });

  it('has the larger share in likelihood ratio at the higher level, however much schools differ', () => {
    const any = fc.record({
      mean: evenly(0.001, 0.999),
      precision: fc.oneof(evenly(0.01, 3), evenly(3, 1e4)),
    });
    fc.assert(
      fc.property(any, alikes, evenly(0.03, 0.5), (prior, alike, step) => {
        const reach = latticeReach(alike, step);
        const { a, b } = levelShares(prior, { alike, step, reach });
        // x^a (1 − x)^b at one level over that at the next falls with x: a does not fall, b does not rise.
        for (let level = 1; level < a.length; level++) {
          expect((a[level] ?? 0) >= (a[level - 1] ?? 0)).toBe(true);
          expect((b[level] ?? 0) <= (b[level - 1] ?? 0)).toBe(true);
        }
        expect(a.every((of) => of > 0 && Number.isFinite(of))).toBe(true);
        expect(b.every((of) => of > 0 && Number.isFinite(of))).toBe(true);
      }),
    );
  });

  it('spreads logits by the same at every level', () => {
    const { a, b } = levelShares({ mean: 0.2, precision: 20 }, { alike: 0.8, step: 0.25, reach: 8 });
    const spreads = a.map((one, level) => {
      const share = one / (one + (b[level] ?? 0));
      return 1 / (share * (1 - share) * (one + (b[level] ?? 0)));
    });
    for (const spread of spreads) expect(spread).toBeCloseTo(spreads[0] ?? Number.NaN, 10);
  });
});
