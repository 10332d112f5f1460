/** Counts by key, zero counts left out: keys ascending and distinct, counts above zero. @module */

export interface SparseCounts {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

export const NO_COUNTS: SparseCounts = { keys: new Uint32Array(0), counts: new Uint32Array(0) };

/** Counts how often each key occurs. `keys` is sorted in place. */
export function countKeys(keys: Uint32Array): SparseCounts {
  if (keys.length === 0) return NO_COUNTS;
  keys.sort();
  let distinct = 1;
  for (let i = 1; i < keys.length; i++) if (keys[i] !== keys[i - 1]) distinct++;
  const out = new Uint32Array(distinct);
  const counts = new Uint32Array(distinct);
  let at = -1;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    if (at < 0 || out[at] !== key) out[++at] = key;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { keys: out, counts };
}

/** Adds the counts of two tables. */
export function mergeCounts(one: SparseCounts, other: SparseCounts): SparseCounts {
  if (one.keys.length === 0) return other;
  if (other.keys.length === 0) return one;
  const keys = new Uint32Array(one.keys.length + other.keys.length);
  const counts = new Uint32Array(keys.length);
  let left = 0;
  let right = 0;
  let at = 0;
  while (left < one.keys.length || right < other.keys.length) {
    const a = one.keys[left] ?? Number.POSITIVE_INFINITY;
    const b = other.keys[right] ?? Number.POSITIVE_INFINITY;
    keys[at] = Math.min(a, b);
    let count = 0;
    if (a <= b) count += one.counts[left++] ?? 0;
    if (b <= a) count += other.counts[right++] ?? 0;
    counts[at++] = count;
  }
  return { keys: keys.slice(0, at), counts: counts.slice(0, at) };
}

/** Gives every key a new one; keys that become equal are added up. */
export function rekey(of: SparseCounts, newKey: (key: number) => number): SparseCounts {
  const pairs = Array.from(of.keys, (key, i) => [newKey(key), of.counts[i] ?? 0] as const);
  pairs.sort((one, other) => one[0] - other[0]);
  const keys: number[] = [];
  const counts: number[] = [];
  for (const [key, count] of pairs) {
    if (keys.at(-1) === key) counts[counts.length - 1] = (counts.at(-1) ?? 0) + count;
    else {
      keys.push(key);
      counts.push(count);
    }
  }
  return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts) };
}

/** Sum of all counts. */
export function totalCount(of: SparseCounts): number {
  let sum = 0;
  for (const count of of.counts) sum += count;
  return sum;
}
