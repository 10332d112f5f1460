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
  return fitted(new Sums(groups));
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
  const sums = new Sums(groups);
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
function fitted(of: Sums, near?: BetaBinomial): BetaBinomial | undefined {
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

/** How many groups have a count, a rest and an n above each whole number. */
interface Exceeding {
  readonly counts: Float64Array;
  readonly rests: Float64Array;
  readonly all: Float64Array;
}

/** All that a fit needs of the groups; one of them can be taken away and put back. */
class Sums implements Exceeding {
  readonly most: number;
  readonly counts: Float64Array;
  readonly rests: Float64Array;
  readonly all: Float64Array;
  groups = 0;
  pupils = 0;
  counted = 0;
  /** Σ n² and Σ count² / n. */
  squares = 0;
  shares = 0;
  /** Pairs of pupils of one group who are both counted, and who are both not. */
  countPairs = 0;
  restPairs = 0;

  constructor(groups: readonly GroupCount[]) {
    let count = 0;
    let rest = 0;
    let most = 0;
    for (const of of groups) {
      if (!(Number.isInteger(of.count) && Number.isInteger(of.n) && of.count >= 0 && of.count <= of.n)) {
        throw new RangeError('fitBetaBinomial requires whole counts from zero to the number of pupils');
      }
      count = Math.max(count, of.count);
      rest = Math.max(rest, of.n - of.count);
      most = Math.max(most, of.n);
    }
    this.most = most;
    this.counts = new Float64Array(count);
    this.rests = new Float64Array(rest);
    this.all = new Float64Array(most);
    for (const of of groups) {
      if (of.n === 0) continue;
      this.#addSums(of, 1);
      raise(this.counts, of.count - 1);
      raise(this.rests, of.n - of.count - 1);
      raise(this.all, of.n - 1);
    }
    for (const exceeding of [this.counts, this.rests, this.all]) {
      for (let i = exceeding.length - 2; i >= 0; i--)
        exceeding[i] = (exceeding[i] ?? 0) + (exceeding[i + 1] ?? 0);
    }
  }

  /** `times` = −1 takes a group away that is there. */
  add(group: GroupCount, times: 1 | -1): void {
    this.#addSums(group, times);
    addBelow(this.counts, group.count, times);
    addBelow(this.rests, group.n - group.count, times);
    addBelow(this.all, group.n, times);
  }

  #addSums({ count, n }: GroupCount, times: 1 | -1): void {
    this.groups += times;
    this.pupils += times * n;
    this.counted += times * count;
    this.squares += times * n * n;
    this.shares += times * ((count * count) / n);
    this.countPairs += (times * count * (count - 1)) / 2;
    this.restPairs += (times * (n - count) * (n - count - 1)) / 2;
  }
}

function raise(values: Float64Array, at: number): void {
  if (at >= 0) values[at] = (values[at] ?? 0) + 1;
}

function addBelow(values: Float64Array, end: number, what: number): void {
  for (let i = 0; i < end; i++) values[i] = (values[i] ?? 0) + what;
}

/** θ by moments with the weights n; zero or less where groups differ no more than by chance. */
function momentStart({ groups, pupils, counted, squares, shares }: Sums, mean: number): number {
  const spread = shares - 2 * mean * counted + mean * mean * pupils;
  const chance = groups - 1;
  // Σ (1 − n / N)(n − 1)
  const scale = pupils - groups - (squares - pupils) / pupils;
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

/** From a place of mean and θ: steps of logit of the mean and logarithm of θ. */
function newtonStep(of: Exceeding, mean: number, theta: number) {
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
  return { move1, move2, curved, g2 };
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

const MOST_THETA = 1 / LEAST_PRECISION;
/** A precision of a million million: no group is large enough to tell it from an infinite one. */
const LEAST_THETA = 1e-12;
const MOST_STEPS = 200;
/** Where one group moves the maximum farther than this, the steps begin anew. */
const NEAR = 1;
const MOST_STEPS_NEAR = 12;
