import type { SheetModel, SheetTable } from './sheet-model.js';
import { sheetWords } from './sheet-words.js';

/** Lines of a page of A4 in the sizes of the written sheet, with some reserve. */
const LINES = 58;
/** Letters in a line of text. */
const LETTERS = 112;
/** Letters in the columns of a table without widths, when it has seven: a longer text goes on in the next line. */
const COLUMN_LETTERS = [17, 22, 17];
const OTHER_LETTERS = 16;

/** How a sheet says what it leaves out. */
export interface LeftOut {
  readonly leftOut: (rows: number) => string;
  readonly moreItems: (items: number) => string;
}

/**
 * The sheet as it fits one page: rows of the table with the least evidence go first, then items to discuss, of which never more than
 * five stay. What went is counted: rows in a note under the table, items in the last line of their list.
 */
export function fitSheet(sheet: SheetModel, words: LeftOut = sheetWords(sheet.language)): SheetModel {
  let rows = sheet.table?.rows.length ?? 0;
  let items = Math.min(sheet.discuss.items.length, MOST_ITEMS);
  let fitted = cutTo(sheet, rows, items, words);
  while (linesOf(fitted) > LINES) {
    if (rows > FEWEST_ROWS) rows--;
    else if (items > FEWEST_ITEMS) items--;
    else return fitted;
    fitted = cutTo(sheet, rows, items, words);
  }
  return fitted;
}

const FEWEST_ROWS = 4;
const FEWEST_ITEMS = 2;
/** As many as leave room for the rest of the page. */
const MOST_ITEMS = 5;

/** The sheet with the first rows and items only. */
function cutTo(sheet: SheetModel, rows: number, items: number, words: LeftOut): SheetModel {
  const { table, discuss } = sheet;
  const rowsLeft = (table?.rows.length ?? 0) - rows;
  const itemsLeft = discuss.items.length - items;
  return {
    ...sheet,
    ...(table === undefined || rowsLeft === 0
      ? {}
      : {
          table: {
            ...table,
            rows: table.rows.slice(0, rows),
            notes: [...table.notes, words.leftOut(rowsLeft)],
          },
        }),
    ...(itemsLeft === 0
      ? {}
      : { discuss: { ...discuss, items: [...discuss.items.slice(0, items), words.moreItems(itemsLeft)] } }),
  };
}

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
  const letters = table === undefined ? [] : lettersOf(table);
  const rows = (table?.rows ?? []).reduce(
    (lines, row) => lines + Math.max(...row.map((text, index) => of(text, letters[index]))) * TABLE_LINE,
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
        lines + 3 + rows.length * TABLE_LINE + (picture === undefined ? 0 : PICTURE_LINES) + sum(notes),
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

/** Letters in a line of each column. */
function lettersOf({ columns }: SheetTable): readonly number[] {
  const all = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  return columns.map(({ width }, index) =>
    width === undefined ? (COLUMN_LETTERS[index] ?? OTHER_LETTERS) : Math.floor((width / all) * LETTERS),
  );
}

/** Height of a row of the table in lines of text. */
const TABLE_LINE = 1.05;

/** Height of a picture with its legend in lines of text, under its table. */
const PICTURE_LINES = 12;
