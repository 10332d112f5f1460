/**
 * One item in two groups, pupils with equal totals side by side: the sums that every comparison net of the general
 * level needs.
 *
 * @module
 */

import type { MissingReason } from '../foundation/figure.js';
import type { Mutable } from '../foundation/mutable.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { sameItems, splitCrossKey, splitTotalKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import { pupilsByTotal } from './pupils-by-total.js';

/**
 * One item by total, for the totals that occur in both groups, lowest first. Valid until the next item is visited.
 */
export interface ItemStrata {
  /** Index of the item in the assessment. */
  readonly item: number;
  /** How many totals; what the arrays hold behind them is of no meaning. */
  readonly length: number;
  /** Pupils. */
  readonly reference: Float64Array;
  readonly focal: Float64Array;
  /** Points. */
  readonly referenceSum: Float64Array;
  readonly focalSum: Float64Array;
  /** Squares of the points of both groups. */
  readonly squares: Float64Array;
  /** No points other than 0 and 1 occur, whatever the total. */
  readonly zeroOne: boolean;
}

/** A group laid out by item and total once, to be compared with any number of others. */
export class TotalStrata {
  readonly #of: CompleteCounts;
  readonly #n: number;
  /** Place of a total (half points) among those that occur; −1 = does not occur. */
  readonly #places: Int32Array;
  readonly #pupils: Float64Array;
  /** By item, then place. */
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  /** Pupils with points other than 0 and 1, by item. */
  readonly #beyond: Float64Array;
  /** Pupils of the focal group by place; all zeros between comparisons. */
  readonly #there: Float64Array;
  /** Stratum by place; −1 = in one group only. */
  readonly #strata: Int32Array;
  /** Place by stratum: a school has few of the totals of its region. */
  readonly #common: Int32Array;
  readonly #item: Mutable<ItemStrata>;

  /** Cost: one pass over the cross table. */
  constructor(of: CompleteCounts) {
    this.#of = of;
    const pupils = pupilsByTotal(of);
    let width = 0;
    this.#places = Int32Array.from(pupils, (count) => (count === 0 ? -1 : width++));
    this.#pupils = pupils.filter((count) => count > 0);
    this.#n = pupils.reduce((sum, count) => sum + count, 0);
    this.#sums = new Float64Array(of.items.length * width);
    this.#squares = new Float64Array(of.items.length * width);
    this.#beyond = new Float64Array(of.items.length);
    this.#there = new Float64Array(width);
    this.#strata = new Int32Array(width);
    this.#common = new Int32Array(width);
    this.#item = {
      item: -1,
      length: 0,
      reference: new Float64Array(width),
      focal: new Float64Array(width),
      referenceSum: new Float64Array(width),
      focalSum: new Float64Array(width),
      squares: new Float64Array(width),
      zeroOne: true,
    };
    this.#layOut(width);
  }

  #layOut(width: number): void {
    const { items, cross = NO_COUNTS } = this.#of;
    const sums = this.#sums;
    const squares = this.#squares;
    const { keys, counts, from, to } = cross;
    let at = 0;
    for (let i = from; i < to; i++) {
      const { item, points: half, total } = splitCrossKey(keys[i] ?? 0);
      while (at < items.length && (items[at] ?? 0) < item) at++;
      const place = this.#places[total] ?? -1;
      if (items[at] !== item || place < 0) continue;
      const count = counts[i] ?? 0;
      const points = half / 2;
      const cell = at * width + place;
      sums[cell] = (sums[cell] ?? 0) + points * count;
      squares[cell] = (squares[cell] ?? 0) + points * points * count;
      if (half !== 2) this.#beyond[at] = (this.#beyond[at] ?? 0) + count;
    }
  }

  /**
   * Visits every item, in order, with its points in both groups: this group as the reference, or as the whole of
   * which `focal` is a part, so that the reference is the rest.
   *
   * Pupils without points do not stand in a cross table: the totals say how many there are.
   * Missing: different items → `several-forms`; nobody in a group → `no-complete`; shared tally → `no-cross-table`.
   * Errors: more pupils in the part than in the whole. Cost: one pass over the cross table of the focal group.
   */
  each(
    focal: CompleteCounts,
    role: 'other' | 'part',
    visit: (of: ItemStrata) => void,
  ): MissingReason | undefined {
    if (!sameItems(this.#of.items, focal.items)) return 'several-forms';
    const isPart = role === 'part';
    const n = this.#readTotals(focal, isPart);
    if (n === 0 || this.#n - (isPart ? n : 0) === 0) return 'no-complete';
    if (this.#of.cross === undefined || focal.cross === undefined) return 'no-cross-table';
    const { items } = this.#of;
    const { keys, to } = focal.cross;
    let at = focal.cross.from;
    for (let index = 0; index < items.length; index++) {
      const item = items[index] ?? 0;
      while (at < to && splitCrossKey(keys[at] ?? 0).item < item) at++;
      at = this.#readItem(focal, at, index);
      this.#addReference(index, isPart);
      visit(this.#item);
    }
    return undefined;
  }

  /** Lays out the totals of both groups; gives the number of pupils of the focal group. */
  #readTotals({ totals }: CompleteCounts, isPart: boolean): number {
    const there = this.#there;
    const { keys, counts, from, to } = totals;
    let n = 0;
    let inside = 0;
    for (let i = from; i < to; i++) {
      const count = counts[i] ?? 0;
      const place = this.#places[splitTotalKey(keys[i] ?? 0).total] ?? -1;
      n += count;
      if (place < 0) continue;
      inside += count;
      there[place] = (there[place] ?? 0) + count;
    }
    let isInside = !isPart || inside === n;
    const { reference, focal } = this.#item;
    let length = 0;
    for (let place = 0; place < there.length; place++) {
      const other = there[place] ?? 0;
      const own = (this.#pupils[place] ?? 0) - (isPart ? other : 0);
      if (own < 0) isInside = false;
      this.#strata[place] = own > 0 && other > 0 ? length : -1;
      if (own > 0 && other > 0) {
        this.#common[length] = place;
        reference[length] = own;
        focal[length++] = other;
      }
      there[place] = 0;
    }
    if (!isInside) throw new RangeError('TotalStrata requires a part of the whole');
    this.#item.length = length;
    return n;
  }

  /** Reads the points of the focal group on one item; gives the place of the next one in the cross table. */
  #readItem({ cross = NO_COUNTS }: CompleteCounts, start: number, index: number): number {
    const of = this.#item;
    of.item = this.#of.items[index] ?? 0;
    of.zeroOne = this.#beyond[index] === 0;
    of.focalSum.fill(0, 0, of.length);
    of.squares.fill(0, 0, of.length);
    const { keys, counts, to } = cross;
    let at = start;
    for (; at < to; at++) {
      const { item, points: half, total } = splitCrossKey(keys[at] ?? 0);
      if (item !== of.item) break;
      if (half !== 2) of.zeroOne = false;
      const stratum = this.#strata[this.#places[total] ?? -1] ?? -1;
      if (stratum < 0) continue;
      const points = half / 2;
      const sum = points * (counts[at] ?? 0);
      of.focalSum[stratum] = (of.focalSum[stratum] ?? 0) + sum;
      of.squares[stratum] = (of.squares[stratum] ?? 0) + points * sum;
    }
    return at;
  }

  #addReference(index: number, isPart: boolean): void {
    const { length, referenceSum, focalSum, squares } = this.#item;
    const first = index * this.#pupils.length;
    for (let stratum = 0; stratum < length; stratum++) {
      const cell = first + (this.#common[stratum] ?? 0);
      const sum = this.#sums[cell] ?? 0;
      const both = this.#squares[cell] ?? 0;
      referenceSum[stratum] = isPart ? sum - (focalSum[stratum] ?? 0) : sum;
      squares[stratum] = isPart ? both : both + (squares[stratum] ?? 0);
    }
  }
}
