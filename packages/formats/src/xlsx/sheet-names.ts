/**
 * Names of elements in the bytes of a sheet part.
 *
 * @module
 */
import { CUT, GT, isSpace, SLASH } from '../xml/xml-bytes.js';

/** Names of elements that matter, without prefix. */
const OTHER = 0;
export const ROW = 1;
export const CELL = 2;
export const VALUE = 3;
export const TEXT_TAG = 4;
export const FORMULA_TAG = 5;
export const PHONETIC = 6;
export const SHEET_DATA = 7;
export const WORKSHEET = 8;
/** What later editions and other programs add to a row or a cell; what is called a value in it is none of the cell's. */
export const EXTENSIONS = 9;

/** Which element a name is that begins at a place; {@link CUT} where the bytes end within it. */
export function localName(bytes: Uint8Array, from: number, to: number): number {
  if (from + 1 < to && (bytes[from + 1] === SPACE || bytes[from + 1] === GT))
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
    case 6:
      return matches(bytes, start, 'extLst') ? EXTENSIONS : OTHER;
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

/** The place after a name. */
export function afterName(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== GT && bytes[at] !== SLASH && !isSpace(bytes[at] ?? 0)) at++;
  return at;
}

const SPACE = 32;
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
