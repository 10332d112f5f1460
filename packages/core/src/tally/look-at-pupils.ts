import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/responses.js';
import { MAX_TOTAL } from './group-counts.js';

/** What is known of a block before its groups are counted. */
export interface Pupils {
  /** Of those with every item, in half points; of those not taught nothing. */
  readonly totals: Uint32Array;
  /** 1 = every item of the variant, all of them taught; {@link SOME_UNTAUGHT} = every item, but some not taught. */
  readonly complete: Uint8Array;
  /** Items of each variant: administered to anybody who wrote it; ascending. */
  readonly items: readonly (readonly number[])[];
  /** Codes that occur in each column, ascending. */
  readonly codes: readonly (readonly number[])[];
}

/** In `complete`: every item of the variant, but some not taught. */
export const SOME_UNTAUGHT = 2;

/** Totals and completeness of every pupil: the columns are walked whole. @throws {RangeError} for totals too large. */
export function lookAtPupils(block: ResponseBlock): Pupils {
  const { points, rows, variant } = block;
  const items = itemsOfVariants(block);
  const totals = new Uint32Array(rows);
  const complete = new Uint8Array(rows);
  const occurs = points.map(() => new Uint8Array(256));
  const sums = new Int32Array(STRETCH);
  for (let from = 0; from < rows; from += STRETCH) {
    const size = Math.min(STRETCH, rows - from);
    sums.fill(0);
    points.forEach((column, item) => {
      addColumn(sums, column.subarray(from, from + size), occurs[item] ?? NO_CODES);
    });
    const untaught = points.filter((_, item) => occurs[item]?.[NOT_TAUGHT] === 1);
    for (let i = 0; i < size; i++) {
      const row = from + i;
      const of = items[variant[row] ?? 0]?.length ?? 0;
      const sum = sums[i] ?? 0;
      // Items of other variants are lacking for everybody who wrote this one.
      const lacking = (sum >>> LACKING_BITS) + of - points.length;
      if (
        of === 0 ||
        (lacking !== 0 && lacking !== untaught.filter((column) => column[row] === NOT_TAUGHT).length)
      )
        continue;
      const total = sum & (LACKING - 1);
      if (total > MAX_TOTAL) throw new RangeError(`add takes totals of at most ${MAX_TOTAL / 2} points`);
      totals[row] = total;
      complete[row] = lacking === 0 ? 1 : SOME_UNTAUGHT;
    }
  }
  const codes = occurs.map((seen) => Array.from(seen.keys()).filter((code) => seen[code] === 1));
  return { totals, complete, items, codes };
}

/** Rows whose sums stay in the fastest memory while the columns pass. */
const STRETCH = 4096;
const NO_CODES = new Uint8Array(256);

/** A pupil's sum holds the points below and how many items are lacking or untaught above: 1023 items fit into both. */
const LACKING_BITS = 18;
const LACKING = 1 << LACKING_BITS;
const ADDS = Int32Array.from({ length: 256 }, (_, code) =>
  code <= MAX_HALF_POINTS ? code : code === NOT_ADMINISTERED || code === NOT_TAUGHT ? LACKING : 0,
);

function addColumn(sums: Int32Array, column: Uint8Array, occurs: Uint8Array): void {
  for (let i = 0; i < column.length; i++) {
    const code = column[i] ?? NOT_ADMINISTERED;
    sums[i] = (sums[i] ?? 0) + (ADDS[code] ?? 0);
    occurs[code] = 1;
  }
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
