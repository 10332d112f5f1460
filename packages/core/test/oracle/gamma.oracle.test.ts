import { describe, expect, it } from 'vitest';
import { betaProbability, logBeta, logGamma, logRising } from '../../src/statistics/index.js';
import oracle from './gamma.json' with { type: 'json' };

/** Of a number, or of 1 where that is less. */
const farthest = (pairs: readonly (readonly [number, number])[]) =>
  Math.max(...pairs.map(([found, expected]) => Math.abs(found - expected) / Math.max(1, Math.abs(expected))));

describe(`functions of gamma type agree with ${oracle.madeBy}`, () => {
  it('logarithm of gamma, to 2e-14', () => {
    expect(farthest(oracle.logGamma.map(([x = 0, log = 0]) => [logGamma(x), log]))).toBeLessThan(2e-14);
  });

  it('rising factorials, to 2e-14', () => {
    const pairs = oracle.logRising.map(([x = 0, k = 0, log = 0]) => [logRising(x, k), log] as const);
    expect(farthest(pairs)).toBeLessThan(2e-14);
  });

  it('logarithm of beta, to 1e-13', () => {
    const pairs = oracle.logBeta.map(([a = 0, b = 0, log = 0]) => [logBeta(a, b), log] as const);
    expect(farthest(pairs)).toBeLessThan(1e-13);
  });

  it('incomplete beta, to 1e-10 of each share, however small', () => {
    const apart = oracle.betaProbability.map(([x = 0, a = 0, b = 0, share = 0]) =>
      Math.abs(betaProbability(x, a, b) / share - 1),
    );
    expect(Math.max(...apart)).toBeLessThan(1e-10);
    expect(oracle.betaProbability.filter(([, , , share = 1]) => share < 1e-50).length).toBeGreaterThan(10);
  });
});
