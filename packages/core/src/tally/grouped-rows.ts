import type { ResponseBlock } from '../assessment/responses.js';
import { groupedBy } from '../foundation/grouped-by.js';

/** Rows of a block group by group: those of `keys[g]` are `order[from[g]]` … `order[from[g + 1] - 1]`. */
export interface GroupedRows {
  readonly keys: readonly number[];
  readonly from: readonly number[];
  /** Absent where the groups stand in the block as they should: then row `r` is at place `r`. */
  readonly order?: Uint32Array;
}

/** Key of rows that belong to no group. */
const NOBODY = -1;

/**
 * Puts the rows of a block together by group and variant; the key is that of the group, counted from `first`, times the
 * number of variants, and the variant. Rows that stand together already are not moved.
 *
 * @param index - by row; below `first` it is in no group.
 */
export function groupRows(
  { rows, variant, variants }: ResponseBlock,
  index: Uint32Array,
  first: 0 | 1,
): GroupedRows {
  const runs: number[] = [];
  const keysOfRuns: number[] = [];
  const size = Math.max(1, variants.length);
  let last = NOBODY - 1;
  for (let row = 0; row < rows; row++) {
    const at = (index[row] ?? 0) - first;
    const key = at < 0 ? NOBODY : at * size + (variant[row] ?? 0);
    if (key === last) continue;
    last = key;
    runs.push(row);
    keysOfRuns.push(key);
  }
  runs.push(rows);
  const distinct = [...new Set(keysOfRuns)];
  if (distinct.length === keysOfRuns.length && !distinct.includes(NOBODY))
    return { keys: distinct, from: runs };
  const byKey = groupedBy(keysOfRuns.keys(), (run) => {
    const key = keysOfRuns[run];
    return key === NOBODY ? undefined : key;
  });
  const order = new Uint32Array(rows);
  const from: number[] = [];
  let at = 0;
  for (const runsOf of byKey.values()) {
    from.push(at);
    for (const run of runsOf) {
      const end = runs[run + 1] ?? 0;
      for (let row = runs[run] ?? 0; row < end; row++) order[at++] = row;
    }
  }
  return { keys: [...byKey.keys()], from: [...from, at], order };
}
