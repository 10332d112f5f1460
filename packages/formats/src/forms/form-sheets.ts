import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { placeOf } from '../file-state.js';
import { detectLayout } from '../readers/detect-layout.js';
import type { Sheet, SheetCell, SheetRows } from '../sheet.js';
import { cellText, wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import type { FormColumn } from './form-columns.js';
import { formColumns } from './form-columns.js';

/** A sheet, and the index of the row that is its header. */
export interface FormSheet {
  readonly sheet: Sheet;
  readonly header: number;
}

export interface FormSheets<Kind> {
  /** Empty where no sheet has a header among its first rows. */
  readonly forms: readonly (FormSheet & { readonly kind: Kind })[];
  /** What is said of a file without a form, of hidden sheets with one, and of forms in which nothing is filled in. */
  readonly issues: readonly Issue[];
  /** What is said of other sheets in sight, whose table nothing of the program reads: rows of a form without its header, say. */
  readonly unread: readonly Issue[];
}

/**
 * The sheets that hold a form: all with a header, for people put a title above it and a cover before, and have a sheet for each school or
 * class. Hidden ones only where no sheet in sight has one. Empty ones are left out beside others of their kind.
 *
 * @param kindOf - what form has these cells as its header; absent = none.
 * @param repeated - columns in which cells that are shown as one say the same of all their rows.
 * @throws {FileError}
 */
export async function formSheets<Kind>(
  source: ByteSource,
  file: string,
  kindOf: (cells: readonly SheetCell[]) => Kind | undefined,
  repeated: readonly FormColumn[] = [],
): Promise<FormSheets<Kind>> {
  const all = await openSheets(source);
  const found: FoundForm<Kind>[] = [];
  const unread: Sheet[] = [];
  for (const of of all) {
    const first = await wholeSheet(of, LOOKED_AT_ROWS);
    const top = headerOf(first, kindOf);
    if (top === undefined) {
      if (!of.hidden && isTable(first) && detectLayout(first).kind === 'unknown') unread.push(first);
      continue;
    }
    const sheet = await withMerged(of, await wholeSheet(of), top.header, repeated);
    const isFilled = rowsUnder({ sheet, header: top.header }).length > 0;
    found.push({ ...top, sheet, isHidden: of.hidden, isFilled });
  }
  if (found.length === 0) {
    const place = placeOf(file, all[0] ?? { name: '' });
    return { forms: [], issues: [issue('file-not-recognised', 'error', place, {})], unread: [] };
  }
  const inSight = found.filter(({ isHidden }) => !isHidden);
  const read = inSight.length > 0 ? inSight : found;
  const forms = read.filter((form) => {
    const alike = read.filter(({ kind }) => kind === form.kind);
    return form.isFilled || (form === alike[0] && !alike.some(({ isFilled }) => isFilled));
  });
  const say = (code: 'form-empty' | 'form-sheet-hidden', { sheet }: FormSheet) =>
    issue(code, 'warning', placeOf(file, sheet), {});
  return {
    forms,
    issues: [
      ...forms.filter(({ isFilled }) => !isFilled).map((form) => say('form-empty', form)),
      ...found
        .filter((form) => form.isFilled && !read.includes(form))
        .map((form) => say('form-sheet-hidden', form)),
    ],
    unread: unread.map((sheet) => issue('sheet-not-recognised', 'warning', placeOf(file, sheet), {})),
  };
}

interface FoundForm<Kind> extends FormSheet {
  readonly kind: Kind;
  readonly isHidden: boolean;
  /** Whether a row under the header holds something. */
  readonly isFilled: boolean;
}

/** A cover has one cell in a row. */
function isTable({ rows }: Sheet): boolean {
  return rows.some((cells) => cells.filter((cell) => !isEmpty(cell)).length > 1);
}

/** The first row that is a header. */
function headerOf<Kind>(
  { rows }: Sheet,
  kindOf: (cells: readonly SheetCell[]) => Kind | undefined,
): { readonly header: number; readonly kind: Kind } | undefined {
  for (const [header, cells] of rows.entries()) {
    const kind = kindOf(cells);
    if (kind !== undefined) return { header, kind };
  }
  return undefined;
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

/** Rows under the header that hold something, and their indices. */
export function rowsUnder({
  sheet,
  header,
}: FormSheet): readonly (readonly [number, readonly SheetCell[]])[] {
  return [...sheet.rows.entries()].filter(([row, cells]) => row > header && !cells.every(isEmpty));
}

function isEmpty(cell: SheetCell): boolean {
  return typeof cell !== 'object' && cellText(cell) === '';
}

/** The kinds of forms in a file, sheet by sheet. @throws {FileError} */
export async function formKinds<Kind>(
  source: ByteSource,
  kindOf: (cells: readonly SheetCell[]) => Kind | undefined,
): Promise<ReadonlySet<Kind>> {
  const kinds = new Set<Kind>();
  for (const of of await openSheets(source)) {
    const top = headerOf(await wholeSheet(of, LOOKED_AT_ROWS), kindOf);
    if (top !== undefined) kinds.add(top.kind);
  }
  return kinds;
}

/** Rows among which a header is looked for. */
const LOOKED_AT_ROWS = 10;
