/**
 * Counts by key, zero counts left out: keys ascending and distinct, counts above zero.
 *
 * A table is a stretch of common memory: a region has a hundred thousand small ones, and an array for each would cost
 * more than what stands in it.
 *
 * @module
 */

/** Entries `from` … `to - 1` of both arrays. */
export interface SparseCounts {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  readonly from: number;
  readonly to: number;
}

export const NO_COUNTS: SparseCounts = {
  keys: new Uint32Array(0),
  counts: new Uint32Array(0),
  from: 0,
  to: 0,
};

/** Makes a table of entries whose keys ascend. */
export function sparseCounts(keys: readonly number[], counts: readonly number[]): SparseCounts {
  return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts), from: 0, to: keys.length };
}

/** Visits the entries in the order of their keys. */
export function eachCount(
  { keys, counts, from, to }: SparseCounts,
  visit: (key: number, count: number) => void,
): void {
  for (let i = from; i < to; i++) visit(keys[i] ?? 0, counts[i] ?? 0);
}

/** Writes tables of counts one after the other into common memory. Keys must come in ascending order. */
export class CountWriter {
  #keys = new Uint32Array(FIRST_LENGTH);
  #counts = new Uint32Array(FIRST_LENGTH);
  #start = 0;
  #at = 0;

  begin(): void {
    this.#start = this.#at;
  }

  /** A key above all keys of the table so far. */
  write(key: number, count: number): void {
    if (this.#at === this.#keys.length) this.#grow();
    this.#keys[this.#at] = key;
    this.#counts[this.#at++] = count;
  }

  /** One more of a key that is the last one or above it. */
  count(key: number): void {
    const last = this.#at - 1;
    if (last >= this.#start && this.#keys[last] === key) this.#counts[last] = (this.#counts[last] ?? 0) + 1;
    else this.write(key, 1);
  }

  end(): SparseCounts {
    return this.#at === this.#start
      ? NO_COUNTS
      : { keys: this.#keys, counts: this.#counts, from: this.#start, to: this.#at };
  }

  /** Tables that are done keep the memory they stand in; the one being written moves on. */
  #grow(): void {
    const length = Math.max(NEXT_LENGTH, 2 * (this.#at - this.#start));
    const keys = new Uint32Array(length);
    const counts = new Uint32Array(length);
    keys.set(this.#keys.subarray(this.#start, this.#at));
    counts.set(this.#counts.subarray(this.#start, this.#at));
    this.#keys = keys;
    this.#counts = counts;
    this.#at -= this.#start;
    this.#start = 0;
  }
}

const FIRST_LENGTH = 4096;
const NEXT_LENGTH = 262_144;

/** Adds the counts of two tables. */
export function mergeCounts(one: SparseCounts, other: SparseCounts): SparseCounts {
  if (one.from === one.to) return other;
  if (other.from === other.to) return one;
  const keys = new Uint32Array(one.to - one.from + other.to - other.from);
  const counts = new Uint32Array(keys.length);
  let left = one.from;
  let right = other.from;
  let at = 0;
  while (left < one.to || right < other.to) {
    const a = left < one.to ? (one.keys[left] ?? 0) : Number.POSITIVE_INFINITY;
    const b = right < other.to ? (other.keys[right] ?? 0) : Number.POSITIVE_INFINITY;
    keys[at] = a <= b ? a : b;
    let count = 0;
    if (a <= b) count += one.counts[left++] ?? 0;
    if (b <= a) count += other.counts[right++] ?? 0;
    counts[at++] = count;
  }
  return { keys, counts, from: 0, to: at };
}

/**
 * Adds the counts of many tables at once, through a dense table of all keys that occur; much faster than two by two.
 * Keys with equal upper bits (one point value of one item, by total) stand together in it.
 */
export function sumCounts(tables: readonly SparseCounts[]): SparseCounts {
  const filled = tables.filter(({ from, to }) => from < to);
  const [one = NO_COUNTS, other] = filled;
  if (other === undefined) return one;
  if (filled.length === 2) return mergeCounts(one, other);
  const heads = headsOf(filled);
  let size = 0;
  for (const head of heads) {
    places[head] = size;
    size += widths[head] ?? 0;
  }
  if (scratch.length < size) scratch = new Uint32Array(size * 2);
  const dense = scratch;
  let distinct = 0;
  for (const { keys, counts, from, to } of filled) {
    let head = -1;
    let place = 0;
    for (let i = from; i < to; i++) {
      const key = keys[i] ?? 0;
      if (key >>> LOW_BITS !== head) {
        head = key >>> LOW_BITS;
        place = places[head] ?? 0;
      }
      const at = place + (key & LOW_MASK);
      const there = dense[at] ?? 0;
      const count = counts[i] ?? 0;
      dense[at] = there + count;
      if (there === 0 && count > 0) distinct++;
    }
  }
  return sparseOf(dense, heads, distinct);
}

/** Upper bits that occur, ascending; fills `widths`, which {@link sparseOf} empties. */
function headsOf(tables: readonly SparseCounts[]): readonly number[] {
  const heads: number[] = [];
  for (const { keys, from, to } of tables) {
    for (let i = from; i < to; i++) {
      const key = keys[i] ?? 0;
      const head = key >>> LOW_BITS;
      // The last key with this head is the widest of the table.
      if (i + 1 < to && (keys[i + 1] ?? 0) >>> LOW_BITS === head) continue;
      const width = (key & LOW_MASK) + 1;
      const there = widths[head] ?? 0;
      if (there === 0) heads.push(head);
      if (width > there) widths[head] = width;
    }
  }
  return heads.sort((a, b) => a - b);
}

const LOW_BITS = 14;
const LOW_MASK = (1 << LOW_BITS) - 1;

/** Reused from sum to sum; all zeros between them. */
let scratch = new Uint32Array(0);
/** By upper bits: how many keys have them, all zeros between sums; and where the first of these keys stands. */
const widths = /* @__PURE__ */ new Uint16Array(2 ** (32 - LOW_BITS));
const places = /* @__PURE__ */ new Uint32Array(2 ** (32 - LOW_BITS));

function sparseOf(dense: Uint32Array, heads: readonly number[], distinct: number): SparseCounts {
  const keys = new Uint32Array(distinct);
  const counts = new Uint32Array(distinct);
  let used = 0;
  let place = 0;
  for (const head of heads) {
    const width = widths[head] ?? 0;
    widths[head] = 0;
    const first = head * (LOW_MASK + 1);
    for (let low = 0; low < width; low++) {
      const count = dense[place + low] ?? 0;
      if (count === 0) continue;
      dense[place + low] = 0;
      keys[used] = first + low;
      counts[used++] = count;
    }
    place += width;
  }
  return { keys, counts, from: 0, to: distinct };
}

/** Gives every key a new one; keys that become equal are added up. */
export function rekey(of: SparseCounts, newKey: (key: number) => number): SparseCounts {
  const sums = new Map<number, number>();
  eachCount(of, (key, count) => {
    const at = newKey(key);
    sums.set(at, (sums.get(at) ?? 0) + count);
  });
  const sorted = [...sums].sort(([one], [other]) => one - other);
  return sparseCounts(
    sorted.map(([key]) => key),
    sorted.map(([, count]) => count),
  );
}

/** Sum of all counts. */
export function totalCount(of: SparseCounts): number {
  let sum = 0;
  eachCount(of, (_, count) => {
    sum += count;
  });
  return sum;
}
