import { describe, expect, it } from 'vitest';
import { logBetaProbability } from '../../src/statistics/beta-probability.js';
import {
  betaProbability,
  logGamma,
  quantileOfCounts,
  studentTQuantile,
  wilsonInterval,
} from '../../src/statistics/index.js';
import oracle from './statistics.json' with { type: 'json' };

/** Stated tolerance: 1e-12 relative for functions of moderate arguments, 1e-9 for the extreme ones. */
const close = (found: number, expected: number, tolerance = 1e-12) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

describe(`statistics agree with R (${oracle.madeBy})`, () => {
  it('beta probability', () => {
    expect(oracle.betaProbability.length).toBeGreaterThan(100);
    for (const [x = 0, a = 0, b = 0, p = 0] of oracle.betaProbability)
      close(betaProbability(x, a, b), p, 1e-9);
  });
  it('logarithm of the incomplete beta', () => {
    // Next to 1 it is as exact as that number is.
    for (const [x = 0, a = 0, b = 0, log = 0] of oracle.logBetaProbability)
      close(logBetaProbability(x, a, b), log, log > -1e-3 ? 1e-9 : 1e-9 * Math.abs(log));
    expect(oracle.logBetaProbability.filter(([, , , log = 0]) => log < -800)).not.toHaveLength(0);
  });
  it('quantile of Student’s t', () => {
    for (const [p = 0, df = 0, t = 0] of oracle.studentTQuantile) close(studentTQuantile(p, df), t, 1e-9);
  });
  it('log gamma', () => {
    for (const [x = 0, value = 0] of oracle.logGamma) close(logGamma(x), value);
  });
  it('Wilson interval', () => {
    for (const [x = 0, n = 0, low = 0, high = 0] of oracle.wilson) {
      const found = wilsonInterval(x / n, n);
      close(found.low, low);
      close(found.high, high);
    }
  });
  it('quantile of a histogram', () => {
    for (const [p = 0, expected = 0, ...values] of oracle.quantile) {
      const counts = new Array<number>(Math.max(...values) + 1).fill(0);
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
      expect(quantileOfCounts(counts, p)).toBe(expected);
    }
  });
});
