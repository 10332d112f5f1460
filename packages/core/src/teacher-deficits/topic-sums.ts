import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey, splitTotalKey } from '../tally/group-counts.js';
import { eachCount } from '../tally/sparse-counts.js';

/** Pupils by total, and their points on one topic. Index = total in half points; length = most half points of the work + 1. */
export interface TopicSums {
  readonly pupils: Float64Array;
  readonly points: Float64Array;
}

/**
 * Lays a group out by topic. `topicOf[item]` is the place of the item's topic, −1 = of none. Two groups merge by adding.
 *
 * Absent where the tally was shared: totals alone do not say who solved which item.
 * Cost: one pass over the cross table.
 */
export function topicSums(
  { totals, cross }: CompleteCounts,
  topicOf: readonly number[],
  topics: number,
  width: number,
): readonly TopicSums[] | undefined {
  if (cross === undefined) return undefined;
  const pupils = new Float64Array(width);
  eachCount(totals, (key, count) => {
    const { total } = splitTotalKey(key);
    pupils[total] = (pupils[total] ?? 0) + count;
  });
  const sums = Array.from({ length: topics }, () => ({ pupils, points: new Float64Array(width) }));
  eachCount(cross, (key, count) => {
    const { item, points: half, total } = splitCrossKey(key);
    const into = sums[topicOf[item] ?? -1]?.points;
    if (into !== undefined) into[total] = (into[total] ?? 0) + (half / 2) * count;
  });
  return sums;
}

/** The whole without a part; absent when it is no part of it. */
export function restOf(whole: TopicSums, part: TopicSums): TopicSums | undefined {
  const pupils = whole.pupils.map((count, total) => count - (part.pupils[total] ?? 0));
  const points = whole.points.map((sum, total) => sum - (part.points[total] ?? 0));
  return pupils.some((count) => count < 0) || points.some((sum) => sum < 0) ? undefined : { pupils, points };
}

/** All pupils of a group. */
export function countOf({ pupils }: TopicSums): number {
  return pupils.reduce((sum, count) => sum + count, 0);
}
