import { gammaUpperTail } from './incomplete-gamma.js';
import { normalUpperTail } from './normal-tail.js';

/**
 * Probability that chi-square with `df` degrees of freedom is at least `x`: the p value of a chi-square statistic.
 *
 * Formula: Q(df / 2, x / 2); relative accuracy in the tail about 1e-12. For few whole degrees of freedom, from two on, a sum of
 * as many terms as half of them, which takes a fifth of the time. Errors: `df` not above zero, `x` below zero.
 * Source: Abramowitz & Stegun (1964), 26.4.19; the sums 26.4.4 and 26.4.5.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (!(df > 0 && x >= 0)) {
    throw new RangeError(
      'chiSquareUpperTail requires degrees of freedom above zero and a statistic of at least zero',
    );
  }
  if (!(df >= 2 && df <= MOST_SUMMED && Number.isInteger(df) && x <= LARGEST_SUMMED)) {
    return gammaUpperTail(df / 2, x / 2);
  }
  const isOdd = df % 2 === 1;
  const root = Math.sqrt(x);
  let term = Math.exp(-x / 2) * (isOdd ? root * SQRT_TWO_OVER_PI : 1);
  let sum = isOdd ? 2 * normalUpperTail(root) + term : term;
  for (let k = isOdd ? 3 : 2; k < df; k += 2) {
    term *= x / k;
    sum += term;
  }
  return Math.min(1, sum);
}

/** So many degrees of freedom that the sum is no shorter way. */
const MOST_SUMMED = 40;
/** Beyond it the first terms are too small for a number. */
const LARGEST_SUMMED = 1200;
const SQRT_TWO_OVER_PI = 0.7978845608028654;
