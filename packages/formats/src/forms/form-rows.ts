/**
 * What stands on a sheet with a form: the columns of its header, and the rows under it.
 *
 * @module
 */
import { issue } from '@orientir/core/foundation';
import type { FileState } from '../file-state.js';
import { placeOf } from '../file-state.js';
import type { RowPlace } from '../row-place.js';
import type { SheetCell } from '../sheet.js';
import { columnName } from '../sheet.js';
import type { FoundColumns } from './form-columns.js';
import type { FormSheet } from './form-sheets.js';
import { rowsUnder } from './form-sheets.js';
import type { RowCells } from './row-cells.js';

/** A row with what is said of it, and whether it was accepted. */
interface LookedAt {
  readonly row: RowCells;
  readonly accepted: boolean;
}

/** Looks at the rows under a header one by one; counts them, and keeps what is said of them. */
export function readRows(
  form: FormSheet,
  file: string,
  state: FileState,
  look: (cells: readonly SheetCell[], place: RowPlace) => LookedAt,
): void {
  for (const [at, cells] of rowsUnder(form)) {
    state.rowsRead++;
    const { row, accepted } = look(cells, { ...placeOf(file, form.sheet), row: at + 1 });
    state.issues.push(...row.issues);
    if (accepted) state.rowsAccepted++;
  }
}

/** Says of columns that no form has that they are passed over. */
export function tellUnknown(
  { sheet, header }: FormSheet,
  file: string,
  state: FileState,
  unknown: FoundColumns['unknown'],
): void {
  for (const { at, header: text } of unknown) {
    const place = { ...placeOf(file, sheet), row: header + 1, column: columnName(at) };
    state.issues.push(issue('column-unknown', 'warning', place, { header: text }));
  }
}
