import { describe, expect, it } from 'vitest';
import {
  betaProbability,
  correlationInterval,
  logGamma,
  mean,
  quantileOfCounts,
  squaredDeviations,
  standardDeviation,
  studentTProbability,
  studentTQuantile,
  tInterval,
  wilsonInterval,
} from './index.js';

describe('statistics', () => {
  it('say what they need', () => {
    expect(() => betaProbability(0.5, 0, 1)).toThrow('betaProbability requires parameters above zero');
    expect(() => betaProbability(0.5, 1, 0)).toThrow(RangeError);
    expect(() => betaProbability(0.5, Number.NaN, 1)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow('logGamma requires an argument above zero');
    expect(() => logGamma(Number.NaN)).toThrow(RangeError);
    expect(() => wilsonInterval(0.5, 0)).toThrow('wilsonInterval requires at least one pupil');
    expect(() => tInterval(1, 1, 1)).toThrow('tInterval requires at least two pupils');
    expect(() => quantileOfCounts([0, 0], 0.5)).toThrow('quantileOfCounts requires at least one pupil');
    expect(() => studentTProbability(1, 0)).toThrow(
      'studentTProbability requires degrees of freedom above zero',
    );
    for (const df of [0, -1, Number.NaN]) {
      expect(() => studentTQuantile(0.9, df)).toThrow(
        'studentTQuantile requires degrees of freedom above zero',
      );
    }
    for (const p of [0, 1, -1, 2, Number.NaN]) {
      expect(() => studentTQuantile(p, 3)).toThrow(
        'studentTQuantile requires a probability between zero and one',
      );
    }
  });

  it('know the ends of the beta distribution', () => {
    expect(betaProbability(0, 2, 3)).toBe(0);
    expect(betaProbability(-1, 2, 3)).toBe(0);
    expect(betaProbability(1, 2, 3)).toBe(1);
    expect(betaProbability(2, 2, 3)).toBe(1);
    expect(betaProbability(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    // I(x; a, b) = 1 − I(1 − x; b, a), on both sides of the border between the two continued fractions.
    for (const x of [0.01, 0.2, 0.39, 0.41, 0.7, 0.99]) {
      expect(betaProbability(x, 2, 3)).toBeCloseTo(1 - betaProbability(1 - x, 3, 2), 13);
      expect(betaProbability(x, 2, 3)).toBeCloseTo(x * x * (6 - 8 * x + 3 * x * x), 13);
    }
  });

  it('know Student’s t by its closed forms', () => {
    for (const t of [-3, -0.5, 0, 0.5, 3]) {
      expect(studentTProbability(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
      expect(studentTProbability(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 13);
    }
    expect(studentTQuantile(0.5, 7)).toBe(0);
    for (const p of [0.001, 0.2, 0.6, 0.975, 0.99999]) {
      expect(studentTQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 9);
      expect(studentTQuantile(p, 2) / ((2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeCloseTo(1, 9);
      expect(studentTQuantile(1 - p, 5)).toBeCloseTo(-studentTQuantile(p, 5), 7);
    }
  });

  it('make a t interval around the mean (t for nine degrees of freedom: 2.262157, printed tables)', () => {
    const { low, high, method } = tInterval(10, 2, 10);
    expect(method).toBe('t');
    expect(high - 10).toBeCloseTo((2.262157 * 2) / Math.sqrt(10), 5);
    expect(10 - low).toBeCloseTo(high - 10, 12);
    expect(tInterval(10, 2, 10)).toEqual({ low, high, method });
    expect(tInterval(0, 1, 2).high).toBeCloseTo(12.7062 / Math.SQRT2, 3);
  });

  it('keep a Wilson interval inside 0..1', () => {
    expect(wilsonInterval(0, 5).low).toBe(0);
    expect(wilsonInterval(1, 5).high).toBe(1);
    expect(wilsonInterval(0, 5).high).toBeGreaterThan(0.4);
    expect(wilsonInterval(1, 5).low).toBeLessThan(0.6);
    expect(wilsonInterval(1e-12, 5).low).toBeGreaterThanOrEqual(0);
    expect(wilsonInterval(1 - 1e-12, 5).high).toBeLessThanOrEqual(1);
  });

  it('take moments from sums', () => {
    const of = { n: 4, sum: 10, sumOfSquares: 30 };
    expect(mean(of)).toBe(2.5);
    expect(squaredDeviations(of)).toBe(5);
    expect(standardDeviation(of)).toBeCloseTo(Math.sqrt(5 / 3), 14);
    expect(squaredDeviations({ n: 0, sum: 0, sumOfSquares: 0 })).toBe(0);
    expect(squaredDeviations({ n: 3, sum: 0.3, sumOfSquares: 0.03 })).toBeGreaterThanOrEqual(0);
  });

  it('take quantiles of a histogram as R does', () => {
    expect(quantileOfCounts([1, 0, 1], 0)).toBe(0);
    expect(quantileOfCounts([1, 0, 1], 0.5)).toBe(1);
    expect(quantileOfCounts([1, 0, 1], 0.25)).toBe(0.5);
    expect(quantileOfCounts([1, 0, 1], 1)).toBe(2);
    expect(quantileOfCounts([0, 3, 1, 0], 1)).toBe(2);
    expect(quantileOfCounts([0, 3, 1, 0], 2 / 3)).toBe(1);
  });
});

describe('the interval of a correlation', () => {
  // cor.test of R 4.2.2: set.seed(1); x <- rnorm(12); cor.test(x, x + rnorm(12, sd = 1.5)); then 50 pupils, -x + rnorm(50, sd = 3).
  it.each([
    [0.322422306784315, 12, -0.308578217211375, 0.756366805982273],
    [-0.459371140997062, 50, -0.654084415255116, -0.207563512061242],
  ])('of %f over %i pupils is that of R', (r, n, low, high) => {
    const interval = correlationInterval(r, n);
    expect(interval?.low).toBeCloseTo(low, 12);
    expect(interval?.high).toBeCloseTo(high, 12);
  });

  it('does not exist for three pupils or a perfect correlation', () => {
    expect(correlationInterval(0.5, 3)).toBeUndefined();
    expect(correlationInterval(-1, 30)).toBeUndefined();
  });
});
