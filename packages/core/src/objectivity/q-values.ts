/**
 * q of Benjamini and Hochberg for any p of a family, from the sorted family alone.
 *
 * The same as `benjaminiHochberg`, but a country's millions of p need no array of answers: memory is one number a test, and q
 * is looked up when somebody reads it. Cost: one sort of numbers, then a binary search a look-up, among the p of one of as many equal
 * parts of 0..1 as there are fours of p.
 */
export class QValues {
  readonly #sorted: Float64Array;
  readonly #q: Float64Array;
  /** Of each part the place of its first p; at the end the number of all. */
  readonly #starts: Uint32Array;

  constructor(family: Float64Array) {
    this.#sorted = family.slice().sort();
    const m = this.#sorted.length;
    this.#q = new Float64Array(m);
    let least = 1;
    for (let i = m - 1; i >= 0; i--) {
      least = Math.min(least, (this.#sorted[i] ?? 1) * (m / (i + 1)));
      this.#q[i] = least;
    }
    const parts = Math.max(1, m >> 2);
    this.#starts = new Uint32Array(parts + 1).fill(m);
    for (let i = m - 1; i >= 0; i--) this.#starts[partOf(this.#sorted[i] ?? 1, parts)] = i;
    for (let part = parts - 1; part >= 0; part--) {
      this.#starts[part] = Math.min(this.#starts[part] ?? m, this.#starts[part + 1] ?? m);
    }
  }

  /** `p` must be one of the family. */
  of(p: number): number {
    const part = partOf(p, this.#starts.length - 1);
    let low = this.#starts[part] ?? 0;
    let high = (this.#starts[part + 1] ?? 0) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 1) < p) low = middle + 1;
      else high = middle;
    }
    return this.#q[low] ?? 1;
  }
}

/** The last part has 1, too. */
function partOf(p: number, parts: number): number {
  return Math.min(parts - 1, Math.floor(p * parts));
}
