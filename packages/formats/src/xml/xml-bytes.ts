/**
 * The few steps over the bytes of an XML text that scanners share. A place is an index into the bytes; {@link CUT} means
 * that the bytes end first.
 *
 * @module
 */
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

export const CUT = -1;
export const LT = 60;
export const GT = 62;
export const SLASH = 47;
const BANG = 33;
export const EQUALS = 61;
const QUESTION = 63;

/** Whether a byte is a space, tab or line break. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** The place after the next `>`. @throws {FileError} where another tag begins before: cells would run together. */
export function afterTag(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] === GT) return at + 1;
    if (bytes[at] === LT && at > from) throw unreadable(DETAILS.xmlDamaged());
  }
  return CUT;
}

/** Whether a tag with this byte behind `<` is none: a comment, a CDATA section or an instruction to a program. */
export function isDeclaration(byte: number | undefined): boolean {
  return byte === BANG || byte === QUESTION;
}

/**
 * The place after a comment, a CDATA section or an instruction that begins with `<!` or `<?` at `from`.
 *
 * @throws {FileError} for a document type: entities are never declared in workbooks but by attackers.
 */
export function afterDeclaration(bytes: Uint8Array, from: number, to: number): number {
  if (from + 3 >= to) return CUT;
  if (bytes[from + 1] === QUESTION) {
    for (let at = from + 2; at + 1 < to; at++)
      if (bytes[at] === QUESTION && bytes[at + 1] === GT) return at + 2;
    return CUT;
  }
  const comment = bytes[from + 2] === DASH;
  if (!comment && bytes[from + 2] !== BRACKET) throw unreadable(DETAILS.documentType());
  const mark = comment ? DASH : CLOSING_BRACKET;
  for (let at = from + (comment ? 4 : 3); at + 2 < to; at++) {
    if (bytes[at] === mark && bytes[at + 1] === mark && bytes[at + 2] === GT) return at + 3;
  }
  return CUT;
}

const DASH = 45;
const BRACKET = 91;
const CLOSING_BRACKET = 93;
