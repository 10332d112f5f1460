/**
 * How much the true shares of many groups differ: the beta-binomial distribution.
 *
 * @module
 */
import { logLikelihood, MOST_THETA, momentStart } from './beta-binomial-likelihood.js';
import { climb, LEAST_THETA, topNear } from './beta-binomial-top.js';
import type { GroupCount } from './group-sums.js';
import { GroupSums } from './group-sums.js';

/** Distribution of the groups' true shares. */
export type BetaBinomial =
  /** They spread as Beta(mean · precision, (1 − mean) · precision). */
  | { readonly kind: 'spread'; readonly mean: number; readonly precision: number; readonly groups: number }
  /** Chance alone explains the differences: one share for all, an infinite precision. */
  | { readonly kind: 'equal'; readonly mean: number; readonly groups: number };

/** Below this precision every group is all or nothing; the likelihood has no maximum there. */
export const LEAST_PRECISION = 1 / MOST_THETA;

/**
 * Fits mean μ (share 0..1) and precision M of the true shares by maximum likelihood.
 *
 * Formula, with θ = 1/M: Σ ln(μ + iθ) over i below the count, + Σ ln(1 − μ + iθ) over i below the rest, − Σ ln(1 +
 * iθ) over i below n, summed over all groups. Written so, θ = 0 is the binomial distribution, and groups enter only
 * by how many exceed each i. Newton steps on logit μ and ln θ from Kleinman's moment estimator.
 * Edge cases: groups without a pupil are left out; fewer than three groups → undefined; likelihood highest at θ = 0,
 * or all shares 0, or all 1 → `equal`. Errors: counts that are not whole or outside 0..n.
 * Source: Griffiths (1973), Biometrics 29, 637–648; Kleinman (1973), JASA 68, 46–54.
 * Cost: a few tens of passes over the largest n, whatever the number of groups.
 */
export function fitBetaBinomial(groups: readonly GroupCount[]): BetaBinomial | undefined {
  return fitted(new GroupSums(groups));
}

/**
 * The fit of all other groups, for each group: `undefined` as in {@link fitBetaBinomial}, on which formula and edge cases rest.
 * What a group is judged by then does not depend on its own pupils.
 *
 * Cost: a few passes over the largest n for each different pair of count and n: one group moves the maximum little, so Newton
 * steps begin at that of all groups.
 */
export function fitBetaBinomialOfOthers(
  groups: readonly GroupCount[],
): (group: GroupCount) => BetaBinomial | undefined {
  const sums = new GroupSums(groups);
  const all = fitted(sums);
  const known = new Map<number, BetaBinomial | undefined>();
  return (group) => {
    if (group.n === 0) return all;
    const key = group.n * (sums.most + 1) + group.count;
    if (known.has(key)) return known.get(key);
    sums.add(group, -1);
    const made = fitted(sums, all);
    sums.add(group, 1);
    known.set(key, made);
    return made;
  };
}

/** `near`: the fit of nearly the same groups. */
function fitted(of: GroupSums, near?: BetaBinomial): BetaBinomial | undefined {
  if (of.groups < 3) return undefined;
  const mean = of.counted / of.pupils;
  const equal: BetaBinomial = { kind: 'equal', mean, groups: of.groups };
  if (mean === 0 || mean === 1) return equal;
  const start = momentStart(of, mean);
  // The slope by θ at 0: in each sum i adds up to the number of pairs.
  const grows = of.countPairs / mean + of.restPairs / (1 - mean) > (of.squares - of.pupils) / 2;
  if (!grows && start <= 0) return equal;
  const top =
    (near?.kind === 'spread' ? topNear(of, { mean: near.mean, theta: 1 / near.precision }) : undefined) ??
    climb(of, mean, Math.min(MOST_THETA, Math.max(start, 1e-4)));
  const withoutSpread = of.counted * Math.log(mean) + (of.pupils - of.counted) * Math.log(1 - mean);
  if (top.theta < LEAST_THETA || logLikelihood(of, top.mean, top.theta) <= withoutSpread) return equal;
  return { kind: 'spread', mean: top.mean, precision: 1 / top.theta, groups: of.groups };
}
