import type { Cell, Table } from '@orientir/core/analysis';
import { EncodedTexts, TextBytes } from '../text-bytes.js';

/**
 * A table as csv: UTF-8, header, comma, dot decimals (the shortest text that reads back as the same number), an
 * empty cell for a missing value, line feeds.
 *
 * A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets an
 * apostrophe in front, unless it is a plain number. So does what follows a semicolon, a tab or a line feed inside a text: an Excel whose
 * lists are divided by semicolons, as in Russia, heeds no quote in the middle of a line, and takes it for a cell of its own. Lines of
 * words that begin with a dash and a space stay as they are.
 */
export function writeCsv(table: Table): string {
  const decoder = new TextDecoder();
  let text = '';
  for (const part of csvParts(table)) text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

/**
 * The same text as bytes, in parts that are made one after the other: a region has millions of cells.
 */
export function* csvParts({ columns, rows }: Table): Iterable<Uint8Array> {
  const line = new LineWriter();
  line.header(columns.map(({ id }) => id));
  for (const row of rows) {
    line.row(row);
    if (line.size >= PART_LENGTH) yield line.take();
  }
  yield line.take();
}

const COMMA = 44;
const LF = 10;
const PART_LENGTH = 65_536;
class LineWriter {
  readonly #out = new TextBytes(PART_LENGTH + 4096);
  readonly #texts = new EncodedTexts(csvText);
  /** Most names stand in the row before. */
  readonly #before: { text: string; bytes: Uint8Array }[] = [];

  get size(): number {
    return this.#out.size;
  }

  /** The texts of the header. */
  header(texts: readonly string[]): void {
    texts.forEach((text, c) => {
      if (c > 0) this.#out.byte(COMMA);
      this.#out.write(this.#texts.of(text));
    });
    this.#out.byte(LF);
  }

  row(cells: readonly Cell[]): void {
    const out = this.#out;
    for (let c = 0; c < cells.length; c++) {
      if (c > 0) out.byte(COMMA);
      const cell = cells[c];
      if (typeof cell === 'number') out.number(cell);
      else if (cell !== undefined) this.#cell(cell, c);
    }
    out.byte(LF);
  }

  #cell(text: string, column: number): void {
    let before = this.#before[column];
    if (before?.text !== text) {
      before = { text, bytes: this.#texts.of(text) };
      this.#before[column] = before;
    }
    this.#out.write(before.bytes);
  }

  take(): Uint8Array {
    return this.#out.take();
  }
}

function csvText(given: string): string {
  // No program reads a csv with NUL, ours neither.
  const text = given.replaceAll('\0', '');
  const whole = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  const safe = DIVIDED.test(whole) ? whole.replaceAll(FORMULA_INSIDE, "$1'") : whole;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const DIVIDED = /[;\t\r\n]/;
/** What divides a cell; behind it neither a plain number nor a dash before words that call and refer to nothing. */
const FORMULA_INSIDE =
  /([;\t\r\n])(?=[=+\-@])(?![+-]?\d+(?:[.,]\d+)?(?:[;\t\r\n]|$))(?!- [^(|!=;\t\r\n]*(?:[;\t\r\n]|$))/g;
