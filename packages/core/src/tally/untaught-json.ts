import { compareText } from '../foundation/order.js';
import type { UntaughtDocument } from '../schema/tally.schema.js';
import { parseFlat } from './flat-counts.js';
import { MAX_TOTAL } from './group-counts.js';
import { eachCount } from './sparse-counts.js';
import type { UntaughtCounts } from './untaught-counts.js';
import { joinUntaught, untaughtKey } from './untaught-counts.js';

export function untaughtDocuments(sets: readonly UntaughtCounts[]): readonly UntaughtDocument[] {
  return [...sets]
    .sort((one, other) => compareText(untaughtKey(one), untaughtKey(other)))
    .map(({ of, items, totals }) => {
      const flat: number[] = [];
      eachCount(totals, (total, count) => flat.push(total, count));
      return { of, items: [...items], totals: flat };
    });
}

/** Absent where something is out of order or out of range, or a set of items stands twice. `items` = those of the assessment. */
export function parseUntaught(
  documents: readonly UntaughtDocument[],
  items: number,
): readonly UntaughtCounts[] | undefined {
  const sets = documents.flatMap((document) => parseSet(document, items) ?? []);
  const joined = joinUntaught(sets);
  return joined.length < documents.length ? undefined : joined;
}

function parseSet({ of, items, totals }: UntaughtDocument, all: number): UntaughtCounts | undefined {
  const ascending = items.every((item, i) => item < all && (i === 0 || item > (items[i - 1] ?? 0)));
  const counts = parseFlat([totals], 1, (_, [total = MAX_TOTAL + 1]) =>
    total <= MAX_TOTAL ? total : undefined,
  );
  if (!ascending || items.length > of || of > all || counts === undefined) return undefined;
  return { of, items, totals: counts };
}
