import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import { LATTICE_STEP, latticeNormal } from './level-lattice.js';
import { SchoolLevels } from './school-chance.js';
import { workChances } from './work-chance.js';

const REACH = 36;
const FITTED = { fitted: true, spread: 'some' as const };

interface Prior {
  readonly mean: number;
  readonly precision: number;
  readonly alike: number;
  readonly reach: number;
}

/** Logit at which the mean share over the levels is the mean, by halves. */
function middleBy({ mean, alike, reach }: Prior, sd: number): number {
  const levels = Array.from({ length: 2 * reach + 1 }, (_, at) => LATTICE_STEP * (at - reach));
  const weights = levels.map((level) => (level === 0 ? 1 : Math.exp((-level * level) / (2 * alike))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [low, high] = [-200, 200];
  for (let half = 0; half < 80; half++) {
    const middle = (low + high) / 2;
    const over = levels.reduce(
      (sum, level, at) => sum + (weights[at] ?? 0) / (1 + Math.exp(-middle - sd * level)),
      -mean * whole,
    );
    if (over > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Parameters of the share by level, and the logarithm of the probability of the counts, but for n over count. */
function plainly(prior: Prior, count: number, n: number) {
  const { mean, precision, alike, reach } = prior;
  const sd = Math.sqrt((mean * (1 - mean)) / (1 + precision)) / (mean * (1 - mean));
  const middle = middleBy(prior, sd);
  return Array.from({ length: 2 * reach + 1 }, (_, at) => {
    const odds = Math.exp(middle + sd * LATTICE_STEP * (at - reach));
    const [share, rest] = [odds / (1 + odds), 1 / (1 + odds)];
    const own = Math.max(0.5, 1 / ((1 - alike) * sd * sd * share * rest) - 1);
    const [a, b] = [share * own, rest * own];
    return { a, b, log: logBeta(a + count, b + n - count) - logBeta(a, b) };
  });
}

describe('workChances', () => {
  it('is the same from neighbouring counts as computed alone', () => {
    fc.assert(
      fc.property(
        evenly(0.05, 0.6),
        evenly(2, 60),
        evenly(0, 0.9),
        fc.integer({ min: 10, max: 150 }),
        fc.array(evenly(0, 1), { minLength: 2, maxLength: 5 }),
        (mean, precision, alike, n, shares) => {
          const prior = { mean, precision, ...FITTED };
          const lattice = { alike, step: LATTICE_STEP, reach: REACH };
          const chain = workChances(prior, 0.3, lattice);
          for (const share of shares) {
            const count = Math.round(share * n);
            const found = chain(count, n);
            const alone = workChances(prior, 0.3, lattice)(count, n);
            expect(found.most).toBeCloseTo(alone.most, 9);
            const farthest = (one: Float64Array, other: Float64Array) =>
              one.reduce((most, of, level) => Math.max(most, Math.abs(of - (other[level] ?? Number.NaN))), 0);
            expect(farthest(found.low, alone.low)).toBeLessThan(0.5e-10);
            expect(farthest(found.likelihood, alone.likelihood)).toBeLessThan(0.5e-9);
          }
        },
      ),
    );
  });

  it('is what the formula says at every level, in whatever order counts are asked for', () => {
    fc.assert(
      fc.property(
        evenly(0.02, 0.98),
        evenly(0.5, 200),
        evenly(0, 0.95),
        fc.oneof(fc.constantFrom(0, 0.5, 1), evenly(0.05, 0.9)),
        fc.integer({ min: 0, max: REACH }),
        fc.array(fc.tuple(fc.constantFrom(1, 25, 60), evenly(0, 1)), {
          minLength: 1,
          maxLength: 12,
        }),
        (mean, precision, alike, shareFrom, reach, asked) => {
          const chance = workChances({ mean, precision, ...FITTED }, shareFrom, {
            alike,
            step: LATTICE_STEP,
            reach,
          });
          const counts = asked.map(([n, part]) => ({ n, count: Math.round(part * n) }));
          const found = counts.map(({ n, count }) => chance(count, n));
          const apart = counts.flatMap(({ n, count }, at) => {
            const { low, likelihood, most = Number.NaN } = found[at] ?? {};
            const levels = plainly({ mean, precision, alike, reach }, count, n);
            const top = Math.max(...levels.map(({ log }) => log));
            return [
              Math.abs(most - top),
              Math.abs((low?.length ?? 0) - levels.length),
              Math.abs((likelihood?.length ?? 0) - levels.length),
              ...levels.flatMap(({ a, b, log }, level) => [
                Math.abs(
                  (low?.[level] ?? Number.NaN) - (1 - betaProbability(shareFrom, a + count, b + n - count)),
                ),
                Math.abs((likelihood?.[level] ?? Number.NaN) - Math.exp(log - top)),
                // Small ones are as exact, down to what counts as 0.
                log - top < -310 ? 0 : Math.abs(Math.log(likelihood?.[level] ?? Number.NaN) - (log - top)),
              ]),
            ];
          });
          expect(Math.max(...apart)).toBeLessThan(1e-8);
          counts.forEach(({ n, count }, at) => {
            expect(chance(count, n)).toBe(found[at]);
          });
        },
      ),
    );
  });

  it('counts a likelihood as 0 that no other year could bring back', () => {
    const { likelihood } = workChances({ mean: 0.5, precision: 3000, ...FITTED }, 0.3, {
      alike: 0.9,
      step: LATTICE_STEP,
      reach: REACH,
    })(4000, 4000);
    const logs = plainly({ mean: 0.5, precision: 3000, alike: 0.9, reach: REACH }, 4000, 4000).map(
      ({ log }) => log,
    );
    const top = Math.max(...logs);
    expect(likelihood[2 * REACH]).toBe(1);
    expect(top - Math.min(...logs)).toBeGreaterThan(320);
    logs.forEach((log, level) => {
      expect((likelihood[level] ?? 0) > 0).toBe(log - top > -320);
    });
  });

  it('draws nothing from schools that do not say how they differ: every level is as likely', () => {
    const chance = workChances({ mean: 0.9, precision: 60, fitted: true, spread: 'unknown' }, 0.3, {
      alike: 0.4,
      step: LATTICE_STEP,
      reach: 5,
    });
    for (const [count, n] of [
      [5, 12],
      [9, 12],
      [5, 30],
    ] as const) {
      expect(chance(count, n)).toEqual({
        likelihood: new Float64Array(11).fill(1),
        most: 0,
        low: new Float64Array(11).fill(1 - betaProbability(0.3, 0.5 + count, 0.5 + n - count)),
      });
    }
  });

  /** Mean of the true share over all levels of a school: the probability that its only pupil has a low result. */
  const meanShare = (mean: number, precision: number, school: number, work: number) => {
    const levels = new SchoolLevels({ school, work });
    const { likelihood, most } = workChances({ mean, precision, ...FITTED }, 0.3, levels)(1, 1);
    const shares = likelihood.map((of) => of * Math.exp(most));
    const of = latticeNormal(work, levels.step);
    const middle = (levels.weights.length - 1) / 2;
    return levels.weights.reduce(
      (sum, weight, level) =>
        sum +
        weight *
          of.weights.reduce((inner, more, at) => {
            const place = level - middle + at - of.reach + levels.reach;
            return inner + more * (shares[Math.min(2 * levels.reach, Math.max(0, place))] ?? Number.NaN);
          }, 0),
      0,
    );
  };

  it('leaves the mean over all levels what it is over all schools', () => {
    for (const mean of [0.03, 0.1, 0.35, 0.5, 0.9]) {
      for (const precision of [2, 10, 80]) {
        for (const alike of [0, 0.3, 0.6, 0.95]) {
          expect(meanShare(mean, precision, alike, 0)).toBeCloseTo(mean, 9);
          // Two lattices together are hardly wider or narrower than one.
          expect(Math.abs(meanShare(mean, precision, alike * 0.7, alike * 0.3) - mean)).toBeLessThan(1e-5);
        }
      }
    }
  });

  it('is the prior itself where works have nothing in common', () => {
    const [mean, precision, count, n] = [0.2, 15, 12, 40];
    const none = new SchoolLevels({ school: 0, work: 0 });
    const { low, likelihood, most } = workChances({ mean, precision, ...FITTED }, 0.3, none)(count, n);
    const [a, b] = [mean * precision, (1 - mean) * precision];
    expect(low).toHaveLength(1);
    expect(low[0]).toBeCloseTo(1 - betaProbability(0.3, a + count, b + n - count), 12);
    expect(Math.log(likelihood[0] ?? 0) + most).toBeCloseTo(
      logBeta(a + count, b + n - count) - logBeta(a, b),
      10,
    );
  });
});
