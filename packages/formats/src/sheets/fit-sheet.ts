import type { SheetModel } from './sheet-model.js';
import { sheetWords } from './sheet-words.js';

/** Lines of a page of A4 in the sizes of the written sheet, with some reserve. */
const LINES = 58;
/** Letters in a line of text. */
const LETTERS = 112;
/** Letters in a column of the table, when it has seven: a longer text goes on in the next line. */
const COLUMN_LETTERS = [17, 22, 17];

/**
 * The sheet as it fits one page: rows of the table with the least evidence go first, then items to discuss. What went is
 * counted in a note.
 */
export function fitSheet(
  sheet: SheetModel,
  leftOut: (rows: number) => string = sheetWords(sheet.language).leftOut,
): SheetModel {
  let fitted = sheet;
  let left = 0;
  while (linesOf(fitted) > LINES) {
    const { table, discuss } = fitted;
    if (table !== undefined && table.rows.length > FEWEST_ROWS) {
      left++;
      const notes = [...(sheet.table?.notes ?? []), leftOut(left)];
      fitted = { ...fitted, table: { ...table, rows: table.rows.slice(0, -1), notes } };
    } else if (discuss.items.length > 2) {
      fitted = { ...fitted, discuss: { ...discuss, items: discuss.items.slice(0, -1) } };
    } else return fitted;
  }
  return fitted;
}

const FEWEST_ROWS = 4;

function linesOf({
  title,
  facts,
  sentences,
  table,
  moreTables = [],
  discuss,
  more = [],
  next,
  notes,
}: SheetModel): number {
  const of = (text: string, letters = LETTERS) => Math.max(1, Math.ceil(text.length / letters));
  const sum = (texts: readonly string[]) => texts.reduce((lines, text) => lines + of(text), 0);
  const rows = (table?.rows ?? []).reduce(
    (lines, row) =>
      lines + Math.max(...row.map((text, index) => of(text, COLUMN_LETTERS[index] ?? 16))) * TABLE_LINE,
    table === undefined ? 0 : 3,
  );
  // Headings take two lines with the space around them.
  return (
    of(title, 60) * 1.4 +
    of(facts) +
    sum(sentences) * 1.1 +
    rows +
    sum(table?.notes ?? []) +
    moreTables.reduce(
      (lines, { rows, picture, notes }) =>
        lines +
        3 +
        Math.max(rows.length * TABLE_LINE, picture === undefined ? 0 : PICTURE_LINES) +
        sum(notes),
      0,
    ) +
    more.reduce((lines, { items }) => lines + (items.length === 0 ? 0 : 2 + sum(items)), 0) +
    2 +
    sum(discuss.items) +
    2 +
    sum(next.items) +
    2 +
    sum(notes) * 0.9
  );
}

/** Height of a row of the table in lines of text. */
const TABLE_LINE = 1.05;

/** Height of a picture with its legend in lines of text. */
const PICTURE_LINES = 12;
