import type { Table } from '@orientir/core/analysis';

/**
 * A table as csv: UTF-8, header, comma, dot decimals (the shortest text that reads back as the same number), an
 * empty cell for a missing value, line feeds.
 *
 * A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets an
 * apostrophe in front, unless it is a plain number.
 */
export function writeCsv(table: Table): string {
  return [...csvParts(table)].join('');
}

/** The same text in parts of some ten thousand characters, made one after the other: a region has millions of cells. */
export function* csvParts({ columns, rows }: Table): Iterable<string> {
  const texts = new Map<string, string>();
  let part = `${columns.map((column) => csvText(column.id)).join(',')}\n`;
  for (const row of rows) {
    for (let c = 0; c < row.length; c++) {
      if (c > 0) part += ',';
      const cell = row[c];
      if (cell === undefined) continue;
      part += typeof cell === 'number' ? String(cell) : textOf(cell, texts);
    }
    part += '\n';
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = '';
  }
  yield part;
}

const PART_LENGTH = 65_536;
const MOST_KEPT = 4096;

/** Names of units and items come again and again. */
function textOf(cell: string, texts: Map<string, string>): string {
  const there = texts.get(cell);
  if (there !== undefined) return there;
  const made = csvText(cell);
  if (texts.size >= MOST_KEPT) texts.clear();
  texts.set(cell, made);
  return made;
}

function csvText(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
