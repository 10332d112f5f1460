import { gammaUpperTail } from './incomplete-gamma.js';

/**
 * Probability that chi-square with `df` degrees of freedom is at least `x`: the p value of a chi-square statistic.
 *
 * Formula: Q(df / 2, x / 2); relative accuracy in the tail about 1e-12. Errors: `df` not above zero, `x` below zero.
 * Source: Abramowitz & Stegun (1964), 26.4.19.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (!(df > 0 && x >= 0)) {
    throw new RangeError(
      'chiSquareUpperTail requires degrees of freedom above zero and a statistic of at least zero',
    );
  }
  return gammaUpperTail(df / 2, x / 2);
}
