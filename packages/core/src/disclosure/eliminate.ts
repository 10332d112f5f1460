/**
 * Exact elimination: which unknowns do linear equations determine?
 *
 * @module
 */

/** Σ weight × unknown = constant, in whole numbers below {@link PRIME}. */
export interface LinearRow {
  readonly weights: ReadonlyMap<number, number>;
  readonly constant: number;
}

/** Largest prime below 2²⁶: products of two remainders are exact doubles. Counts are smaller, so a remainder is the count. */
const PRIME = 67_108_859;

/**
 * The unknowns that every solution agrees on, with their values.
 *
 * An unknown is determined exactly when its unit vector lies in the row space, which is when the reduced rows have
 * one with this unknown alone. Rows are reduced modulo a prime: weights are small, so a minor that the prime divides
 * by chance is one in tens of millions. A value that is no whole number in range shows as one that is far too large.
 * Source: audit of suppressed tables as in sdcTable (`attack`); Giessing, in Hundepool et al. (2012), chapter 4.
 */
export function determined(rows: readonly LinearRow[]): ReadonlyMap<number, number> {
  const work = rows.map(({ weights, constant }): WorkRow => {
    const own = new Map<number, number>();
    for (const [unknown, weight] of weights) own.set(unknown, remainder(weight));
    return { weights: own, constant: remainder(constant) };
  });
  const using = new Map<number, Set<number>>();
  work.forEach(({ weights }, k) => {
    for (const unknown of weights.keys()) {
      const there = using.get(unknown);
      if (there === undefined) using.set(unknown, new Set([k]));
      else there.add(k);
    }
  });
  // Short rows first, and in them the unknown of the fewest rows: both keep the others short.
  const waiting = new Waiting(work.map(({ weights }) => weights.size));
  for (let k = waiting.shortest(); k >= 0; k = waiting.shortest()) {
    const row = work[k];
    if (row === undefined) continue;
    let pivot = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const unknown of row.weights.keys()) {
      const uses = using.get(unknown)?.size ?? 0;
      if (uses < fewest) [pivot, fewest] = [unknown, uses];
    }
    if (pivot < 0) continue;
    for (const other of [...(using.get(pivot) ?? [])]) {
      const of = work[other];
      if (other === k || of === undefined) continue;
      subtract(of, row, pivot, other, using);
      waiting.resize(other, of.weights.size);
    }
  }
  const values = new Map<number, number>();
  for (const { weights, constant } of work) {
    const [only] = weights;
    if (weights.size !== 1 || only === undefined) continue;
    values.set(only[0], multiply(constant, inverse(only[1])));
  }
  return values;
}

interface WorkRow {
  readonly weights: Map<number, number>;
  constant: number;
}

/** Rows that have not been a pivot's, by their length; lengths change. */
class Waiting {
  readonly #sizes: number[];
  readonly #bySize: Set<number>[] = [];

  constructor(sizes: readonly number[]) {
    this.#sizes = [...sizes];
    sizes.forEach((size, k) => {
      this.#of(size).add(k);
    });
  }

  /** Takes the row out; −1 when none is left. */
  shortest(): number {
    for (const rows of this.#bySize) {
      for (const k of rows ?? []) {
        rows.delete(k);
        this.#sizes[k] = -1;
        return k;
      }
    }
    return -1;
  }

  resize(k: number, size: number): void {
    const before = this.#sizes[k] ?? -1;
    if (before < 0 || before === size) return;
    this.#of(before).delete(k);
    this.#of(size).add(k);
    this.#sizes[k] = size;
  }

  #of(size: number): Set<number> {
    for (let each = this.#bySize.length; each <= size; each++) this.#bySize.push(new Set());
    return this.#bySize[size] ?? new Set();
  }
}

/** Takes a multiple of one row from another, so that the pivot goes out of it. */
function subtract(
  of: WorkRow,
  row: WorkRow,
  pivot: number,
  place: number,
  using: ReadonlyMap<number, Set<number>>,
): void {
  const times = multiply(of.weights.get(pivot) ?? 0, inverse(row.weights.get(pivot) ?? 1));
  for (const [unknown, weight] of row.weights) {
    const left = remainder((of.weights.get(unknown) ?? 0) - multiply(times, weight));
    if (left === 0 || unknown === pivot) {
      of.weights.delete(unknown);
      using.get(unknown)?.delete(place);
    } else {
      of.weights.set(unknown, left);
      using.get(unknown)?.add(place);
    }
  }
  of.constant = remainder(of.constant - multiply(times, row.constant));
}

function remainder(value: number): number {
  const rest = value % PRIME;
  return rest < 0 ? rest + PRIME : rest;
}

function multiply(one: number, other: number): number {
  return (one * other) % PRIME;
}

/** Fermat: a number to the power of the prime less two is its inverse. */
function inverse(value: number): number {
  if (value === 1 || value === PRIME - 1) return value;
  let result = 1;
  let power = value;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = multiply(result, power);
    power = multiply(power, power);
  }
  return result;
}
