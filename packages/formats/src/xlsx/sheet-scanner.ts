import { unreadable } from '../file-error.js';
import { RowBuffer } from '../row-buffer.js';
import type { PassingRow, SheetCell } from '../sheet.js';
import { NO_CELL, UNCLEAR } from '../sheet.js';
import { TextCache } from '../text-cache.js';
import { DETAILS } from '../unreadable-detail.js';
import { afterDeclaration, afterTag, BANG, CUT, EQUALS, GT, isSpace, LT, SLASH } from '../xml/xml-bytes.js';
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

/**
 * Finds rows and cells in the bytes of a sheet part, piece by piece. Cells stay bytes until somebody asks for them;
 * prefixes of names are skipped, elements that hold no value are passed over.
 */
export class SheetScanner implements PassingRow {
  row = -1;
  width = 0;
  filled = 0;
  readonly #context: WorkbookContext;
  readonly #visit: (row: PassingRow) => boolean;
  readonly #buffer = new RowBuffer();
  readonly #texts = new TextCache(decodeCellText);
  #rows = 0;
  #begun = false;
  #ended = false;
  /** Cells of the row: what they are, their number or index, and where their text stands. */
  #kinds = new Uint8Array(64);
  #numbers = new Float64Array(64);
  #styles = new Int32Array(64);
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  /** Texts of cells that are put together from several pieces. */
  readonly #joined = new Map<number, string>();

  constructor(context: WorkbookContext, visit: (row: PassingRow) => boolean) {
    this.#context = context;
    this.#visit = visit;
  }

  /** False when no more rows are wanted or there are none. @throws {FileError} */
  push(piece: Uint8Array): boolean {
    if (this.#ended) return false;
    const buffer = this.#buffer;
    if (!buffer.add(piece)) return true;
    let at = buffer.from;
    while (!this.#ended) {
      const next = this.#scanNext(at);
      if (next === CUT) break;
      at = next;
    }
    buffer.keepFrom(at, this.row + 1);
    return !this.#ended;
  }

  /** @throws {FileError} when the part ended within its rows. */
  end(): void {
    if (this.#begun && !this.#ended) throw unreadable(DETAILS.sheetCutOff(this.row + 1));
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

  #text(column: number): string {
    const joined = this.#joined.get(column);
    return joined ?? this.#texts.text(this.#buffer.bytes, this.#starts[column] ?? 0, this.#ends[column] ?? 0);
  }

  /** The next tag outside rows, or the next row as a whole. */
  #scanNext(from: number): number {
    const { bytes, to } = this.#buffer;
    let at = from;
    while (at < to && bytes[at] !== LT) at++;
    if (at + 1 >= to) return CUT;
    if (bytes[at + 1] === BANG) return afterDeclaration(bytes, at, to);
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
    if (++this.#rows > MAX_ROWS || this.row >= MAX_ROWS) throw unreadable(DETAILS.rows(MAX_ROWS));
    if (!this.#visit(this)) this.#ended = true;
    return next;
  }

  #scanRow(from: number): number {
    const { bytes, to } = this.#buffer;
    this.#kinds.fill(NO_VALUE, 0, this.width);
    this.#joined.clear();
    this.width = 0;
    this.filled = 0;
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
    let column = -1;
    for (;;) {
      this.#column = column;
      at = this.#scanPlainCells(at);
      column = this.#column;
      while (at < to && bytes[at] !== LT) at++;
      if (at + 2 >= to) return CUT;
      const next = bytes[at + 1];
      if (next === BANG) {
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
        if (name === CELL) {
          at = this.#scanCell(at, column + 1);
          column = this.#column;
        } else at = afterTag(bytes, at, to);
      }
      if (at === CUT) return CUT;
    }
  }

  #beginRow(given: number): void {
    this.row = given > 0 ? given - 1 : this.row + 1;
  }

  /** Column of the last cell that was scanned. */
  #column = -1;

  /**
   * Passes over cells as most programs write them, in one look at each byte: `<c r="B7" s="1" t="s"><v>12</v></c>`, style and
   * type only where there is one. Stops before anything else.
   */
  #scanPlainCells(from: number): number {
    const { bytes, to } = this.#buffer;
    const last = to - LONGEST_PLAIN_CELL;
    let at = from;
    while (at <= last) {
      if (
        bytes[at] !== LT ||
        bytes[at + 1] !== LOWER_C ||
        bytes[at + 2] !== SPACE ||
        bytes[at + 3] !== LOWER_R ||
        bytes[at + 4] !== EQUALS ||
        bytes[at + 5] !== DOUBLE_QUOTE
      )
        break;
      let next = at + 6;
      let column = 0;
      let letter = (bytes[next] ?? 0) - 64;
      for (; letter >= 1 && letter <= 26 && next < at + 9; letter = (bytes[++next] ?? 0) - 64)
        column = column * 26 + letter;
      if (column === 0 || column > MAX_COLUMNS) break;
      let digit = (bytes[next] ?? 0) - 48;
      for (; digit >= 0 && digit <= 9 && next < at + 16; digit = (bytes[++next] ?? 0) - 48);
      if (bytes[next] !== DOUBLE_QUOTE) break;
      next++;
      let style = 0;
      if (
        bytes[next] === SPACE &&
        bytes[next + 1] === LOWER_S &&
        bytes[next + 2] === EQUALS &&
        bytes[next + 3] === DOUBLE_QUOTE
      ) {
        const first = next + 4;
        next = first;
        digit = (bytes[next] ?? 0) - 48;
        for (; digit >= 0 && digit <= 9 && next < first + 6; digit = (bytes[++next] ?? 0) - 48)
          style = style * 10 + digit;
        if (bytes[next] !== DOUBLE_QUOTE) break;
        next++;
      }
      let type = NUMBER;
      if (
        bytes[next] === SPACE &&
        bytes[next + 1] === LOWER_T &&
        bytes[next + 2] === EQUALS &&
        bytes[next + 3] === DOUBLE_QUOTE &&
        bytes[next + 4] === LOWER_S &&
        bytes[next + 5] === DOUBLE_QUOTE
      ) {
        type = SHARED;
        next += 6;
      }
      if (bytes[next] !== GT) break;
      while (column > this.#kinds.length) this.#growRow();
      next = this.#scanPlainNumber(next + 1, column - 1, type, style);
      if (next === CUT) break;
      this.#column = column - 1;
      at = next;
    }
    return at;
  }

  #scanCell(from: number, expected: number): number {
    const { bytes, to } = this.#buffer;
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
    this.#column = column;
    if (column >= MAX_COLUMNS) throw unreadable(DETAILS.column(column + 1));
    while (column >= this.#kinds.length) this.#growRow();
    if (empty) return at;
    if (type <= SHARED) {
      const after = this.#scanPlainNumber(at, column, type, style);
      if (after !== CUT) return after;
    }
    let formula = false;
    let stored = false;
    let start = 0;
    let end = 0;
    let joined: string | undefined;
    for (;;) {
      while (at < to && bytes[at] !== LT) at++;
      if (at + 2 >= to) return CUT;
      const next = bytes[at + 1];
      if (next === BANG) {
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
        continue;
      }
      const name = localName(bytes, at + 1, to);
      if (name === CUT) return CUT;
      const inside = afterTag(bytes, at, to);
      if (inside === CUT) return CUT;
      const selfClosed = bytes[inside - 2] === SLASH;
      if (name === FORMULA_TAG) formula = true;
      if (name === PHONETIC && !selfClosed) {
        at = afterPhonetic(bytes, inside, to);
        if (at === CUT) return CUT;
        continue;
      }
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
    this.#keep(column, type, style, start, end, stored, formula, joined);
    return at;
  }

  /** What most cells are: `<v>12</v></c>`. {@link CUT} for anything else; then nothing was kept. */
  #scanPlainNumber(from: number, column: number, type: number, style: number): number {
    const { bytes, to } = this.#buffer;
    if (from + 24 > to || bytes[from] !== LT || bytes[from + 1] !== LOWER_V || bytes[from + 2] !== GT)
      return CUT;
    let number = 0;
    let at = from + 3;
    let digit = (bytes[at] ?? 0) - 48;
    for (; digit >= 0 && digit <= 9 && at < from + 12; digit = (bytes[++at] ?? 0) - 48)
      number = number * 10 + digit;
    const plain =
      at > from + 3 &&
      bytes[at] === LT &&
      bytes[at + 1] === SLASH &&
      bytes[at + 2] === LOWER_V &&
      bytes[at + 3] === GT &&
      bytes[at + 4] === LT &&
      bytes[at + 5] === SLASH &&
      bytes[at + 6] === LOWER_C &&
      bytes[at + 7] === GT;
    if (!plain) return CUT;
    if (column >= this.width) this.width = column + 1;
    if (this.#kinds[column] === NO_VALUE) this.filled++;
    this.#kinds[column] = type;
    this.#numbers[column] = number;
    this.#styles[column] = style;
    return at + 8;
  }

  #decode(from: number, to: number): string {
    return decodeCellText(this.#buffer.bytes.subarray(from, to));
  }

  #keep(
    column: number,
    type: number,
    style: number,
    start: number,
    end: number,
    stored: boolean,
    formula: boolean,
    joined: string | undefined,
  ): void {
    if (column >= this.width) this.width = column + 1;
    const nothing = start === end && joined === undefined;
    let kind = type;
    let number = 0;
    if (formula && nothing && type !== STRING) kind = FORMULA;
    else if (type === NUMBER || type === SHARED) {
      if (!stored || nothing) return;
      number = numberIn(this.#buffer.bytes, start, end);
      if (number === BLANK) return;
      if (Number.isNaN(number)) kind = TEXT;
    } else if (type === STRING) kind = TEXT;
    if (this.#kinds[column] === NO_VALUE && !(kind === TEXT && nothing)) this.filled++;
    this.#kinds[column] = kind;
    this.#numbers[column] = number;
    this.#styles[column] = style;
    this.#starts[column] = start;
    this.#ends[column] = end;
    if (joined !== undefined) this.#joined.set(column, joined);
  }

  #growRow(): void {
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

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** What a cell is. */
const NO_VALUE = 0;
const NUMBER = 1;
const SHARED = 2;
const TEXT = 3;
const BOOLEAN = 4;
const ERROR = 5;
const DATE = 6;
const FORMULA = 7;
/** The text of a formula: unlike other types it may be empty and yet be there. */
const STRING = 8;

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  switch (bytes[from]) {
    case LOWER_S:
      return to - from === 1 ? SHARED : STRING;
    case LOWER_I:
      return TEXT;
    case LOWER_B:
      return BOOLEAN;
    case LOWER_E:
      return ERROR;
    case LOWER_D:
      return DATE;
    default:
      return NUMBER;
  }
}

const LOWER_B = 98;
const LOWER_C = 99;
const LOWER_D = 100;
const LOWER_E = 101;
const LOWER_I = 105;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;
const DOUBLE_QUOTE = 34;
const SPACE = 32;
/** An address of ten bytes, a style of six digits, a type, a number of nine digits, and tags. */
const LONGEST_PLAIN_CELL = 64;

/** Names of elements that matter, without prefix. */
const OTHER = 0;
const ROW = 1;
const CELL = 2;
const VALUE = 3;
const TEXT_TAG = 4;
const FORMULA_TAG = 5;
const PHONETIC = 6;
const SHEET_DATA = 7;
const WORKSHEET = 8;

/** Which element a name is that begins at a place. */
function localName(bytes: Uint8Array, from: number, to: number): number {
  if (from + 1 < to && (bytes[from + 1] === 32 || bytes[from + 1] === GT))
    return ONE_LETTER[bytes[from] ?? 0] ?? OTHER;
  let start = from;
  let at = from;
  for (; ; at++) {
    if (at >= to) return CUT;
    const byte = bytes[at] ?? 0;
    if (byte === GT || byte === SLASH || isSpace(byte)) break;
    if (byte === COLON) start = at + 1;
  }
  switch (at - start) {
    case 1:
      return ONE_LETTER[bytes[start] ?? 0] ?? OTHER;
    case 3:
      return matches(bytes, start, 'row') ? ROW : matches(bytes, start, 'rPh') ? PHONETIC : OTHER;
    case 9:
      return matches(bytes, start, 'sheetData')
        ? SHEET_DATA
        : matches(bytes, start, 'worksheet')
          ? WORKSHEET
          : OTHER;
    default:
      return OTHER;
  }
}

const COLON = 58;
const ONE_LETTER = new Uint8Array(256);
ONE_LETTER[99] = CELL;
ONE_LETTER[118] = VALUE;
ONE_LETTER[116] = TEXT_TAG;
ONE_LETTER[102] = FORMULA_TAG;

function matches(bytes: Uint8Array, from: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name.charCodeAt(i)) return false;
  return true;
}

function afterName(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== GT && bytes[at] !== SLASH && !isSpace(bytes[at] ?? 0)) at++;
  return at;
}

/** Where the value of the attribute begins whose name begins at a place. */
function valuePlace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (; bytes[at] !== EQUALS; at++) {
    if (at >= to) return CUT;
    if (bytes[at] === GT || bytes[at] === LT) throw unreadable(DETAILS.xmlDamaged());
  }
  at++;
  while (at < to && isSpace(bytes[at] ?? 0)) at++;
  return at + 1 >= to ? CUT : at + 1;
}

/** Where the value ends: at the quote that stands before it. */
function valueEnd(bytes: Uint8Array, from: number, to: number): number {
  const quote = bytes[from - 1];
  for (let at = from; at < to; at++) if (bytes[at] === quote) return at;
  return CUT;
}

function smallNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
    if (value > 1e9) throw unreadable(DETAILS.number(value));
  }
  return value;
}

function columnOf(bytes: Uint8Array, from: number, to: number, expected: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] ?? 0) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) return MAX_COLUMNS;
  }
  return column === 0 ? expected : column - 1;
}

/** The end of a text: the next tag that is neither comment nor CDATA. */
function textEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && bytes[at] !== LT) at++;
    if (at + 1 >= to) return CUT;
    if (bytes[at + 1] !== BANG) return at;
    at = afterDeclaration(bytes, at, to);
    if (at === CUT) return CUT;
  }
}

function afterPhonetic(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (;;) {
    at = textEnd(bytes, at, to);
    if (at === CUT) return CUT;
    const closing = bytes[at + 1] === SLASH && localName(bytes, at + 2, to) === PHONETIC;
    at = afterTag(bytes, at, to);
    if (at === CUT || closing) return at;
  }
}

/** A number is only spaces. */
const BLANK = Number.NEGATIVE_INFINITY;

/** The number that bytes spell; exact for what a cell holds as digits and one point, else by the rules of JavaScript. */
function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let digits = 0;
  let scale = -1;
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  for (const first = at; at < to; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9 && at - first < 15) {
      digits = digits * 10 + digit;
      if (scale >= 0) scale++;
    } else if (byte === POINT && scale < 0) scale = 0;
    else return spelled(bytes, from, to);
  }
  if (at === from || (negative && at === from + 1)) return spelled(bytes, from, to);
  const value = scale > 0 ? digits / (POWERS[scale] ?? 1) : digits;
  return negative ? -value : value;
}

const MINUS = 45;
const POINT = 46;
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

function spelled(bytes: Uint8Array, from: number, to: number): number {
  const text = decodeCellText(bytes.subarray(from, to)).trim();
  return text === '' ? BLANK : Number(text);
}
