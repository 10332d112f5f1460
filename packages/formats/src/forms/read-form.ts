/**
 * Rows of a form that people fill in, one by one: what is accepted, and an issue for everything else.
 *
 * @module
 */
import type { Issue, Place, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Degree } from '@orientir/core/support';
import type { ByteSource } from '../byte-source.js';
import type { FileState } from '../file-state.js';
import { newFileState, placeOf, refusing, sourceFileOf } from '../file-state.js';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { dayOf, isBlank, isValueless, shareOf, wholeNumber } from './form-cells.js';
import type { FormColumn } from './form-columns.js';
import { formColumns, hasColumn, headerNames } from './form-columns.js';
import { readRows, tellUnknown } from './form-rows.js';
import type { FormSheet } from './form-sheets.js';
import { formSheets } from './form-sheets.js';
import { RowCells } from './row-cells.js';

/** A row that was accepted, and where it stands. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: Place;
}

export interface FormRead<Value> {
  readonly rows: readonly Placed<Value>[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

export interface FormOptions<Value> {
  readonly layout: string;
  readonly columns: readonly FormColumn[];
  /** Columns without which it is no such form. */
  readonly required: readonly FormColumn[];
  /** Columns of which one is enough. @defaultValue none is asked for */
  readonly anyOf?: readonly FormColumn[];
  /** Columns in which cells that are shown as one say the same of all their rows. @defaultValue none */
  readonly repeated?: readonly FormColumn[];
  /** Other columns that are no surprise. */
  readonly passedOver?: readonly string[];
  /** What a row says; absent = nothing, which is no fault. A row with an issue of severity error is refused all the same. */
  readonly read: (row: FormRow) => Value | undefined;
}

/** Reads the sheets of a workbook that hold the form with the same columns, or a csv: a header row, then the rows. Never throws for what is in the file. */
export async function readForm<Value>(
  source: ByteSource,
  file: string,
  options: FormOptions<Value>,
): Promise<FormRead<Value>> {
  const state = newFileState();
  const rows: Placed<Value>[] = [];
  const { required, anyOf = [] } = options;
  const accepted = await refusing(state, { file }, async () => {
    const { forms, issues, unread } = await formSheets(
      source,
      file,
      (cells) => {
        const headers = headerNames(cells);
        const has = (column: FormColumn) => hasColumn(headers, column);
        // One name alone may be a value of a row, among others that are nobody's headers.
        const isSure =
          options.columns.filter(has).length > 1 ||
          cells.filter((cell) => cellText(cell) !== '').length === 1;
        const isForm = required.every(has) && (anyOf.length === 0 || anyOf.some(has));
        return isForm && isSure ? options.layout : undefined;
      },
      options.repeated,
    );
    state.issues.push(...issues, ...unread);
    const [one] = forms;
    if (one === undefined) return;
    state.layout = options.layout;
    const columnsOf = ({ sheet, header }: FormSheet) =>
      [...formColumns(sheet, options.columns, header).at.keys()].sort().join();
    for (const form of forms) {
      if (columnsOf(form) === columnsOf(one)) readSheet(form, file, state, rows, options);
      else
        state.issues.push(
          issue('form-sheet-unread', 'error', placeOf(file, form.sheet), { read: one.sheet.name }),
        );
    }
  });
  if (!accepted) state.rowsAccepted = 0;
  return { rows: accepted ? rows : [], file: sourceFileOf(file, state), issues: state.issues };
}

function readSheet<Value>(
  form: FormSheet,
  file: string,
  state: FileState,
  rows: Placed<Value>[],
  { columns, passedOver = [], read }: FormOptions<Value>,
): void {
  const { at, unknown, width } = formColumns(form.sheet, columns, form.header);
  const surprises = unknown.filter(({ header }) => !passedOver.includes(header.toLowerCase()));
  tellUnknown(form, file, state, surprises);
  readRows(form, file, state, (cells, place) => {
    const row = new FormRow(cells, at, columns, place);
    row.checkLength(width);
    const value = read(row);
    const accepted = !row.isRefused;
    if (accepted && value !== undefined) rows.push({ value, place });
    return { row, accepted };
  });
}

/** The cells of a row by column; what cannot be becomes an issue. */
export class FormRow extends RowCells {
  constructor(
    cells: readonly SheetCell[],
    at: ReadonlyMap<string, number>,
    columns: readonly FormColumn[],
    place: Place & { readonly row: number },
  ) {
    super(cells, at, place);
    this.checkCells(columns);
  }

  text(column: FormColumn): string {
    return isBlank(this.cell(column)) ? '' : cellText(this.cell(column));
  }

  /** A text that must be there; empty where it is not, which is an issue. */
  needed(column: FormColumn): string {
    const text = this.text(column);
    if (text === '' && !this.#isTold(column))
      this.issues.push(issue('support-missing', 'error', this.placeOf(column), { column: column.id }));
    return text;
  }

  /** Texts joined by `|`, without empty and repeated ones. */
  list(column: FormColumn): readonly string[] {
    const parts = this.text(column)
      .split('|')
      .map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))];
  }

  /** A whole number from 0; absent for an empty cell, and for one that is an issue. */
  count(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell) || this.#isTold(column)) return undefined;
    const value = wholeNumber(cell);
    if (value !== undefined && value <= MOST_COUNT) return value;
    this.#refuse('support-count-invalid', column);
    return undefined;
  }

  /** A number from 0, with a comma or a dot; likewise. */
  number(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell) || this.#isTold(column)) return undefined;
    const text = cellText(cell).replace(/ /g, '').replace(',', '.');
    const value = typeof cell === 'number' ? cell : /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= MOST_NUMBER) return value;
    this.#refuse('support-number-invalid', column);
    return undefined;
  }

  /** A share 0..1, written so or with `%`; absent for an empty cell, and for one that is an issue. */
  share(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell) || this.#isTold(column)) return undefined;
    const share = shareOf(cell);
    if (share !== undefined) return share;
    this.#refuse('profile-share-invalid', column);
    return undefined;
  }

  /** 1, 2 or 3; everything else is an issue, an empty cell too. */
  degree(column: FormColumn): Degree | undefined {
    const value = wholeNumber(this.cell(column));
    if (value === 1 || value === 2 || value === 3) return value;
    if (!this.#isTold(column)) this.#refuse('support-degree-invalid', column);
    return undefined;
  }

  /** Yes or no; an empty cell is no. */
  flag(column: FormColumn): boolean {
    const cell = this.cell(column);
    if (isBlank(cell) || this.#isTold(column)) return false;
    const text = cellText(cell);
    if (YES.test(text)) return true;
    if (!NO.test(text)) this.#refuse('support-word-unknown', column);
    return false;
  }

  /** `YYYY-MM-DD`; absent for an empty cell, and for one that is an issue. */
  date(column: FormColumn): string | undefined {
    const cell = this.cell(column);
    if (isBlank(cell) || this.#isTold(column)) return undefined;
    const day = dayOf(cell);
    if (day !== undefined) return day;
    this.#refuse('support-date-invalid', column);
    return undefined;
  }

  #refuse(
    code:
      | 'support-count-invalid'
      | 'support-number-invalid'
      | 'support-degree-invalid'
      | 'support-word-unknown'
      | 'support-date-invalid'
      | 'profile-share-invalid',
    column: FormColumn,
  ): void {
    const parameters = { column: column.id, found: cellText(this.cell(column)) };
    this.issues.push(issue(code, 'error', this.placeOf(column), parameters));
  }

  /** Whether an issue has named the cell already. */
  #isTold(column: FormColumn): boolean {
    return isValueless(this.cell(column));
  }
}

/** `true` and `false` are what a spreadsheet makes of such cells. */
const YES = /^(?:да|yes|true|1|\+)$/i;
const NO = /^(?:нет|no|false|0)$/i;
const MOST_COUNT = 1_000_000;
const MOST_NUMBER = 1_000_000_000;
