import { unreadable } from '../file-error.js';
import { RowBuffer } from '../row-buffer.js';
import type { PassingRow } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import {
  afterDeclaration,
  afterTag,
  CUT,
  EQUALS,
  GT,
  isDeclaration,
  isSpace,
  LT,
  SLASH,
} from '../xml/xml-bytes.js';
import { decodeCellText } from './cell-text.js';
import { PlainCells } from './plain-cells.js';
import type { WorkbookContext } from './row-cells.js';
import { MAX_COLUMNS, NUMBER, RowCells, SHARED } from './row-cells.js';
import { columnOf, smallNumber, typeOf, valueEnd, valuePlace } from './sheet-attributes.js';
import {
  afterName,
  CELL,
  EXTENSIONS,
  FORMULA_TAG,
  localName,
  PHONETIC,
  ROW,
  SHEET_DATA,
  TEXT_TAG,
  VALUE,
  WORKSHEET,
} from './sheet-names.js';

/**
 * Finds rows and cells in the bytes of a sheet part, piece by piece: plain cells by {@link PlainCells}, here everything
 * else that may stand in a sheet. Prefixes of names are skipped, elements that hold no value are passed over.
 */
export class SheetScanner {
  readonly #visit: (row: PassingRow) => boolean;
  readonly #buffer = new RowBuffer();
  readonly #cells: RowCells;
  readonly #plain: PlainCells;
  #rows = 0;
  #begun = false;
  #ended = false;

  constructor(context: WorkbookContext, visit: (row: PassingRow) => boolean) {
    this.#visit = visit;
    this.#cells = new RowCells(context, this.#buffer);
    this.#plain = new PlainCells(this.#cells);
  }

  /** False when no more rows are wanted or there are none. @throws {FileError} */
  push(piece: Uint8Array): boolean {
    if (this.#ended) return false;
    if (this.#buffer.add(piece)) this.#scan();
    return !this.#ended;
  }

  /** @throws {FileError} when the part ended within its rows. */
  end(): void {
    // A long row waits for twice as much as there was: now there is no more.
    this.#scan();
    if (this.#begun && !this.#ended) throw unreadable(DETAILS.sheetCutOff(this.#cells.row + 1));
  }

  #scan(): void {
    const buffer = this.#buffer;
    let at = buffer.from;
    while (!this.#ended) {
      const next = this.#scanNext(at);
      if (next === CUT) break;
      at = next;
    }
    buffer.keepFrom(at, this.#cells.row + 1);
  }

  /** The next tag outside rows, or the next row as a whole. */
  #scanNext(from: number): number {
    const { bytes, to } = this.#buffer;
    let at = from;
    while (at < to && bytes[at] !== LT) at++;
    if (at + 1 >= to) return CUT;
    if (isDeclaration(bytes[at + 1])) return afterDeclaration(bytes, at, to);
    const closing = bytes[at + 1] === SLASH;
    const name = localName(bytes, closing ? at + 2 : at + 1, to);
    if (name === CUT) return CUT;
    if (closing && (name === SHEET_DATA || name === WORKSHEET)) {
      this.#ended = true;
      return at;
    }
    if (name === SHEET_DATA) this.#begun = true;
    if (closing || name !== ROW) return afterTag(bytes, at, to);
    const next = this.#scanRow(at);
    if (next === CUT) return CUT;
    if (++this.#rows > MAX_ROWS || this.#cells.row >= MAX_ROWS) throw unreadable(DETAILS.rows(MAX_ROWS));
    if (!this.#visit(this.#cells)) this.#ended = true;
    return next;
  }

  #scanRow(from: number): number {
    const { bytes, to } = this.#buffer;
    this.#cells.clear();
    let given = 0;
    let at = afterName(bytes, from + 1, to);
    for (;;) {
      while (at < to && isSpace(bytes[at] ?? 0)) at++;
      if (at >= to) return CUT;
      const byte = bytes[at] ?? 0;
      if (byte === GT) break;
      if (byte === SLASH) {
        this.#beginRow(given);
        return afterTag(bytes, at, to);
      }
      const value = valuePlace(bytes, at, to);
      if (value === CUT) return CUT;
      const end = valueEnd(bytes, value, to);
      if (end === CUT) return CUT;
      if (bytes[at] === LOWER_R && (bytes[at + 1] === EQUALS || isSpace(bytes[at + 1] ?? 0))) {
        given = smallNumber(bytes, value, end);
      }
      at = end + 1;
    }
    at++;
    this.#plain.column = -1;
    for (;;) {
      at = this.#plain.pass(bytes, at, to);
      while (at < to && bytes[at] !== LT) at++;
      if (at + 2 >= to) return CUT;
      const next = bytes[at + 1];
      if (isDeclaration(next)) {
        at = afterDeclaration(bytes, at, to);
      } else if (next === SLASH) {
        const name = localName(bytes, at + 2, to);
        if (name === CUT) return CUT;
        at = afterTag(bytes, at, to);
        if (at === CUT) return CUT;
        if (name !== ROW) continue;
        this.#beginRow(given);
        return at;
      } else {
        const name = localName(bytes, at + 1, to);
        if (name === CUT) return CUT;
        if (name === ROW) throw unreadable(DETAILS.xmlDamaged());
        at = name === CELL ? this.#scanCell(at) : afterElement(bytes, at, to, name);
      }
      if (at === CUT) return CUT;
    }
  }

  #beginRow(given: number): void {
    this.#cells.row = given > 0 ? given - 1 : this.#cells.row + 1;
  }

  #scanCell(from: number): number {
    const { bytes, to } = this.#buffer;
    const expected = this.#plain.column + 1;
    let column = expected;
    let type = NUMBER;
    let style = 0;
    let at = afterName(bytes, from + 1, to);
    let empty = false;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (at < to && isSpace(byte)) byte = bytes[++at] ?? 0;
      if (at + 3 >= to) return CUT;
      if (byte === GT) {
        at++;
        break;
      }
      if (byte === SLASH) {
        at = afterTag(bytes, at, to);
        if (at === CUT) return CUT;
        empty = true;
        break;
      }
      const short = bytes[at + 1] === EQUALS && bytes[at + 2] === DOUBLE_QUOTE;
      const value = short ? at + 3 : valuePlace(bytes, at, to);
      if (value === CUT) return CUT;
      const end = valueEnd(bytes, value, to);
      if (end === CUT) return CUT;
      if (short || isSpace(bytes[at + 1] ?? 0) || bytes[at + 1] === EQUALS) {
        if (byte === LOWER_R) column = columnOf(bytes, value, end, expected);
        else if (byte === LOWER_S) style = smallNumber(bytes, value, end);
        else if (byte === LOWER_T) type = typeOf(bytes, value, end);
      }
      at = end + 1;
    }
    this.#plain.column = column;
    if (column >= MAX_COLUMNS) throw unreadable(DETAILS.column(column + 1));
    this.#cells.reach(column);
    if (empty) return at;
    if (type <= SHARED) {
      const after = this.#plain.passNumber(bytes, at, to, column, type, style);
      if (after !== CUT) return after;
    }
    return this.#scanContent(at, column, type, style);
  }

  /** Everything up to the end of the cell: value, formula, text in runs. */
  #scanContent(from: number, column: number, type: number, style: number): number {
    const { bytes, to } = this.#buffer;
    let at = from;
    let formula = false;
    let stored = false;
    let start = 0;
    let end = 0;
    let joined: string | undefined;
    for (;;) {
      while (at < to && bytes[at] !== LT) at++;
      if (at + 2 >= to) return CUT;
      const next = bytes[at + 1];
      if (isDeclaration(next)) {
        at = afterDeclaration(bytes, at, to);
        if (at === CUT) return CUT;
        continue;
      }
      if (next === SLASH) {
        const name = localName(bytes, at + 2, to);
        if (name === CUT) return CUT;
        at = afterTag(bytes, at, to);
        if (at === CUT) return CUT;
        if (name === CELL) break;
        if (name === ROW) throw unreadable(DETAILS.xmlDamaged());
        continue;
      }
      const name = localName(bytes, at + 1, to);
      if (name === CUT) return CUT;
      // A cell that is never closed would have the value of the next one.
      if (name === CELL || name === ROW) throw unreadable(DETAILS.xmlDamaged());
      const inside = afterElement(bytes, at, to, name);
      if (inside === CUT) return CUT;
      const selfClosed = bytes[inside - 2] === SLASH;
      if (name === FORMULA_TAG) formula = true;
      if (name !== VALUE && name !== TEXT_TAG) {
        at = inside;
        continue;
      }
      if (selfClosed) {
        stored = true;
        at = inside;
        continue;
      }
      const close = textEnd(bytes, inside, to);
      if (close === CUT) return CUT;
      if (stored) joined = (joined ?? this.#decode(start, end)) + this.#decode(inside, close);
      start = inside;
      end = close;
      stored = true;
      at = close;
    }
    this.#cells.keep(column, type, style, { start, end, stored, formula, joined });
    return at;
  }

  #decode(from: number, to: number): string {
    return decodeCellText(this.#buffer.bytes.subarray(from, to));
  }
}

const MAX_ROWS = 1_048_576;

const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const DOUBLE_QUOTE = 34;

/** The end of a text: the next tag that is neither comment nor CDATA nor an instruction. */
function textEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && bytes[at] !== LT) at++;
    if (at + 1 >= to) return CUT;
    if (!isDeclaration(bytes[at + 1])) return at;
    at = afterDeclaration(bytes, at, to);
    if (at === CUT) return CUT;
  }
}

/** The place after a tag; after the whole element where nothing in it belongs to the row or the cell. */
function afterElement(bytes: Uint8Array, from: number, to: number, name: number): number {
  let at = afterTag(bytes, from, to);
  if ((name !== PHONETIC && name !== EXTENSIONS) || at === CUT || bytes[at - 2] === SLASH) return at;
  for (;;) {
    at = textEnd(bytes, at, to);
    if (at === CUT) return CUT;
    const closing = bytes[at + 1] === SLASH && localName(bytes, at + 2, to) === name;
    at = afterTag(bytes, at, to);
    if (at === CUT || closing) return at;
  }
}
