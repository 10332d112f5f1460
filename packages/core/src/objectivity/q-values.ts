/**
 * q of Benjamini and Hochberg for any p of a family.
 *
 * The same as `benjaminiHochberg`, but a country's millions of p need no array of answers: as p grows q goes up in steps, which
 * are far fewer (about the root of the number of tests), and only these are kept; q is looked up when somebody reads it.
 * Cost: one sort of numbers, into as many equal parts of 0..1 as there are fours of p; then a look-up touches a few numbers.
 */
export class QValues {
  /** Largest p of each step, ascending, and its q. */
  readonly #ends: Float64Array;
  readonly #q: Float64Array;
  /** Of each equal part of 0..1 the first step that ends in it or behind; at the end the number of all. */
  readonly #starts: Uint32Array;

  constructor(family: Float64Array) {
    const sorted = sortedShares(family);
    const m = sorted.length;
    const ends: number[] = [];
    const q: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let i = m - 1; i >= 0; i--) {
      const p = sorted[i] ?? 1;
      const adjusted = Math.min(1, p * (m / (i + 1)));
      if (adjusted >= least) continue;
      least = adjusted;
      ends.push(p);
      q.push(adjusted);
    }
    this.#ends = Float64Array.from(ends.reverse());
    this.#q = Float64Array.from(q.reverse());
    const parts = Math.max(1, ends.length);
    this.#starts = countedBefore(this.#ends, parts);
  }

  /** `p` must be one of the family. */
  of(p: number): number {
    const part = partOf(p, this.#starts.length - 1);
    let low = this.#starts[part] ?? 0;
    // The step may end in a later part: then it is the first one there.
    let high = this.#starts[part + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 1) < p) low = middle + 1;
      else high = middle;
    }
    return this.#q[low] ?? 1;
  }
}

/** Numbers of 0..1 in ascending order: counted into equal parts first, so that what is left to sort are a few of each. */
function sortedShares(shares: Float64Array): Float64Array {
  const parts = Math.max(1, shares.length >> 2);
  const starts = countedBefore(shares, parts);
  const sorted = new Float64Array(shares.length);
  const next = starts.slice();
  for (const share of shares) {
    const part = partOf(share, parts);
    const place = next[part] ?? 0;
    next[part] = place + 1;
    sorted[place] = share;
  }
  for (let part = 0; part < parts; part++) sortStretch(sorted, starts[part] ?? 0, starts[part + 1] ?? 0);
  return sorted;
}

/** How many shares lie in the parts before each part, and at the end in all. */
function countedBefore(shares: Float64Array, parts: number): Uint32Array {
  const before = new Uint32Array(parts + 1);
  for (const share of shares) {
    const next = partOf(share, parts) + 1;
    before[next] = (before[next] ?? 0) + 1;
  }
  for (let part = 0; part < parts; part++) before[part + 1] = (before[part] ?? 0) + (before[part + 1] ?? 0);
  return before;
}

function sortStretch(values: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? 0;
    let place = i;
    for (; place > from && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}

/** The last part has 1, too. */
function partOf(p: number, parts: number): number {
  return Math.min(parts - 1, Math.floor(p * parts));
}

/** So few are sorted in place faster than by calling for it. */
const FEW = 16;
