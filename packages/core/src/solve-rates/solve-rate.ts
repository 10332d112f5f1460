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
    full: maxPoints === undefined ? unknown : known(full / n, n),
    partial: maxPoints === undefined ? unknown : known((n - full - zero) / n, n),
    zero: known(zero / n, n),
  };
}

/** A count of pupils as a share of `n` with its Wilson interval; `n` above zero. */
export function shareOf(count: number, n: number): Figure {
  if (n > SMALL) return makeShare(count, n);
  // Small groups are many, and their few possible shares are made once.
  const place = n * (SMALL + 1) + count;
  const there = shares[place];
  if (there !== undefined) return there;
  const made = makeShare(count, n);
  shares[place] = made;
  return made;
}

const SMALL = 64;
const shares: (Figure | undefined)[] = new Array<Figure | undefined>((SMALL + 1) * (SMALL + 1));

function makeShare(count: number, n: number): Figure {
  return known(count / n, n, { ...wilsonInterval(count / n, n), method: 'wilson' });
}

function solveRateInterval(scores: ItemScores, maxPoints: number, share: number): Interval {
  if (maxPoints === 1 && scores.zeroOne) return { ...wilsonInterval(share, scores.n), method: 'wilson' };
  const sd = scores.n < 2 ? 0 : standardDeviation(scores);
  if (sd === 0) return { ...wilsonInterval(share, scores.n), method: 'wilson-bound' };
  const { low, high } = tInterval(scores.sum / scores.n, sd, scores.n);
  return { low: Math.max(0, low / maxPoints), high: Math.min(1, high / maxPoints), method: 't' };
}
