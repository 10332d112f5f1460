/**
 * Cells that hold the points of an item, row by row.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, pointStepOf } from '@orientir/core/assessment';
import { issue } from '@orientir/core/foundation';
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText, NO_CELL } from '../sheet.js';
import type { IssueLog } from './issue-log.js';
import type { PointCell } from './point-cell.js';
import { readPointCell } from './point-cell.js';
import type { RowsContext } from './read-rows.js';
import { placeInRow } from './role-cells.js';
import type { ItemColumn } from './table-layout.js';

/** Reads the codes of a row in two steps: first those that need no second look, then the others, if the row is a pupil. */
export class ItemCells {
  /** Half points or state codes of the row in hand, in the order of the items of the work. */
  readonly codes: Uint8Array;
  readonly #assessment: Assessment;
  readonly #context: Pick<RowsContext, 'columns' | 'place'>;
  readonly #log: IssueLog;
  /** Whether the cell of an item holds an option that was chosen: then it is not read here. */
  readonly #holdsChoice: (item: number) => boolean;
  readonly #step: 1 | 0.5;
  readonly #unclear: number[] = [];
  readonly #pointCells = new Map<string, PointCell>();

  constructor(
    { assessment, columns, place }: Pick<RowsContext, 'assessment' | 'columns' | 'place'>,
    log: IssueLog,
    holdsChoice: (item: number) => boolean,
  ) {
    this.codes = new Uint8Array(columns.length);
    this.#assessment = assessment;
    this.#context = { columns, place };
    this.#log = log;
    this.#holdsChoice = holdsChoice;
    this.#step = pointStepOf(assessment);
  }

  /** Fills the codes that need no second look and lists the others. Whether the row holds a result. */
  readPlain(row: PassingRow): boolean {
    const { columns } = this.#context;
    const codes = this.codes;
    let answered = false;
    this.#unclear.length = 0;
    for (let item = 0; item < columns.length; item++) {
      const column = columns[item]?.column;
      const count = column === undefined ? NO_CELL : row.count(column);
      if (column !== undefined && this.#holdsChoice(item)) {
        codes[item] = NOT_ADMINISTERED;
        answered ||= holdsResult(row.cell(column));
      } else if (count >= 0 && count * 2 <= MAX_HALF_POINTS) {
        codes[item] = count * 2;
        answered = true;
      } else {
        codes[item] = NOT_ADMINISTERED;
        if (count === NO_CELL || column === undefined) continue;
        this.#unclear.push(item);
        answered ||= holdsResult(row.cell(column));
      }
    }
    return answered;
  }

  /** Reads the other codes. False when one of them is no result. */
  readUnclear(row: PassingRow): boolean {
    let clear = true;
    for (const item of this.#unclear) {
      const column = this.#context.columns[item];
      if (column === undefined) continue;
      const code = this.#points(row.cell(column.column), item, column, row.row);
      if (code === undefined) clear = false;
      else this.codes[item] = code;
    }
    return clear;
  }

  #points(cell: SheetCell, index: number, { column }: ItemColumn, row: number): number | undefined {
    const { id: item = '', maxPoints = MAX_HALF_POINTS / 2 } = this.#assessment.items[index] ?? {};
    const read = this.#pointCell(cell);
    if (read.kind === 'state') return read.code;
    const whole = read.kind === 'points' && Number.isInteger(read.points / this.#step);
    if (whole && read.points * 2 <= MAX_HALF_POINTS) return read.points * 2;
    const at = placeInRow(this.#context.place, row, column);
    if (whole) {
      this.#log.add(issue('points-above-max', 'error', at, { item, found: read.points, max: maxPoints }));
    } else if (read.kind === 'points') {
      const found = String(read.points).replace('.', ',');
      this.#log.add(issue('points-not-whole', 'error', at, { item, found }));
    } else if (read.why === 'cell-error') {
      this.#log.add(issue('cell-error', 'error', at, { found: read.found }));
    } else if (read.why === 'negative') {
      this.#log.add(issue('points-negative', 'error', at, { item, found: read.found }));
    } else {
      const found = typeof cell === 'object' && cell.kind === 'formula' ? '=…' : read.found;
      this.#log.add(issue('points-not-a-number', 'error', at, { item, found }));
    }
    return undefined;
  }

  /** `X`, `N` and their like come again and again. */
  #pointCell(cell: SheetCell): PointCell {
    if (typeof cell !== 'string') return readPointCell(cell);
    const there = this.#pointCells.get(cell);
    if (there !== undefined) return there;
    const read = readPointCell(cell);
    if (this.#pointCells.size < MOST_KEPT) this.#pointCells.set(cell, read);
    return read;
  }
}

const MOST_KEPT = 1000;

function holdsResult(cell: SheetCell): boolean {
  return cellText(cell) !== '' || (typeof cell === 'object' && cell.kind === 'formula');
}
