import { MAX_HALF_POINTS, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import type { Mutable } from '../foundation/mutable.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { splitResponseKey } from '../tally/group-counts.js';

/** What a group did on one item, in points. Counts are pupils. */
export interface ItemScores {
  /** Answered or not attempted. */
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** With the highest possible points; 0 while the maximum is unknown. */
  readonly full: number;
  /** With no points, not attempted among them. */
  readonly zero: number;
  readonly notAttempted: number;
  readonly notTaught: number;
  /** No points other than 0 and 1 occur. */
  readonly zeroOne: boolean;
}

/** Nobody was counted. */
export const NO_SCORES: ItemScores = {
  n: 0,
  sum: 0,
  sumOfSquares: 0,
  full: 0,
  zero: 0,
  notAttempted: 0,
  notTaught: 0,
  zeroOne: true,
};

/** Reads the scores of every item out of the counts of a group, in the order of the items. */
export function itemScores(
  counts: GroupCounts,
  maxima: readonly (number | undefined)[],
): readonly ItemScores[] {
  const scores: Mutable<ItemScores>[] = maxima.map(() => ({ ...NO_SCORES }));
  const { keys, counts: pupils, from, to } = counts.responses;
  for (let i = from; i < to; i++) {
    const { item, code } = splitResponseKey(keys[i] ?? 0);
    const count = pupils[i] ?? 0;
    const score = scores[item];
    if (score === undefined) continue;
    if (code === NOT_TAUGHT) {
      score.notTaught += count;
      continue;
    }
    if (code === NOT_ATTEMPTED) score.notAttempted += count;
    const points = code <= MAX_HALF_POINTS ? code / 2 : 0;
    score.n += count;
    score.sum += points * count;
    score.sumOfSquares += points * points * count;
    if (points === 0) score.zero += count;
    else if (points !== 1) score.zeroOne = false;
    if (points === maxima[item]) score.full += count;
  }
  return scores;
}
