/**
 * A sheet as cells, whatever file it came from. Row `r` of the array is row `r + 1` of the spreadsheet.
 *
 * @module
 */

/** A cell that the spreadsheet shows as a date. */
export interface SheetDate {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `#N/A`, `#DIV/0!` … */
export interface SheetError {
  readonly kind: 'error';
  readonly text: string;
}

/** A formula whose value was not stored. */
export interface SheetFormula {
  readonly kind: 'formula';
}

export type SheetCell = string | number | boolean | SheetDate | SheetError | SheetFormula | undefined;

export interface Sheet {
  /** Empty for csv, which has no sheets. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A row while it passes by: cells are looked at where they stand, and nothing of it may be kept. */
export interface PassingRow {
  /** Index of the row in the sheet. */
  readonly row: number;
  /** Index after the last cell. */
  readonly width: number;
  /** Cells that hold something; blank texts may be among them. */
  readonly filled: number;
  cell(column: number): SheetCell;
  /** Whether the cell is surely the same as in the row before; false where that would have to be looked up. */
  repeats(column: number): boolean;
  /** A whole number from 0 to 9999 that the cell plainly holds; {@link NO_CELL} for none; else {@link UNCLEAR}. */
  count(column: number): number;
}

/** Results of {@link PassingRow.count} that are no number. */
export const UNCLEAR = -1;
export const NO_CELL = -2;

/** Cells that are shown as one, by indexes from 0, the last ones included. */
export interface CellArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A sheet whose rows are read when they are wanted, one after the other. */
export interface SheetRows {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Hands over the rows in the order of the file until `visit` returns false; rows without cells may be left out.
   *
   * @throws {FileError} where the file turns out to be damaged.
   */
  read(visit: (row: PassingRow) => boolean): Promise<void>;
  /** Which cells are shown as one; their value stands in the first. Absent where a file cannot say so. @throws {FileError} */
  merged?(): Promise<readonly CellArea[]>;
}

/** The sheet with all its cells, or those of its first rows; blank rows at the end are left out. @throws {FileError} */
export async function wholeSheet(of: SheetRows, rows = Number.POSITIVE_INFINITY): Promise<Sheet> {
  const sheet: SheetCell[][] = [];
  await of.read((row) => {
    if (row.row >= rows) return false;
    while (sheet.length <= row.row) sheet.push([]);
    const cells = sheet[row.row] ?? [];
    for (let column = 0; column < row.width; column++) {
      const cell = row.cell(column);
      if (cell !== undefined) {
        while (cells.length < column) cells.push(undefined);
        cells[column] = cell;
      }
    }
    return true;
  });
  while (sheet.at(-1)?.every((cell) => cell === '') === true) sheet.pop();
  return { name: of.name, hidden: of.hidden, rows: sheet };
}

/** Spreadsheet letters of a column, from index 0: `A` … `Z`, `AA` … */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** A cell as text, trimmed, with every kind of space as a plain one; empty for cells without text. */
export function cellText(cell: SheetCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') {
    return cell.kind === 'date' ? isoDate(cell) : cell.kind === 'error' ? cell.text : '';
  }
  const text = String(cell);
  return SPACES.test(text) ? text.replace(/[\s\u00a0\u202f\u2007\ufeff]+/g, ' ').trim() : text;
}

const SPACES = /[\s\u00a0\u202f\u2007\ufeff]/;

function isoDate({ year, month, day }: SheetDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
