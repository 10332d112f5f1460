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
  if (typeof cell === 'object') {
    return cell.kind === 'date' ? isoDate(cell) : cell.kind === 'error' ? cell.text : '';
  }
  return String(cell)
    .replace(/[\s\u00a0\u202f\u2007\ufeff]+/g, ' ')
    .trim();
}

function isoDate({ year, month, day }: SheetDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
