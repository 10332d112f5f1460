import { unreadable } from '../file-error.js';
import { RowBuffer } from '../row-buffer.js';
import type { PassingRow, SheetCell } from '../sheet.js';
import { NO_CELL, UNCLEAR } from '../sheet.js';
import { digitsText, TextCache } from '../text-cache.js';
import { DETAILS } from '../unreadable-detail.js';

/**
 * Finds rows and cells in the bytes of a csv, piece by piece. Bytes below 128 mean the same in UTF-8 and Windows-1251,
 * so rows are found before anything is decoded, and most cells never are.
 */
export class CsvScanner implements PassingRow {
  row = -1;
  width = 0;
  filled = 0;
  readonly #visit: (row: PassingRow) => boolean;
  readonly #buffer = new RowBuffer();
  readonly #texts: TextCache;
  /**
   * Cell `c` stands from the byte after `ends[c]` to `ends[c + 1]`, quoted ones with their quotes: one byte parts it from
   * the cell before.
   */
  #ends = new Int32Array(FIRST_COLUMNS + 1);
  /** The same of the row before, as long as it stands in the buffer. */
  #endsBefore = new Int32Array(FIRST_COLUMNS + 1);
  #widthBefore = 0;
  /** What each byte means where a cell may end. */
  readonly #kinds = new Uint8Array(256);
  /** Line of the file where the row begins, from 1. */
  #line = 1;

  constructor(delimiter: string, decode: (bytes: Uint8Array) => string, visit: (row: PassingRow) => boolean) {
    this.#kinds[0] = NUL;
    this.#kinds[LF] = LINE_END;
    this.#kinds[CR] = LINE_END;
    this.#kinds[delimiter.charCodeAt(0)] = DELIMITER;
    this.#texts = new TextCache(decode);
    this.#visit = visit;
  }

  /** False when no more rows are wanted. @throws {FileError} */
  push(piece: Uint8Array): boolean {
    return this.#buffer.add(piece) ? this.#scan(false) : true;
  }

  /** The last row may lack its line break. @throws {FileError} */
  end(): void {
    this.#scan(true);
  }

  cell(column: number): SheetCell {
    if (column >= this.width) return undefined;
    const from = (this.#ends[column] ?? 0) + 1;
    const to = this.#ends[column + 1] ?? 0;
    if (from === to) return '';
    const { bytes } = this.#buffer;
    if (bytes[from] === QUOTE) return unquoted(this.#texts.text(bytes, from, to));
    return digitsText(bytes, from, to) ?? this.#texts.text(bytes, from, to);
  }

  repeats(column: number): boolean {
    if (column >= this.width || column >= this.#widthBefore) return false;
    const from = (this.#ends[column] ?? 0) + 1;
    const before = (this.#endsBefore[column] ?? 0) + 1;
    const length = (this.#ends[column + 1] ?? 0) - from;
    if ((this.#endsBefore[column + 1] ?? 0) - before !== length) return false;
    const { bytes } = this.#buffer;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[before + i]) return false;
    return true;
  }

  count(column: number): number {
    if (column >= this.width) return NO_CELL;
    const from = (this.#ends[column] ?? 0) + 1;
    const to = this.#ends[column + 1] ?? 0;
    if (from === to) return NO_CELL;
    if (to - from > 4) return UNCLEAR;
    const { bytes } = this.#buffer;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 48;
      if (digit < 0 || digit > 9) return UNCLEAR;
      value = value * 10 + digit;
    }
    return value;
  }

  #scan(last: boolean): boolean {
    const buffer = this.#buffer;
    let at = buffer.from;
    while (at < buffer.to) {
      const next = this.#scanRow(at, last);
      if (next === INCOMPLETE) break;
      at = next;
      this.row++;
      if (!this.#visit(this)) return false;
      this.#rememberRow();
    }
    this.#widthBefore = 0;
    buffer.keepFrom(at, this.row + 1);
    return true;
  }

  /** Finds the cells of the row that begins at a place; returns where the next one begins. @throws {FileError} */
  #scanRow(start: number, last: boolean): number {
    const { bytes, to } = this.#buffer;
    const kinds = this.#kinds;
    let ends = this.#ends;
    let at = start;
    let column = 0;
    let filled = 0;
    let lines = 1;
    ends[0] = start - 1;
    for (;;) {
      const open = at;
      if (at < to && bytes[at] === QUOTE) {
        const opened = lines;
        for (at++; ; at++) {
          if (at >= to) {
            if (!last) return INCOMPLETE;
            throw unreadable(DETAILS.quote(this.#line + opened - 1));
          }
          const byte = bytes[at];
          if (byte === QUOTE) {
            if (at + 1 >= to && !last) return INCOMPLETE;
            if (at + 1 >= to || bytes[at + 1] !== QUOTE) break;
            at++;
          } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines++;
          else if (byte === 0) throw unreadable(DETAILS.nul(this.#line + lines - 1));
        }
        // What follows a closing quote belongs to the cell, as spreadsheets read it.
        at++;
      }
      while (at < to && kinds[bytes[at] ?? 0] === PLAIN) at++;
      if (++column === ends.length) ends = this.#growRow();
      ends[column] = at;
      if (at > open) filled++;
      if (at >= to) {
        if (!last) return INCOMPLETE;
        break;
      }
      const byte = bytes[at++] ?? 0;
      const kind = kinds[byte];
      if (kind === DELIMITER) continue;
      if (kind === NUL) throw unreadable(DETAILS.nul(this.#line + lines - 1));
      if (byte === CR) {
        if (at >= to && !last) return INCOMPLETE;
        if (at < to && bytes[at] === LF) at++;
      }
      break;
    }
    this.width = column;
    this.filled = filled;
    this.#line += lines;
    return at;
  }

  /** The arrays of the row before and of the next one change places. */
  #rememberRow(): void {
    this.#widthBefore = this.width;
    const ends = this.#ends;
    this.#ends = this.#endsBefore;
    this.#endsBefore = ends;
  }

  #growRow(): Int32Array<ArrayBuffer> {
    const columns = (this.#ends.length - 1) * 2;
    if (columns > MAX_COLUMNS) throw unreadable(DETAILS.rowCells(this.row + 2, MAX_COLUMNS));
    const larger = new Int32Array(columns + 1);
    larger.set(this.#ends);
    this.#ends = larger;
    this.#endsBefore = new Int32Array(columns + 1);
    this.#widthBefore = 0;
    return larger;
  }
}

const INCOMPLETE = -1;
const QUOTE = 34;
const LF = 10;
const CR = 13;
/** What a byte may mean. */
const PLAIN = 0;
const DELIMITER = 1;
const LINE_END = 2;
const NUL = 3;
const FIRST_COLUMNS = 256;
const MAX_COLUMNS = 16_384;

/** The text of a quoted cell: doubled quotes are one, and what follows the closing quote stays. */
function unquoted(raw: string): string {
  let text = '';
  let at = 1;
  for (;;) {
    const quote = raw.indexOf('"', at);
    if (quote === -1) return text + raw.slice(at);
    text += raw.slice(at, quote);
    if (raw[quote + 1] !== '"') return text + raw.slice(quote + 1);
    text += '"';
    at = quote + 2;
  }
}
