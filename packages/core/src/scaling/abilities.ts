/**
 * Abilities behind the totals of a scaled work, as shares of the group; never of a pupil.
 *
 * @module
 */
import { cholesky, solve } from './cholesky.js';
import type { ItemScale, ScaledCategory } from './item-difficulties.js';

/** Totals that a pupil of one ability gets. */
export interface TotalsOfAbility {
  /** Logits. */
  readonly ability: number;
  /** Share of the group. */
  readonly share: number;
  /** Probability of each total; index = half points. */
  readonly totals: Float64Array;
  /** Mean of them, points: the true total. */
  readonly trueTotal: number;
  /** Their variance, points²: the square of the standard error of measurement. */
  readonly errorVariance: number;
}

export interface Abilities {
  /** Pupils. */
  readonly n: number;
  /** Ascending. */
  readonly grid: readonly TotalsOfAbility[];
}

/**
 * Probability of each total for one ability; index = half points.
 *
 * Formula: items are joined one by one; f(t) = Σ P(category) · f before(t − its points).
 * Source: Lord & Wingersky (1984), Applied Psychological Measurement 8, 453–461. Cost: items × total × categories.
 */
export function totalsGivenAbility(
  items: readonly { readonly categories: readonly ScaledCategory[] }[],
  ability: number,
): Float64Array {
  let totals = Float64Array.of(1);
  for (const { categories } of items) {
    const shares = categoryShares(categories, ability);
    const next = new Float64Array(totals.length + (categories.at(-1)?.half ?? 0));
    categories.forEach(({ half }, place) => {
      const share = shares[place] ?? 0;
      for (let total = 0; total < totals.length; total++) {
        next[total + half] = (next[total + half] ?? 0) + share * (totals[total] ?? 0);
      }
    });
    totals = next;
  }
  return totals;
}

/**
 * Distribution of abilities that explains the totals best, on a grid from −8 to 8 logits.
 *
 * Formula: shares w of grid points maximise Σ pupils(t) log Σ w · P(t | ability), by EM, where log w is a polynomial of
 * degree 4 in the ability: mean, spread, skewness and tails are free, and no share stands alone. (Shares without any shape fit
 * better by a few single points, and then accuracy of marks depends on which side of a border they happen to lie.) A
 * tenth of a pupil more, spread as normal with sd 2, keeps the shape finite when all have the same total.
 * Pupils need every item of the scale. Errors: nobody, or a total that the work cannot give → RangeError.
 * Source: EM over a grid: Bock & Aitkin (1981), Psychometrika 46, 443–459; log-linear shapes: Holland & Thayer (2000), Journal of
 * Educational and Behavioral Statistics 25, 133–183. Cost: grid × totals × rounds, about a tenth of a second.
 *
 * @param histogram - pupils by total; index = half points.
 */
export function abilitiesOf(scale: ItemScale, histogram: readonly number[]): Abilities {
  const n = histogram.reduce((sum, pupils) => sum + pupils, 0);
  if (n === 0) throw new RangeError('abilitiesOf requires at least one pupil');
  const points = Array.from({ length: GRID_POINTS }, (_, place) => -GRID_END + place * GRID_STEP);
  const totals = points.map((ability) => totalsGivenAbility(scale.items, ability));
  const shares = fitShares(points, totals, histogram, n);
  return {
    n,
    grid: points.map((ability, place) => {
      const own = totals[place] ?? NOTHING;
      let mean = 0;
      let square = 0;
      own.forEach((probability, half) => {
        mean += probability * (half / 2);
        square += probability * (half / 2) ** 2;
      });
      return {
        ability,
        share: shares[place] ?? 0,
        totals: own,
        trueTotal: mean,
        errorVariance: Math.max(0, square - mean * mean),
      };
    }),
  };
}

const NOTHING = new Float64Array(0);
const GRID_END = 8;
const GRID_STEP = 0.1;
const GRID_POINTS = 161;
const DEGREE = 4;
/** Powers are of the ability in this unit, logits: they stay of one size. */
const UNIT = 3;
/** Pupils. */
const TIE = 0.1;
const MOST_ROUNDS = 1000;
const MOST_STEPS = 50;
/** Rounds end when the mean log-likelihood of a pupil grows by less. */
const LEAST_GAIN = 1e-9;

function categoryShares(categories: readonly ScaledCategory[], ability: number): readonly number[] {
  const exponents = categories.map(({ step, cumulative }) => step * ability - cumulative);
  const largest = Math.max(...exponents);
  const weights = exponents.map((exponent) => Math.exp(exponent - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function fitShares(
  points: readonly number[],
  totals: readonly Float64Array[],
  histogram: readonly number[],
  n: number,
): readonly number[] {
  const powers = points.map((ability) =>
    Array.from({ length: DEGREE }, (_, power) => (ability / UNIT) ** (power + 1)),
  );
  const meansOf = (shares: readonly number[]) =>
    Array.from({ length: DEGREE }, (_, power) =>
      shares.reduce((sum, share, place) => sum + share * (powers[place]?.[power] ?? 0), 0),
    );
  // Normal with sd 2.
  let slopes: readonly number[] = [0, -(UNIT * UNIT) / 8, 0, 0];
  let shares = sharesOf(powers, slopes);
  const spread = meansOf(shares);
  let fit = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { posterior, logLikelihood } = posteriorOf(shares, totals, histogram, n);
    if (logLikelihood - fit < LEAST_GAIN) break;
    fit = logLikelihood;
    const wanted = meansOf(posterior).map(
      (mean, power) => (n * mean + TIE * (spread[power] ?? 0)) / (n + TIE),
    );
    slopes = slopesWith(powers, wanted, slopes);
    shares = sharesOf(powers, slopes);
  }
  return shares;
}

/** Shares of the group at each grid point, given their totals. */
function posteriorOf(
  shares: readonly number[],
  totals: readonly Float64Array[],
  histogram: readonly number[],
  n: number,
): { readonly posterior: readonly number[]; readonly logLikelihood: number } {
  const factors = new Float64Array(shares.length);
  let logLikelihood = 0;
  histogram.forEach((pupils, total) => {
    if (pupils === 0) return;
    let expected = 0;
    shares.forEach((share, place) => {
      expected += share * (totals[place]?.[total] ?? 0);
    });
    if (!(expected > 0)) throw new RangeError('abilitiesOf requires totals that the work can give');
    logLikelihood += (pupils / n) * Math.log(expected);
    const weight = pupils / n / expected;
    for (let place = 0; place < factors.length; place++) {
      factors[place] = (factors[place] ?? 0) + weight * (totals[place]?.[total] ?? 0);
    }
  });
  return { posterior: shares.map((share, place) => share * (factors[place] ?? 0)), logLikelihood };
}

function sharesOf(powers: readonly (readonly number[])[], slopes: readonly number[]): readonly number[] {
  const exponents = powers.map((own) =>
    own.reduce((sum, value, power) => sum + value * (slopes[power] ?? 0), 0),
  );
  const largest = exponents.reduce((most, exponent) => Math.max(most, exponent), Number.NEGATIVE_INFINITY);
  const weights = exponents.map((exponent) => Math.exp(exponent - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The log-linear shape whose means of powers are as wanted: Newton's method, steps halved while they miss by more. */
function slopesWith(
  powers: readonly (readonly number[])[],
  wanted: readonly number[],
  start: readonly number[],
): readonly number[] {
  let slopes = start;
  let state = momentsOf(powers, sharesOf(powers, slopes), wanted);
  for (let step = 0; step < MOST_STEPS && state.miss > 1e-12; step++) {
    const factor = cholesky(state.covariance, DEGREE);
    if (factor === undefined) break;
    const change = solve(factor, state.gradient);
    let length = 1;
    let next = state;
    let moved = slopes;
    do {
      moved = slopes.map((slope, power) => slope + length * (change[power] ?? 0));
      next = momentsOf(powers, sharesOf(powers, moved), wanted);
      length /= 2;
    } while (!(next.miss < state.miss) && length > 1e-6);
    if (!(next.miss < state.miss)) break;
    slopes = moved;
    state = next;
  }
  return slopes;
}

function momentsOf(
  powers: readonly (readonly number[])[],
  shares: readonly number[],
  wanted: readonly number[],
): { readonly gradient: readonly number[]; readonly covariance: Float64Array; readonly miss: number } {
  const means = wanted.map(() => 0);
  const covariance = new Float64Array(DEGREE * DEGREE);
  shares.forEach((share, place) => {
    const own = powers[place] ?? [];
    for (let one = 0; one < DEGREE; one++) {
      means[one] = (means[one] ?? 0) + share * (own[one] ?? 0);
      for (let other = 0; other < DEGREE; other++) {
        const at = one * DEGREE + other;
        covariance[at] = (covariance[at] ?? 0) + share * (own[one] ?? 0) * (own[other] ?? 0);
      }
    }
  });
  for (let at = 0; at < covariance.length; at++) {
    const [one, other] = [Math.floor(at / DEGREE), at % DEGREE];
    covariance[at] = (covariance[at] ?? 0) - (means[one] ?? 0) * (means[other] ?? 0);
  }
  const gradient = wanted.map((value, power) => value - (means[power] ?? 0));
  return { gradient, covariance, miss: Math.hypot(...gradient) };
}
