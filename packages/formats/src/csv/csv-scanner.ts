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
  readonly #delimiter: number;
  readonly #visit: (row: PassingRow) => boolean;
  readonly #buffer = new RowBuffer();
  readonly #texts: TextCache;
  /** Where the cells of the row stand; quoted ones with their quotes. */
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #quoted = new Uint8Array(256);
  /** The same of the row before, as long as it stands in the buffer. */
  #startsBefore = new Int32Array(256);
  #endsBefore = new Int32Array(256);
  #widthBefore = 0;
  /** Line of the file where the row begins, from 1. */
  #line = 1;

  constructor(delimiter: string, decode: (bytes: Uint8Array) => string, visit: (row: PassingRow) => boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#texts = new TextCache(decode);
    this.#visit = visit;
  }

  /** False when no more rows are wanted. @throws {FileError} */
  push(piece: Uint8Array): boolean {
    const nul = piece.indexOf(0);
    if (nul !== -1) throw unreadable(DETAILS.nul(this.#lineIn(piece, nul)));
    return this.#buffer.add(piece) ? this.#scan(false) : true;
  }

  /** The last row may lack its line break. @throws {FileError} */
  end(): void {
    this.#scan(true);
  }

  cell(column: number): SheetCell {
    if (column >= this.width) return undefined;
    const from = this.#starts[column] ?? 0;
    const to = this.#ends[column] ?? 0;
    const { bytes } = this.#buffer;
    if (this.#quoted[column] === 1) return unquoted(this.#texts.text(bytes, from, to));
    return from === to ? '' : (digitsText(bytes, from, to) ?? this.#texts.text(bytes, from, to));
  }

  repeats(column: number): boolean {
    if (column >= this.width || column >= this.#widthBefore) return false;
    const from = this.#starts[column] ?? 0;
    const length = (this.#ends[column] ?? 0) - from;
    const before = this.#startsBefore[column] ?? 0;
    if ((this.#endsBefore[column] ?? 0) - before !== length) return false;
    const { bytes } = this.#buffer;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[before + i]) return false;
    return true;
  }

  count(column: number): number {
    if (column >= this.width || this.#quoted[column] === 1) return column >= this.width ? NO_CELL : UNCLEAR;
    const from = this.#starts[column] ?? 0;
    const length = (this.#ends[column] ?? 0) - from;
    if (length === 0) return NO_CELL;
    if (length > 4) return UNCLEAR;
    const { bytes } = this.#buffer;
    let value = 0;
    for (let i = 0; i < length; i++) {
      const digit = (bytes[from + i] ?? 0) - 48;
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

  /** Finds the cells of the row that begins at a place; returns where the next one begins. */
  #scanRow(start: number, last: boolean): number {
    const { bytes, to } = this.#buffer;
    const delimiter = this.#delimiter;
    let at = start;
    let column = 0;
    let filled = 0;
    let lines = 1;
    for (;;) {
      if (column === this.#quoted.length) this.#growRow();
      if (bytes[at] === QUOTE && at < to) {
        const open = at;
        const opened = lines;
        let close = at + 1;
        for (; ; close++) {
          if (close >= to) {
            if (!last) return INCOMPLETE;
            throw unreadable(DETAILS.quote(this.#line + opened - 1));
          }
          const byte = bytes[close];
          if (byte === QUOTE) {
            if (close + 1 >= to && !last) return INCOMPLETE;
            if (close + 1 >= to || bytes[close + 1] !== QUOTE) break;
            close++;
          } else if (byte === LF || (byte === CR && bytes[close + 1] !== LF)) lines++;
        }
        // What follows a closing quote belongs to the cell, as spreadsheets read it.
        let end = close + 1;
        while (end < to && bytes[end] !== delimiter && bytes[end] !== LF && bytes[end] !== CR) end++;
        this.#starts[column] = open;
        this.#ends[column] = end;
        this.#quoted[column] = 1;
        filled++;
        at = end;
      } else {
        const open = at;
        let byte = bytes[at] ?? 0;
        while (at < to && byte !== delimiter && byte !== LF && byte !== CR) byte = bytes[++at] ?? 0;
        this.#starts[column] = open;
        this.#ends[column] = at;
        this.#quoted[column] = 0;
        if (at > open) filled++;
      }
      column++;
      if (at >= to) {
        if (!last) return INCOMPLETE;
        break;
      }
      const byte = bytes[at++];
      if (byte === delimiter) continue;
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
    [this.#starts, this.#startsBefore] = [this.#startsBefore, this.#starts];
    [this.#ends, this.#endsBefore] = [this.#endsBefore, this.#ends];
  }

  #growRow(): void {
    const length = this.#quoted.length * 2;
    if (length > MAX_COLUMNS) throw unreadable(DETAILS.rowCells(this.row + 2, MAX_COLUMNS));
    this.#starts = grown(this.#starts, new Int32Array(length));
    this.#ends = grown(this.#ends, new Int32Array(length));
    this.#startsBefore = new Int32Array(length);
    this.#endsBefore = new Int32Array(length);
    this.#widthBefore = 0;
    this.#quoted = grown(this.#quoted, new Uint8Array(length));
  }

  #lineIn(piece: Uint8Array, at: number): number {
    const { bytes, from, to } = this.#buffer;
    return this.#line + lineBreaks(bytes.subarray(from, to)) + lineBreaks(piece.subarray(0, at));
  }
}

const INCOMPLETE = -1;
const QUOTE = 34;
const LF = 10;
const CR = 13;
const MAX_COLUMNS = 16_384;

function grown<Values extends Int32Array | Uint8Array>(old: Values, larger: Values): Values {
  larger.set(old);
  return larger;
}

function lineBreaks(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines;
}

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
