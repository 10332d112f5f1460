import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import { MAX_ITEMS, MAX_TOTAL } from './group-counts.js';

/** What is known of a block before its groups are counted. */
export interface Pupils {
  /** One more than the total in half points; 0 = lacks an item of the variant. Items not taught are no lack and no points. */
  readonly totals: Uint16Array;
  /** Place in `untaught` of the items not taught, 0 = none; empty where nobody has such. */
  readonly sets: Uint32Array;
  /** Sets of items not taught, ascending indices; first the empty one. */
  readonly untaught: readonly (readonly number[])[];
  /** Items of each variant: administered to anybody who wrote it; ascending. */
  readonly items: readonly (readonly number[])[];
  /** Codes that may occur in each column, ascending. */
  readonly codes: readonly (readonly number[])[];
}

/** Totals and completeness of every pupil: the columns are walked whole. @throws {RangeError} for totals too large. */
export function lookAtPupils(block: ResponseBlock): Pupils {
  const { points, rows, variant } = block;
  const items = itemsOfVariants(block);
  const totals = new Uint16Array(rows);
  // Of each column, and of all: what was added to the sums, as bits.
  const bits = new Int32Array(points.length);
  let all = 0;
  const sums = new Int32Array(STRETCH);
  const untaught: (readonly number[])[] = [[]];
  // A character for each item: sets that grow item by item could be too many, by chance or by malice.
  const places = new Map<string, number>();
  let sets = new Uint32Array(0);
  for (let from = 0; from < rows; from += STRETCH) {
    const size = Math.min(STRETCH, rows - from);
    sums.fill(0);
    points.forEach((column, item) => {
      const added = addColumn(sums, column.subarray(from, from + size));
      bits[item] = (bits[item] ?? 0) | added;
      all |= added;
    });
    if (all < 0 && sets.length === 0) sets = new Uint32Array(rows);
    for (let i = 0; i < size; i++) {
      const row = from + i;
      const of = items[variant[row] ?? 0]?.length ?? 0;
      const sum = sums[i] ?? 0;
      // Items of other variants are lacking for everybody who wrote this one.
      const lacking = ((sum >>> LACKING_BITS) & MAX_ITEMS) + of - points.length;
      const own = lacking > 0 && all < 0 ? untaughtItems(points, bits, row) : NO_ITEMS;
      if (of === 0 || lacking !== own.length) continue;
      const total = sum & (LACKING - 1);
      if (total > MAX_TOTAL) throw new RangeError(`add takes totals of at most ${MAX_TOTAL / 2} points`);
      totals[row] = total + 1;
      if (own.length === 0) continue;
      const key = String.fromCharCode(...own);
      const place = places.get(key) ?? untaught.push(own) - 1;
      places.set(key, place);
      sets[row] = place;
    }
  }
  return { totals, sets, untaught, items, codes: Array.from(bits, codesOf) };
}

const NO_ITEMS: readonly number[] = [];

/** Items that the pupil was not taught; only columns with such a code are looked at. */
function untaughtItems(points: readonly Uint8Array[], bits: Int32Array, row: number): readonly number[] {
  const items: number[] = [];
  for (let item = 0; item < points.length; item++) {
    if ((bits[item] ?? 0) < 0 && points[item]?.[row] === NOT_TAUGHT) items.push(item);
  }
  return items;
}

/** Rows whose sums stay in the fastest memory while the columns pass. */
const STRETCH = 4096;

/** A pupil's sum holds the points below and how many items are lacking or untaught above: 1023 items, ten bits, fit into both. */
const LACKING_BITS = 18;
const LACKING = 1 << LACKING_BITS;
const SIGN = 1 << 31;
/** The sign says that something was not taught; in a sum it means nothing. */
const ADDS = Int32Array.from({ length: 256 }, (_, code) =>
  code <= MAX_HALF_POINTS
    ? code
    : code === NOT_ADMINISTERED
      ? LACKING
      : code === NOT_TAUGHT
        ? LACKING | SIGN
        : 0,
);

/** Adds a column to the sums; returns the bits of everything that was added. */
function addColumn(sums: Int32Array, column: Uint8Array): number {
  let bits = 0;
  for (let i = 0; i < column.length; i++) {
    const add = ADDS[column[i] ?? NOT_ADMINISTERED] ?? 0;
    sums[i] = (sums[i] ?? 0) + add;
    bits |= add;
  }
  return bits;
}

function codesOf(bits: number): readonly number[] {
  return [...ADDS.keys()].filter((code) => code <= (bits & 255) || code >= NOT_ATTEMPTED);
}

function itemsOfVariants({ points, rows, variant, variants, absent }: ResponseBlock) {
  const items = Array.from({ length: Math.max(1, variants.length) }, (): number[] => []);
  points.forEach((column, item) => {
    const seen = new Uint8Array(items.length);
    let left = items.length;
    for (let row = 0; row < rows && left > 0; row++) {
      const of = variant[row] ?? 0;
      if (seen[of] === 1 || column[row] === NOT_ADMINISTERED || absent[row] === 1) continue;
      seen[of] = 1;
      left--;
      items[of]?.push(item);
    }
  });
  return items;
}
