/**
 * Where the levels stand that a school may have: a lattice in place of an integral.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { SharePrior } from './share-priors.js';

/**
 * Levels from −`reach` to `reach` steps around the middle, in standard deviations of schools. On either side of them stands one more
 * ({@link levelCount}): that of a school unlike all others.
 */
export interface LevelLattice {
  /** Part of the variance between schools that is the level's, 0..0.95; the rest is the single work's own. */
  readonly alike: number;
  /** Between neighbouring levels. */
  readonly step: number;
  /** Steps from the middle of the lattice to an end. */
  readonly reach: number;
}

/** A normal distribution around 0: weights from −`reach` to `reach` steps, sum 1. */
export interface LatticeNormal {
  readonly reach: number;
  readonly weights: Float64Array;
}

type Shares = Pick<SharePrior, 'mean' | 'precision'>;

/** What a school can have written at most. */
interface MostResults {
  readonly works: number;
  readonly years: number;
  /** How schools differ on these works. */
  readonly priors: Iterable<Shares>;
}

/** Between neighbouring levels, where results do not tell them apart more finely. */
export const LATTICE_STEP = 0.25;

/**
 * How far neighbouring levels stand apart: at most {@link LATTICE_STEP}, and less where levels of schools, or of works of a school,
 * hardly differ, or where the works of a school are so alike and so many that they would tell its level more finely than that.
 *
 * Formula: 1.5 s, where s² is the least of some variances: `school` and `work`, those of the levels; (work + own / years) / works, with
 * which shares known without any error tell the level of a school, own being the least {@link ownVariance}; and own / years, with which
 * they tell that of one work. A sum over a lattice of step h in place of an integral over a normal density errs by a part of
 * 2 exp(−2 π² s² / h²), here 0.0003, and by less as soon as pupils are counted.
 * Source: Trefethen & Weideman (2014), SIAM Review 56, 385–458.
 */
export function latticeStep({ school, work }: Alikeness, { works, years, priors }: MostResults): number {
  let own = 1 - school - work;
  for (const prior of priors) own = Math.min(own, ownVariance(prior, school + work));
  own /= Math.max(1, years);
  const ofLevels = [school, work].filter((of) => of > NEGLIGIBLE_VARIANCE);
  const least = Math.min((work + own) / Math.max(1, works), own, ...ofLevels);
  return Math.min(LATTICE_STEP, 1.5 * Math.sqrt(least));
}

/**
 * Variance of the level that a share known without any error leaves: 1 − alike where schools differ little. Where a few schools have
 * nearly all low results, the same share of the variance lies in levels that are much farther apart, and less is left.
 *
 * Formula: with levels t of the variance `alike` let the mean share be proportional to exp(d t), a lognormal variable with the
 * variance alike · V; then d² alike = ln(1 + x), x = alike · V / mean², and the rest (1 − alike) V is the part
 * v = (1 − alike) / alike · x / (1 + x) of the mean square at every level. What is left is v / d². With mean (1 − mean) in place of
 * the mean it is the same for results that are not low; compared with `levelShares` it is on the safe side, by up to two fifths
 * in the step, unless precisions are under one half.
 */
function ownVariance({ mean, precision }: Shares, alike: number): number {
  const x = alike / (mean * (1 - mean) * (1 + precision));
  return x < NEGLIGIBLE_VARIANCE ? 1 - alike : ((1 - alike) * x) / ((1 + x) * Math.log1p(x));
}

/** How many levels there are, the two outlying ones among them. */
export function levelCount({ reach }: Pick<LevelLattice, 'reach'>): number {
  return 2 * reach + 3;
}

/** The normal distribution of this variance; without any, the middle alone. */
export function latticeNormal(variance: number, step: number): LatticeNormal {
  const reach = latticeReach(variance, step);
  return { reach, weights: normalWeights(variance, step, reach) };
}

/** Steps to the farthest level that counts. */
export function latticeReach(variance: number, step: number): number {
  return Math.floor(stepsToEnd(variance, step));
}

/** Steps to where levels end: there, or a part of a step before it, stands the last of them. */
export function stepsToEnd(variance: number, step: number): number {
  return variance <= NEGLIGIBLE_VARIANCE ? 0 : (REACH * Math.sqrt(variance)) / step;
}

/** The normal distribution of this variance, cut off after so many steps. */
export function normalWeights(variance: number, step: number, reach: number): Float64Array {
  const isMiddle = variance <= NEGLIGIBLE_VARIANCE;
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, place) => {
    const level = (place - reach) * step;
    return isMiddle ? Number(level === 0) : Math.exp(-(level * level) / (2 * variance));
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** Standard deviations on either side: a school may be far worse than all others, and just there the border may be. */
const REACH = 8;
const NEGLIGIBLE_VARIANCE = 1e-12;
