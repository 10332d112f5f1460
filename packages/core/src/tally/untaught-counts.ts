import { compareText } from '../foundation/order.js';
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

/** One table for each set of items, in an order that does not depend on that of the parts. */
export function joinUntaught(parts: readonly UntaughtCounts[]): readonly UntaughtCounts[] {
  if (parts.length === 0) return parts;
  const sets = new Map<string, { readonly first: UntaughtCounts; readonly totals: SparseCounts[] }>();
  for (const first of parts) {
    const key = `${first.of}|${first.items.join()}`;
    const there = sets.get(key);
    if (there === undefined) sets.set(key, { first, totals: [first.totals] });
    else there.totals.push(first.totals);
  }
  return [...sets]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, { first, totals }]) => ({ ...first, totals: sumCounts(totals) }));
}
