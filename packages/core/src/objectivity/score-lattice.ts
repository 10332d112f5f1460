/**
 * Totals of a region and its schools on the totals that occur, and the region's distribution tilted to a school's mean.
 *
 * @module
 */
import { pupilsByTotal } from '../comparisons/pupils-by-total.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitTotalKey } from '../tally/group-counts.js';

/** Totals that occur in a region. */
export class ScoreLattice {
  /** Half points, ascending. */
  readonly totals: Float64Array;
  /** Pupils of the region at each of them. */
  readonly pupils: Float64Array;
  /** Place of a total (half points); −1 = does not occur. */
  readonly #places: Int32Array;
  /** Pupils of the school that was read last. */
  readonly own: Float64Array;
  n = 0;
  sum = 0;
  squares = 0;
  /** Weights of the rest of the region tilted to the mean of that school; they add up to 1. */
  readonly tilted: Float64Array;

  constructor(whole: CompleteCounts) {
    const all = pupilsByTotal(whole);
    let width = 0;
    this.#places = Int32Array.from(all, (count) => (count > 0 ? width++ : -1));
    this.totals = new Float64Array(width);
    this.pupils = new Float64Array(width);
    this.own = new Float64Array(width);
    this.tilted = new Float64Array(width);
    all.forEach((count, total) => {
      const place = this.place(total);
      if (place < 0) return;
      this.totals[place] = total;
      this.pupils[place] = count;
    });
  }

  place(total: number): number {
    return this.#places[total] ?? -1;
  }

  /** Reads the totals of a school of the region. Cost: one pass over them. */
  read({ totals }: CompleteCounts): void {
    const { keys, counts, from, to } = totals;
    this.own.fill(0);
    this.n = 0;
    this.sum = 0;
    this.squares = 0;
    for (let i = from; i < to; i++) {
      const { total } = splitTotalKey(keys[i] ?? 0);
      const place = this.place(total);
      const count = counts[i] ?? 0;
      this.own[place] = (this.own[place] ?? 0) + count;
      this.n += count;
      this.sum += count * total;
      this.squares += count * total * total;
    }
  }

  /**
   * Tilts the rest of the region to the mean of the school that was read: weights proportional to pupils · e^(t · total).
   *
   * Formula: Newton's steps on t inside a bracket. Units: t in one over half points. From total to total the
   * exponential changes by a factor that is the same for equal steps. Missing: nobody else in the region, or a mean
   * that no tilt reaches (at or beyond the ends of the others' totals). Source: Esscher (1932), Skandinavisk
   * Aktuarietidskrift 15, 175–195. Cost: about six passes over the totals.
   */
  tilt(): number | undefined {
    const { totals, pupils, own, tilted } = this;
    const wanted = this.sum / this.n;
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < totals.length; i++) {
      if ((pupils[i] ?? 0) <= (own[i] ?? 0)) continue;
      lowest = Math.min(lowest, totals[i] ?? 0);
      highest = Math.max(highest, totals[i] ?? 0);
    }
    if (!(lowest < wanted && wanted < highest)) return undefined;
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    let t = 0;
    let weights = 1;
    for (let step = 0; step < MOST_STEPS; step++) {
      weights = 0;
      let first = 0;
      let second = 0;
      // From the end that weighs most, so that nothing overflows.
      const by = t > 0 ? -1 : 1;
      const origin = t > 0 ? highest : lowest;
      let before = origin;
      let gap = 0;
      let factor = 1;
      let power = 1;
      for (let i = t > 0 ? totals.length - 1 : 0; i >= 0 && i < totals.length; i += by) {
        const total = totals[i] ?? 0;
        const there = (pupils[i] ?? 0) - (own[i] ?? 0);
        if (there <= 0) {
          tilted[i] = 0;
          continue;
        }
        if (total !== before) {
          if (total - before !== gap) {
            gap = total - before;
            factor = Math.exp(t * gap);
          }
          power *= factor;
          before = total;
        }
        const weight = there * power;
        const distance = total - wanted;
        tilted[i] = weight;
        weights += weight;
        first += weight * distance;
        second += weight * distance * distance;
      }
      const excess = first / weights;
      const variance = second / weights - excess * excess;
      if (Math.abs(excess) <= PRECISION * (highest - lowest)) break;
      if (excess > 0) high = t;
      else low = t;
      const newton = t - excess / variance;
      t =
        newton > low && newton < high
          ? newton
          : low === Number.NEGATIVE_INFINITY
            ? 2 * high - 1
            : high === Number.POSITIVE_INFINITY
              ? 2 * low + 1
              : (low + high) / 2;
    }
    for (let i = 0; i < totals.length; i++) tilted[i] = (tilted[i] ?? 0) / weights;
    return t;
  }
}

const MOST_STEPS = 100;
const PRECISION = 1e-12;
