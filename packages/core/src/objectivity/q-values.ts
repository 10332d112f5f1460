/**
 * q of Benjamini and Hochberg for any p of a family, from the sorted family alone.
 *
 * The same as `benjaminiHochberg`, but a country's millions of p need no array of answers: memory is one number a test, and q
 * is looked up when somebody reads it. Cost: one sort of numbers, then a binary search a look-up.
 */
export class QValues {
  readonly #sorted: Float64Array;
  readonly #q: Float64Array;

  constructor(family: Float64Array) {
    this.#sorted = family.slice().sort();
    const m = this.#sorted.length;
    this.#q = new Float64Array(m);
    let least = 1;
    for (let i = m - 1; i >= 0; i--) {
      least = Math.min(least, (this.#sorted[i] ?? 1) * (m / (i + 1)));
      this.#q[i] = least;
    }
  }

  /** `p` must be one of the family. */
  of(p: number): number {
    let low = 0;
    let high = this.#sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 1) < p) low = middle + 1;
      else high = middle;
    }
    return this.#q[low] ?? 1;
  }
}
