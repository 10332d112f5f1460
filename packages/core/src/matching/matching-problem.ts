/**
 * Who may take part in what, in columns: seekers (teachers, or schools that look for a partner), their needs, offers
 * with places, and the pairs of both that are allowed.
 *
 * A pair says which needs of its seeker the offer meets: bit d of `pairMask` stands for the d-th need of that seeker.
 * Everything is an integer, so that results are the same on every machine.
 */
export interface MatchingProblem {
  /** Needs of seeker s stand at `needStart[s]` up to `needStart[s + 1]`; at most 31 each. Length: seekers + 1. */
  readonly needStart: Int32Array;
  /** What meeting a need is worth, by need: whole numbers from 0. */
  readonly needWeight: Float64Array;
  /** How many offers a seeker takes at most, by seeker. */
  readonly limit: Int32Array;
  /** Hours that a seeker has, by seeker; `NO_LIMIT` where nobody counts them. */
  readonly hours: Int32Array;
  /** Places of an offer. */
  readonly places: Int32Array;
  /** An offer takes place with at least so many seekers, or with none; 0 and 1 mean any number. */
  readonly leastGroup: Int32Array;
  /** When an offer takes place: a seeker takes one offer of a slot. `ANY_TIME` where it does not matter. */
  readonly slot: Int32Array;
  /** Hours that an offer takes of a seeker's. */
  readonly duration: Int32Array;
  /** Pairs of seeker s stand at `pairStart[s]` up to `pairStart[s + 1]`, by offer ascending. Length: seekers + 1. */
  readonly pairStart: Int32Array;
  readonly pairOffer: Int32Array;
  readonly pairMask: Int32Array;
  /** What a pair costs in the units of the weights (ways, changes of an earlier plan): whole numbers from 0. */
  readonly pairCost: Float64Array;
  /** 1 where the pair is settled beforehand: every plan holds it. */
  readonly pairLocked: Int32Array;
}

export const NO_LIMIT = 2_147_483_647;

export const ANY_TIME = -1;

/** Needs of one seeker are bits of a 32-bit number, whose sign is left alone. */
export const MOST_NEEDS = 31;

/** Sums of values stay exact below this, with the ten binary places of prices. */
export const MOST_VALUE = 2 ** 42;

export const seekersOf = ({ limit }: MatchingProblem): number => limit.length;

export const offersOf = ({ places }: MatchingProblem): number => places.length;

/** The same problem with other values: what is maximised in one stage of several. */
export function withValues(
  problem: MatchingProblem,
  needWeight: Float64Array,
  pairCost: Float64Array,
): MatchingProblem {
  return { ...problem, needWeight, pairCost };
}
