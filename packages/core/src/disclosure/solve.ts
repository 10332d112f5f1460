import type { LinearRow } from './eliminate.js';
import { determined } from './eliminate.js';
import type { Equation } from './equations.js';
import { equationsOf } from './equations.js';
import type { WorkCells } from './work-cells.js';

/** What the solver can say about a cell beside its range. */
export interface Solved {
  /** The sum that last narrowed the cell; absent = its range is as published. */
  readonly cause: ReadonlyMap<number, Equation>;
  /** Systems that were too large for exact elimination; their cells are only bounded. */
  readonly limited: number;
}

/** Largest system that is eliminated exactly: a district of a hundred hidden schools stays below. */
const MOST_ROWS = 3000;
/** A sum is looked at so many times at most: bounds that creep by one pupil a step are far from being a secret. */
const MOST_VISITS = 60;

/** Narrows every cell as far as sums reach: bounds to a fixpoint, exact elimination of what is left, bounds again. */
export function solve(cells: WorkCells, hasAllItems: boolean): Solved {
  const cause = new Map<number, Equation>();
  const equations = equationsOf(cells, cause, hasAllItems);
  propagate(cells, equations, cause);
  let limited = 0;
  let isNew = false;
  for (const system of cores(cells, equations)) {
    if (system.length > MOST_ROWS) {
      limited++;
      continue;
    }
    for (const [cell, value] of determined(system.map((equation) => rowOf(cells, equation)))) {
      if (!cells.narrow(cell, value, value)) continue;
      isNew = true;
      const [first] = system;
      if (first !== undefined) cause.set(cell, first);
    }
  }
  if (isNew) propagate(cells, equations, cause);
  return { cause, limited };
}

function propagate(cells: WorkCells, equations: readonly Equation[], cause: Map<number, Equation>): void {
  const using = usesOf(cells, equations);
  const visits = new Uint8Array(equations.length);
  const isWaiting = new Uint8Array(equations.length).fill(1);
  const queue = equations.map((_, e) => e);
  for (let next = 0; next < queue.length; next++) {
    const e = queue[next] ?? 0;
    isWaiting[e] = 0;
    const equation = equations[e];
    if (equation === undefined || (visits[e] ?? 0) >= MOST_VISITS) continue;
    visits[e] = (visits[e] ?? 0) + 1;
    for (const cell of tighten(cells, equation)) {
      cause.set(cell, equation);
      for (const other of using.get(cell) ?? []) {
        if (isWaiting[other] === 1) continue;
        isWaiting[other] = 1;
        queue.push(other);
      }
    }
  }
}

/** Sums by their unknown cells. */
function usesOf(cells: WorkCells, equations: readonly Equation[]): ReadonlyMap<number, readonly number[]> {
  const using = new Map<number, number[]>();
  equations.forEach((equation, e) => {
    for (const cell of equation.cells) {
      if (cells.isKnown(cell)) continue;
      const there = using.get(cell);
      if (there === undefined) using.set(cell, [e]);
      else there.push(e);
    }
  });
  return using;
}

/** Narrows each cell of a sum by the ranges of the others; the cells that became narrower. */
function tighten(cells: WorkCells, { cells: places, weights, constant = 0 }: Equation): readonly number[] {
  const { low, high } = cells;
  const from = (k: number) => {
    const weight = weights[k] ?? 0;
    return weight * ((weight > 0 ? low : high)[places[k] ?? 0] ?? 0);
  };
  const to = (k: number) => {
    const weight = weights[k] ?? 0;
    return weight * ((weight > 0 ? high : low)[places[k] ?? 0] ?? 0);
  };
  // Infinite ends are counted apart: infinity less infinity is no number.
  let least = -constant;
  let most = -constant;
  let bottomless = 0;
  let boundless = 0;
  for (let k = 0; k < places.length; k++) {
    const [first, last] = [from(k), to(k)];
    if (first === Number.NEGATIVE_INFINITY) bottomless++;
    else least += first;
    if (last === Number.POSITIVE_INFINITY) boundless++;
    else most += last;
  }
  if (bottomless > 1 && boundless > 1) return NONE;
  const narrowed: number[] = [];
  for (let k = 0; k < places.length; k++) {
    const place = places[k] ?? 0;
    if (cells.isKnown(place)) continue;
    const [first, last] = [from(k), to(k)];
    const isBottomless = first === Number.NEGATIVE_INFINITY;
    const isBoundless = last === Number.POSITIVE_INFINITY;
    const largest =
      bottomless > (isBottomless ? 1 : 0) ? Number.POSITIVE_INFINITY : -(least - (isBottomless ? 0 : first));
    const smallest =
      boundless > (isBoundless ? 1 : 0) ? Number.NEGATIVE_INFINITY : -(most - (isBoundless ? 0 : last));
    const weight = weights[k] ?? 1;
    const newLow = Math.ceil(weight > 0 ? smallest / weight : largest / weight);
    const newHigh = Math.floor(weight > 0 ? largest / weight : smallest / weight);
    if (newLow <= (low[place] ?? 0) && newHigh >= (high[place] ?? 0)) continue;
    // The sums stay those of before: what they leave is less narrow than it could be, and is looked at again.
    if (cells.narrow(place, newLow, newHigh)) narrowed.push(place);
  }
  return narrowed;
}

const NONE: readonly number[] = [];

/**
 * Connected systems in which every unknown stands in two sums or more. A sum with an unknown that stands nowhere
 * else says nothing about the others, so it goes, again and again; what that unknown is follows later from bounds.
 */
function cores(cells: WorkCells, equations: readonly Equation[]): readonly (readonly Equation[])[] {
  // How many sums an unknown stands in, and their places put together by exclusive or: of one, it is that place.
  const uses = new Int32Array(cells.low.length);
  const places = new Int32Array(cells.low.length);
  equations.forEach((equation, e) => {
    for (const cell of equation.cells) {
      if (cells.isKnown(cell)) continue;
      uses[cell] = (uses[cell] ?? 0) + 1;
      places[cell] = (places[cell] ?? 0) ^ e;
    }
  });
  const isGone = new Uint8Array(equations.length);
  const lonely: number[] = [];
  uses.forEach((count, cell) => {
    if (count === 1) lonely.push(cell);
  });
  for (let next = 0; next < lonely.length; next++) {
    const last = lonely[next] ?? 0;
    const e = places[last] ?? 0;
    if (uses[last] !== 1 || isGone[e] === 1) continue;
    isGone[e] = 1;
    for (const cell of equations[e]?.cells ?? []) {
      if (cells.isKnown(cell)) continue;
      uses[cell] = (uses[cell] ?? 0) - 1;
      places[cell] = (places[cell] ?? 0) ^ e;
      if (uses[cell] === 1) lonely.push(cell);
    }
  }
  return connected(
    cells,
    equations.filter((_, e) => isGone[e] === 0),
  );
}

function connected(cells: WorkCells, equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const using = usesOf(cells, equations);
  const systems: Equation[][] = [];
  const seen = new Set<number>();
  equations.forEach((_, start) => {
    if (seen.has(start)) return;
    seen.add(start);
    const members = [start];
    for (let next = 0; next < members.length; next++) {
      for (const cell of equations[members[next] ?? 0]?.cells ?? []) {
        for (const other of using.get(cell) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          members.push(other);
        }
      }
    }
    systems.push(members.flatMap((e) => equations[e] ?? []));
  });
  return systems;
}

function rowOf(cells: WorkCells, { cells: places, weights, constant: sum = 0 }: Equation): LinearRow {
  const row = new Map<number, number>();
  let constant = Math.round(sum * 2);
  places.forEach((place, k) => {
    // Highest points may be halves; a doubled equation is the same equation.
    const weight = Math.round((weights[k] ?? 0) * 2);
    if (cells.isKnown(place)) constant -= weight * (cells.low[place] ?? 0);
    else row.set(place, (row.get(place) ?? 0) + weight);
  });
  return { weights: row, constant };
}
