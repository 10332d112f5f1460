import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { shown } from './point-cell.js';

/** A mark 2..5, 0 for none, or the text that is no mark. */
export function readMarkCell(cell: SheetCell): number | { readonly found: string } {
  const text = cellText(cell);
  if (NONE.test(text)) return 0;
  const mark = Number(text.replace(',', '.'));
  return mark === 2 || mark === 3 || mark === 4 || mark === 5 ? mark : { found: shown(text) };
}

const NONE = /^(|нет|нет отметки|н\/?а|не ?атт.*|отсутствовал.*|[xх–—-])$/i;
