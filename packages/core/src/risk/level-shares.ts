/**
 * How the shares of schools are distributed, level by level.
 *
 * @module
 */
import type { LevelLattice } from './level-lattice.js';
import { normalWeights, stepsToEnd } from './level-lattice.js';
import type { SharePrior } from './share-priors.js';

/** Parameters of the beta distribution of a share, by level. */
export interface LevelShares {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Where the levels end. */
  readonly lowest: BetaParameters;
  readonly highest: BetaParameters;
}

interface BetaParameters {
  readonly a: number;
  readonly b: number;
}

/**
 * The distribution of the shares of all schools on one work, taken apart by level.
 *
 * Formula: let m be the mean of the prior and V = m(1 − m) / (1 + precision) its variance. At level t, normal with the variance
 * `alike`, the mean share is s = expit(c + d t), where c and d are such that these means have the mean m and the variance alike · V.
 * At a level the share is Beta(1 / (v (1 − s)), 1 / (v s)): its mean is s, and the variance of its logit about v at every level. v is
 * such that the rest of the variance, (1 − alike) V, is that within levels: Σ w v q² / (1 + v q) with q = s(1 − s). So shares of two
 * works of a school correlate by the part that their levels have in common, and where works have nothing in common this is the prior
 * itself. As the first parameter rises with the level and the second falls, shares of a higher level are larger in likelihood ratio.
 * Source: own. Newton's method: Press et al. (2007), Numerical Recipes, 9.4. Cost: a few passes over the levels, some tens over few of them.
 */
export function levelShares(
  { mean, precision }: Pick<SharePrior, 'mean' | 'precision'>,
  lattice: LevelLattice,
): LevelShares {
  const variance = (mean * (1 - mean)) / (1 + precision);
  const { alike, step } = lattice;
  const levels = levelsOf(lattice);
  const { middle, distance } = logitsOf(mean, alike * variance, levels);
  const { steps, weights } = levels.all;
  const count = steps.length;
  const a = new Float64Array(count);
  const b = new Float64Array(count);
  // Odds and slopes stand where the parameters will.
  for (let level = 0; level < count; level++) {
    const odds = Math.exp(middle + distance * (steps[level] ?? 0));
    a[level] = odds;
    b[level] = 1 / ((1 + odds) * (1 + 1 / odds));
  }
  const spread = spreadOf((1 - alike) * variance, weights, b);
  for (let level = 0; level < count; level++) {
    const odds = a[level] ?? 0;
    a[level] = firstOf(odds, spread);
    b[level] = secondOf(odds, spread);
  }
  const end = distance * stepsToEnd(alike, step);
  return {
    a,
    b,
    lowest: endAt(Math.exp(middle - end), spread),
    highest: endAt(Math.exp(middle + end), spread),
  };
}

function firstOf(odds: number, spread: number): number {
  return Math.min(MOST_PARAMETER, (1 + odds) / spread);
}

function secondOf(odds: number, spread: number): number {
  return Math.min(MOST_PARAMETER, (1 + 1 / odds) / spread);
}

function endAt(odds: number, spread: number): BetaParameters {
  return { a: firstOf(odds, spread), b: secondOf(odds, spread) };
}

/** v above, for shares with these q. From below its equation is never overshot. */
function spreadOf(variance: number, weights: Float64Array, slopes: Float64Array): number {
  let spread = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let lacking = variance;
    let growth = 0;
    for (let place = 0; place < weights.length; place++) {
      const slope = slopes[place] ?? 0;
      const narrowed = slope / (1 + spread * slope);
      const weighted = (weights[place] ?? 0) * narrowed;
      lacking -= weighted * spread * slope;
      growth += weighted * narrowed;
    }
    const move = lacking / growth;
    spread += move;
    if (!(move > NEAR * spread)) break;
  }
  return spread;
}

/** Logits of mean shares: at the middle level, and how much further apart they are from one level to the next. */
interface Logits {
  readonly middle: number;
  readonly distance: number;
}

/** Sums over the levels at some logits. */
interface Sums {
  /** Mean of the shares, and how it grows with the middle and with the distance. */
  readonly mean: number;
  readonly meanByMiddle: number;
  readonly meanByDistance: number;
  /** Their variance, and the same. */
  readonly variance: number;
  readonly varianceByMiddle: number;
  readonly varianceByDistance: number;
}

/** Levels of some lattice: how far each is from the middle, in steps, and its weight; the weights add up to 1. */
interface Levels {
  readonly steps: Float64Array;
  readonly weights: Float64Array;
}

/** All levels, and the fewest of them over which sums are nearly the same. */
interface LatticeLevels {
  readonly all: Levels;
  readonly few: Levels;
}

/** Of one lattice for all its priors. */
const LEVELS = new WeakMap<LevelLattice, LatticeLevels>();

function levelsOf(lattice: LevelLattice): LatticeLevels {
  const there = LEVELS.get(lattice);
  if (there !== undefined) return there;
  const { alike, step, reach } = lattice;
  const apart = Math.max(1, Math.floor((FEW_APART * Math.sqrt(alike)) / step));
  const made = { all: everyOf(alike, step, reach, 1), few: everyOf(alike, step, reach, apart) };
  LEVELS.set(lattice, made);
  return made;
}

/** Levels so many steps apart, the middle one of them. */
function everyOf(alike: number, step: number, reach: number, apart: number): Levels {
  const farthest = Math.floor(reach / apart);
  return {
    steps: Float64Array.from({ length: 2 * farthest + 1 }, (_, place) => (place - farthest) * apart),
    weights: normalWeights(alike, step * apart, farthest),
  };
}

/**
 * Logits at which the mean shares have this mean and variance: found for few of the levels, which is mostly a step of Newton's for
 * both at once away from where they are for all.
 */
function logitsOf(mean: number, variance: number, { all, few }: LatticeLevels): Logits {
  const logit = Math.log(mean / (1 - mean));
  if (all.weights.length === 1 || variance === 0) return { middle: logit, distance: 0 };
  const rough = logitsOver(few, mean, variance, Math.sqrt(variance / varianceOf(few)) / (mean * (1 - mean)));
  const sums = sumsOver(all, mean, rough);
  const slopes = sums.meanByMiddle * sums.varianceByDistance - sums.meanByDistance * sums.varianceByMiddle;
  const [left, leftOfVariance] = [mean - sums.mean, variance - sums.variance];
  const middle = (left * sums.varianceByDistance - leftOfVariance * sums.meanByDistance) / slopes;
  const distance = (leftOfVariance * sums.meanByMiddle - left * sums.varianceByMiddle) / slopes;
  // A step squares how far it is off.
  return Math.abs(middle) < NEXT && Math.abs(distance) < NEXT * rough.distance
    ? { middle: rough.middle + middle, distance: rough.distance + distance }
    : logitsOver(all, mean, variance, rough.distance);
}

/**
 * The same by one unknown after the other. The mean rises with the middle; when the middle follows so that the mean stays, the variance
 * rises with the distance.
 */
function logitsOver(levels: Levels, mean: number, variance: number, start: number): Logits {
  const reach = levels.steps[levels.steps.length - 1] ?? 0;
  const logit = Math.log(mean / (1 - mean));
  let sums: Sums = NOTHING;
  let middle = logit;
  let last = 0;
  /** Where the middle would be at another distance if it followed straight on. */
  const followed = (at: number) =>
    last === 0 ? logit : middle - ((at - last) * sums.meanByDistance) / sums.meanByMiddle;
  const distance = rootOf(
    (at) => {
      const near = followed(at);
      const [low, high] = [logit - reach * at, logit + reach * at];
      middle = rootOf(
        (from) => {
          sums = sumsOver(levels, mean, { middle: from, distance: at });
          return sums.mean - mean;
        },
        () => sums.meanByMiddle,
        { low, start: Math.min(high, Math.max(low, near)), high },
      );
      sums = sumsOver(levels, mean, { middle, distance: at });
      last = at;
      return sums.variance - variance;
    },
    () => sums.varianceByDistance - (sums.varianceByMiddle * sums.meanByDistance) / sums.meanByMiddle,
    { low: 0, start: Math.min(MOST_DISTANCE, start), high: MOST_DISTANCE },
  );
  return { middle: followed(distance), distance };
}

function sumsOver({ steps, weights }: Levels, mean: number, { middle, distance }: Logits): Sums {
  let all = 0;
  let byMiddle = 0;
  let byDistance = 0;
  let squares = 0;
  let squaresByMiddle = 0;
  let squaresByDistance = 0;
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0;
    const from = steps[place] ?? 0;
    const share = 1 / (1 + Math.exp(-middle - distance * from));
    const rise = weight * share * (1 - share);
    const deviation = share - mean;
    all += weight * share;
    byMiddle += rise;
    byDistance += rise * from;
    squares += weight * deviation * deviation;
    squaresByMiddle += 2 * rise * deviation;
    squaresByDistance += 2 * rise * deviation * from;
  }
  return {
    mean: all,
    meanByMiddle: byMiddle,
    meanByDistance: byDistance,
    variance: squares,
    varianceByMiddle: squaresByMiddle,
    varianceByDistance: squaresByDistance,
  };
}

/** In squares of steps. */
function varianceOf({ steps, weights }: Levels): number {
  return weights.reduce((sum, weight, place) => sum + weight * (steps[place] ?? 0) ** 2, 0);
}

/**
 * Where a rising function is 0, between bounds; by halves where Newton's step would leave what is left between them. Steps square how
 * far they are off, so the last one may be much larger than what is left then.
 */
function rootOf(
  valueAt: (x: number) => number,
  slopeThere: () => number,
  bounds: { readonly low: number; readonly start: number; readonly high: number },
): number {
  let { low, start: x, high } = bounds;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const value = valueAt(x);
    if (value === 0) return x;
    if (value > 0) high = x;
    else low = x;
    const newton = x - value / slopeThere();
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - x) < LITTLE * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return x;
}

/** Between logits of neighbouring levels: shares are 0 and 1 then. */
const MOST_DISTANCE = 100;
const MOST_ROUNDS = 80;
/** Between neighbours of few levels, in standard deviations of levels; by such steps the sum of a normal density errs by
 * 2 exp(−2 π²), 5e-9 (Trefethen & Weideman 2014, as in `latticeStep`). */
const FEW_APART = 1;
/** In logits: after a step of Newton's so long nothing is left to do. */
const NEXT = 1e-5;
const NOTHING: Sums = {
  mean: 0,
  meanByMiddle: 0,
  meanByDistance: 0,
  variance: 0,
  varianceByMiddle: 0,
  varianceByDistance: 0,
};
/** Part of a spread that makes no difference. */
const NEAR = 1e-12;
/** Step between logits after which the next would be no more than rounding. */
const LITTLE = 1e-9;
/** Shares with a larger one are 0 or 1. */
const MOST_PARAMETER = 1e100;
