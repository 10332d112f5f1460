/** Comparison of two shares of separate groups. @module */
import type { Interval } from '../foundation/figure.js';
import { wilsonInterval } from './intervals.js';
import { normalTails } from './normal.js';

/** A share (0..1) and the pupils it is of. */
export interface GroupShare {
  readonly share: number;
  readonly n: number;
}

/**
 * Newcombe's hybrid interval, 95 %, for the difference `one − other` of two independent shares.
 *
 * Formula: d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²) with Wilson's ends l, u; inside −1..1.
 * Like Wilson's, it is on the safe side for means of values between 0 and 1. Errors: a group without a pupil.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 */
export function newcombeInterval(one: GroupShare, other: GroupShare): Interval {
  const a = wilsonInterval(one.share, one.n);
  const b = wilsonInterval(other.share, other.n);
  const difference = one.share - other.share;
  return {
    low: Math.max(-1, difference - Math.hypot(one.share - a.low, b.high - other.share)),
    high: Math.min(1, difference + Math.hypot(a.high - one.share, other.share - b.low)),
    method: 'newcombe',
  };
}

/** A statistic that is standard normal where groups do not differ, and its two-sided p value. */
export interface NormalTest {
  readonly z: number;
  readonly p: number;
}

/**
 * Pooled test of two independent shares, two-sided, without continuity correction; `z` above zero where `one` is
 * higher.
 *
 * Formula: z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)) with the share p of both groups together.
 * Edge cases: nobody or everybody in both groups → undefined. Errors: a group without a pupil.
 * Source: Pearson (1900), Philosophical Magazine 50, 157–175, as z² = χ²; `prop.test(correct = FALSE)` of R.
 */
export function pooledShareTest(one: GroupShare, other: GroupShare): NormalTest | undefined {
  if (!(one.n > 0 && other.n > 0)) throw new RangeError('pooledShareTest requires a pupil in each group');
  const pooled = (one.share * one.n + other.share * other.n) / (one.n + other.n);
  if (pooled <= 0 || pooled >= 1) return undefined;
  const z = (one.share - other.share) / Math.sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n));
  return { z, p: normalTails(z) };
}
