/**
 * Cells as most programs write them: `<c r="B7" s="1" t="s"><v>12</v></c>`, style and type only where there is one.
 *
 * @module
 */
import { CUT, EQUALS, GT, LT, SLASH } from '../xml/xml-bytes.js';
import type { RowCells } from './row-cells.js';
import { MAX_COLUMNS, NUMBER, SHARED } from './row-cells.js';

/** Finds such cells in one look at each byte. */
export class PlainCells {
  /** Column of the last cell that was passed; -1 at the beginning of a row. */
  column = -1;
  readonly #cells: RowCells;

  constructor(cells: RowCells) {
    this.#cells = cells;
  }

  /** Passes over plain cells and keeps them. Stops before anything else. */
  pass(bytes: Uint8Array, from: number, to: number): number {
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
      this.#cells.reach(column - 1);
      next = this.passNumber(bytes, next + 1, to, column - 1, type, style);
      if (next === CUT) break;
      this.column = column - 1;
      at = next;
    }
    return at;
  }

  /** The rest of such a cell, `<v>12</v></c>`, which is kept. {@link CUT} for anything else; then nothing was kept. */
  passNumber(
    bytes: Uint8Array,
    from: number,
    to: number,
    column: number,
    type: number,
    style: number,
  ): number {
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
    this.#cells.keepNumber(column, type, number, style);
    return at + 8;
  }
}

const LOWER_C = 99;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;
const DOUBLE_QUOTE = 34;
const SPACE = 32;
/** An address of ten bytes, a style of six digits, a type, a number of nine digits, and tags. */
const LONGEST_PLAIN_CELL = 64;
