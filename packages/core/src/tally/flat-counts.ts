import type { SparseCounts } from './sparse-counts.js';
import { sparseCounts } from './sparse-counts.js';

/** Reads flat lists of `width` leading values and a count; absent when a key is refused or not ascending. */
export function parseFlat(
  lists: readonly (readonly number[])[],
  width: number,
  keyOf: (list: number, values: readonly number[]) => number | undefined,
): SparseCounts | undefined {
  const keys: number[] = [];
  const counts: number[] = [];
  for (const [index, list] of lists.entries()) {
    if (list.length % (width + 1) !== 0) return undefined;
    for (let at = 0; at < list.length; at += width + 1) {
      const key = keyOf(index, list.slice(at, at + width));
      const count = list[at + width] ?? 0;
      if (key === undefined || count === 0 || count > 0xffffffff) return undefined;
      if (keys.length > 0 && key <= (keys.at(-1) ?? 0)) return undefined;
      keys.push(key);
      counts.push(count);
    }
  }
  return sparseCounts(keys, counts);
}
