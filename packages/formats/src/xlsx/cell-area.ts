import type { CellArea } from '../sheet.js';

/** `B2:C4`, `B2`; absent for anything else. */
export function areaOf(reference: string): CellArea | undefined {
  const [, first, top, last, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference) ?? [];
  if (first === undefined || top === undefined) return undefined;
  const rows = [Number(top) - 1, Number(bottom ?? top) - 1];
  const columns = [columnIndex(first), columnIndex(last ?? first)];
  if (Math.min(...rows) < 0 || Math.max(...columns) >= 16_384) return undefined;
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
