/** What the rows of a sheet say about its columns and its grade. @module */
import type { Sheet, SheetRows } from '../sheet.js';
import { cellText, NO_CELL } from '../sheet.js';
import type { TableLayout } from './table-layout.js';

/**
 * Old exports have columns for more items than the work has; a column without a single cell is none. The first rows tell,
 * unless the last column is empty in all of them: then the whole sheet is looked through.
 */
export async function withoutUnusedColumns(
  sheet: SheetRows,
  head: Sheet,
  layout: TableLayout,
): Promise<TableLayout> {
  const { items } = layout;
  const inHead = items.findLastIndex(({ column }) =>
    head.rows
      .slice(layout.header + 1)
      .some((row) => cellText(row[column]) !== '' || typeof row[column] === 'object'),
  );
  let last = inHead;
  if (last < items.length - 1) {
    await sheet.read((row) => {
      if (row.row <= layout.header) return true;
      for (let item = items.length - 1; item > last; item--) {
        const column = items[item]?.column ?? 0;
        if (row.count(column) !== NO_CELL && row.cell(column) !== '') last = item;
      }
      return last < items.length - 1;
    });
  }
  return { ...layout, items: items.slice(0, last + 1), unused: items.slice(last + 1) };
}

/** The first digit of a five-digit code is the grade (80001 = grade 8). */
export function gradeOfCodes(head: Sheet, layout: TableLayout): { readonly grade?: number } {
  const column = layout.roles.pupil?.[0];
  if (column === undefined || !layout.itemsByPosition) return {};
  const grades = new Set<number>();
  for (const row of head.rows.slice(layout.header + 1, layout.header + 200)) {
    const match = /^([4-8])\d{4}$/.exec(String(row[column] ?? ''));
    if (match !== null) grades.add(Number(match[1]));
  }
  const [grade] = grades;
  return grade === undefined || grades.size > 1 ? {} : { grade };
}

/** Headers stand in the first rows; what follows shows which columns are used. */
export const LOOKED_AT_ROWS = 300;
/** Descriptions and lists of schools are no longer than this. */
export const MOST_SIDECAR_ROWS = 200_000;
