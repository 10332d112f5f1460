import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import { LATTICE_STEP, workChances } from './work-chance.js';

const REACH = 18;

describe('workChances', () => {
  it('is the same from neighbouring counts as computed alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 2, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer({ min: 10, max: 150 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
        (mean, precision, alike, n, shares) => {
          const prior = { mean, precision, fitted: true };
          const chain = workChances(prior, alike, 0.3, REACH);
          for (const share of shares) {
            const count = Math.round(share * n);
            const found = chain(count, n);
            const alone = workChances(prior, alike, 0.3, REACH)(count, n);
            expect(found.most).toBeCloseTo(alone.most, 9);
            found.low.forEach((low, level) => {
              expect(low).toBeCloseTo(alone.low[level] ?? Number.NaN, 10);
              expect(found.likelihood[level]).toBeCloseTo(alone.likelihood[level] ?? Number.NaN, 9);
            });
          }
        },
      ),
    );
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
