import type { Figure } from '../foundation/figure.js';
import type { GroupKey } from './analysis.js';

/**
 * With whom a group is compared: the rest of its municipality, region or of all (the group itself left out), other schools of
 * similar conditions, its own former year on the same items, or the country as a report states it.
 */
export type Comparator = 'municipality' | 'region' | 'all' | 'country' | 'similar' | 'previous-year';

/** One item of one group against one comparator. */
export interface ComparisonResult extends GroupKey {
  readonly assessment: string;
  readonly item: string;
  readonly comparator: Comparator;
  /** Solve rate of the group less that of the comparator, −1..1. */
  readonly difference: Figure;
  /** Two-sided. */
  readonly p?: number;
  /**
   * Over all items and all comparators of the group on this work (Benjamini & Hochberg, 1995): a list of what a group
   * is behind on is made of them all, so that of groups that differ in nothing at most one in twenty is named by q ≤
   * .05. Absent where fewer than `minPupils` pupils stand on a side; such comparisons are not counted among the others
   * either.
   */
  readonly q?: number;
  /**
   * The same among pupils with equal totals: what the general level of the group does not explain. With fewer than `minPupils` of
   * them on a side `too-few`.
   */
  readonly netDifference: Figure;
  readonly netQ?: number;
}

/** Whether pupils of a group are behind equal pupils elsewhere by more than chance, and by enough to say so. */
export function isBehind(netDifference: Figure, netQ = 1): boolean {
  return netDifference.kind === 'known' && netDifference.estimate < -WORTH_SAYING && netQ <= LEVEL;
}

/** Our choice: a tenth of the points; what is less is no reason to teach something again. */
export const WORTH_SAYING = 0.1;
/** Share of false alarms among the items named for a group. */
const LEVEL = 0.05;
