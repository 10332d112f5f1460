import { groupedBy } from '../foundation/grouped-by.js';
import type { SparseCounts } from './sparse-counts.js';
import { sumCounts } from './sparse-counts.js';

/**
 * Pupils without a mark of the work who have every item of the variant, some of them not taught («не пройдено»), by the set of
 * these items: what they could have given is known only once every maximum is.
 */
export interface UntaughtCounts {
  /** Items of the variant, those not taught counted. */
  readonly of: number;
  /** Indices of the items not taught, ascending; at least one. */
  readonly items: readonly number[];
  /** By total of the other items; the key is the total in half points. */
  readonly totals: SparseCounts;
}

/** One table for each set of items, in any order. */
export function joinUntaught(parts: readonly UntaughtCounts[]): readonly UntaughtCounts[] {
  const sets = groupedBy(parts, ({ of, items }) => JSON.stringify([of, items]));
  return Array.from(sets.values(), (set) => ({
    ...set[0],
    totals: sumCounts(set.map(({ totals }) => totals)),
  }));
}

/** Tells sets of items apart; their canonical order is that of its code points. */
export function untaughtKey({ of, items }: UntaughtCounts): string {
  return `${of}|${items.join()}`;
}
