/**
 * What the other schools say about a school's share of low results on one work, before its own pupils are looked at.
 *
 * @module
 */
import type { BetaBinomial } from '../statistics/beta-binomial.js';
import { fitBetaBinomial, fitBetaBinomialOfOthers } from '../statistics/beta-binomial.js';
import type { GroupCount } from '../statistics/group-sums.js';

/** What the others say about how the true shares of schools differ: nothing, that they do not, or that they do. */
type ShareSpread = 'unknown' | 'none' | 'some';

/** The share is Beta(mean · precision, (1 − mean) · precision); `fitted` = it comes from other schools. */
export interface SharePrior {
  readonly mean: number;
  readonly precision: number;
  readonly fitted: boolean;
  /** `unknown`: there are too few others, or none of their pupils has a low result, or all have: as likely under any precision. */
  readonly spread: ShareSpread;
}

/**
 * The prior of each school: the beta-binomial distribution of the *others*, so that a school's own pupils speak once. Among more
 * than 300 schools one does not matter, and all have the prior of all.
 *
 * Edge cases: fewer than ten others do not say how schools differ: Jeffreys' Beta(½, ½). A prior is never more certain than the
 * pupils it rests on, and its mean never 0 or 1. Others of whom nobody, or everybody, has a low result fit any precision: they
 * tell the mean, but not the spread.
 * Source: Efron & Morris (1975), JASA 70, 311–319; Jeffreys (1946), Proc. R. Soc. A 186, 453–461.
 * Cost: a fit for each different pair of counts, or one in all.
 */
export function sharePriors(schools: readonly GroupCount[]): (school: GroupCount) => SharePrior {
  const pupils = schools.reduce((sum, { n }) => sum + n, 0);
  if (schools.length > MANY_SCHOOLS) {
    const prior = priorOf(fitBetaBinomial(schools), pupils);
    return () => prior;
  }
  const others = fitBetaBinomialOfOthers(schools);
  const known = new Map<string, SharePrior>();
  return (school) => {
    const key = `${school.count}/${school.n}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const made = priorOf(others(school), pupils - school.n);
    known.set(key, made);
    return made;
  };
}

function priorOf(others: BetaBinomial | undefined, pupils: number): SharePrior {
  if (others === undefined || others.groups < FEWEST_OTHERS) return JEFFREYS;
  const least = 0.5 / (pupils + 1);
  return {
    mean: Math.min(1 - least, Math.max(least, others.mean)),
    precision: others.kind === 'equal' ? pupils : Math.min(pupils, others.precision),
    fitted: true,
    spread: others.kind === 'spread' ? 'some' : others.mean === 0 || others.mean === 1 ? 'unknown' : 'none',
  };
}

/** Beyond so many schools nobody is left out of what the others say. */
export const MANY_SCHOOLS = 300;
const FEWEST_OTHERS = 10;
const JEFFREYS: SharePrior = { mean: 0.5, precision: 1, fitted: false, spread: 'unknown' };
