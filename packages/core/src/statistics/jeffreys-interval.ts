import type { Interval } from '../foundation/figure.js';
import { betaQuantile } from './beta-quantile.js';

/**
 * Jeffreys interval, 95 %, for a share: what the true share may be after `count` of `n`, nothing being known before.
 *
 * Formula: quantiles 0.025 and 0.975 of Beta(count + ½, n − count + ½); 0 where nobody has it, 1 where all have.
 * Units: share 0..1. Errors: no pupil, `count` outside 0..n.
 * Source: Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133, section 4.1.2.
 */
export function jeffreysInterval(count: number, n: number): Interval {
  if (!(n > 0 && count >= 0 && count <= n)) {
    throw new RangeError('jeffreysInterval requires a count from zero to the number of pupils');
  }
  return {
    low: count === 0 ? 0 : betaQuantile(0.025, count + 0.5, n - count + 0.5),
    high: count === n ? 1 : betaQuantile(0.975, count + 0.5, n - count + 0.5),
    method: 'jeffreys',
  };
}
