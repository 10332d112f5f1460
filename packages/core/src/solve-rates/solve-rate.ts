/**
 * Solve rate of an item («процент решаемости», «процент выполнения задания»).
 *
 * @module
 */
import type { Figure, Interval } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { tInterval, wilsonInterval } from '../statistics/intervals.js';
import { standardDeviation } from '../statistics/moments.js';
import type { ItemScores } from './item-scores.js';

/**
 * Share of the available points that a group got.
 *
 * Formula: Σ points / (pupils counted × maximum). Counted are pupils who answered or did not attempt the item
 * (0 points); not taught, not administered and absent pupils leave the denominator.
 * Units: share 0..1. Interval: 95 %, Wilson for items of one point, t on points otherwise, kept inside 0..1;
 * where all pupils of a many-point item have the same score, Wilson on the share (`wilson-bound`), since a
 * bounded score varies at most as much as a 0/1 score of the same mean.
 * Edge cases: nobody counted → `not-taught` or `no-pupils`; no maximum → `max-unknown`.
 * Not for comparing items of different difficulty, nor works of different years.
 */
export function solveRate(scores: ItemScores, maxPoints: number | undefined): Figure {
  if (scores.n === 0) return missing(scores.notTaught > 0 ? 'not-taught' : 'no-pupils');
  if (maxPoints === undefined) return missing('max-unknown', scores.n);
  if (maxPoints === 1 && scores.zeroOne) return shareOf(scores.sum, scores.n);
  const share = scores.sum / (scores.n * maxPoints);
  return known(share, scores.n, solveRateInterval(scores, maxPoints, share));
}

/** Share of pupils with full points, some points and none. They add up to 1; intervals nobody has asked for. */
export function scoreShares(
  scores: ItemScores,
  maxPoints: number | undefined,
): { readonly full: Figure; readonly partial: Figure; readonly zero: Figure } {
  const { n, full, zero } = scores;
  if (n === 0) {
    const none = missing(scores.notTaught > 0 ? 'not-taught' : 'no-pupils');
    return { full: none, partial: none, zero: none };
  }
  const unknown = missing('max-unknown', n);
  return {
    full: maxPoints === undefined ? unknown : plainShare(full, n),
    partial: maxPoints === undefined ? unknown : plainShare(n - full - zero, n),
    zero: plainShare(zero, n),
  };
}

const SMALL = 64;

/** A count of pupils as a share of `n` with its Wilson interval; `n` above zero. */
export const shareOf = /* @__PURE__ */ madeOnce((count, n) =>
  known(count / n, n, { ...wilsonInterval(count / n, n), method: 'wilson' }),
);

const plainShare = /* @__PURE__ */ madeOnce((count, n) => known(count / n, n));

/** Small groups are many, and their few possible shares are made once. */
function madeOnce(make: (count: number, n: number) => Figure): (count: number, n: number) => Figure {
  const made = new Array<Figure | undefined>((SMALL + 1) * (SMALL + 1));
  return (count, n) => {
    if (n > SMALL) return make(count, n);
    const place = n * (SMALL + 1) + count;
    const there = made[place] ?? make(count, n);
    made[place] = there;
    return there;
  };
}

function solveRateInterval(scores: ItemScores, maxPoints: number, share: number): Interval {
  const sd = scores.n < 2 ? 0 : standardDeviation(scores);
  if (sd === 0) return { ...wilsonInterval(share, scores.n), method: 'wilson-bound' };
  const { low, high } = tInterval(scores.sum / scores.n, sd, scores.n);
  return { low: Math.max(0, low / maxPoints), high: Math.min(1, high / maxPoints), method: 't' };
}
