/** Numbers and percents in the cells of reports. @module */
import type { SheetCell } from '../../sheet.js';
import { cellText } from '../../sheet.js';

/** A number not below zero, also as text with spaces, a comma or a percent sign; absent for an empty cell, `NaN` for anything else. */
export function numberIn(cell: SheetCell): number | undefined {
  if (typeof cell === 'number') return cell < 0 ? Number.NaN : cell;
  const text = cellText(cell)
    .replace(/\s*%$/, '')
    .replace(/(?<=\d) (?=\d)/g, '');
  if (text === '' || /^[-–—]$/.test(text)) return undefined;
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** A number of pupils or schools. */
export function wholeIn(cell: SheetCell): number | undefined {
  const number = numberIn(cell);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/**
 * Digits after the comma that a table prints: the most that any of its percents needs. Too few would only make counts less
 * certain, never wrong.
 */
export function decimalsOf(percents: Iterable<number>): number {
  let decimals = 0;
  for (const percent of percents) {
    while (decimals < MOST_DECIMALS && !isPrinted(percent, decimals)) decimals++;
  }
  return decimals;
}

/** A printed percent as a share 0..1, the nearest there is. */
export function shareOf(percent: number, decimals: number): number {
  return Math.round(percent * 10 ** decimals) / 10 ** (decimals + 2);
}

const MOST_DECIMALS = 6;

/** Sums made by spreadsheets end in 0.00000000000001: that is no digit. */
function isPrinted(percent: number, decimals: number): boolean {
  return Math.abs(percent - Number(percent.toFixed(decimals))) < 1e-9;
}
