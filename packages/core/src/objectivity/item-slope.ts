/**
 * Easy items worse and hard items better than pupils with the same totals elsewhere («лёгкие задания решены хуже, а трудные —
 * лучше, чем в регионе»).
 *
 * @module
 */
import type { CompleteCounts } from '../tally/group-counts.js';
import { itemOfCross, pointsOfCross, totalOfKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import type { ItemsAtTotals } from './items-at-totals.js';
import { contrastVariance } from './items-at-totals.js';
import type { ScoreLattice } from './score-lattice.js';

/** Slope of a school, and its variance by chance. */
export interface ItemSlope {
  /** Pupils whose total occurs elsewhere in the region. */
  readonly n: number;
  /** Logits for a logit of difficulty; above 0 = hard items better than expected. */
  readonly slope: number;
  readonly variance: number;
}

/**
 * Slopes of the schools of a region.
 *
 * Formula: with difficulties cᵢ ({@link ItemsAtTotals}) a pupil has Y = Σ cᵢ · points. Slope = Σₖ
 * (nₖ / n₁ₖ)(Y₂ₖ − n₂ₖ Mₖ) / Σₖ n₂ₖ Wₖ over totals k that occur in the school (2) and the rest (1); Mₖ and Wₖ are mean and
 * variance of Y in the region at this total. It is the score test of Rasch's model for difficulties stretched by 1 − slope.
 * Wₖ is {@link contrastVariance}. What items have in common beyond that, and curricula that differ, show as differences
 * between schools and are judged by them.
 * Source: the sign by ФИОКО (2018) as reported by РИКОКО; the formulas are our own.
 * Cost: one pass over each school's cross table.
 */
export class ItemSlopes {
  readonly #lattice: ScoreLattice;
  /** By item of the assessment. */
  readonly #difficulty: Float64Array;
  /** By total: mean and variance of Y in the region. */
  readonly #mean: Float64Array;
  readonly #variance: Float64Array;
  readonly #weighted: Float64Array;

  /** `undefined` when all items are equally hard, or there is only one. */
  static of(items: ItemsAtTotals): ItemSlopes | undefined {
    const slopes = new ItemSlopes(items);
    return slopes.#variance.some((variance) => variance > 0) ? slopes : undefined;
  }

  private constructor(items: ItemsAtTotals) {
    const { lattice, places, difficulties } = items;
    const width = lattice.totals.length;
    this.#lattice = lattice;
    this.#difficulty = new Float64Array(Math.max(0, ...places) + 1);
    places.forEach((item, place) => {
      this.#difficulty[item] = difficulties[place] ?? 0;
    });
    this.#mean = new Float64Array(width);
    this.#variance = new Float64Array(width);
    this.#weighted = new Float64Array(width);
    for (let at = 0; at < width; at++) {
      let mean = 0;
      for (let place = 0; place < places.length; place++) {
        mean += ((difficulties[place] ?? 0) * items.pointsAt(place, at)) / (lattice.pupils[at] ?? 0);
      }
      this.#mean[at] = mean;
      this.#variance[at] = contrastVariance(items.freeAt(at), difficulties);
    }
  }

  /** `undefined` when no total of the school says anything. */
  slope(complete: CompleteCounts): ItemSlope | undefined {
    const weighted = this.#weighted.fill(0);
    const lattice = this.#lattice;
    lattice.read(complete);
    const { own } = lattice;
    const difficulty = this.#difficulty;
    const { keys, counts, from, to } = complete.cross ?? NO_COUNTS;
    for (let i = from; i < to; i++) {
      const key = keys[i] ?? 0;
      const place = lattice.place(totalOfKey(key));
      weighted[place] =
        (weighted[place] ?? 0) +
        (difficulty[itemOfCross(key)] ?? 0) * (pointsOfCross(key) / 2) * (counts[i] ?? 0);
    }
    let n = 0;
    let score = 0;
    let variance = 0;
    let information = 0;
    for (let place = 0; place < own.length; place++) {
      const here = own[place] ?? 0;
      const all = lattice.pupils[place] ?? 0;
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
