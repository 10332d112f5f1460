import type { Item } from '../assessment/assessment.js';
import type { RateDifference } from '../comparisons/difference.js';
import { known, missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import type { GroupShare } from '../statistics/two-shares.js';
import { newcombeInterval, pooledShareTest } from '../statistics/two-shares.js';
import type { StatedRow } from '../tally/stated.js';

/**
 * Against a share that a report states, group and country taken as disjoint: a country has so many pupils that one
 * group in it does not matter. Points as shares of the maximum vary at most as 0/1 scores of the same mean do, so the
 * interval is on the safe side.
 */
export function statedDifference(
  own: ItemScores,
  { maxPoints }: Item,
  other: GroupShare | undefined,
): RateDifference {
  if (other === undefined) return { difference: missing('not-stated', own.n) };
  if (own.n === 0) return { difference: missing(own.notTaught > 0 ? 'not-taught' : 'no-pupils') };
  if (maxPoints === undefined) return { difference: missing('max-unknown', own.n) };
  const one = { share: own.sum / (own.n * maxPoints), n: own.n };
  const difference = known(one.share - other.share, own.n + other.n, newcombeInterval(one, other));
  const p = pooledShareTest(one, other)?.p;
  return p === undefined ? { difference } : { difference, p };
}

/** The share that a report states of an item, with its pupils; absent where it does not say both. */
export function statedShare({ id }: Item, { items, n }: StatedRow): GroupShare | undefined {
  const share = items?.find(({ item }) => item === id)?.share;
  return share === undefined || n === undefined ? undefined : { share: Math.min(1, share), n };
}
