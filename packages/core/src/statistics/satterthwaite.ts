import { studentTProbability, studentTQuantile } from './student-t.js';

/** Variance of a mean, and with how many degrees of freedom it was estimated; infinite = it is known. */
export interface EstimatedVariance {
  readonly variance: number;
  readonly freedom: number;
}

/** What two estimated variances leave of a difference; in its unit. */
export interface SatterthwaiteTest {
  /** Degrees of freedom, seldom a whole number. */
  readonly df: number;
  /** Half of the 95 % interval. */
  readonly half: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Difference of two independent means whose variances were estimated apart.
 *
 * Formula: t = d / √(v₁ + v₂), df = (v₁ + v₂)² / (v₁² / f₁ + v₂² / f₂).
 * Edge cases: no variance on either side → undefined, for that is no certainty.
 * Source: Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
 */
export function satterthwaiteTest(
  difference: number,
  one: EstimatedVariance,
  other: EstimatedVariance,
): SatterthwaiteTest | undefined {
  const variance = one.variance + other.variance;
  if (variance === 0) return undefined;
  const df = variance ** 2 / (one.variance ** 2 / one.freedom + other.variance ** 2 / other.freedom);
  const error = Math.sqrt(variance);
  return {
    df,
    half: studentTQuantile(0.975, df) * error,
    p: 2 * studentTProbability(-Math.abs(difference) / error, df),
  };
}
