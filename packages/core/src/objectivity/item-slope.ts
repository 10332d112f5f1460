/**
 * Easy items worse and hard items better than pupils with the same totals elsewhere («лёгкие задания решены хуже, а трудные —
 * лучше, чем в регионе»).
 *
 * @module
 */
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey, splitTotalKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import { ScoreLattice } from './score-lattice.js';

/** Slope of a school, and its variance by chance. */
export interface ItemSlope {
  /** Pupils whose total occurs elsewhere in the region. */
  readonly n: number;
  /** Logits for a logit of difficulty; above 0 = hard items better than expected. */
  readonly slope: number;
  readonly variance: number;
}

/**
 * The items of a region by difficulty, laid out once for all its schools.
 *
 * Formula: difficulty cᵢ = −logit of the region's solve rate (kept within .01….99); of a pupil Y = Σ cᵢ · points. Slope = Σₖ
 * (nₖ / n₁ₖ)(Y₂ₖ − n₂ₖ Mₖ) / Σₖ n₂ₖ Wₖ over totals k that occur in the school (2) and the rest (1); Mₖ and Wₖ are mean and
 * variance of Y in the region at this total. It is the score test of Rasch's model for difficulties stretched by 1 − slope.
 * A tally does not know which items one pupil solved together, so Wₖ comes from the variances of single items: independent
 * items whose sum is given have Vᵢ = Dᵢ(1 − Dᵢ / ΣD) and W = ΣD(c − c̄)². What items have in common beyond that, and
 * curricula that differ, show as differences between schools and are judged by them.
 * Source: the sign by ФИОКО (2018) as reported by РИКОКО; the formulas are our own.
 * Cost: one pass over the region's cross table, then one over each school's.
 */
export class ItemSlopes {
  readonly #difficulty: Float64Array;
  readonly #lattice: ScoreLattice;
  /** By total: pupils of the region, mean and variance of Y. */
  readonly #mean: Float64Array;
  readonly #variance: Float64Array;
  readonly #own: Float64Array;
  readonly #weighted: Float64Array;

  /** `undefined` when all items are equally hard, or there is only one. */
  static of(whole: CompleteCounts, maxima: readonly (number | undefined)[]): ItemSlopes | undefined {
    const slopes = new ItemSlopes(whole, maxima);
    return slopes.#variance.some((variance) => variance > 0) ? slopes : undefined;
  }

  private constructor(whole: CompleteCounts, maxima: readonly (number | undefined)[]) {
    const lattice = new ScoreLattice(whole);
    this.#lattice = lattice;
    const width = lattice.totals.length;
    const { items, cross = NO_COUNTS } = whole;
    const sums = new Float64Array(items.length * width);
    const squares = new Float64Array(items.length * width);
    const points = new Float64Array(items.length);
    let at = 0;
    for (let i = cross.from; i < cross.to; i++) {
      const { item, points: half, total } = splitCrossKey(cross.keys[i] ?? 0);
      while ((items[at] ?? 0) < item) at++;
      const cell = at * width + lattice.place(total);
      const count = cross.counts[i] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + (half / 2) * count;
      squares[cell] = (squares[cell] ?? 0) + (half / 2) ** 2 * count;
      points[at] = (points[at] ?? 0) + (half / 2) * count;
    }
    const pupils = lattice.pupils.reduce((sum, count) => sum + count, 0);
    this.#difficulty = new Float64Array(maxima.length);
    items.forEach((item, place) => {
      const rate = (points[place] ?? 0) / (pupils * (maxima[item] ?? 1));
      const kept = Math.min(1 - OUTERMOST, Math.max(OUTERMOST, rate));
      this.#difficulty[item] = Math.log((1 - kept) / kept);
    });
    const difficulties = Float64Array.from(items, (item) => this.#difficulty[item] ?? 0);
    this.#mean = new Float64Array(width);
    this.#variance = new Float64Array(width);
    this.#own = new Float64Array(width);
    this.#weighted = new Float64Array(width);
    const variances = new Float64Array(items.length);
    for (let place = 0; place < width; place++) {
      const n = lattice.pupils[place] ?? 0;
      let mean = 0;
      for (let item = 0; item < items.length; item++) {
        const sum = sums[item * width + place] ?? 0;
        mean += ((difficulties[item] ?? 0) * sum) / n;
        const deviations = (squares[item * width + place] ?? 0) - (sum / n) * sum;
        variances[item] = n > 1 ? Math.max(0, deviations / (n - 1)) : 0;
      }
      this.#mean[place] = mean;
      this.#variance[place] = contrastVariance(variances, difficulties);
    }
  }

  /** `undefined` when no total of the school says anything. */
  slope({ totals, cross = NO_COUNTS }: CompleteCounts): ItemSlope | undefined {
    const own = this.#own.fill(0);
    const weighted = this.#weighted.fill(0);
    const lattice = this.#lattice;
    const difficulty = this.#difficulty;
    for (let i = totals.from; i < totals.to; i++) {
      const place = lattice.place(splitTotalKey(totals.keys[i] ?? 0).total);
      own[place] = (own[place] ?? 0) + (totals.counts[i] ?? 0);
    }
    const { keys, counts, from, to } = cross;
    for (let i = from; i < to; i++) {
      const key = keys[i] ?? 0;
      const place = lattice.place(key & TOTAL_MASK);
      weighted[place] =
        (weighted[place] ?? 0) +
        (difficulty[key >>> 22] ?? 0) * (((key >>> 14) & 255) / 2) * (counts[i] ?? 0);
    }
    let n = 0;
    let score = 0;
    let variance = 0;
    let information = 0;
    for (let place = 0; place < own.length; place++) {
      const here = own[place] ?? 0;
      const all = this.#lattice.pupils[place] ?? 0;
      if (here === 0 || here === all) continue;
      const enlarged = all / (all - here);
      n += here;
      score += enlarged * ((weighted[place] ?? 0) - here * (this.#mean[place] ?? 0));
      information += here * (this.#variance[place] ?? 0);
      variance += enlarged * here * (this.#variance[place] ?? 0);
    }
    if (information <= 0) return undefined;
    return { n, slope: score / information, variance: variance / (information * information) };
  }
}

/**
 * Variance of Σ c · points among pupils with one total, from the variances of single items at it.
 *
 * Solves Vᵢ = Dᵢ(1 − Dᵢ / ΣD) by substitution; exact for two items and for pupils with one point.
 */
export function contrastVariance(variances: Float64Array, difficulties: Float64Array): number {
  const free = Float64Array.from(variances);
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (const each of free) sum += each;
    if (sum === 0) return 0;
    for (let item = 0; item < free.length; item++) {
      const share = Math.min(MOST_OF_SUM, (free[item] ?? 0) / sum);
      free[item] = (variances[item] ?? 0) / (1 - share);
    }
  }
  let weights = 0;
  let centre = 0;
  for (let item = 0; item < free.length; item++) {
    weights += free[item] ?? 0;
    centre += (free[item] ?? 0) * (difficulties[item] ?? 0);
  }
  centre /= weights;
  let variance = 0;
  for (let item = 0; item < free.length; item++) {
    variance += (free[item] ?? 0) * ((difficulties[item] ?? 0) - centre) ** 2;
  }
  // What equal difficulties leave is noise of the mean.
  return variance < NOISE ? 0 : variance;
}

const OUTERMOST = 0.01;
const TOTAL_MASK = 16_383;
const ROUNDS = 12;
/** One item can hold nearly all of the variance at a total; the substitution must not run away there. */
const MOST_OF_SUM = 0.9;
const NOISE = 1e-12;
