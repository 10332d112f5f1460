/**
 * About where a tail of a distribution begins: places from which quantiles are searched.
 *
 * @module
 */

/**
 * Where a tail of the standard normal distribution begins, error below 4.5e-4.
 *
 * @param tail - at most one half. Source: Abramowitz & Stegun (1964), 26.2.23.
 */
export function normalTailStart(tail: number): number {
  const r = Math.sqrt(-2 * Math.log(tail));
  return (
    r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)))
  );
}

/**
 * The same of Student's t: from five degrees of freedom on to 0.3 % for tails of 0.001 to 0.4, far better for the tail of a 95 %
 * interval, which nearly every call wants. Below three: somewhere above 0.
 *
 * Formula: an expansion around the normal quantile in powers of 1 / df. Source: Abramowitz & Stegun (1964), 26.7.5.
 */
export function studentTailStart(tail: number, df: number): number {
  if (df < FEWEST_TO_EXPAND) return 2;
  return expansion(Math.abs(tail - 0.025) < 1e-12 ? Z_975 : normalTailStart(tail), df);
}

function expansion(z: number, df: number): number {
  const s = z * z;
  const g1 = (s + 1) / 4;
  const g2 = ((5 * s + 16) * s + 3) / 96;
  const g3 = (((3 * s + 19) * s + 17) * s - 15) / 384;
  const g4 = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160;
  return z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
}

/** Standard normal quantile at 0.975. */
const Z_975 = 1.959963984540054;
/** The expansion is in powers of 1 / df. */
const FEWEST_TO_EXPAND = 3;
