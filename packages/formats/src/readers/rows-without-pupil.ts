/**
 * Rows among those of pupils that hold none: headers that come again, totals, means, maxima.
 *
 * @module
 */
import type { PassingRow } from '../sheet.js';
import { cellText } from '../sheet.js';
import { genericWord } from './layout-rules.js';
import { namesSummary } from './row-labels.js';
import type { ItemColumn, Role, TableLayout } from './table-layout.js';

/** Headers below the first one. */
export class RepeatedHeaders {
  readonly #header: readonly string[];
  /** Texts of the header that are no numbers, as pupils may have. */
  readonly #words: ReadonlySet<string>;

  /** `header`: texts of the first one, by column. */
  constructor(header: readonly string[]) {
    this.#header = header;
    this.#words = new Set(header.filter((text) => /\p{L}/u.test(text)));
  }

  /** A table that goes on may have its header again; under one that is `moved` the columns mean something else. `pupil`: text of the row. */
  of(row: PassingRow, pupil: string): 'none' | 'same' | 'moved' {
    if (!this.#isWord(pupil)) return 'none';
    const texts = Array.from({ length: row.width }, (_, column) => cellText(row.cell(column)));
    const words = texts.filter((text) => /\p{L}/u.test(text));
    const known = words.filter((text) => this.#isWord(text));
    // A pupil may be called as a column is, but not most of what stands in the row.
    if (known.length < 2 || known.length * 2 <= words.length) return 'none';
    return texts.some((text, column) => text !== '' && text !== this.#header[column]) ? 'moved' : 'same';
  }

  /** Whether a text heads a column here or in plain tables; numbers, which most codes are, do not. */
  #isWord(text: string): boolean {
    return this.#words.has(text) || (!/^\d/.test(text) && genericWord(text.toLowerCase()));
  }
}

/** Rows of totals, means and maxima: a cell in which a pupil or its place would stand says so. */
export class SummaryRows {
  /** Where places of pupils stand, and the first column. */
  readonly #columns: readonly number[];
  /** The last texts there that say no such thing. */
  readonly #texts: string[] = [];
  /** The last of them. */
  #row = -2;

  constructor({ roles }: TableLayout, items: readonly (ItemColumn | undefined)[]) {
    const places = PLACES.flatMap((role) => roles[role]?.[0] ?? []);
    this.#columns = [...new Set([0, ...places])].filter(
      (at) => at !== roles.pupil?.[0] && !items.some((item) => item?.column === at),
    );
  }

  has(row: PassingRow, pupil: string): boolean {
    const wasBefore = this.#row === row.row - 1;
    this.#row = row.row;
    if (!/^\d+$/.test(pupil) && namesSummary(pupil)) return true;
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i] ?? 0;
      if (!wasBefore && row.repeats(column)) continue;
      const cell = row.cell(column);
      if (typeof cell !== 'string' || cell === this.#texts[i]) continue;
      if (namesSummary(cellText(cell))) return true;
      this.#texts[i] = cell;
    }
    this.#row = -2;
    return false;
  }
}

const PLACES: readonly Role[] = ['school', 'schoolName', 'class', 'variant'];
