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
 * Source: own. Newton's method: Press et al. (2007), Numerical Recipes, 9.4. Cost: a few tens of passes over the levels.
 */
export function levelShares(
  { mean, precision }: Pick<SharePrior, 'mean' | 'precision'>,
  { alike, step, reach }: LevelLattice,
): LevelShares {
  const variance = (mean * (1 - mean)) / (1 + precision);
  const weights = normalWeights(alike, step, reach);
  const { middle, distance } = logitsOf(mean, alike * variance, weights);
  const oddsAt = (steps: number) => Math.exp(middle + distance * steps);
  const odds = weights.map((_, place) => oddsAt(place - reach));
  const spread = spreadOf((1 - alike) * variance, weights, odds);
  const firstOf = (of: number) => Math.min(MOST_PARAMETER, (1 + of) / spread);
  const secondOf = (of: number) => Math.min(MOST_PARAMETER, (1 + 1 / of) / spread);
  const endAt = (odds: number) => ({ a: firstOf(odds), b: secondOf(odds) });
  const end = stepsToEnd(alike, step);
  return {
    a: odds.map(firstOf),
    b: odds.map(secondOf),
    lowest: endAt(oddsAt(-end)),
    highest: endAt(oddsAt(end)),
  };
}

/** v above, for shares with these odds. From below its equation is never overshot. */
function spreadOf(variance: number, weights: Float64Array, odds: Float64Array): number {
  const slopes = odds.map((of) => 1 / ((1 + of) * (1 + 1 / of)));
  let spread = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let lacking = variance;
    let growth = 0;
    for (let place = 0; place < weights.length; place++) {
      const slope = slopes[place] ?? 0;
      const narrowed = slope / (1 + spread * slope);
      lacking -= (weights[place] ?? 0) * spread * slope * narrowed;
      growth += (weights[place] ?? 0) * narrowed * narrowed;
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
  mean: number;
  meanByMiddle: number;
  meanByDistance: number;
  /** Their variance, and the same. */
  variance: number;
  varianceByMiddle: number;
  varianceByDistance: number;
}

/**
 * Logits at which the mean shares have this mean and variance. The mean rises with the middle; when the middle follows so that the
 * mean stays, the variance rises with the distance.
 */
function logitsOf(mean: number, variance: number, weights: Float64Array): Logits {
  const reach = (weights.length - 1) / 2;
  const logit = Math.log(mean / (1 - mean));
  if (reach === 0 || variance === 0) return { middle: logit, distance: 0 };
  const sums: Sums = {
    mean: 0,
    meanByMiddle: 0,
    meanByDistance: 0,
    variance: 0,
    varianceByMiddle: 0,
    varianceByDistance: 0,
  };
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
          sumUp(sums, weights, mean, { middle: from, distance: at });
          return sums.mean - mean;
        },
        () => sums.meanByMiddle,
        { low, start: Math.min(high, Math.max(low, near)), high },
      );
      sumUp(sums, weights, mean, { middle, distance: at });
      last = at;
      return sums.variance - variance;
    },
    () => sums.varianceByDistance - (sums.varianceByMiddle * sums.meanByDistance) / sums.meanByMiddle,
    {
      low: 0,
      start: Math.min(MOST_DISTANCE, Math.sqrt(variance / varianceOf(weights)) / (mean * (1 - mean))),
      high: MOST_DISTANCE,
    },
  );
  return { middle: followed(distance), distance };
}

function sumUp(sums: Sums, weights: Float64Array, mean: number, { middle, distance }: Logits): void {
  const reach = (weights.length - 1) / 2;
  let [all, byMiddle, byDistance, squares, squaresByMiddle, squaresByDistance] = [0, 0, 0, 0, 0, 0];
  for (let place = 0; place < weights.length; place++) {
    const weight = weights[place] ?? 0;
    const steps = place - reach;
    const share = 1 / (1 + Math.exp(-middle - distance * steps));
    const rise = weight * share * (1 - share);
    const deviation = share - mean;
    all += weight * share;
    byMiddle += rise;
    byDistance += rise * steps;
    squares += weight * deviation * deviation;
    squaresByMiddle += 2 * rise * deviation;
    squaresByDistance += 2 * rise * deviation * steps;
  }
  sums.mean = all;
  sums.meanByMiddle = byMiddle;
  sums.meanByDistance = byDistance;
  sums.variance = squares;
  sums.varianceByMiddle = squaresByMiddle;
  sums.varianceByDistance = squaresByDistance;
}

/** In squares of steps. */
function varianceOf(weights: Float64Array): number {
  const reach = (weights.length - 1) / 2;
  return weights.reduce((sum, weight, place) => sum + weight * (place - reach) ** 2, 0);
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
/** Part of a spread that makes no difference. */
const NEAR = 1e-12;
/** Step between logits after which the next would be no more than rounding. */
const LITTLE = 1e-9;
/** Shares with a larger one are 0 or 1. */
const MOST_PARAMETER = 1e100;
