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
}

/**
 * Ten pupils: the commonest minimum of publishers of school results (39 states in NCES 2011-603); five for counts.
 * Our choice: the law names no number.
 */
export const defaultDisclosureRules: DisclosureRules = { minPupils: 10, minCount: 5 };
