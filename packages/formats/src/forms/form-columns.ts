/**
 * Columns of forms that people fill in: found by the id in the header, or by what people write instead.
 *
 * @module
 */
import type { Sheet } from '../sheet.js';
import { cellText } from '../sheet.js';

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
  readonly unknown: readonly { readonly at: number; readonly header: string }[];
}

/** Where the columns stand in the first row; of a header that stands twice the first counts. */
export function formColumns(sheet: Sheet, columns: readonly FormColumn[]): FoundColumns {
  const at = new Map<string, number>();
  const unknown: { at: number; header: string }[] = [];
  (sheet.rows[0] ?? []).forEach((cell, place) => {
    const header = cellText(cell);
    const name = header.toLowerCase().replaceAll('ё', 'е');
    const column = columns.find(({ id, also }) => name === id || name === also.replaceAll('ё', 'е'));
    if (column !== undefined && !at.has(column.id)) at.set(column.id, place);
    else if (header !== '') unknown.push({ at: place, header });
  });
  return { at, unknown };
}
