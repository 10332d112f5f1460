import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** A header as layouts are known by: small letters, «ё» as «е», no spaces around a slash. */
export function headerText(cell: SheetCell): string {
  return cellText(cell)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s*\/\s*/g, '/');
}
