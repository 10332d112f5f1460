/**
 * Difference of the solve rates of two groups on one item.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { squaredDeviations } from '../statistics/moments.js';
import { newcombeInterval, pooledShareTest } from '../statistics/two-shares.js';
import { welchTest } from '../statistics/welch-test.js';
import { passingKnown } from './passing-known.js';

/** How far one group is above another. */
export interface RateDifference {
  /** Solve rate of the one less that of the other, −1..1; `n` = pupils of both. */
  readonly difference: Figure;
  /**
   * Two-sided p value of equal solve rates; absent where the difference is missing or all are at one end of the
   * scale.
   */
  readonly p?: number;
}

/**
 * Difference of the solve rates («разница процентов решаемости») of two groups without a common pupil: `one − other`.
 *
 * Formula: for 0/1 items Newcombe's interval and the pooled z test; for several points Welch's interval and test on
 * points / maximum. Where all pupils of a group have the same points, Welch would take its mean for certain, so
 * interval and test are those of 0/1 items on the mean shares, which are on the safe side.
 * Units: share; positive = `one` is higher.
 * Edge cases: nobody in a group → `not-taught` or `no-pupils`; one pupil → `too-few`; no maximum → `max-unknown`;
 * both groups all 0 % or all 100 % → difference 0 without p.
 * Not for a school against a region that contains it: subtract the school first (`subtractScores`).
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890; Welch (1947), Biometrika 34, 28–35.
 */
export function rateDifference(
  one: ItemScores,
  other: ItemScores,
  maxPoints: number | undefined,
): RateDifference {
  const n = one.n + other.n;
  for (const group of [one, other]) {
    if (group.n === 0) return { difference: missing(group.notTaught > 0 ? 'not-taught' : 'no-pupils', n) };
  }
  if (one.n < 2 || other.n < 2) return { difference: missing('too-few', n) };
  if (maxPoints === undefined) return { difference: missing('max-unknown', n) };
  const zeroOne = maxPoints === 1 && one.zeroOne && other.zeroOne;
  const test =
    zeroOne || squaredDeviations(one) === 0 || squaredDeviations(other) === 0
      ? undefined
      : welchTest(asShares(one, maxPoints), asShares(other, maxPoints));
  if (test !== undefined) {
    const { low, high, method } = test.interval;
    const interval = { low: Math.max(-1, low), high: Math.min(1, high), method };
    return { difference: passingKnown(test.difference, n, interval), p: test.p };
  }
  const a = { share: one.sum / (one.n * maxPoints), n: one.n };
  const b = { share: other.sum / (other.n * maxPoints), n: other.n };
  const difference = passingKnown(a.share - b.share, n, newcombeInterval(a, b));
  const pooled = pooledShareTest(a, b);
  return pooled === undefined ? { difference } : { difference, p: pooled.p };
}

function asShares({ n, sum, sumOfSquares }: ItemScores, maxPoints: number) {
  return { n, sum: sum / maxPoints, sumOfSquares: sumOfSquares / maxPoints ** 2 };
}
