/**
 * How much the true shares of many groups differ: the beta-binomial distribution.
 *
 * @module
 */
import { logLikelihood, MOST_THETA, momentStart, newtonStep } from './beta-binomial-likelihood.js';
import type { Exceeding, GroupCount } from './group-sums.js';
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
    (near?.kind === 'spread' ? topNear(of, near) : undefined) ??
    climb(of, mean, Math.min(MOST_THETA, Math.max(start, 1e-4)));
  const withoutSpread = of.counted * Math.log(mean) + (of.pupils - of.counted) * Math.log(1 - mean);
  if (top.theta < LEAST_THETA || logLikelihood(of, top.mean, top.theta) <= withoutSpread) return equal;
  return { kind: 'spread', mean: top.mean, precision: 1 / top.theta, groups: of.groups };
}

/** Newton steps as in {@link climb} that shrink so fast that nobody need look at the height; absent where they do not. */
function topNear(of: Exceeding, near: Extract<BetaBinomial, { kind: 'spread' }>): Top | undefined {
  let { mean } = near;
  let theta = 1 / near.precision;
  let allowed = NEAR;
  for (let step = 0; step < MOST_STEPS_NEAR; step++) {
    const { move1, move2, curved } = newtonStep(of, mean, theta);
    const size = Math.max(Math.abs(move1), Math.abs(move2));
    if (!curved || !(size <= allowed)) return undefined;
    mean = 1 / (1 + Math.exp(-(Math.log(mean / (1 - mean)) + move1)));
    theta *= Math.exp(move2);
    if (theta < LEAST_THETA || theta > MOST_THETA) return undefined;
    // What is left is the square of a step, as long as steps are small.
    if (size < 1e-7) return { mean, theta };
    allowed = size / 2;
  }
  return undefined;
}

interface Top {
  readonly mean: number;
  readonly theta: number;
}

/** Newton steps on logit of the mean and logarithm of θ, halved until they lead upwards. */
function climb(of: Exceeding, startMean: number, startTheta: number): Top {
  let mean = startMean;
  let theta = startTheta;
  let height = logLikelihood(of, mean, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { move1, move2, g2 } = newtonStep(of, mean, theta);
    let part = Math.min(1, 2 / Math.max(Math.abs(move1), Math.abs(move2)));
    const logit = Math.log(mean / (1 - mean));
    for (; part > 1e-12; part /= 2) {
      const nextMean = 1 / (1 + Math.exp(-(logit + part * move1)));
      const nextTheta = Math.min(MOST_THETA, theta * Math.exp(part * move2));
      const next = logLikelihood(of, nextMean, nextTheta);
      if (next < height - 1e-13 * Math.abs(height)) continue;
      mean = nextMean;
      theta = nextTheta;
      height = next;
      break;
    }
    const size = Math.max(Math.abs(move1), Math.abs(move2));
    if (part <= 1e-12 || size < 1e-11 || theta < LEAST_THETA) break;
    if (theta === MOST_THETA && g2 > 0 && Math.abs(move1) < 1e-11) break;
  }
  return { mean, theta };
}

/** A precision of a million million: no group is large enough to tell it from an infinite one. */
const LEAST_THETA = 1e-12;
const MOST_STEPS = 200;
/** Where one group moves the maximum farther than this, the steps begin anew. */
const NEAR = 1;
const MOST_STEPS_NEAR = 12;
