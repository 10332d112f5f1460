import { describe, expect, it } from 'vitest';
import { logLikelihood, MOST_THETA, momentStart, newtonStep, slopes } from './beta-binomial-likelihood.js';
import { GroupSums } from './group-sums.js';
import { logBeta } from './log-beta.js';

const GROUPS = [
  { count: 3, n: 10 },
  { count: 9, n: 12 },
  { count: 0, n: 7 },
  { count: 5, n: 5 },
  { count: 14, n: 30 },
  { count: 2, n: 3 },
];
const SUMS = new GroupSums(GROUPS);
const PLACES = [
  [0.5, 0.2],
  [0.3, 1.7],
  [0.72, 0.01],
  [0.9, 30],
] as const;

describe('logLikelihood', () => {
  it('is that of beta-binomial counts without their coefficients', () => {
    for (const [mean, theta] of PLACES) {
      const [a, b] = [mean / theta, (1 - mean) / theta];
      const whole = GROUPS.reduce(
        (sum, { count, n }) => sum + logBeta(a + count, b + n - count) - logBeta(a, b),
        0,
      );
      expect(logLikelihood(SUMS, mean, theta)).toBeCloseTo(whole, 8);
    }
  });

  it('is the binomial one where groups do not differ', () => {
    const whole = GROUPS.reduce(
      (sum, { count, n }) => sum + count * Math.log(0.4) + (n - count) * Math.log(0.6),
      0,
    );
    expect(logLikelihood(SUMS, 0.4, 0)).toBeCloseTo(whole, 10);
  });
});

/** Derivative by a small step on either side. */
function slopeOf(of: (at: number) => number, at: number, step: number): number {
  return (of(at + step) - of(at - step)) / (2 * step);
}

describe('slopes', () => {
  it('are the derivatives of the likelihood', () => {
    for (const [mean, theta] of PLACES) {
      const found = slopes(SUMS, mean, theta);
      const step = 1e-5 * theta;
      const close = (value: number, wanted: number) => expect(value / wanted).toBeCloseTo(1, 5);
      close(
        found.byMean,
        slopeOf((at) => logLikelihood(SUMS, at, theta), mean, 1e-6),
      );
      close(
        found.byTheta,
        slopeOf((at) => logLikelihood(SUMS, mean, at), theta, step),
      );
      close(
        found.byMean2,
        slopeOf((at) => slopes(SUMS, at, theta).byMean, mean, 1e-6),
      );
      close(
        found.byBoth,
        slopeOf((at) => slopes(SUMS, mean, at).byMean, theta, step),
      );
      close(
        found.byTheta2,
        slopeOf((at) => slopes(SUMS, mean, at).byTheta, theta, step),
      );
    }
  });
});

describe('newtonStep', () => {
  /** By logit of the mean and logarithm of θ. */
  const height = (x: number, y: number) => logLikelihood(SUMS, 1 / (1 + Math.exp(-x)), Math.exp(y));

  it('leads to the top of the parabola that the likelihood is nearby', () => {
    const [mean, theta] = [0.55, 0.4];
    const [x, y] = [Math.log(mean / (1 - mean)), Math.log(theta)];
    const h = 1e-4;
    const g1 = slopeOf((at) => height(at, y), x, h);
    const g2 = slopeOf((at) => height(x, at), y, h);
    const h11 = slopeOf((at) => slopeOf((a) => height(a, y), at, h), x, h);
    const h22 = slopeOf((at) => slopeOf((a) => height(x, a), at, h), y, h);
    const h12 = slopeOf((at) => slopeOf((a) => height(a, at), x, h), y, h);
    const determinant = h11 * h22 - h12 * h12;
    const found = newtonStep(SUMS, mean, theta);
    expect(found.curved).toBe(true);
    expect(found.g2).toBeCloseTo(g2, 5);
    expect(found.move1).toBeCloseTo((h12 * g2 - h22 * g1) / determinant, 4);
    expect(found.move2).toBeCloseTo((h12 * g1 - h11 * g2) / determinant, 4);
  });

  it('follows the slope where the likelihood is no hill', () => {
    const [mean, theta] = [0.5, 1e-4];
    const { byMean, byMean2 } = slopes(SUMS, mean, theta);
    expect(newtonStep(SUMS, mean, theta)).toMatchObject({
      curved: false,
      move1: -byMean / (byMean2 * mean * (1 - mean)),
      move2: 1,
    });
  });
});

describe('momentStart', () => {
  it('is Kleinman’s estimate with the weights n', () => {
    const pupils = GROUPS.reduce((sum, { n }) => sum + n, 0);
    const mean = GROUPS.reduce((sum, { count }) => sum + count, 0) / pupils;
    const spread = GROUPS.reduce((sum, { count, n }) => sum + n * (count / n - mean) ** 2, 0);
    const scale = GROUPS.reduce((sum, { n }) => sum + (1 - n / pupils) * (n - 1), 0);
    const correlation = (spread / (mean * (1 - mean)) - (GROUPS.length - 1)) / scale;
    expect(momentStart(SUMS, mean)).toBeCloseTo(correlation / (1 - correlation), 10);
  });

  it('is below zero where groups are more alike than by chance, and the most where they are all or nothing', () => {
    const alike = new GroupSums([5, 5, 5].map((count) => ({ count, n: 10 })));
    expect(momentStart(alike, 0.5)).toBeLessThan(0);
    const apart = new GroupSums([0, 10, 0, 10].map((count) => ({ count, n: 10 })));
    expect(momentStart(apart, 0.5)).toBe(MOST_THETA);
    const single = new GroupSums([0, 1, 1].map((count) => ({ count, n: 1 })));
    expect(momentStart(single, 2 / 3)).toBe(0);
  });
});
