import type { ResponseBlock } from '../assessment/responses.js';

/** Rows of a block group by group: those of `keys[g]` are `order[from[g]]` … `order[from[g + 1] - 1]`. */
export interface GroupedRows {
  readonly keys: readonly number[];
  readonly from: readonly number[];
  /** Absent where the groups stand in the block as they should: then row `r` is at place `r`. */
  readonly order?: Uint32Array;
}

/** Key of rows that belong to no group. */
export const NOBODY = -1;

/** Puts the rows of a block together by key. Rows that stand together already are not moved. */
export function groupRows({ rows }: ResponseBlock, keyOf: (row: number) => number): GroupedRows {
  const runs: number[] = [];
  const keysOfRuns: number[] = [];
  let last = Number.NaN;
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row);
    if (key === last) continue;
    last = key;
    runs.push(row);
    keysOfRuns.push(key);
  }
  const keys = [...new Set(keysOfRuns)];
  return keys.length === runs.length && !keys.includes(NOBODY)
    ? { keys, from: [...runs, rows] }
    : sortRuns(keysOfRuns, [...runs, rows], keys);
}

function sortRuns(
  keysOfRuns: readonly number[],
  runs: readonly number[],
  keys: readonly number[],
): GroupedRows {
  const wanted = keys.filter((key) => key !== NOBODY);
  const places = new Map(wanted.map((key, place) => [key, place]));
  const lengthOf = (run: number) => (runs[run + 1] ?? 0) - (runs[run] ?? 0);
  const sizes = new Array<number>(wanted.length).fill(0);
  keysOfRuns.forEach((key, run) => {
    const place = places.get(key);
    if (place !== undefined) sizes[place] = (sizes[place] ?? 0) + lengthOf(run);
  });
  const from = [0];
  for (const size of sizes) from.push((from.at(-1) ?? 0) + size);
  const next = [...from];
  const order = new Uint32Array(from.at(-1) ?? 0);
  keysOfRuns.forEach((key, run) => {
    const place = places.get(key);
    if (place === undefined) return;
    const at = next[place] ?? 0;
    const length = lengthOf(run);
    for (let i = 0; i < length; i++) order[at + i] = (runs[run] ?? 0) + i;
    next[place] = at + length;
  });
  return { keys: wanted, from, order };
}
