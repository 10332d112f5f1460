/**
 * Share of one group, drawn towards the mean of all groups as far as its own pupils leave it uncertain.
 *
 * @module
 */
import type { Interval } from '../foundation/figure.js';
import type { BetaBinomial } from './beta-binomial.js';
import { betaProbability } from './beta-probability.js';
import { betaQuantile } from './beta-quantile.js';
import type { GroupCount } from './group-sums.js';

/** A shrunken share, 0..1. */
export interface ShrunkenShare {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Posterior mean and 95 % interval of a group's true share («сглаженная доля»), given how much groups differ.
 *
 * Formula: (count + μM) / (n + M); quantiles 0.025 and 0.975 of Beta(count + μM, n − count + (1 − μ)M).
 * Edge cases: no pupil → the distribution of all groups; groups that do not differ (`equal`) → their common share,
 * interval of no width. Uncertainty of μ and M themselves is not part of it.
 * Not for verdicts: shrinking hides small weak groups; show count and n beside it.
 * Source: Efron & Morris (1975), JASA 70, 311–319; Kleinman (1973), JASA 68, 46–54.
 */
export function shrinkShare(of: GroupCount, among: BetaBinomial): ShrunkenShare {
  if (among.kind === 'equal') {
    const { mean } = among;
    return { estimate: mean, interval: { low: mean, high: mean, method: 'beta-binomial' } };
  }
  const [a, b] = posterior(of, among.mean, among.precision);
  return {
    estimate: a / (a + b),
    interval: {
      low: betaQuantile(0.025, a, b),
      high: betaQuantile(0.975, a, b),
      method: 'beta-binomial',
    },
  };
}

/** Probability that a group's true share lies below a threshold (share 0..1), given how much groups differ. */
export function shrunkenProbabilityBelow(of: GroupCount, among: BetaBinomial, threshold: number): number {
  if (among.kind === 'equal') return among.mean < threshold ? 1 : 0;
  const [a, b] = posterior(of, among.mean, among.precision);
  return betaProbability(threshold, a, b);
}

function posterior({ count, n }: GroupCount, mean: number, precision: number): readonly [number, number] {
  return [count + mean * precision, n - count + (1 - mean) * precision];
}
