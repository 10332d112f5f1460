/**
 * Widths of the columns of a printed table by what stands in them.
 *
 * @module
 */
import type { PlanField } from '@orientir/core/road-map';

export interface ColumnContent {
  readonly header: string;
  readonly field: PlanField | undefined;
  readonly texts: readonly string[];
}

/**
 * Whole twentieths of a point that sum up to `total`. Every column gets room for the words of its header and, as far as
 * there is any, for the longest word in it; the rest is shared out by the amount of text, so that the cells of a row
 * are about equally high.
 */
export function columnWidths(
  columns: readonly ColumnContent[],
  { total, letter, padding }: TableMeasures,
): readonly number[] {
  const sized = columns.map((column) => columnSize(column, letter, padding));
  const sumOf = (size: keyof ColumnSize) => sized.reduce((sum, each) => sum + each[size], 0);
  const strict = sumOf('strict');
  if (strict >= total)
    return exactly(
      sized.map((size) => size.strict),
      total,
    );
  const soft = sumOf('soft');
  if (soft >= total) {
    const part = (total - strict) / (soft - strict);
    return exactly(
      sized.map((size) => size.strict + (size.soft - size.strict) * part),
      total,
    );
  }
  return exactly(filled(sized, total), total);
}

/** In twentieths of a point. */
export interface TableMeasures {
  readonly total: number;
  /** Mean width of a letter. */
  readonly letter: number;
  /** Left and right of the text of a cell together. */
  readonly padding: number;
}

interface ColumnSize {
  /** Without less, words of the header break. */
  readonly strict: number;
  /** With less, it is hard to read. */
  readonly soft: number;
  readonly wanted: number;
}

function columnSize(column: ColumnContent, letter: number, padding: number): ColumnSize {
  const { header, field } = column;
  const texts = column.texts.slice(0, MOST_TEXTS);
  if (field === 'number') {
    const longest = texts.reduce((most, text) => Math.max(most, text.length), 3);
    const width = Math.min(longest, LONGEST_NUMBER) * letter * BREADTH + padding;
    return { strict: width, soft: width, wanted: 0 };
  }
  const lengths = [header, ...texts].map((text) => text.length);
  const amount = Math.sqrt(lengths.reduce((sum, length) => sum + length ** 2, 0) / lengths.length);
  const word = texts.reduce((most, text) => Math.max(most, longestWord(text)), 0);
  const strict = Math.max(Math.min(longestWord(header), LONGEST_WORD) * BOLD, LEAST) * letter + padding;
  const easy = Math.max(Math.min(word, LONGEST_WORD) * BREADTH, Math.min(amount * EASY_PART, COMFORT));
  return {
    strict,
    soft: Math.max(strict, easy * letter + padding),
    wanted: amount ** DAMPING * letter + padding,
  };
}

/** Rows beyond these change widths little. */
const MOST_TEXTS = 500;
/** In letters. */
const LONGEST_NUMBER = 8;
const LONGEST_WORD = 15;
const COMFORT = 15;
/** A line should hold so much of a usual text that is short. */
const EASY_PART = 0.7;
const LEAST = 4;
/** How much a word of broad letters is wider than one of mean letters, plain and bold. */
const BREADTH = 1.1;
const BOLD = 1.22;
/** Of long texts: a column twice as full need not be twice as wide. */
const DAMPING = 0.8;

function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(/[\s\u00ad-]+/)) longest = Math.max(longest, word.length);
  return longest;
}

/** Widths in proportion to what is wanted, but none below what is easy to read. */
function filled(sizes: readonly ColumnSize[], total: number): readonly number[] {
  const fixed = new Set<ColumnSize>();
  for (;;) {
    let left = total;
    let asked = 0;
    for (const size of sizes) {
      if (fixed.has(size)) left -= size.soft;
      else asked += size.wanted;
    }
    const share = asked === 0 ? 0 : left / asked;
    const tight = sizes.filter((size) => !fixed.has(size) && size.wanted * share < size.soft);
    if (tight.length === 0 || fixed.size + tight.length === sizes.length)
      return sizes.map((size) => (fixed.has(size) ? size.soft : Math.max(size.soft, size.wanted * share)));
    for (const size of tight) fixed.add(size);
  }
}

/** Whole numbers in the same proportions; the last one takes what rounding left. */
function exactly(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  const whole = widths.map((width) => Math.floor((width * total) / sum));
  const left = total - whole.reduce((all, width) => all + width, 0);
  return whole.map((width, i) => (i === whole.length - 1 ? width + left : width));
}
