/**
 * Item numbers in all their spellings.
 *
 * @module
 */
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** An item number as read from a header cell. */
export interface ItemCode {
  /** Canonical: dot, Latin K, no spaces: `9.1`, `5(1)`, `4K1`. */
  readonly code: string;
  /** Maximum when the header names it: `1 (2б)`. */
  readonly maxPoints?: number;
  /** A spreadsheet had turned the number into a date; this is what the cell shows. */
  readonly fromDate?: string;
}

/** Reads a header cell, «Задание 1» too; absent when it is no item number. Dates need the neighbours: see {@link itemCodesOfHeader}. */
export function parseItemCode(text: string): ItemCode | undefined {
  const match = ITEM.exec(text.replace(/\s+/g, ' ').trim());
  if (match === null) return undefined;
  const [, number = '', part = '', criterion = '', max] = match;
  const code = `${number.replaceAll(',', '.')}${part}${criterion === '' ? '' : `K${criterion}`}`;
  return max === undefined ? { code } : { code, maxPoints: Number(max.replace(',', '.')) };
}

/** Two spellings of one item have the same key. */
export function itemKey(id: string): string {
  return parseItemCode(id)?.code ?? id.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Reads a run of header cells, repairing what spreadsheets do to item numbers: `3.1` that became 3 January, and
 * `3.10` that became the number 3.1. Cells that are no item numbers come back as absent.
 */
export function itemCodesOfHeader(cells: readonly SheetCell[]): readonly (ItemCode | undefined)[] {
  // For each cell the next plain item number to the right of it.
  const next: (string | undefined)[] = [];
  let nearest: string | undefined;
  for (let index = cells.length - 1; index >= 0; index--) {
    next[index] = nearest;
    const cell = cells[index];
    if (dateOf(cell) === undefined) nearest = parseItemCode(cellText(cell))?.code ?? nearest;
  }
  const codes: (ItemCode | undefined)[] = [];
  let previous: string | undefined;
  for (const [index, cell] of cells.entries()) {
    const code = codeOfCell(cell, previous, next[index]);
    codes.push(code);
    if (code !== undefined) previous = code.code;
  }
  return codes;
}

const ITEM =
  /^(?:(?:задание|задача|вопрос|зад\.?|item|task)\s?№?\s?|№\s?)?(\d{1,3}(?:[.,]\d{1,2})*)\s?(\(\d{1,2}\))?\s?(?:[кk]\s?(\d{1,2}))?\s?(?:\(\s?(?:макс\.?\s?)?(\d{1,3}(?:[.,]5)?)\s?б[^)]*\))?$/i;

function codeOfCell(
  cell: SheetCell,
  previous: string | undefined,
  next: string | undefined,
): ItemCode | undefined {
  const date = dateOf(cell);
  if (date !== undefined) {
    const asWritten = `${date.day}.${date.month}`;
    const swapped = `${date.month}.${date.day}`;
    const code = fits(swapped, previous, next) && !fits(asWritten, previous, next) ? swapped : asWritten;
    return { code, fromDate: cellText(cell) };
  }
  if (typeof cell === 'number') {
    const [major = '', minor] = String(cell).split('.');
    const [lastMajor, lastMinor] = previous?.split('.') ?? [];
    if (minor !== undefined && minor.length === 1 && major === lastMajor && Number(lastMinor) >= 9) {
      const lost = `${major}.${minor}0`;
      if (Number(`${minor}0`) > Number(lastMinor)) return { code: lost };
    }
  }
  return parseItemCode(cellText(cell));
}

/** Whether a spreadsheet made a date of what was written. */
export function isDate(cell: SheetCell): boolean {
  return dateOf(cell) !== undefined;
}

interface DayMonth {
  readonly day: number;
  readonly month: number;
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(cell: SheetCell): DayMonth | undefined {
  if (typeof cell === 'object' && cell.kind === 'date') return { day: cell.day, month: cell.month };
  const text = cellText(cell).toLowerCase();
  const iso = /^\d{4}-(\d\d)-(\d\d)(?:[ t].*)?$/.exec(text);
  if (iso !== null) return { day: Number(iso[2]), month: Number(iso[1]) };
  const full = /^(\d{1,2})\.(\d{1,2})\.\d{4}$/.exec(text);
  if (full !== null) return { day: Number(full[1]), month: Number(full[2]) };
  const named = /^(\d{1,2})[ .-]([а-яa-z]{3,})/.exec(text);
  if (named === null) return undefined;
  const month = [MONTHS, ENGLISH]
    .map((names) => names.findIndex((name) => named[2]?.startsWith(name)))
    .find((i) => i >= 0);
  return month === undefined ? undefined : { day: Number(named[1]), month: month + 1 };
}

/** Whether a code stands between its neighbours as people count. */
function fits(code: string, previous: string | undefined, next: string | undefined): boolean {
  return (previous === undefined || before(previous, code)) && (next === undefined || before(code, next));
}

function before(one: string, other: string): boolean {
  const [left = 0, leftMinor = 0] = one.split(/[.(K]/).map(Number);
  const [right = 0, rightMinor = 0] = other.split(/[.(K]/).map(Number);
  return left < right || (left === right && leftMinor < rightMinor);
}
