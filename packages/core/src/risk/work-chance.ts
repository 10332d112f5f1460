/**
 * What the results of a school on one work say, whatever its level may be.
 *
 * @module
 */
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import type { SharePrior } from './share-priors.js';

/** Levels of a school on a work stand on a lattice, in standard deviations of schools around the middle. */
export const LATTICE_STEP = 0.25;
/** Place of the middle. */
export const MIDDLE = 18;
const LATTICE = Array.from({ length: 2 * MIDDLE + 1 }, (_, place) => (place - MIDDLE) * LATTICE_STEP);

/** By level of the lattice. */
export interface WorkChance {
  /** Logarithm of the probability of the school's counts. */
  readonly likelihood: Float64Array;
  /** Probability that the true share of low results reaches the border. */
  readonly low: Float64Array;
}

/**
 * What counts say on works with one prior, when the part `alike` of the variance between schools is the level's and the rest the
 * single work's own.
 *
 * Formula: the logit of a school's share varies between schools by σ² = variance / (m(1 − m))² (delta method) around a middle at
 * which the mean over all schools is m (MacKay's approximation); at level t it lies σt above the middle. Given t the share is
 * Beta with the variance that is left, (1 − alike) · σ² on the scale of the logit. Then counts are beta-binomial, and the share
 * given counts is Beta again. Without a fitted prior the level says nothing.
 * Source: Skellam (1948), JRSS B 10, 257–261 (beta-binomial); MacKay (1992), Neural Computation 4, 720–736.
 */
export function workChances(
  prior: SharePrior,
  alike: number,
  shareFrom: number,
): (count: number, n: number) => WorkChance {
  const parameters = prior.fitted ? byLevel(prior, alike) : undefined;
  const known = new Map<number, WorkChance>();
  return (count, n) => {
    const key = n * MOST_PUPILS + count;
    const there = known.get(key);
    if (there !== undefined) return there;
    const likelihood = new Float64Array(LATTICE.length);
    const low = new Float64Array(LATTICE.length);
    if (parameters === undefined) {
      low.fill(1 - betaProbability(shareFrom, 0.5 + count, 0.5 + n - count));
    } else {
      for (let level = 0; level < LATTICE.length; level++) {
        const a = parameters.a[level] ?? 0;
        const b = parameters.b[level] ?? 0;
        likelihood[level] = logBeta(a + count, b + n - count) - (parameters.logBeta[level] ?? 0);
        low[level] = 1 - betaProbability(shareFrom, a + count, b + n - count);
      }
    }
    const made = { likelihood, low };
    known.set(key, made);
    return made;
  };
}

/** Parameters of the distribution of the share, by level. */
function byLevel({ mean, precision }: SharePrior, alike: number) {
  const logitVariance = 1 / ((1 + precision) * mean * (1 - mean));
  const middle = Math.log(mean / (1 - mean)) * Math.sqrt(1 + (Math.PI * logitVariance) / 8);
  const shares = LATTICE.map((t) => 1 / (1 + Math.exp(-(middle + Math.sqrt(logitVariance) * t))));
  const precisions = shares.map((share) =>
    Math.max(LEAST_PRECISION, 1 / ((1 - alike) * logitVariance * share * (1 - share)) - 1),
  );
  const a = shares.map((share, level) => share * (precisions[level] ?? 0));
  const b = shares.map((share, level) => (1 - share) * (precisions[level] ?? 0));
  return { a, b, logBeta: a.map((of, level) => logBeta(of, b[level] ?? 0)) };
}

/** Below it a share would be all or nothing. */
const LEAST_PRECISION = 0.5;
const MOST_PUPILS = 2 ** 20;
