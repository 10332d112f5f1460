/**
 * What an attacker found.
 *
 * @module
 */
import type { GroupKey } from '../analysis/analysis.js';

export type RecoveredKind =
  /** A hidden count, to the pupil or to the point. */
  | 'exact'
  /** A hidden count within fewer than the required pupils. */
  | 'narrow'
  /** Figures of a group below the minimum, published or left over by subtraction. */
  | 'small-group'
  /** A category with one to few pupils. */
  | 'small-count'
  /** A group in which all pupils have the same result. */
  | 'homogeneous'
  /** The reason given for hiding says what was hidden. */
  | 'reason'
  /** A finding rests on a hidden figure. */
  | 'finding';

export interface Recovered extends GroupKeyLike {
  readonly kind: RecoveredKind;
  readonly assessment: string;
  readonly item?: string;
  /** What was counted, as in `MEASURES`. */
  readonly measure: string;
  /** True: pupils of the unit who are in none of its published parts. */
  readonly rest: boolean;
  /** Points are counted in halves. */
  readonly low: number;
  readonly high: number;
  /** It follows from the points of the whole work and those of the other items. */
  readonly byTotal: boolean;
  /** The cells that it was read from, itself first. */
  readonly how: readonly string[];
}

/** As {@link GroupKey}, for levels that an attacker reads in a file. */
interface GroupKeyLike {
  readonly level: GroupKey['level'] | string;
  readonly unit: string;
}
