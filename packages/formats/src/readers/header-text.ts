import { cyrillicWords } from '../lookalikes.js';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** A header as layouts are known by: small letters, «ё» as «е», no spaces around a slash, Latin look-alikes as Cyrillic, no mark behind. */
export function headerText(cell: SheetCell): string {
  return cyrillicWords(
    cellText(cell)
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/\s*\/\s*/g, '/')
      .replace(/\s*[*:]+$/, ''),
  );
}
