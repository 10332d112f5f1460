import type { Relation } from './descriptions.js';
import { MEASURES, RELATIONS } from './descriptions.js';
import type { WorkCells } from './work-cells.js';

/** Σ weight × cell = constant. */
export interface Equation {
  /** The same for the same sum in every attack on one publication; rising in the order of the list. */
  readonly id: number;
  readonly cells: readonly number[];
  readonly weights: readonly number[];
  /** Absent = 0. */
  readonly constant?: number;
}

/** More than all tables with pooled figures have together. */
const MOST_ROWS = 2 ** 40;

/**
 * The sums that everybody knows to hold and that still have two or more unknown cells; those with one unknown are
 * solved on the way, and `cause` says by what. A sum that does not come out is left: pupils of an unknown school are in no unit.
 */
export function equationsOf(
  cells: WorkCells,
  cause: (Equation | undefined)[],
  hasAllItems: boolean,
): readonly Equation[] {
  const open: Equation[] = [];
  let id = 0;
  const take = (equation: Equation) => {
    if (!solveDirectly(cells, equation, cause)) open.push(equation);
  };
  fixOnePointItems(cells);
  for (const relation of RELATIONS) {
    if (relation.terms.some(({ items }) => items === true)) {
      if (!hasAllItems) continue;
      fixCompleteWorks(cells);
    }
    for (const item of relation.by === 'work' ? [-1] : cells.items.keys()) {
      const first = id;
      id += cells.units.length;
      const pattern = patternOf(cells, relation, item);
      if (pattern === undefined) continue;
      const { columns, weights } = pattern;
      for (let unit = 0; unit < cells.units.length; unit++) {
        // Nearly everything is known, and there are hundreds of thousands of these: look before anything is made.
        if (isSettled(cells, unit, columns)) continue;
        take({ id: first + unit, cells: columns.map((column) => cells.cell(unit, column)), weights });
      }
    }
  }
  for (const { row, cells: places, total } of cells.sums) {
    take({ id: id + row, cells: places, weights: places.map(() => 1), constant: total });
  }
  id += MOST_ROWS;
  cells.columns.forEach(({ measure }, column) => {
    if (MEASURES[measure]?.holds === 'slack' || !isCounted(cells, column)) return;
    cells.units.forEach(({ children }, parent) => {
      if (children.length === 0 || isSumSettled(cells, parent, children, column)) return;
      take({
        id: id + column * cells.units.length + parent,
        cells: [cells.cell(parent, column), ...children.map((child) => cells.cell(child, column))],
        weights: [1, ...children.map(() => -1)],
      });
    });
  });
  return open;
}

/** True when there is nothing left to find out: no unknown cell, or one that follows at once. */
function solveDirectly(cells: WorkCells, equation: Equation, cause: (Equation | undefined)[]): boolean {
  const { cells: places, weights, constant = 0 } = equation;
  let unknown = -1;
  let sum = -constant;
  for (let k = 0; k < places.length; k++) {
    const place = places[k] ?? 0;
    if (cells.isKnown(place)) sum += (weights[k] ?? 0) * (cells.low[place] ?? 0);
    else if (unknown >= 0) return false;
    else unknown = k;
  }
  if (unknown >= 0) {
    const value = -sum / (weights[unknown] ?? 1);
    const place = places[unknown] ?? 0;
    if (Number.isInteger(value) && cells.narrow(place, value, value)) cause[place] = equation;
  }
  return true;
}

function isSettled({ low, high, columns: { length } }: WorkCells, unit: number, columns: readonly number[]) {
  for (let k = 0; k < columns.length; k++) {
    const place = unit * length + (columns[k] ?? 0);
    if (low[place] !== high[place]) return false;
  }
  return true;
}

function isSumSettled(
  cells: WorkCells,
  parent: number,
  children: readonly number[],
  column: number,
): boolean {
  if (!cells.isKnown(cells.cell(parent, column))) return false;
  for (const child of children) if (!cells.isKnown(cells.cell(child, column))) return false;
  return true;
}

/** A relation as columns with weights, the same in every unit; absent where it does not hold. */
function patternOf(
  cells: WorkCells,
  { terms, wholeOf }: Relation,
  item: number,
): { readonly columns: readonly number[]; readonly weights: readonly number[] } | undefined {
  if (wholeOf !== undefined && (!cells.wholePoints || cells.maxima[item] !== wholeOf)) return undefined;
  const columns: number[] = [];
  const weights: number[] = [];
  for (const { measure, weight, timesMax, items } of terms) {
    const max = timesMax === true ? cells.maxima[item] : 1;
    if (max === undefined || (items === true && cells.items.length === 0)) return undefined;
    for (const each of items === true ? cells.items.keys() : [item]) {
      const column = cells.column(measure, each);
      if (column < 0) return undefined;
      columns.push(column);
      weights.push(weight * max);
    }
  }
  return { columns, weights };
}

/** Nobody has a part of one point. */
function fixOnePointItems(cells: WorkCells): void {
  if (!cells.wholePoints) return;
  cells.maxima.forEach((max, item) => {
    if (max !== 1) return;
    for (const measure of ['partial', 'points-above-full', 'points-below-all']) {
      const column = cells.column(measure, item);
      for (let unit = 0; unit < cells.units.length; unit++) cells.narrow(cells.cell(unit, column), 0, 0);
    }
  });
}

/** Where everybody has the whole work, the items add up to the total. */
function fixCompleteWorks(cells: WorkCells): void {
  const [gap, points] = [cells.column('incomplete', -1), cells.column('incomplete-points', -1)];
  for (let unit = 0; unit < cells.units.length; unit++) {
    const place = cells.cell(unit, gap);
    if (cells.isKnown(place) && cells.low[place] === 0) cells.narrow(cells.cell(unit, points), 0, 0);
  }
}

/** Somebody published a figure of this column, or it follows from published ones. */
function isCounted(cells: WorkCells, column: number): boolean {
  for (let unit = 0; unit < cells.units.length; unit++) {
    const place = cells.cell(unit, column);
    if (cells.shown[place] === 1 || cells.isKnown(place)) return true;
  }
  return false;
}
