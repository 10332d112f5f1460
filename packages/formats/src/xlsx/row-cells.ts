/**
 * The cells of the row that passes by: columns of numbers that are used again from row to row.
 *
 * @module
 */
import { unreadable } from '../file-error.js';
import type { RowBuffer } from '../row-buffer.js';
import type { PassingRow, SheetCell } from '../sheet.js';
import { columnName, NO_CELL, UNCLEAR } from '../sheet.js';
import { TextCache } from '../text-cache.js';
import { DETAILS } from '../unreadable-detail.js';
import { BLANK, cellNumber } from './cell-number.js';
import { decodeCellText } from './cell-text.js';
import { dateOfSerial } from './date-formats.js';
import type { SharedStrings } from './shared-strings.js';

/** What the cells of a sheet refer to. */
export interface WorkbookContext {
  readonly strings: SharedStrings;
  /** For each cell style, whether it shows a number as a date. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

export const MAX_COLUMNS = 16_384;

/** What a cell is. */
const NO_VALUE = 0;
export const NUMBER = 1;
export const SHARED = 2;
export const TEXT = 3;
export const BOOLEAN = 4;
export const ERROR = 5;
export const DATE = 6;
const FORMULA = 7;
/** The text of a formula: unlike other types it may be empty and yet be there. */
export const STRING = 8;

/** What was found in a cell that is more than digits. */
export interface CellContent {
  /** Place of its text. */
  readonly start: number;
  readonly end: number;
  /** A value stands in it, be it empty. */
  readonly stored: boolean;
  readonly formula: boolean;
  /** The text, where it was put together from several pieces. */
  readonly joined: string | undefined;
}

/** Cells stay bytes until somebody asks for them. */
export class RowCells implements PassingRow {
  row = -1;
  width = 0;
  filled = 0;
  readonly #context: WorkbookContext;
  readonly #buffer: RowBuffer;
  readonly #texts = new TextCache(decodeCellText);
  /** For each column what its cell is, its number or index, and where its text stands. */
  #kinds = new Uint8Array(64);
  #numbers = new Float64Array(64);
  #styles = new Int32Array(64);
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  readonly #joined = new Map<number, string>();

  constructor(context: WorkbookContext, buffer: RowBuffer) {
    this.#context = context;
    this.#buffer = buffer;
  }

  cell(column: number): SheetCell {
    if (column >= this.width) return undefined;
    switch (this.#kinds[column]) {
      case NUMBER: {
        const number = this.#numbers[column] ?? 0;
        const { dates, from1904 } = this.#context;
        return (
          (dates[this.#styles[column] ?? 0] === true ? dateOfSerial(number, from1904) : undefined) ?? number
        );
      }
      case SHARED:
        return this.#context.strings.text(this.#numbers[column] ?? 0);
      case TEXT:
        return this.#text(column);
      case BOOLEAN: {
        const text = this.#text(column).trim();
        return text === '1' || text === 'true';
      }
      case ERROR:
        return { kind: 'error', text: this.#text(column) };
      case DATE: {
        const text = this.#text(column);
        const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
        return year === undefined
          ? text
          : { kind: 'date', year: Number(year), month: Number(month), day: Number(day) };
      }
      case FORMULA:
        return { kind: 'formula' };
      default:
        return undefined;
    }
  }

  repeats(): boolean {
    return false;
  }

  count(column: number): number {
    if (column >= this.width) return NO_CELL;
    const kind = this.#kinds[column];
    if (kind === NO_VALUE) return NO_CELL;
    if (kind !== NUMBER || this.#context.dates[this.#styles[column] ?? 0] === true) return UNCLEAR;
    const number = this.#numbers[column] ?? 0;
    return number >= 0 && number < 10_000 && number === Math.floor(number) ? number : UNCLEAR;
  }

  /** Forgets the row before. */
  clear(): void {
    this.#kinds.fill(NO_VALUE, 0, this.width);
    // An emptied map is made anew, even if it was empty.
    if (this.#joined.size > 0) this.#joined.clear();
    this.width = 0;
    this.filled = 0;
  }

  /** Makes room for a column. */
  reach(column: number): void {
    while (column >= this.#kinds.length) this.#grow();
  }

  /** Keeps a number or the index of a shared text, in a column that was {@link reach | reached}. */
  keepNumber(column: number, type: number, number: number, style: number): void {
    if (column >= this.width) this.width = column + 1;
    this.#fill(column);
    this.#kinds[column] = type;
    this.#numbers[column] = number;
    this.#styles[column] = style;
  }

  /** Keeps any other cell, in a column that was {@link reach | reached}. */
  keep(column: number, type: number, style: number, content: CellContent): void {
    const { start, end, stored, formula, joined } = content;
    if (column >= this.width) this.width = column + 1;
    const nothing = start === end && joined === undefined;
    let kind = type;
    let number = 0;
    if (formula && nothing && type !== STRING) kind = FORMULA;
    else if (type === NUMBER || type === SHARED) {
      if (!stored || nothing) return;
      number = cellNumber(this.#buffer.bytes, start, end);
      if (number === BLANK) return;
      if (type === SHARED && !Number.isInteger(number)) throw unreadable(DETAILS.xmlDamaged());
      if (Number.isNaN(number)) kind = TEXT;
    } else if (type === STRING) kind = TEXT;
    if (!(kind === TEXT && nothing)) this.#fill(column);
    this.#kinds[column] = kind;
    this.#numbers[column] = number;
    this.#styles[column] = style;
    this.#starts[column] = start;
    this.#ends[column] = end;
    if (joined !== undefined) this.#joined.set(column, joined);
  }

  /** @throws {FileError} for a column that has a value: which of the two is right nobody knows. */
  #fill(column: number): void {
    if (this.#kinds[column] !== NO_VALUE)
      throw unreadable(DETAILS.cellRepeated(this.row + 1, columnName(column)));
    this.filled++;
  }

  #text(column: number): string {
    const joined = this.#joined.get(column);
    return joined ?? this.#texts.text(this.#buffer.bytes, this.#starts[column] ?? 0, this.#ends[column] ?? 0);
  }

  #grow(): void {
    const length = this.#kinds.length * 2;
    const kinds = new Uint8Array(length);
    const numbers = new Float64Array(length);
    const styles = new Int32Array(length);
    const starts = new Int32Array(length);
    const ends = new Int32Array(length);
    kinds.set(this.#kinds);
    numbers.set(this.#numbers);
    styles.set(this.#styles);
    starts.set(this.#starts);
    ends.set(this.#ends);
    this.#kinds = kinds;
    this.#numbers = numbers;
    this.#styles = styles;
    this.#starts = starts;
    this.#ends = ends;
  }
}
