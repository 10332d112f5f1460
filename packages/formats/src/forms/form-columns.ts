/**
 * Columns of forms that people fill in: found by the id in the header, or by what people write instead.
 *
 * @module
 */
import { inCyrillic } from '../lookalikes.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { short } from '../sheets/short-text.js';

/** A column of a form: written in the empty form, read back. */
export interface FormColumn {
  readonly id: string;
  /** The header that people write instead, in lower case. */
  readonly also: string;
  readonly ru: string;
  readonly en: string;
  readonly example: string;
}

/** A column by its parts, as lists of columns write them. */
export function formColumn(id: string, also: string, ru: string, en: string, example: string): FormColumn {
  return { id, also, ru, en, example };
}

export interface FoundColumns {
  /** By id of the column. */
  readonly at: ReadonlyMap<string, number>;
  /** Headers that no column has, cut where they are long: then they are no headers, and may hold anything. */
  readonly unknown: readonly { readonly at: number; readonly header: string }[];
  /** How many columns there are up to the last one with a header. */
  readonly width: number;
}

/** Where the columns stand in the row of the header; of a header that stands twice the first counts. */
export function formColumns(
  { rows }: Pick<Sheet, 'rows'>,
  columns: readonly FormColumn[],
  header = 0,
): FoundColumns {
  const at = new Map<string, number>();
  const unknown: { at: number; header: string }[] = [];
  const byName = new Map(columns.flatMap((column) => namesOf(column).map((name) => [name, column])));
  let width = 0;
  (rows[header] ?? []).forEach((cell, place) => {
    const text = cellText(cell);
    const column = byName.get(headerName(cell));
    if (text !== '') width = place + 1;
    if (column !== undefined && !at.has(column.id)) at.set(column.id, place);
    else if (text !== '') unknown.push({ at: place, header: short(text, MOST_SHOWN) });
  });
  return { at, unknown, width };
}

/** Whether a column stands among headers. */
export function hasColumn(headers: ReadonlySet<string>, column: FormColumn): boolean {
  return namesOf(column).some((name) => headers.has(name));
}

/** Headers of a row as {@link hasColumn} compares them. */
export function headerNames(cells: readonly SheetCell[]): ReadonlySet<string> {
  return new Set(cells.map(headerName));
}

/** A header as it is compared: small letters, those that look alike as one, «ё» as «е», no mark behind. */
function headerName(cell: SheetCell): string {
  return inCyrillic(
    cellText(cell)
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[\s*:?]+$/, ''),
  );
}

function namesOf({ id, also }: Pick<FormColumn, 'id' | 'also'>): readonly string[] {
  return [headerName(id), headerName(also)];
}

const MOST_SHOWN = 60;
