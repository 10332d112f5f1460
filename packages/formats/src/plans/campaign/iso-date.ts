import type { DocumentCell } from '../../document/document-content.js';

/** The date in a cell: of a spreadsheet, `YYYY-MM-DD`, or `DD.MM.YYYY`; absent when it is none. */
export function isoDate(cell: DocumentCell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  return cell.date ?? isoDateOf(cell.text);
}

/** The same for a text. */
export function isoDateOf(text: string): string | undefined {
  const found = /^\s*(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?)\s*$/.exec(text);
  if (found === null) return undefined;
  const [, y1, m1, d1, d2, m2, y2] = found;
  const year = Number(y1 ?? y2);
  const month = Number(m1 ?? m2);
  const day = Number(d1 ?? d2);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
