/**
 * Rows of a text that its delimiter did not divide as it divides the header. Cells of a workbook stay where they are.
 *
 * @module
 */
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** Cells up to the last that holds something, where the row goes on beyond so many columns: a comma in a value divides it. */
export function cellsBeyond(row: PassingRow, columns: number): number | undefined {
  for (let column = row.width - 1; column >= columns; column--) {
    if (cellText(row.cell(column)) !== '') return column + 1;
  }
  return undefined;
}

/** Whether all of a row stands in one cell, and another delimiter would divide it into as many as the header names. */
export function isUndivided(row: PassingRow, columns: number): boolean {
  if (row.filled !== 1) return false;
  for (let column = 0; column < row.width; column++) {
    // As it stands: in what people see a tab is a space.
    const cell = row.cell(column);
    if (cellText(cell) !== '') return isDividedOtherwise(cell, columns);
  }
  return false;
}

/** Whether another delimiter would divide a cell into as many as the header names. */
export function isDividedOtherwise(cell: SheetCell, columns: number): boolean {
  return (
    typeof cell === 'string' &&
    columns >= FEWEST_COLUMNS &&
    DELIMITERS.some((delimiter) => cell.split(delimiter).length >= columns)
  );
}

/** Whether a text ends within a row: the last one alone has fewer cells than the header. Rows are passed one by one. */
export class EndOfText {
  readonly #columns: number;
  #rows = 0;
  #short = 0;
  #row = 0;
  #cells = 0;

  constructor(header: readonly string[]) {
    this.#columns = header.findLastIndex((text) => text !== '') + 1;
  }

  /** Of rows below the header. A single text is a line of its own: a class, a note. */
  pass(row: PassingRow): void {
    this.#row = row.row;
    this.#cells = row.width;
    if (row.filled < 2) return;
    this.#rows++;
    if (row.width < this.#columns) this.#short++;
  }

  cutOff(): { readonly row: number; readonly cells: number; readonly columns: number } | undefined {
    const [cells, columns] = [this.#cells, this.#columns];
    return this.#rows > 1 && this.#short === 1 && cells > 1 && cells < columns
      ? { row: this.#row, cells, columns }
      : undefined;
  }
}

/** So many commas stand in notes. */
const FEWEST_COLUMNS = 3;
/** In sentences a space follows. */
const DELIMITERS = [/,(?! )/, /;(?! )/, /\t/, /\|/];
