import type { Cell, Table } from '@orientir/core/analysis';

/**
 * A table as csv: UTF-8, header, comma, dot decimals (the shortest text that reads back as the same number), an
 * empty cell for a missing value, line feeds.
 *
 * A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or return) gets an
 * apostrophe in front, unless it is a plain number.
 */
export function writeCsv({ columns, rows }: Table): string {
  const lines = [columns.map((column) => csvText(column.id)).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : csvText(cell);
}

function csvText(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
