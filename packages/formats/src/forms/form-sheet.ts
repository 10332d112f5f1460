import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { placeOf } from '../file-state.js';
import type { Sheet, SheetCell, SheetRows } from '../sheet.js';
import { cellText, wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import type { FormColumn } from './form-columns.js';
import { formColumns } from './form-columns.js';

/** A sheet, and the index of the row that is its header; absent where none of its first rows is one. */
export interface FormSheet {
  readonly sheet: Sheet;
  readonly header?: number;
  /** What is said of other sheets with such a header, and of a form in which nothing is filled in. */
  readonly issues: readonly Issue[];
}

/**
 * The sheet that holds a form: the first one with a header, for people put a title above it and a cover before. Hidden sheets come
 * last; where no sheet has a header, it is the first one.
 *
 * @param repeated - columns in which cells that are shown as one say the same of all their rows.
 * @throws {FileError}
 */
export async function formSheet(
  source: ByteSource,
  file: string,
  isHeader: (cells: readonly SheetCell[]) => boolean,
  repeated: readonly FormColumn[] = [],
): Promise<FormSheet> {
  const all = await openSheets(source);
  const forms: { readonly of: SheetRows; readonly header: number }[] = [];
  for (const of of inSight(all)) {
    const header = (await wholeSheet(of, LOOKED_AT_ROWS)).rows.findIndex(isHeader);
    if (header !== -1) forms.push({ of, header });
  }
  const [form, ...unread] = forms;
  if (form === undefined) {
    const [first] = all;
    return {
      sheet: first === undefined ? { name: '', hidden: false, rows: [] } : await wholeSheet(first),
      issues: [],
    };
  }
  const sheet = await withMerged(form.of, await wholeSheet(form.of), form.header, repeated);
  const issues: Issue[] = [];
  if (!isFilled(sheet, form.header)) issues.push(issue('form-empty', 'warning', placeOf(file, sheet), {}));
  for (const { of, header } of unread) {
    if (isFilled(await wholeSheet(of), header))
      issues.push(issue('form-sheet-unread', 'error', placeOf(file, of), { read: sheet.name }));
  }
  return { sheet, header: form.header, issues };
}

/** The sheet with the value of cells that are shown as one in each of their rows. Asks for them only where a row lacks one. */
async function withMerged(
  of: SheetRows,
  sheet: Sheet,
  header: number,
  repeated: readonly FormColumn[],
): Promise<Sheet> {
  const columns = [...formColumns(sheet, repeated, header).at.values()];
  const lacks = sheet.rows
    .slice(header + 1)
    .some((cells) => cells.some((cell) => !isEmpty(cell)) && columns.some((at) => isEmpty(cells[at])));
  const areas = lacks && of.merged !== undefined ? await of.merged() : [];
  const rows = sheet.rows.map((cells) => [...cells]);
  for (const { firstRow, lastRow, firstColumn, lastColumn } of areas) {
    if (firstRow <= header || firstColumn !== lastColumn || !columns.includes(firstColumn)) continue;
    const value = sheet.rows[firstRow]?.[firstColumn];
    for (const cells of rows.slice(firstRow + 1, lastRow + 1)) {
      // A blank row inside stays blank.
      if (cells.every(isEmpty)) continue;
      while (cells.length < firstColumn) cells.push(undefined);
      cells[firstColumn] = value;
    }
  }
  return { ...sheet, rows };
}

function isEmpty(cell: SheetCell): boolean {
  return typeof cell !== 'object' && cellText(cell) === '';
}

function inSight(sheets: readonly SheetRows[]): readonly SheetRows[] {
  return [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
}

/** Whether a row under the header holds something. */
function isFilled({ rows }: Sheet, header: number): boolean {
  return rows.slice(header + 1).some((cells) => cells.some((cell) => !isEmpty(cell)));
}

/** The header of the form in a file; absent where there is none. @throws {FileError} */
export async function formHeader(
  source: ByteSource,
  isHeader: (cells: readonly SheetCell[]) => boolean,
): Promise<readonly SheetCell[] | undefined> {
  const all = await openSheets(source);
  for (const of of inSight(all)) {
    const found = (await wholeSheet(of, LOOKED_AT_ROWS)).rows.find(isHeader);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Rows among which a header is looked for. */
export const LOOKED_AT_ROWS = 10;
