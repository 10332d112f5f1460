import type { Place } from '@orientir/core/foundation';
import type { PassingRow } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { Role, TableLayout } from './table-layout.js';

/** The first column with a meaning; absent when the layout has none. */
export function columnOf({ roles }: TableLayout, role: Role): number | undefined {
  return roles[role]?.[0];
}

/** The text of a row in that column. */
export function roleText(layout: TableLayout, row: PassingRow, role: Role): string {
  const column = columnOf(layout, role);
  return column === undefined ? '' : cellText(row.cell(column));
}

/** A row, and a column if there is one, as people count. */
export function placeInRow(sheet: Place, row: number, column: number | undefined): Place {
  return { ...sheet, row: row + 1, ...(column === undefined ? {} : { column: columnName(column) }) };
}
