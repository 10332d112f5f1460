/**
 * Attributes of rows and cells in the bytes of a sheet part.
 *
 * @module
 */
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';
import { CUT, EQUALS, GT, isSpace, LT } from '../xml/xml-bytes.js';
import { BOOLEAN, DATE, ERROR, MAX_COLUMNS, NUMBER, SHARED, STRING, TEXT } from './row-cells.js';

/** Where the value of the attribute begins whose name begins at a place. @throws {FileError} */
export function valuePlace(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (; bytes[at] !== EQUALS; at++) {
    if (at >= to) return CUT;
    if (bytes[at] === GT || bytes[at] === LT) throw unreadable(DETAILS.xmlDamaged());
  }
  at++;
  while (at < to && isSpace(bytes[at] ?? 0)) at++;
  return at + 1 >= to ? CUT : at + 1;
}

/** Where the value ends: at the quote that stands before it. @throws {FileError} where a tag begins in it. */
export function valueEnd(bytes: Uint8Array, from: number, to: number): number {
  const quote = bytes[from - 1];
  for (let at = from; at < to; at++) {
    if (bytes[at] === quote) return at;
    if (bytes[at] === LT) throw unreadable(DETAILS.xmlDamaged());
  }
  return CUT;
}

/** The number of a row or a style; 0 for anything else. @throws {FileError} when it is larger than any. */
export function smallNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
    if (value > 1e9) throw unreadable(DETAILS.number(value));
  }
  return value;
}

/** The column of an address, at most {@link MAX_COLUMNS}; the expected one where the address names none. */
export function columnOf(bytes: Uint8Array, from: number, to: number, expected: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] ?? 0) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MAX_COLUMNS) return MAX_COLUMNS;
  }
  return column === 0 ? expected : column - 1;
}

/** What a cell is by its type: `s` shared, `str`, `inlineStr`, `b`, `e`, `d`, and `n` by default. */
export function typeOf(bytes: Uint8Array, from: number, to: number): number {
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
const LOWER_D = 100;
const LOWER_E = 101;
const LOWER_I = 105;
const LOWER_S = 115;
