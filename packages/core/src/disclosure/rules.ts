/**
 * Thresholds of what may be published.
 *
 * @module
 */

export interface DisclosureRules {
  /** Fewest pupils behind a published share. */
  readonly minPupils: number;
  /**
   * Fewest pupils behind a published count: a mark, a difference to the journal, pupils without an item. Also the
   * width of the range in which a hidden count must stay unknown.
   */
  readonly minCount: number;
  /** Hide a group in which all pupils have the same result (`exact`), or all but fewer than `minCount` (`nearly`). */
  readonly homogeneous: 'exact' | 'nearly';
  /** Published shares are rounded to this many percent points; absent = not at all. Points and pupils are not. */
  readonly roundTo?: number;
}

/**
 * Ten pupils: the commonest minimum of publishers of school results (39 states in NCES 2011-603); five for counts.
 * Our choice: the law names no number.
 */
export const defaultDisclosureRules: DisclosureRules = { minPupils: 10, minCount: 5, homogeneous: 'exact' };
