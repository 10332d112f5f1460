import { describe, expect, it } from 'vitest';
import { logBetaProbability } from './beta-probability.js';
import {
  betaProbability,
  betaQuantile,
  binomialProbability,
  binomialQuantile,
  chiSquareUpperTail,
  gammaUpperTail,
  jeffreysInterval,
  logBeta,
  logRising,
  normalProbability,
  normalQuantile,
  normalTails,
} from './index.js';

describe('distributions', () => {
  it('say what they need', () => {
    const positive = 'gammaUpperTail requires a shape above zero and an argument of at least zero';
    expect(() => gammaUpperTail(0, 1)).toThrow(positive);
    expect(() => gammaUpperTail(1, -1)).toThrow(positive);
    expect(() => gammaUpperTail(1, Number.NaN)).toThrow(positive);
    const squares =
      'chiSquareUpperTail requires degrees of freedom above zero and a statistic of at least zero';
    expect(() => chiSquareUpperTail(1, 0)).toThrow(squares);
    expect(() => chiSquareUpperTail(-1, 1)).toThrow(squares);
    for (const p of [0, 1, -1, Number.NaN]) {
      expect(() => normalQuantile(p)).toThrow('normalQuantile requires a probability between zero and one');
    }
    expect(() => betaQuantile(0.5, 0, 1)).toThrow('betaQuantile requires parameters above zero');
    expect(() => betaQuantile(0.5, 1, 0)).toThrow('betaQuantile requires parameters above zero');
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => betaQuantile(p, 1, 1)).toThrow('betaQuantile requires a probability from zero to one');
      expect(() => binomialQuantile(p, 3, 0.5)).toThrow(
        'binomialQuantile requires a probability from zero to one',
      );
    }
    for (const [n, share] of [
      [1.5, 0.5],
      [-1, 0.5],
      [3, -0.1],
      [3, 1.1],
    ] as const) {
      expect(() => binomialProbability(1, n, share)).toThrow(
        'binomialProbability requires a whole number of pupils and a share from zero to one',
      );
    }
    for (const [count, n] of [
      [0, 0],
      [-1, 3],
      [4, 3],
    ] as const) {
      expect(() => jeffreysInterval(count, n)).toThrow(
        'jeffreysInterval requires a count from zero to the number of pupils',
      );
    }
  });

  it('know the gamma tail by its closed forms, on both sides of the border', () => {
    expect(gammaUpperTail(3, 0)).toBe(1);
    expect(gammaUpperTail(3, Number.POSITIVE_INFINITY)).toBe(0);
    for (const x of [0.1, 1, 2.5, 3.9, 4.1, 30]) {
      expect(gammaUpperTail(1, x) / Math.exp(-x)).toBeCloseTo(1, 13);
      expect(gammaUpperTail(3, x) / (Math.exp(-x) * (1 + x + (x * x) / 2))).toBeCloseTo(1, 13);
      expect(chiSquareUpperTail(2 * x, 2) / Math.exp(-x)).toBeCloseTo(1, 13);
    }
  });

  it('know the normal distribution by symmetry and by printed tables', () => {
    expect(normalProbability(0)).toBe(0.5);
    expect(normalTails(0)).toBe(1);
    expect(normalProbability(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalProbability(1.96)).toBeCloseTo(0.9750021, 7);
    expect(normalProbability(-1.96)).toBeCloseTo(1 - normalProbability(1.96), 15);
    expect(normalTails(-1.96)).toBe(normalTails(1.96));
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.025)).toBeCloseTo(-1.959963984540054, 14);
  });

  it('know beta quantiles by closed forms and at the ends', () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    for (const p of [1e-12, 0.025, 0.4, 0.7, 0.975]) {
      expect(betaQuantile(p, 1, 1)).toBeCloseTo(p, 14);
      expect(betaQuantile(p, 4, 1)).toBeCloseTo(p ** 0.25, 12);
      expect(betaQuantile(p, 1, 4)).toBeCloseTo(-Math.expm1(Math.log1p(-p) / 4), 12);
      expect(betaQuantile(p, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12);
      for (const [a, b] of [
        [0.3, 20],
        [900, 30],
        [7, 4000],
      ] as const) {
        expect(betaProbability(betaQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 9);
      }
    }
    // So far out that the distribution function is 0 on the way.
    expect(betaQuantile(1e-300, 500, 500)).toBeGreaterThan(0);
    expect(betaProbability(betaQuantile(1e-300, 500, 500), 500, 500) / 1e-300).toBeCloseTo(1, 6);
  });

  it('know the incomplete beta function at its ends, and refuse parameters that are none', () => {
    for (const x of [-1, 0]) {
      expect(betaProbability(x, 2, 3)).toBe(0);
      expect(logBetaProbability(x, 2, 3)).toBe(Number.NEGATIVE_INFINITY);
    }
    for (const x of [1, 1.5]) {
      expect(betaProbability(x, 2, 3)).toBe(1);
      expect(logBetaProbability(x, 2, 3)).toBe(0);
    }
    for (const [a, b] of [
      [0, 1],
      [1, 0],
      [-1, 2],
      [2, -1],
      [Number.NaN, 1],
    ] as const) {
      expect(() => betaProbability(0.5, a, b)).toThrow('betaProbability requires parameters above zero');
      expect(() => logBetaProbability(0.5, a, b)).toThrow(
        'logBetaProbability requires parameters above zero',
      );
    }
  });

  it('know the logarithm of the beta function on both sides of the border', () => {
    expect(logBeta(1, 7)).toBeCloseTo(-Math.log(7), 14);
    expect(logBeta(1, 1e6)).toBeCloseTo(-Math.log(1e6), 12);
    expect(logBeta(2, 80)).toBeCloseTo(-Math.log(80 * 81), 12);
    expect(logBeta(49.9999999, 60)).toBeCloseTo(logBeta(50.0000001, 60), 6);
    expect(logBeta(80, 2)).toBe(logBeta(2, 80));
    // Recursion B(a, b + 1) = B(a, b) · b / (a + b) across the border.
    expect(logBeta(49.5, 50) - logBeta(49.5, 49)).toBeCloseTo(Math.log(49 / 98.5), 11);
    expect(logBeta(60, 71) - logBeta(60, 70)).toBeCloseTo(Math.log(70 / 130), 11);
  });

  it('know the logarithm of a rising factorial, with few factors and with many', () => {
    expect(logRising(0.3, 0)).toBe(0);
    expect(logRising(0.3, 1)).toBeCloseTo(Math.log(0.3), 15);
    expect(logRising(2, 3)).toBeCloseTo(Math.log(24), 14);
    expect(logRising(1e100, 5)).toBeCloseTo(500 * Math.LN10, 9);
    for (const x of [1e-100, 0.01, 3, 49, 51, 2000, 1e9]) {
      for (const k of [40, 299, 300, 301, 302, 5000]) {
        const plainly = Array.from({ length: k }, (_, at) => Math.log(x + at)).reduce(
          (sum, log) => sum + log,
          0,
        );
        expect(logRising(x, k) / plainly).toBeCloseTo(1, 12);
      }
      // One factor more.
      for (const k of [30, 300, 900]) {
        expect(logRising(x, k + 1) - logRising(x, k)).toBeCloseTo(Math.log(x + k), 9);
      }
    }
  });

  it('count tosses of a coin', () => {
    expect([-1, 0, 1, 1.7, 2, 3, 9].map((count) => binomialProbability(count, 3, 0.5))).toEqual([
      0,
      expect.closeTo(1 / 8, 14),
      expect.closeTo(1 / 2, 14),
      expect.closeTo(1 / 2, 14),
      expect.closeTo(7 / 8, 14),
      1,
      1,
    ]);
    expect([0, 0.1, 0.2, 0.6, 0.9, 1].map((p) => binomialQuantile(p, 3, 0.5))).toEqual([0, 0, 1, 2, 3, 3]);
    expect(binomialProbability(0, 0, 0.5)).toBe(1);
  });

  it('make a Jeffreys interval that reaches the ends', () => {
    expect(jeffreysInterval(0, 4)).toMatchObject({ low: 0, method: 'jeffreys' });
    expect(jeffreysInterval(4, 4).high).toBe(1);
    expect(jeffreysInterval(1, 4).low).toBeCloseTo(1 - jeffreysInterval(3, 4).high, 12);
  });
});
