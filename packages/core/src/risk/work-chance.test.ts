import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import { LATTICE_STEP, workChances } from './work-chance.js';

const REACH = 18;

interface Prior {
  readonly mean: number;
  readonly precision: number;
  readonly alike: number;
  readonly reach: number;
}

/** Parameters of the share by level, and the logarithm of the probability of the counts, but for n over count. */
function plainly({ mean, precision, alike, reach }: Prior, count: number, n: number) {
  const sd = Math.sqrt((mean * (1 - mean)) / (1 + precision)) / (mean * (1 - mean));
  const middle = Math.log(mean / (1 - mean)) * Math.sqrt(1 + (Math.PI * sd * sd) / 8);
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
          const prior = { mean, precision, fitted: true };
          const chain = workChances(prior, alike, 0.3, REACH);
          for (const share of shares) {
            const count = Math.round(share * n);
            const found = chain(count, n);
            const alone = workChances(prior, alike, 0.3, REACH)(count, n);
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
          const chance = workChances({ mean, precision, fitted: true }, alike, shareFrom, reach);
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
    const { likelihood } = workChances(
      { mean: 0.5, precision: 3000, fitted: true },
      0.9,
      0.3,
      REACH,
    )(4000, 4000);
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

  it('draws nothing from schools where there are too few: every level is as likely', () => {
    const chance = workChances({ mean: 0.5, precision: 1, fitted: false }, 0.4, 0.3, 5);
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

  it('is the distribution that the formula names, at the middle of the lattice', () => {
    const [mean, precision, alike, count, n] = [0.2, 15, 0.4, 12, 40];
    const variance = 1 / ((1 + precision) * mean * (1 - mean));
    const t =
      Math.log(mean / (1 - mean)) * Math.sqrt(1 + (Math.PI * variance) / 8) +
      Math.sqrt(variance) * LATTICE_STEP;
    const share = 1 / (1 + Math.exp(-t));
    const of = 1 / ((1 - alike) * variance * share * (1 - share)) - 1;
    const [a, b] = [share * of, (1 - share) * of];
    const { low, likelihood, most } = workChances(
      { mean, precision, fitted: true },
      alike,
      0.3,
      REACH,
    )(count, n);
    expect(low[REACH + 1]).toBeCloseTo(1 - betaProbability(0.3, a + count, b + n - count), 12);
    expect(Math.log(likelihood[REACH + 1] ?? 0) + most).toBeCloseTo(
      logBeta(a + count, b + n - count) - logBeta(a, b),
      10,
    );
  });
});
