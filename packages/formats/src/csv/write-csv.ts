import type { Cell, Table } from '@orientir/core/analysis';

/**
 * A table as csv: UTF-8, header, comma, dot decimals (the shortest text that reads back as the same number), an
 * empty cell for a missing value, line feeds.
 *
 * A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets an
 * apostrophe in front, unless it is a plain number.
 */
export function writeCsv(table: Table): string {
  const decoder = new TextDecoder();
  let text = '';
  for (const part of csvParts(table)) text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

/**
 * The same text as bytes, in parts that are made one after the other: a region has millions of cells. Cells become bytes
 * at once, since putting texts together costs more than all the rest.
 */
export function* csvParts({ columns, rows }: Table): Iterable<Uint8Array> {
  const line = new LineWriter();
  columns.forEach(({ id }, c) => {
    if (c > 0) line.byte(COMMA);
    line.text(id);
  });
  line.byte(LF);
  for (const row of rows) {
    line.row(row);
    if (line.size >= PART_LENGTH) yield line.take();
  }
  yield line.take();
}

const COMMA = 44;
const LF = 10;
const PART_LENGTH = 65_536;
const MOST_KEPT = 4096;

class LineWriter {
  #bytes = new Uint8Array(PART_LENGTH + 4096);
  size = 0;
  /** Names of units and items come again and again; most of them stand in the row before. */
  readonly #texts = new Map<string, Uint8Array>();
  readonly #before: { text: string; bytes: Uint8Array }[] = [];
  readonly #numbers = new NumberTexts();
  readonly #encoder = new TextEncoder();

  byte(value: number): void {
    if (this.size === this.#bytes.length) this.#grow(1);
    this.#bytes[this.size++] = value;
  }

  row(cells: readonly Cell[]): void {
    for (let c = 0; c < cells.length; c++) {
      if (c > 0) this.byte(COMMA);
      const cell = cells[c];
      if (typeof cell === 'number') this.number(cell);
      else if (cell !== undefined) this.#cell(cell, c);
    }
    this.byte(LF);
  }

  number(value: number): void {
    if (value >= 0 && value < 10 && Number.isInteger(value)) {
      this.byte(48 + value);
      return;
    }
    if (this.size + LONGEST_NUMBER > this.#bytes.length) this.#grow(LONGEST_NUMBER);
    this.size = this.#numbers.write(value, this.#bytes, this.size);
  }

  text(text: string): void {
    this.#write(this.#encoded(text));
  }

  #cell(text: string, column: number): void {
    let before = this.#before[column];
    if (before?.text !== text) {
      before = { text, bytes: this.#encoded(text) };
      this.#before[column] = before;
    }
    this.#write(before.bytes);
  }

  #encoded(text: string): Uint8Array {
    const there = this.#texts.get(text);
    if (there !== undefined) return there;
    const bytes = this.#encoder.encode(csvText(text));
    if (this.#texts.size >= MOST_KEPT) this.#texts.clear();
    this.#texts.set(text, bytes);
    return bytes;
  }

  #write(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    const into = this.#bytes;
    const at = this.size;
    for (let i = 0; i < bytes.length; i++) into[at + i] = bytes[i] ?? 0;
    this.size = at + bytes.length;
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.size);
    this.size = 0;
    return taken;
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * (this.size + by));
    larger.set(this.#bytes.subarray(0, this.size));
    this.#bytes = larger;
  }
}

/**
 * The shortest texts of numbers, as bytes. Shares of small classes come again and again, and finding the shortest text
 * of a number takes longer than everything else that is written.
 */
class NumberTexts {
  readonly #values = new Float64Array(NUMBER_SLOTS).fill(Number.NaN);
  readonly #lengths = new Uint8Array(NUMBER_SLOTS);
  readonly #bytes = new Uint8Array(NUMBER_SLOTS * LONGEST_NUMBER);
  readonly #value = new Float64Array(1);
  readonly #halves = new Uint32Array(this.#value.buffer);

  /** Writes a number at a place; returns the place after it. */
  write(value: number, into: Uint8Array, at: number): number {
    this.#value[0] = value;
    const mixed = Math.imul((this.#halves[0] ?? 0) ^ Math.imul(this.#halves[1] ?? 0, 0x9e3779b1), 0x85ebca6b);
    const slot = mixed >>> (32 - NUMBER_BITS);
    const first = slot * LONGEST_NUMBER;
    if (this.#values[slot] !== value) {
      const text = String(value);
      for (let i = 0; i < text.length; i++) this.#bytes[first + i] = text.charCodeAt(i);
      this.#values[slot] = value;
      this.#lengths[slot] = text.length;
    }
    const length = this.#lengths[slot] ?? 0;
    for (let i = 0; i < length; i++) into[at + i] = this.#bytes[first + i] ?? 0;
    return at + length;
  }
}

const NUMBER_BITS = 15;
const NUMBER_SLOTS = 1 << NUMBER_BITS;
/** `-1.2345678901234567e-300` */
const LONGEST_NUMBER = 32;

function csvText(given: string): string {
  // No program reads a csv with NUL, ours neither.
  const text = given.replaceAll('\0', '');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
