/**
 * What the other schools say about a school's share of low results on one work, before its own pupils are looked at.
 *
 * @module
 */
import type { BetaBinomial } from '../statistics/beta-binomial.js';
import { fitBetaBinomialOfOthers } from '../statistics/beta-binomial.js';
import type { GroupCount } from '../statistics/group-sums.js';

/** What the others say about how the true shares of schools differ: nothing, that they do not, or that they do. */
type ShareSpread = 'unknown' | 'none' | 'some';

/**
 * The share is Beta(mean · precision, (1 − mean) · precision): what is to be expected of one more school; `fitted` = it comes from other
 * schools.
 */
export interface SharePrior {
  readonly mean: number;
  readonly precision: number;
  readonly fitted: boolean;
  /** `unknown`: there are too few others, or none of their pupils has a low result, or all have: as likely under any precision. */
  readonly spread: ShareSpread;
}

/**
 * The prior of each school: the beta-binomial distribution of the *others*, so that a school's own pupils speak once.
 *
 * Formula: precision = M / f, where M is the fitted one, at most as many as the pupils of the others, and f what others leave open: they
 * tell the mean only to V / Σ w of the variance V between schools, w = n / (n + M), and V itself with about ν = Σ w² − 1 degrees of
 * freedom, of which the likelihood makes V too small by ν / (ν + 1). So (1 + 1 / Σ w) (ν + 1) / ν is the scale of one more value after a
 * normal sample, where w = 1, and Student's t with ν degrees of freedom around it has the larger variance ν / (ν − 2). Our choice between
 * what its middle and its tails need: f = (1 + 1 / Σ w) ((ν + 1) / ν)²; ν is at least 1. In simulated regions of 4 to 60 schools that says
 * neither too much nor too little.
 * Edge cases: fewer than three others do not say how schools differ: Jeffreys' Beta(½, ½). Others who do not differ beyond chance have
 * the largest M, their pupils. The mean is never nearer to 0 or 1 than half a pupil of one more. Others of whom nobody, or everybody, has a
 * low result fit any precision: they tell the mean, but not the spread.
 * Source: Efron & Morris (1975), JASA 70, 311–319; Gelman et al. (2013), Bayesian Data Analysis, 3.2 (one more value); Jeffreys (1946),
 * Proc. R. Soc. A 186, 453–461.
 * Cost: a fit for each different pair of counts, some five to twenty microseconds.
 */
export function sharePriors(schools: readonly GroupCount[]): (school: GroupCount) => SharePrior {
  const pupils = schools.reduce((sum, { n }) => sum + n, 0);
  const sizes = sizesOf(schools);
  const others = fitBetaBinomialOfOthers(schools);
  const known = new Map<number, Map<number, SharePrior>>();
  return (school) => {
    const ofSize = known.get(school.n) ?? new Map<number, SharePrior>();
    const there = ofSize.get(school.count);
    if (there !== undefined) return there;
    const fit = others(school);
    const made =
      fit === undefined || fit.groups < FEWEST_OTHERS
        ? JEFFREYS
        : priorOf(fit, pupils - school.n, sizes, school);
    ofSize.set(school.count, made);
    known.set(school.n, ofSize);
    return made;
  };
}

/** How many schools have so many pupils: number by number, the pupils, then the schools. */
type Sizes = Float64Array;

function sizesOf(schools: readonly GroupCount[]): Sizes {
  const sizes = new Map<number, number>();
  for (const { n } of schools) sizes.set(n, (sizes.get(n) ?? 0) + 1);
  return Float64Array.from([...sizes].flat());
}

function priorOf(others: BetaBinomial, pupils: number, sizes: Sizes, without: GroupCount): SharePrior {
  const least = 0.5 / (pupils + 1);
  const precision = others.kind === 'equal' ? pupils : Math.min(pupils, others.precision);
  return {
    mean: Math.min(1 - least, Math.max(least, others.mean)),
    precision: precision / leftOpen(precision, sizes, without),
    fitted: true,
    spread: others.kind === 'spread' ? 'some' : others.mean === 0 || others.mean === 1 ? 'unknown' : 'none',
  };
}

/** f above. */
function leftOpen(precision: number, sizes: Sizes, without: GroupCount): number {
  const own = without.n / (without.n + precision);
  let weights = -own;
  let squares = -own * own;
  for (let at = 0; at < sizes.length; at += 2) {
    const n = sizes[at] ?? 0;
    const weight = n / (n + precision);
    const all = (sizes[at + 1] ?? 0) * weight;
    weights += all;
    squares += all * weight;
  }
  const freedom = Math.max(1, squares - 1);
  return (1 + 1 / weights) * ((freedom + 1) / freedom) ** 2;
}

const FEWEST_OTHERS = 3;
const JEFFREYS: SharePrior = { mean: 0.5, precision: 1, fitted: false, spread: 'unknown' };
