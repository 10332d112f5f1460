/** The binomial distribution. @module */
import { betaProbability } from './beta-probability.js';

/**
 * Probability that at most `count` of `n` have what each has with the probability `share`.
 *
 * Formula: I(1 − share; n − count, count + 1). Edge cases: 0 below zero, 1 from `n` on; a count between two whole
 * numbers counts as the lower one. Errors: `n` below zero or not whole, share outside 0..1.
 * Source: Abramowitz & Stegun (1964), 26.5.24.
 */
export function binomialProbability(count: number, n: number, share: number): number {
  if (!(Number.isInteger(n) && n >= 0 && share >= 0 && share <= 1)) {
    throw new RangeError(
      'binomialProbability requires a whole number of pupils and a share from zero to one',
    );
  }
  const whole = Math.floor(count);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return betaProbability(1 - share, n - whole, whole + 1);
}

/** Smallest count whose {@link binomialProbability} is at least `probability` (0..1). Cost: log₂ n values of it. */
export function binomialQuantile(probability: number, n: number, share: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError('binomialQuantile requires a probability from zero to one');
  }
  let low = -1;
  let high = n;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialProbability(middle, n, share) >= probability) high = middle;
    else low = middle;
  }
  return high;
}
