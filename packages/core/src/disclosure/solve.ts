import type { LinearRow } from './eliminate.js';
import { determined } from './eliminate.js';
import type { Equation } from './equations.js';
import { equationsOf } from './equations.js';
import { Sums } from './sums.js';
import type { WorkCells } from './work-cells.js';

/** What the solver can say about cells beside their ranges, and what he needs when he is asked again. */
export interface Solved {
  /** By cell: the sum that last narrowed it; absent = its range is as published. */
  readonly cause: readonly (Equation | undefined)[];
  /** Systems that were too large for exact elimination; their cells are only bounded. */
  readonly limited: number;
  /** The cells, narrowed. */
  readonly cells: WorkCells;
  readonly sums: Sums;
  /** Ranges before the sums were looked at together. */
  readonly start: { readonly low: Float64Array; readonly high: Float64Array };
  /** Cells that elimination determined. */
  readonly eliminated: readonly number[];
  /** A sum was left although it could narrow further. */
  readonly isUnfinished: boolean;
}

/** Largest system that is eliminated exactly: a district of a hundred hidden schools stays below. */
const MOST_ROWS = 3000;
/** A sum is looked at so many times at most: bounds that creep by one pupil a step are far from being a secret. */
const MOST_VISITS = 60;

/**
 * Narrows every cell as far as sums reach: bounds to a fixpoint, exact elimination of what is left, bounds again.
 *
 * @param before - what was found before some figures of the same publication were hidden: systems in which nothing
 * changed keep it.
 */
export function solve(cells: WorkCells, hasAllItems: boolean, before?: Solved): Solved {
  const cause: (Equation | undefined)[] = [];
  cause.length = cells.low.length;
  const sums = new Sums(cells, equationsOf(cells, cause, hasAllItems));
  const start = { low: cells.low.slice(), high: cells.high.slice() };
  if (before === undefined) return settle({ cells, sums, cause, start });
  const known = cause.slice();
  const solved = settle({ cells, sums, cause, start }, before);
  // Sums that were left go on after an elimination, wherever it was: then everything is looked at.
  const isElsewhere = solved.eliminated.length > 0 !== before.eliminated.length > 0;
  if (!before.isUnfinished || !isElsewhere) return solved;
  cells.low.set(start.low);
  cells.high.set(start.high);
  return settle({ cells, sums, cause: known, start });
}

function settle(
  {
    cells,
    sums,
    cause,
    start,
  }: Pick<Solved, 'cells' | 'sums' | 'start'> & { cause: (Equation | undefined)[] },
  before?: Solved,
): Solved {
  const open = new Uint8Array(sums.length).fill(1);
  const eliminated: number[] = [];
  let isUnfinished = false;
  if (before !== undefined) {
    const old = unchanged(cells, sums, before);
    keep(cells, cause, old.cells, before);
    for (let e = 0; e < open.length; e++) open[e] = 1 - (old.sums[e] ?? 0);
    for (const cell of before.eliminated) if (old.cells[cell] === 1) eliminated.push(cell);
    ({ isUnfinished } = before);
  }
  isUnfinished = propagate(cells, sums, open, cause) || isUnfinished;
  let limited = 0;
  for (const system of cores(cells, sums, open)) {
    if (system.length > MOST_ROWS) {
      limited++;
      continue;
    }
    for (const [cell, value] of determined(system.map((e) => rowOf(cells, sums, e)))) {
      if (!cells.narrow(cell, value, value)) continue;
      eliminated.push(cell);
      const first = sums.equation(system[0] ?? -1);
      if (first !== undefined) cause[cell] = first;
    }
  }
  if (eliminated.length > 0) isUnfinished = propagate(cells, sums, open, cause) || isUnfinished;
  return { cause, limited, cells, sums, start, eliminated, isUnfinished };
}

/** Cells and sums of the systems that are as they were. */
function unchanged(
  cells: WorkCells,
  sums: Sums,
  before: Solved,
): { readonly cells: Uint8Array; readonly sums: Uint8Array } {
  const old = { cells: new Uint8Array(cells.low.length).fill(1), sums: new Uint8Array(sums.length).fill(1) };
  const changed: number[] = [];
  const touch = (cell: number) => {
    if (old.cells[cell] === 0) return;
    old.cells[cell] = 0;
    changed.push(cell);
  };
  const touchAll = (of: Sums, e: number) => {
    for (let k = of.first[e] ?? 0; k < (of.first[e + 1] ?? 0); k++) touch(of.cells[k] ?? 0);
  };
  const { low, high } = before.start;
  for (let cell = 0; cell < low.length; cell++) {
    if (low[cell] !== cells.low[cell] || high[cell] !== cells.high[cell]) touch(cell);
  }
  // Both lists rise by id.
  let then = 0;
  for (let e = 0; e <= sums.length; e++) {
    const id = sums.equation(e)?.id ?? Number.POSITIVE_INFINITY;
    for (; (before.sums.equation(then)?.id ?? id) < id; then++) touchAll(before.sums, then);
    if (e === sums.length) break;
    if (before.sums.equation(then)?.id !== id) {
      old.sums[e] = 0;
      touchAll(sums, e);
      continue;
    }
    if (!sums.isSame(e, before.sums, then)) {
      old.sums[e] = 0;
      touchAll(before.sums, then);
      touchAll(sums, e);
    }
    then++;
  }
  for (let next = 0; next < changed.length; next++) {
    for (const e of sums.using(changed[next] ?? 0)) {
      if (old.sums[e] === 0) continue;
      old.sums[e] = 0;
      touchAll(sums, e);
    }
  }
  return old;
}

/** What was found before stands. */
function keep(cells: WorkCells, cause: (Equation | undefined)[], isOld: Uint8Array, before: Solved): void {
  for (let cell = 0; cell < isOld.length; cell++) {
    // What is known at the start has its cause from there.
    if (isOld[cell] === 0 || cells.isKnown(cell)) continue;
    cells.low[cell] = before.cells.low[cell] ?? 0;
    cells.high[cell] = before.cells.high[cell] ?? Number.POSITIVE_INFINITY;
    cause[cell] = before.cause[cell];
  }
}

/** @returns true when it stopped before bounds did. */
function propagate(cells: WorkCells, sums: Sums, open: Uint8Array, cause: (Equation | undefined)[]): boolean {
  const visits = new Uint8Array(sums.length);
  const isWaiting = open.slice();
  const queue: number[] = [];
  for (let e = 0; e < sums.length; e++) if (open[e] === 1) queue.push(e);
  const narrowed: number[] = [];
  let isStopped = false;
  for (let next = 0; next < queue.length; next++) {
    const e = queue[next] ?? 0;
    isWaiting[e] = 0;
    if ((visits[e] ?? 0) >= MOST_VISITS) {
      isStopped = true;
      continue;
    }
    visits[e] = (visits[e] ?? 0) + 1;
    narrowed.length = 0;
    tighten(cells, sums, e, narrowed);
    for (const cell of narrowed) {
      cause[cell] = sums.equation(e);
      for (const other of sums.using(cell)) {
        if (isWaiting[other] === 1) continue;
        isWaiting[other] = 1;
        queue.push(other);
      }
    }
  }
  return isStopped;
}

/** Narrows each cell of a sum by the ranges of the others; adds the cells that became narrower to `narrowed`. */
function tighten(cells: WorkCells, sums: Sums, e: number, narrowed: number[]): void {
  const { low, high } = cells;
  const { cells: places, weights } = sums;
  const from = sums.first[e] ?? 0;
  const to = sums.first[e + 1] ?? 0;
  // Infinite ends are counted apart: infinity less infinity is no number.
  let least = -(sums.constants[e] ?? 0);
  let most = least;
  let bottomless = 0;
  let boundless = 0;
  for (let k = from; k < to; k++) {
    const place = places[k] ?? 0;
    const weight = weights[k] ?? 0;
    const first = weight * ((weight > 0 ? low[place] : high[place]) ?? 0);
    const last = weight * ((weight > 0 ? high[place] : low[place]) ?? 0);
    if (first === Number.NEGATIVE_INFINITY) bottomless++;
    else least += first;
    if (last === Number.POSITIVE_INFINITY) boundless++;
    else most += last;
  }
  if (bottomless > 1 && boundless > 1) return;
  for (let k = from; k < to; k++) {
    const place = places[k] ?? 0;
    const lowest = low[place] ?? 0;
    const highest = high[place] ?? 0;
    if (lowest === highest) continue;
    const weight = weights[k] ?? 1;
    const first = weight * (weight > 0 ? lowest : highest);
    const last = weight * (weight > 0 ? highest : lowest);
    const isBottomless = first === Number.NEGATIVE_INFINITY;
    const isBoundless = last === Number.POSITIVE_INFINITY;
    const largest =
      bottomless > (isBottomless ? 1 : 0) ? Number.POSITIVE_INFINITY : -(least - (isBottomless ? 0 : first));
    const smallest =
      boundless > (isBoundless ? 1 : 0) ? Number.NEGATIVE_INFINITY : -(most - (isBoundless ? 0 : last));
    const newLow = Math.ceil(weight > 0 ? smallest / weight : largest / weight);
    const newHigh = Math.floor(weight > 0 ? largest / weight : smallest / weight);
    if (newLow <= lowest && newHigh >= highest) continue;
    // The sums stay those of before: what they leave is less narrow than it could be, and is looked at again.
    if (cells.narrow(place, newLow, newHigh)) narrowed.push(place);
  }
}

/**
 * Connected systems in which every unknown stands in two sums or more. A sum with an unknown that stands nowhere
 * else says nothing about the others, so it goes, again and again; what that unknown is follows later from bounds.
 */
function cores(cells: WorkCells, sums: Sums, open: Uint8Array): readonly (readonly number[])[] {
  const { cells: places, first } = sums;
  // How many sums an unknown stands in, and their places put together by exclusive or: of one, it is that place.
  const uses = new Int32Array(cells.low.length);
  const together = new Int32Array(cells.low.length);
  const isGone = open.map((each) => 1 - each);
  for (let e = 0; e < sums.length; e++) {
    if (isGone[e] === 1) continue;
    for (let k = first[e] ?? 0; k < (first[e + 1] ?? 0); k++) {
      const cell = places[k] ?? 0;
      if (cells.isKnown(cell)) continue;
      uses[cell] = (uses[cell] ?? 0) + 1;
      together[cell] = (together[cell] ?? 0) ^ e;
    }
  }
  const lonely: number[] = [];
  for (let cell = 0; cell < uses.length; cell++) if (uses[cell] === 1) lonely.push(cell);
  for (let next = 0; next < lonely.length; next++) {
    const last = lonely[next] ?? 0;
    const e = together[last] ?? 0;
    if (uses[last] !== 1 || isGone[e] === 1) continue;
    isGone[e] = 1;
    for (let k = first[e] ?? 0; k < (first[e + 1] ?? 0); k++) {
      const cell = places[k] ?? 0;
      if (cells.isKnown(cell)) continue;
      uses[cell] = (uses[cell] ?? 0) - 1;
      together[cell] = (together[cell] ?? 0) ^ e;
      if (uses[cell] === 1) lonely.push(cell);
    }
  }
  return connected(cells, sums, isGone);
}

/** The sums that are not gone, in parts that have no unknown in common. */
function connected(cells: WorkCells, sums: Sums, isGone: Uint8Array): readonly (readonly number[])[] {
  const { cells: places, first } = sums;
  const systems: number[][] = [];
  const isSeen = isGone.slice();
  for (let start = 0; start < sums.length; start++) {
    if (isSeen[start] === 1) continue;
    isSeen[start] = 1;
    const members = [start];
    for (let next = 0; next < members.length; next++) {
      const e = members[next] ?? 0;
      for (let k = first[e] ?? 0; k < (first[e + 1] ?? 0); k++) {
        const cell = places[k] ?? 0;
        if (cells.isKnown(cell)) continue;
        for (const other of sums.using(cell)) {
          if (isSeen[other] === 1) continue;
          isSeen[other] = 1;
          members.push(other);
        }
      }
    }
    systems.push(members);
  }
  return systems;
}

function rowOf(cells: WorkCells, { cells: places, weights, first, constants }: Sums, e: number): LinearRow {
  const row = new Map<number, number>();
  let constant = Math.round((constants[e] ?? 0) * 2);
  for (let k = first[e] ?? 0; k < (first[e + 1] ?? 0); k++) {
    const place = places[k] ?? 0;
    // Highest points may be halves; a doubled equation is the same equation.
    const weight = Math.round((weights[k] ?? 0) * 2);
    if (cells.isKnown(place)) constant -= weight * (cells.low[place] ?? 0);
    else row.set(place, (row.get(place) ?? 0) + weight);
  }
  return { weights: row, constant };
}
