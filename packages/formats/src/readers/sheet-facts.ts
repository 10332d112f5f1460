/** What the rows of a sheet say about its columns and its grade. @module */
import type { Sheet } from '../sheet.js';
import type { TableLayout } from './table-layout.js';

/** Old exports have columns for more items than the work has; a column without a single cell is none. */
export function withoutUnusedColumns(sheet: Sheet, layout: TableLayout): TableLayout {
  const used = new Set<number>();
  for (const row of sheet.rows.slice(layout.header + 1)) {
    for (const { column } of layout.items) {
      const cell = row[column];
      if (cell !== undefined && cell !== '') used.add(column);
    }
  }
  const last = layout.items.findLastIndex(({ column }) => used.has(column));
  return { ...layout, items: layout.items.slice(0, last + 1) };
}

/** The first digit of a five-digit code is the grade (80001 = grade 8). */
export function gradeOfCodes(sheet: Sheet, layout: TableLayout): { readonly grade?: number } {
  const column = layout.roles.pupil?.[0];
  if (column === undefined || !layout.itemsByPosition) return {};
  const grades = new Set<number>();
  for (const row of sheet.rows.slice(layout.header + 1, layout.header + 200)) {
    const match = /^([4-8])\d{4}$/.exec(String(row[column] ?? ''));
    if (match !== null) grades.add(Number(match[1]));
  }
  const [grade] = grades;
  return grade === undefined || grades.size > 1 ? {} : { grade };
}
