import { decodeCellText } from './cell-text.js';

/** What {@link cellNumber} finds in a cell that holds only spaces. */
export const BLANK = Number.NEGATIVE_INFINITY;

/** The number that bytes spell; exact for what a cell holds as digits and one point; NaN where it is none. */
export function cellNumber(bytes: Uint8Array, from: number, to: number): number {
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

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function spelled(bytes: Uint8Array, from: number, to: number): number {
  const text = decodeCellText(bytes.subarray(from, to)).trim();
  if (text === '') return BLANK;
  // JavaScript knows more numbers than spreadsheets write: 0x0C, Infinity.
  return DECIMAL.test(text) ? Number(text) : Number.NaN;
}
