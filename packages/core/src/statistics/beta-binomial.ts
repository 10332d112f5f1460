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
 * by how many exceed each i. Newton steps on logit μ and ln θ from Kleinman’s moment estimator, or from a larger θ where that is small.
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
  const near = all?.kind === 'spread' ? nearOf(sums, all) : undefined;
  const known = new Map<number, BetaBinomial | undefined>();
  return (group) => {
    if (group.n === 0) return all;
    const key = group.n * (sums.most + 1) + group.count;
    if (known.has(key)) return known.get(key);
    sums.add(group, -1);
    const made = fitted(sums, near, group);
    sums.add(group, 1);
    known.set(key, made);
    return made;
  };
}

/** The fit of all groups, for those of all but one. */
interface Near {
  readonly mean: number;
  readonly theta: number;
  /** By how much the logarithm of the likelihood is above that without spread. */
  readonly lead: number;
}

function nearOf(
  of: GroupSums,
  { mean, precision }: { readonly mean: number; readonly precision: number },
): Near {
  const theta = 1 / precision;
  return { mean, theta, lead: logLikelihood(of, mean, theta) - withoutSpread(of, of.counted / of.pupils) };
}

/** `near`: of the groups with `without` among them, which has been taken away. */
function fitted(of: GroupSums, near?: Near, without: GroupCount = NOBODY): BetaBinomial | undefined {
  if (of.groups < 3) return undefined;
  const mean = of.counted / of.pupils;
  const equal: BetaBinomial = { kind: 'equal', mean, groups: of.groups };
  if (mean === 0 || mean === 1) return equal;
  const top =
    (near === undefined ? undefined : topNear(of, near)) ??
    climb(of, mean, Math.min(MOST_THETA, Math.max(momentStart(of, mean), LEAST_START)));
  if (top.theta < LEAST_THETA) return equal;
  // Without a group the likelihood with spread is no lower, and that of one share for all is higher by less than the group's own
  // probability at this share: where the lead is larger, nobody need look.
  const isSure = near !== undefined && near.lead + logShares(without.count, without.n, mean) > SURE_LEAD;
  if (!isSure && logLikelihood(of, top.mean, top.theta) <= withoutSpread(of, mean)) return equal;
  return { kind: 'spread', mean: top.mean, precision: 1 / top.theta, groups: of.groups };
}

/** Logarithm of the likelihood of one share for all groups. */
function withoutSpread({ counted, pupils }: GroupSums, mean: number): number {
  return logShares(counted, pupils, mean);
}

function logShares(count: number, n: number, mean: number): number {
  return count * Math.log(mean) + (n - count) * Math.log(1 - mean);
}

const NOBODY: GroupCount = { count: 0, n: 0 };
/**
 * Where one large group has nearly all that is counted, the likelihood falls from θ = 0 before it rises to a higher summit: a climb from
 * lower down may end at 0.
 */
const LEAST_START = 0.05;
/** Far more than rounding takes. */
const SURE_LEAD = 1;
