/**
 * One item in two groups, pupils with equal totals side by side: the sums that every comparison net of the general
 * level needs.
 *
 * @module
 */
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey } from '../tally/group-counts.js';
import type { SparseCounts } from '../tally/sparse-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import { pupilsByTotal } from './pupils-by-total.js';

/** Pupils of both groups by total; index = half points. The arrays are as long as each other. */
export interface TotalStrata {
  readonly reference: Float64Array;
  readonly focal: Float64Array;
}

/** Points of one item by total, in both groups; index = half points. Valid until the next item is visited. */
export interface ItemStrata {
  readonly item: number;
  readonly referenceSum: Float64Array;
  readonly referenceSquares: Float64Array;
  readonly focalSum: Float64Array;
  readonly focalSquares: Float64Array;
  /** No points other than 0 and 1 occur. */
  readonly zeroOne: boolean;
}

/** Lays out the totals of two groups side by side. */
export function totalStrata(reference: CompleteCounts, focal: CompleteCounts): TotalStrata {
  const first = pupilsByTotal(reference);
  const other = pupilsByTotal(focal, first.length - 1);
  return { reference: pupilsByTotal(reference, other.length - 1), focal: other };
}

/**
 * Visits every item in the order of its index with its points by total. Pupils without points do not stand in a cross
 * table: the totals say how many there are.
 *
 * Cost: one pass over both cross tables.
 */
export function eachItemStrata(
  reference: CompleteCounts,
  focal: CompleteCounts,
  totals: TotalStrata,
  visit: (of: ItemStrata) => void,
): void {
  const length = totals.reference.length;
  const one = new CrossReader(reference.cross ?? NO_COUNTS, length);
  const other = new CrossReader(focal.cross ?? NO_COUNTS, length);
  for (const item of reference.items) {
    one.read(item);
    other.read(item);
    visit({
      item,
      referenceSum: one.sums,
      referenceSquares: one.squares,
      focalSum: other.sums,
      focalSquares: other.squares,
      zeroOne: one.zeroOne && other.zeroOne,
    });
  }
}

/** Reads a cross table item by item, since its keys ascend. */
class CrossReader {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  zeroOne = true;
  readonly #cross: SparseCounts;
  #at: number;

  constructor(cross: SparseCounts, length: number) {
    this.#cross = cross;
    this.#at = cross.from;
    this.sums = new Float64Array(length);
    this.squares = new Float64Array(length);
  }

  read(wanted: number): void {
    this.sums.fill(0);
    this.squares.fill(0);
    this.zeroOne = true;
    const { keys, counts, to } = this.#cross;
    for (; this.#at < to; this.#at++) {
      const { item, points: half, total } = splitCrossKey(keys[this.#at] ?? 0);
      if (item > wanted) return;
      if (item < wanted) continue;
      const points = half / 2;
      const sum = points * (counts[this.#at] ?? 0);
      if (half !== 2) this.zeroOne = false;
      this.sums[total] = (this.sums[total] ?? 0) + sum;
      this.squares[total] = (this.squares[total] ?? 0) + points * sum;
    }
  }
}
