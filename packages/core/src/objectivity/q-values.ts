/**
 * q of Benjamini and Hochberg for any p of a family.
 *
 * The same as `benjaminiHochberg`, but a country's millions of p need no array of answers: as p grows q goes up in steps, which
 * are far fewer (about the root of the number of tests), and only these are kept; q is looked up when somebody reads it.
 * Cost: two passes over the family. In the first p are counted into equal parts of 0..1, and where counts alone tell that no step
 * ends in a part, its p are never sorted: of a large family that is nearly everywhere so. Then a look-up touches a few numbers.
 */
export class QValues {
  /** Largest p of each step, ascending, and its q. */
  readonly #ends: Float64Array;
  readonly #q: Float64Array;
  /** Of each equal part of 0..1 the first step that ends in it or behind; at the end the number of all. */
  readonly #starts: Uint32Array;

  constructor(family: Float64Array) {
    const m = family.length;
    const parts = Math.max(1, Math.min(MOST_PARTS, m >> 2));
    const before = countedBefore(family, parts);
    const { starts, sorted } = sortedParts(family, before, partsWithSteps(before));
    const ends: number[] = [];
    const q: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let part = parts - 1; part >= 0; part--) {
      const start = starts[part] ?? 0;
      const smaller = before[part] ?? 0;
      for (let i = (starts[part + 1] ?? 0) - 1; i >= start; i--) {
        const p = sorted[i] ?? 1;
        const adjusted = Math.min(1, p * (m / (smaller + i - start + 1)));
        if (adjusted >= least) continue;
        least = adjusted;
        ends.push(p);
        q.push(adjusted);
      }
    }
    this.#ends = Float64Array.from(ends.reverse());
    this.#q = Float64Array.from(q.reverse());
    this.#starts = countedBefore(this.#ends, Math.max(1, ends.length));
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

/**
 * 1 = a step may end in the part: the least that its p can give, if all lay at its lower end, is below what some p of the parts
 * above surely gives. The largest p of a part has as many before it as are counted, whatever it is.
 */
function partsWithSteps(before: Uint32Array): Uint8Array {
  const parts = before.length - 1;
  const m = before[parts] ?? 0;
  const found = new Uint8Array(parts);
  let least = Number.POSITIVE_INFINITY;
  for (let part = parts - 1; part >= 0; part--) {
    const upTo = before[part + 1] ?? 0;
    if (upTo === before[part]) continue;
    const scale = m / (upTo * parts);
    if (part * scale < least * ABOVE_ROUNDING) found[part] = 1;
    least = Math.min(least, (part + 1) * scale);
  }
  return found;
}

/** The p of the parts asked for, each part in ascending order, one after the other; other parts are empty. */
function sortedParts(
  shares: Float64Array,
  before: Uint32Array,
  asked: Uint8Array,
): { readonly starts: Uint32Array; readonly sorted: Float64Array } {
  const parts = asked.length;
  const starts = new Uint32Array(parts + 1);
  for (let part = 0; part < parts; part++) {
    const count = asked[part] === 1 ? (before[part + 1] ?? 0) - (before[part] ?? 0) : 0;
    starts[part + 1] = (starts[part] ?? 0) + count;
  }
  const sorted = new Float64Array(starts[parts] ?? 0);
  const next = starts.slice();
  // Many are 1, and stand at the end unsorted.
  let ones = sorted.length;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    const part = partOf(share, parts);
    if (asked[part] === 0) continue;
    if (share === 1) {
      sorted[--ones] = share;
      continue;
    }
    const place = next[part] ?? 0;
    next[part] = place + 1;
    sorted[place] = share;
  }
  for (let part = 0; part < parts; part++) sortStretch(sorted, starts[part] ?? 0, next[part] ?? 0);
  return { starts, sorted };
}

/** How many shares lie in the parts before each part, and at the end in all. */
function countedBefore(shares: Float64Array, parts: number): Uint32Array {
  const before = new Uint32Array(parts + 1);
  for (let i = 0; i < shares.length; i++) {
    const next = partOf(shares[i] ?? 0, parts) + 1;
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

/** So many that their counts stay in fast memory. */
const MOST_PARTS = 65_536;
/** So few are sorted in place faster than by calling for it. */
const FEW = 16;
const ABOVE_ROUNDING = 1 + 1e-12;
