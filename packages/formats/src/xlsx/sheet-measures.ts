/**
 * How wide columns and how high rows are: programs do not measure sheets that they did not write.
 *
 * @module
 */
import type { Cell } from '@orientir/core/analysis';
import type { WorkbookColumn } from './write-workbook.js';

/** In characters: the width that is given, or as wide as header and cells need. Of many rows some are looked at. */
export function columnWidth(
  rows: readonly (readonly Cell[])[],
  { header, kind, width }: WorkbookColumn,
  c: number,
): number {
  if (width !== undefined) return width;
  const longestWord = Math.max(...header.split(/\s+/).map((word) => word.length));
  let needed = Math.max(8, longestWord + 3, kind === 'text' ? 0 : 9);
  if (kind === 'text') {
    const every = Math.ceil(rows.length / ROWS_LOOKED_AT);
    for (let r = 0; r < rows.length; r += every) {
      needed = Math.max(needed, String(rows[r]?.[c] ?? '').length + 2);
    }
  }
  return Math.min(MAX_WIDTH, needed);
}

/** How far notes above the table reach: over so many columns, as far as a line can be read with ease. */
export function noteWidth(widths: readonly number[]): { readonly columns: number; readonly width: number } {
  let [columns, width] = [0, 0];
  while (width < (columns < widths.length ? EASY_LINE : SHORT_LINE)) {
    width += widths[columns] ?? STANDARD_WIDTH;
    columns++;
  }
  return { columns, width };
}

/** Lines that a text breaks into. */
export function linesOf(text: string, width: number): number {
  let used = 0;
  return text.split(/\s+/).reduce((count, word) => {
    const fits = used > 0 && used + 1 + word.length <= width - 1;
    used = fits ? used + 1 + word.length : word.length;
    return fits ? count : count + 1;
  }, 0);
}

/** Attributes of a row the texts of which need so many lines; a program shows no row of more than 409 points. */
export function rowHeight(lines: readonly number[]): string {
  return ` ht="${Math.min(409, 13 * Math.max(1, ...lines) + 2)}" customHeight="1"`;
}

const MAX_WIDTH = 48;
const ROWS_LOOKED_AT = 2000;
const EASY_LINE = 110;
const SHORT_LINE = 60;
/** Of a column that nothing is said of. */
const STANDARD_WIDTH = 9;
