/**
 * Exact elimination: which unknowns do linear equations determine?
 *
 * @module
 */

/** Σ weight × unknown = constant, in whole numbers. */
export interface LinearRow {
  readonly weights: ReadonlyMap<number, bigint>;
  readonly constant: bigint;
}

/**
 * The unknowns that every solution agrees on, with their values; those without a whole value are left out.
 *
 * An unknown is determined exactly when its unit vector lies in the row space, which is when the reduced rows have
 * one with this unknown alone. Fractions do not occur: rows are combined crosswise and divided by their divisor.
 * Source: audit of suppressed tables as in sdcTable (`attack`); Giessing, in Hundepool et al. (2012), chapter 4.
 */
export function determined(rows: readonly LinearRow[]): ReadonlyMap<number, bigint> {
  const reduced: LinearRow[] = [];
  const pivots: number[] = [];
  const waiting = [...rows];
  while (waiting.length > 0) {
    // The shortest row first keeps the others short.
    let shortest = 0;
    waiting.forEach((row, k) => {
      if (row.weights.size < (waiting[shortest]?.weights.size ?? 0)) shortest = k;
    });
    const [row] = waiting.splice(shortest, 1);
    const [pivot] = row?.weights.keys() ?? [];
    if (row === undefined || pivot === undefined) continue;
    for (const list of [waiting, reduced]) {
      for (const [k, other] of list.entries()) {
        if (other.weights.has(pivot)) list[k] = without(other, row, pivot);
      }
    }
    reduced.push(row);
    pivots.push(pivot);
  }
  const values = new Map<number, bigint>();
  reduced.forEach(({ weights, constant }) => {
    const [only] = weights;
    if (weights.size !== 1 || only === undefined) return;
    const [unknown, weight] = only;
    if (constant % weight === 0n) values.set(unknown, constant / weight);
  });
  return values;
}

function without(row: LinearRow, other: LinearRow, pivot: number): LinearRow {
  const mine = row.weights.get(pivot) ?? 0n;
  const theirs = other.weights.get(pivot) ?? 1n;
  const weights = new Map<number, bigint>();
  for (const [unknown, weight] of row.weights) weights.set(unknown, weight * theirs);
  for (const [unknown, weight] of other.weights) {
    const left = (weights.get(unknown) ?? 0n) - weight * mine;
    if (left === 0n) weights.delete(unknown);
    else weights.set(unknown, left);
  }
  const constant = row.constant * theirs - other.constant * mine;
  let divisor = absolute(constant);
  for (const weight of weights.values()) divisor = commonDivisor(divisor, absolute(weight));
  if (divisor <= 1n) return { weights, constant };
  for (const [unknown, weight] of weights) weights.set(unknown, weight / divisor);
  return { weights, constant: constant / divisor };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
