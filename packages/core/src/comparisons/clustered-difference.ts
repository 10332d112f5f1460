/**
 * Difference of the solve rates of two groups of schools on one item.
 *
 * @module
 */
import { missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';
import { clusteredMean } from '../statistics/clustered-mean.js';
import type { EstimatedVariance } from '../statistics/satterthwaite.js';
import { satterthwaiteTest } from '../statistics/satterthwaite.js';
import type { GroupShare } from '../statistics/two-shares.js';
import type { RateDifference } from './difference.js';
import { passingKnown } from './passing-known.js';

/**
 * Difference of the solve rates of two groups without a common school: `one − other`, where pupils of one school are alike.
 *
 * Formula: means over schools as clusters (`clusteredMean`), interval and p from t with the degrees of freedom of
 * Satterthwaite ({@link satterthwaiteTest}). Where the schools of a group do not differ at all, that is no certainty:
 * its variance is then p(1 − p) / n with the mean share p of both groups, the largest that independent pupils can have,
 * with k − 1 degrees of freedom. Units: share; positive = `one` is higher; method `clustered`. Edge cases: fewer than
 * two schools with pupils counted on the item in a group → undefined, for schools say nothing there; no maximum →
 * `max-unknown`; both groups all 0 % or all 100 % → difference 0 without interval and p. Not for one school against
 * others: `rateDifference`. Where both groups hold the same schools (two years), the interval is too wide. With few
 * schools of very different size p is too small, as `clusteredMean` says: where no group differed, 8 % of p were below
 * .05 with 20 schools of 1 to 70 pupils in a municipality, 17 % with three (simulated; taken as independent pupils, 21
 * and 22 %). Source: Cochran (1977), Sampling Techniques, 6.3 and 9A; Satterthwaite (1946), Biometrics Bulletin 2,
 * 110–114.
 */
export function clusteredDifference(
  one: readonly ItemScores[],
  other: readonly ItemScores[],
  maxPoints: number | undefined,
): RateDifference | undefined {
  const [a, b] = [clusteredMean(one, maxPoints), clusteredMean(other, maxPoints)];
  if (a === undefined || b === undefined) return undefined;
  if (maxPoints === undefined) return { difference: missing('max-unknown', a.n + b.n) };
  const both = (a.mean * a.n + b.mean * b.n) / (a.n + b.n) / maxPoints;
  return differenceOf(
    a.mean / maxPoints - b.mean / maxPoints,
    a.n + b.n,
    varianceOf(a, both, maxPoints),
    varianceOf(b, both, maxPoints),
  );
}

/**
 * The same against a share that is stated for very many pupils: their variance is that of independent pupils, which is
 * next to nothing.
 *
 * Edge cases: as {@link clusteredDifference}.
 */
export function clusteredStatedDifference(
  own: readonly ItemScores[],
  { share, n }: GroupShare,
  maxPoints: number,
): RateDifference | undefined {
  const of = clusteredMean(own, maxPoints);
  if (of === undefined) return undefined;
  const mean = of.mean / maxPoints;
  return differenceOf(
    mean - share,
    of.n + n,
    varianceOf(of, (mean * of.n + share * n) / (of.n + n), maxPoints),
    {
      variance: (share * (1 - share)) / n,
      freedom: Number.POSITIVE_INFINITY,
    },
  );
}

function differenceOf(
  difference: number,
  n: number,
  one: EstimatedVariance,
  other: EstimatedVariance,
): RateDifference {
  const test = satterthwaiteTest(difference, one, other);
  if (test === undefined) return { difference: { kind: 'known', estimate: difference, n } };
  const interval = {
    low: Math.max(-1, difference - test.half),
    high: Math.min(1, difference + test.half),
    method: 'clustered',
  } as const;
  return { difference: passingKnown(difference, n, interval), p: test.p };
}

function varianceOf(of: ClusteredMean, both: number, maxPoints: number): EstimatedVariance {
  const freedom = of.clusters - 1;
  if (of.standardError > 0) return { variance: (of.standardError / maxPoints) ** 2, freedom };
  return { variance: Math.max(0, both * (1 - both)) / of.n, freedom };
}
