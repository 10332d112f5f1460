/**
 * How much the true shares of many groups differ: the beta-binomial distribution.
 *
 * @module
 */

/** `count` of `n` pupils of one group; whole numbers. */
export interface GroupCount {
  readonly count: number;
  readonly n: number;
}

/** Distribution of the groups' true shares. */
export type BetaBinomial =
  /** They spread as Beta(mean · precision, (1 − mean) · precision). */
  | { readonly kind: 'spread'; readonly mean: number; readonly precision: number; readonly groups: number }
  /** Chance alone explains the differences: one share for all, an infinite precision. */
  | { readonly kind: 'equal'; readonly mean: number; readonly groups: number };

/** Below this precision every group is all or nothing; the likelihood has no maximum there. */
export const LEAST_PRECISION = 1e-3;

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
  for (const { count, n } of groups) {
    if (!(Number.isInteger(count) && Number.isInteger(n) && count >= 0 && count <= n)) {
      throw new RangeError('fitBetaBinomial requires whole counts from zero to the number of pupils');
    }
  }
  const filled = groups.filter(({ n }) => n > 0);
  if (filled.length < 3) return undefined;
  const pupils = filled.reduce((sum, { n }) => sum + n, 0);
  const mean = filled.reduce((sum, { count }) => sum + count, 0) / pupils;
  const equal: BetaBinomial = { kind: 'equal', mean, groups: filled.length };
  if (mean === 0 || mean === 1) return equal;
  const exceeding = countExceeding(filled);
  const start = momentStart(filled, mean, pupils);
  const grows = slopes(exceeding, mean, 0).byTheta > 0;
  if (!grows && start <= 0) return equal;
  const top = climb(exceeding, mean, Math.min(MOST_THETA, Math.max(start, 1e-4)));
  if (
    top.theta < LEAST_THETA ||
    logLikelihood(exceeding, top.mean, top.theta) <= logLikelihood(exceeding, mean, 0)
  ) {
    return equal;
  }
  return { kind: 'spread', mean: top.mean, precision: 1 / top.theta, groups: filled.length };
}

/** How many groups have a count, a rest and an n above each whole number. */
interface Exceeding {
  readonly counts: Float64Array;
  readonly rests: Float64Array;
  readonly all: Float64Array;
}

function countExceeding(groups: readonly GroupCount[]): Exceeding {
  return {
    counts: exceedingOf(groups.map(({ count }) => count)),
    rests: exceedingOf(groups.map(({ count, n }) => n - count)),
    all: exceedingOf(groups.map(({ n }) => n)),
  };
}

function exceedingOf(values: readonly number[]): Float64Array {
  const exceeding = new Float64Array(values.reduce((most, value) => Math.max(most, value), 0));
  for (const value of values) if (value > 0) exceeding[value - 1] = (exceeding[value - 1] ?? 0) + 1;
  for (let i = exceeding.length - 2; i >= 0; i--)
    exceeding[i] = (exceeding[i] ?? 0) + (exceeding[i + 1] ?? 0);
  return exceeding;
}

/** θ by moments with the weights n; zero or less where groups differ no more than by chance. */
function momentStart(groups: readonly GroupCount[], mean: number, pupils: number): number {
  let spread = 0;
  let chance = 0;
  let scale = 0;
  for (const { count, n } of groups) {
    spread += n * (count / n - mean) ** 2;
    chance += 1 - n / pupils;
    scale += (1 - n / pupils) * (n - 1);
  }
  const correlation = scale === 0 ? 0 : (spread / (mean * (1 - mean)) - chance) / scale;
  return correlation < 1 ? correlation / (1 - correlation) : MOST_THETA;
}

function logLikelihood({ counts, rests, all }: Exceeding, mean: number, theta: number): number {
  let sum = 0;
  for (let i = 0; i < all.length; i++) {
    sum -= (all[i] ?? 0) * Math.log1p(i * theta);
    if (i < counts.length) sum += (counts[i] ?? 0) * Math.log(mean + i * theta);
    if (i < rests.length) sum += (rests[i] ?? 0) * Math.log(1 - mean + i * theta);
  }
  return sum;
}

/** First and second derivatives of the logarithm of the likelihood. */
function slopes({ counts, rests, all }: Exceeding, mean: number, theta: number) {
  const of = { byMean: 0, byTheta: 0, byMean2: 0, byBoth: 0, byTheta2: 0 };
  for (let i = 0; i < all.length; i++) {
    const low = 1 / (mean + i * theta);
    const high = 1 / (1 - mean + i * theta);
    const whole = 1 / (1 + i * theta);
    const a = i < counts.length ? (counts[i] ?? 0) * low : 0;
    const b = i < rests.length ? (rests[i] ?? 0) * high : 0;
    const c = (all[i] ?? 0) * whole;
    of.byMean += a - b;
    of.byTheta += i * (a + b - c);
    of.byMean2 -= a * low + b * high;
    of.byBoth -= i * (a * low - b * high);
    of.byTheta2 -= i * i * (a * low + b * high - c * whole);
  }
  return of;
}

/** Newton steps on logit of the mean and logarithm of θ, halved until they lead upwards. */
function climb(of: Exceeding, startMean: number, startTheta: number) {
  let mean = startMean;
  let theta = startTheta;
  let height = logLikelihood(of, mean, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { byMean, byTheta, byMean2, byBoth, byTheta2 } = slopes(of, mean, theta);
    const v = mean * (1 - mean);
    const g1 = byMean * v;
    const g2 = byTheta * theta;
    const h11 = byMean2 * v * v + byMean * v * (1 - 2 * mean);
    const h12 = byBoth * v * theta;
    const h22 = byTheta2 * theta * theta + g2;
    const determinant = h11 * h22 - h12 * h12;
    const curved = h11 < 0 && determinant > 0;
    // Where the likelihood is not curved like a hill, the slope alone shows the way.
    const move1 = curved ? (h12 * g2 - h22 * g1) / determinant : -byMean / (byMean2 * v);
    const move2 = curved ? (h12 * g1 - h11 * g2) / determinant : Math.sign(g2);
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

const MOST_THETA = 1 / LEAST_PRECISION;
/** A precision of a million million: no group is large enough to tell it from an infinite one. */
const LEAST_THETA = 1e-12;
const MOST_STEPS = 200;
