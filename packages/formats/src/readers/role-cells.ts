import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { Role, TableLayout } from './table-layout.js';

/** The first column with a meaning; absent when the layout has none. */
export function columnOf({ roles }: TableLayout, role: Role): number | undefined {
  return roles[role]?.[0];
}

/** The text of a row in that column. */
export function roleText(layout: TableLayout, row: PassingRow, role: Role): string {
  return textIn(row, columnOf(layout, role));
}

/** The text of a row in a column; empty when there is none. */
export function textIn(row: PassingRow, column: number | undefined): string {
  return column === undefined ? '' : cellText(row.cell(column));
}

/** What is wrong with a cell that should tell something: an error of the spreadsheet, a formula whose value was not stored. */
export function brokenCell(cell: SheetCell, at: Place): Issue | undefined {
  if (typeof cell !== 'object') return undefined;
  if (cell.kind === 'error') return issue('cell-error', 'error', at, { found: cell.text });
  return cell.kind === 'formula' ? issue('formula-without-value', 'error', at, {}) : undefined;
}

/** Columns that are looked at in every row. */
export function roleColumns(layout: TableLayout) {
  return {
    pupil: columnOf(layout, 'pupil'),
    variants: layout.roles.variant ?? [],
    teacher: columnOf(layout, 'teacher'),
    mark: columnOf(layout, 'mark'),
    journalMark: columnOf(layout, 'journalMark'),
    total: columnOf(layout, 'total'),
  };
}

/** A row, and a column if there is one, as people count. */
export function placeInRow(sheet: Place, row: number, column: number | undefined): Place {
  return { ...sheet, row: row + 1, ...(column === undefined ? {} : { column: columnName(column) }) };
}
