/** The standard normal distribution. @module */
import { gammaUpperTail } from './incomplete-gamma.js';
import { normalTailStart } from './tail-start.js';

/** Probability that a standard normal variable is at most `z`; relative accuracy about 1e-13 in the lower tail. */
export function normalProbability(z: number): number {
  const tail = normalTails(z) / 2;
  return z < 0 ? tail : 1 - tail;
}

/**
 * Probability that a standard normal variable is at least as far from 0 as `z`: the two-sided p value.
 *
 * Formula: near 0 a series of positive terms, from |z| = 2 on Q(½, z² / 2), so that small tails keep their relative accuracy.
 * Source: Abramowitz & Stegun (1964), 26.2.11, 26.2.30 and 26.4.
 */
export function normalTails(z: number): number {
  const size = Math.abs(z);
  const square = z * z;
  if (!(size < SERIES_END)) return gammaUpperTail(0.5, square / 2);
  let term = 1;
  let sum = 1;
  for (let k = 3; term > sum * SMALLEST_TERM; k += 2) {
    term *= square / k;
    sum += term;
  }
  return 1 - 2 * size * normalDensity(size) * sum;
}

/**
 * Quantile of the standard normal distribution, accurate to about 1e-15.
 *
 * Three steps of Halley's method on the lower tail. Errors: probability not between zero and one.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError('normalQuantile requires a probability between zero and one');
  }
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let z = -normalTailStart(probability);
  for (let step = 0; step < 3; step++) {
    const excess = (normalProbability(z) - probability) / normalDensity(z);
    z -= excess / (1 + (z * excess) / 2);
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Up to here a tail is not so small that 1 − series would cost it digits. */
const SERIES_END = 2;
const SMALLEST_TERM = 1e-17;
