/**
 * What people write into the cells of forms, and what it means.
 *
 * @module
 */
import { isLocalDate } from '@orientir/core/calendar';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** Nothing, or what people write for nothing. A formula without a value is no blank: it would be a value. */
export function isBlank(cell: SheetCell): boolean {
  if (typeof cell === 'object') return false;
  return /^(?:[-–—]|н\/д|нет данных)?$/i.test(cellText(cell));
}

/** A whole number from zero, also as spreadsheets print it (`160,0`, `30 000`); absent for everything else. */
export function wholeNumber(cell: SheetCell): number | undefined {
  const text = cellText(cell);
  const value =
    typeof cell === 'number'
      ? cell
      : WHOLE.test(text)
        ? Number.parseInt(text.replaceAll(/\s/g, ''), 10)
        : Number.NaN;
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Three zeros after a comma may be thousands, so they are nothing. */
const WHOLE = /^(?:\d{1,9}|\d{1,3}(?:\s\d{3}){1,2})(?:[.,]0{1,2})?$/;

/** An error of the spreadsheet, or a formula whose value it did not store. */
export function isValueless(
  cell: SheetCell,
): cell is Extract<SheetCell, { readonly kind: 'error' | 'formula' }> {
  return typeof cell === 'object' && cell.kind !== 'date';
}

/** A share 0..1, written so or with `%`; absent for everything else. */
export function shareOf(cell: SheetCell): number | undefined {
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)( ?%)?$/.exec(cellText(cell)) ?? [];
  // The exponent keeps the digits as they were written: 45.3 / 100 is 0.45299999999999996.
  const written = `${digits?.replace(',', '.')}${percent === undefined ? '' : 'e-2'}`;
  const share = typeof cell === 'number' ? cell : digits === undefined ? Number.NaN : Number(written);
  return share >= 0 && share <= 1 ? share : undefined;
}

/** Whether a share written as text may be meant in percent: it has no sign and is 1, or others beside it have the sign. */
export function isUnsureShare(cell: SheetCell, beside: readonly SheetCell[]): boolean {
  if (typeof cell !== 'string' || isSigned(cell)) return false;
  const share = shareOf(cell) ?? 0;
  return share === 1 || (share > 0 && beside.some(isSigned));
}

function isSigned(cell: SheetCell): boolean {
  return typeof cell === 'string' && cell.includes('%');
}

/** A day `YYYY-MM-DD`, also written as `31.12.2026`; absent for everything else. */
export function dayOf(cell: SheetCell): string | undefined {
  const text = cellText(cell);
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const date =
    day === undefined || month === undefined
      ? text
      : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}
