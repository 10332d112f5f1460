import type { Interval, Known } from '../foundation/figure.js';

/**
 * A known figure with an interval, as `known` makes it, for tables that pass by: a region has millions of differences and
 * keeps none.
 *
 * V8 learns by place in the code whether objects stay. Figures made by `known` do (results of schools), so they are made
 * among the old ones at once; differences made there too would stay until the next full collection, and each young one that
 * they point to would be copied: a third of the time of all comparisons.
 */
export function passingKnown(estimate: number, n: number, interval: Interval): Known {
  return { kind: 'known', estimate, n, interval };
}
