/**
 * The items of a region at each total: points, difficulties and variances, laid out once for all its schools.
 *
 * @module
 */
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import { ScoreLattice } from './score-lattice.js';

/**
 * Points of items by total in one region.
 *
 * Formula: difficulty cᵢ = −logit of the region's solve rate (kept within .01….99). A tally does not know which items one pupil
 * solved together, so what varies at a total comes from the variances of single items: independent items whose sum is given
 * have Vᵢ = Dᵢ(1 − Dᵢ / ΣD). Cost: one pass over the region's cross table.
 */
export class ItemsAtTotals {
  readonly lattice: ScoreLattice;
  /** Places in the assessment, ascending; everything else stands by the order of this list. */
  readonly places: readonly number[];
  /** Logits. */
  readonly difficulties: Float64Array;
  /** Item after item, total after total. */
  readonly #points: Float64Array;
  readonly #free: readonly Float64Array[];

  /** `maxima` by item of the assessment; known for every item that the region has. */
  constructor(whole: CompleteCounts, maxima: readonly (number | undefined)[]) {
    const lattice = new ScoreLattice(whole);
    const { items, cross = NO_COUNTS } = whole;
    const width = lattice.totals.length;
    const points = new Float64Array(items.length * width);
    const squares = new Float64Array(items.length * width);
    let at = 0;
    for (let i = cross.from; i < cross.to; i++) {
      const { item, points: half, total } = splitCrossKey(cross.keys[i] ?? 0);
      while ((items[at] ?? 0) < item) at++;
      const cell = at * width + lattice.place(total);
      const count = cross.counts[i] ?? 0;
      points[cell] = (points[cell] ?? 0) + (half / 2) * count;
      squares[cell] = (squares[cell] ?? 0) + (half / 2) ** 2 * count;
    }
    const pupils = lattice.pupils.reduce((sum, count) => sum + count, 0);
    this.lattice = lattice;
    this.places = items;
    this.#points = points;
    this.difficulties = Float64Array.from(items, (item, place) => {
      let all = 0;
      for (let total = 0; total < width; total++) all += points[place * width + total] ?? 0;
      const rate = all / (pupils * (maxima[item] ?? 1));
      const kept = Math.min(1 - OUTERMOST, Math.max(OUTERMOST, rate));
      return Math.log((1 - kept) / kept);
    });
    const variances = new Float64Array(items.length);
    this.#free = Array.from(lattice.pupils, (n, total) => {
      for (let place = 0; place < items.length; place++) {
        const sum = points[place * width + total] ?? 0;
        const deviations = (squares[place * width + total] ?? 0) - (sum / n) * sum;
        variances[place] = n > 1 ? Math.max(0, deviations / (n - 1)) : 0;
      }
      return freeVariances(variances);
    });
  }

  /** Points that the region's pupils with this total (its place in the lattice) have for an item (its place in `places`). */
  pointsAt(place: number, total: number): number {
    return this.#points[place * this.lattice.totals.length + total] ?? 0;
  }

  /** {@link freeVariances} of the items at a total. */
  freeAt(total: number): Float64Array {
    return this.#free[total] ?? NONE;
  }
}

/**
 * Variances Dᵢ of independent items, from their variances Vᵢ = Dᵢ(1 − Dᵢ / ΣD) when the sum of all is given.
 *
 * Solved by substitution; exact for two items and for pupils with one point.
 */
export function freeVariances(variances: Float64Array): Float64Array {
  const free = Float64Array.from(variances);
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (const each of free) sum += each;
    if (sum === 0) break;
    for (let item = 0; item < free.length; item++) {
      const share = Math.min(MOST_OF_SUM, (free[item] ?? 0) / sum);
      free[item] = (variances[item] ?? 0) / (1 - share);
    }
  }
  return free;
}

/** Variance of Σ c · points among pupils with one sum: ΣD(c − c̄)², c̄ the mean of c with weights D. */
export function contrastVariance(free: Float64Array, difficulties: Float64Array): number {
  let weights = 0;
  let centre = 0;
  for (let item = 0; item < free.length; item++) {
    weights += free[item] ?? 0;
    centre += (free[item] ?? 0) * (difficulties[item] ?? 0);
  }
  if (weights === 0) return 0;
  centre /= weights;
  let variance = 0;
  for (let item = 0; item < free.length; item++) {
    variance += (free[item] ?? 0) * ((difficulties[item] ?? 0) - centre) ** 2;
  }
  // What equal difficulties leave is noise of the mean.
  return variance < NOISE ? 0 : variance;
}

const NONE = new Float64Array(0);
const OUTERMOST = 0.01;
const ROUNDS = 12;
/** One item can hold nearly all of the variance at a total; the substitution must not run away there. */
const MOST_OF_SUM = 0.9;
const NOISE = 1e-12;
