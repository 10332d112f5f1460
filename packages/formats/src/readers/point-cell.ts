import { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '@orientir/core/assessment';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** What stands in the cell of an item: points, a state code of core, or something that is no result. */
export type PointCell =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'state'; readonly code: number }
  | {
      readonly kind: 'wrong';
      readonly why: 'not-a-number' | 'negative' | 'cell-error';
      readonly found: string;
    };

/**
 * Reads the cell of an item.
 *
 * `X` in either alphabet, `-` and `—` = not attempted (the dashes stand in downloads of 2026 where earlier ones have
 * X: the pupil wrote the work, the item was left blank) · `N`, `не пройд.` = not taught · empty = not administered ·
 * a number with decimal comma or point, also written as text.
 */
export function readPointCell(cell: SheetCell): PointCell {
  if (typeof cell === 'number') return points(cell, String(cell));
  if (typeof cell === 'object') {
    return {
      kind: 'wrong',
      why: cell.kind === 'error' ? 'cell-error' : 'not-a-number',
      found: shown(cellText(cell)),
    };
  }
  const text = cellText(cell).replace(/^'/, '');
  if (text === '') return { kind: 'state', code: NOT_ADMINISTERED };
  if (/^[xх–—-]$/i.test(text)) return { kind: 'state', code: NOT_ATTEMPTED };
  if (/^(n|не ?прой?д.*|не проходили.*|не изуч.*)$/i.test(text)) return { kind: 'state', code: NOT_TAUGHT };
  // Two numbers in a cell are none.
  if (/^[+-]? ?\d+([.,]\d+)?$/.test(text))
    return points(Number(text.replace(' ', '').replace(',', '.')), text);
  return { kind: 'wrong', why: 'not-a-number', found: shown(text) };
}

function points(value: number, text: string): PointCell {
  if (value < 0) return { kind: 'wrong', why: 'negative', found: shown(text) };
  // Spreadsheets add tenths up to 1.0000000000000002.
  const half = Math.round(value * 2) / 2;
  return value < LEAST_DOCUMENT_NUMBER
    ? { kind: 'points', points: Math.abs(value - half) < ROUNDING ? half : value }
    : { kind: 'wrong', why: 'not-a-number', found: shown(text) };
}

const ROUNDING = 1e-9;
/** No result is as large: in its place stands the number of a document. */
export const LEAST_DOCUMENT_NUMBER = 10_000;

/**
 * What may be repeated of a cell that is no result. In a shifted row it can be a pupil's name, a date of birth or the number
 * of a document, and these never leave the reader: of words that are long or begin with a capital only the first letter is
 * shown, and more than four digits in all only as their places.
 */
export function shown(text: string): string {
  const withoutNames = text.replace(
    /(?:\p{L}{4,}|\p{Lu}\p{L}+)(?:-\p{L}+)*/gu,
    (word) => `${word.slice(0, 1)}…`,
  );
  const digits = withoutNames.match(/\d/g)?.length ?? 0;
  return (digits > 4 ? withoutNames.replace(/\d/g, '#') : withoutNames).slice(0, 12);
}
