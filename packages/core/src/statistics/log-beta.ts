import { HALF_LOG_TWO_PI, logGamma, STIRLING_FROM, stirlingRest } from './log-gamma.js';

/**
 * Natural logarithm of the beta function for positive arguments.
 *
 * Formula: ln Γ(a) + ln Γ(b) − ln Γ(a + b); where an argument is large the difference is taken term by term in
 * Stirling's series, since the logarithms themselves grow far above it. Absolute error about 1e-11 for arguments of a
 * hundred thousand.
 * Source: Abramowitz & Stegun (1964), 6.1.41; Didonato & Morris (1992), ACM TOMS 18, 360–373.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = small + large;
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(sum);
  const decline =
    stirlingRest(large) -
    stirlingRest(sum) -
    (large - 0.5) * Math.log1p(small / large) -
    small * Math.log(sum);
  return small < STIRLING_FROM
    ? logGamma(small) + decline + small
    : decline + (small - 0.5) * Math.log(small) + HALF_LOG_TWO_PI + stirlingRest(small);
}
