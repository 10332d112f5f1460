import type { Interval } from '../foundation/figure.js';
import type { Moments } from './moments.js';
import { mean, squaredDeviations } from './moments.js';
import { studentTProbability, studentTQuantile } from './student-t.js';

/** Difference of two means in the unit of the values. */
export interface WelchTest {
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Degrees of freedom, seldom a whole number. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Welch's comparison of the means of two separate groups that may vary differently: difference `one − other`.
 *
 * Formula: t = (m₁ − m₂) / √(v₁ + v₂), v = s² / n; df = (v₁ + v₂)² / (v₁² / (n₁ − 1) + v₂² / (n₂ − 1)).
 * Edge cases: fewer than two in a group, or no variation in both → undefined. Where one group does not vary, its mean
 * counts as certain: not for small groups at the end of a scale.
 * Source: Welch (1947), Biometrika 34, 28–35.
 */
export function welchTest(one: Moments, other: Moments): WelchTest | undefined {
  if (one.n < 2 || other.n < 2) return undefined;
  const v1 = squaredDeviations(one) / (one.n - 1) / one.n;
  const v2 = squaredDeviations(other) / (other.n - 1) / other.n;
  const variance = v1 + v2;
  if (variance === 0) return undefined;
  const difference = mean(one) - mean(other);
  const standardError = Math.sqrt(variance);
  const df = variance ** 2 / (v1 ** 2 / (one.n - 1) + v2 ** 2 / (other.n - 1));
  const t = difference / standardError;
  const half = studentTQuantile(0.975, df) * standardError;
  return {
    difference,
    standardError,
    t,
    df,
    p: 2 * studentTProbability(-Math.abs(t), df),
    interval: { low: difference - half, high: difference + half, method: 'welch' },
  };
}
