import { readXlsx } from 'hucre/xlsx';
import type { CellArea, Sheet, SheetCell } from '../src/sheet.js';

/** All sheets as a general library sees them, for ours to be compared with. */
export async function readGenerally(bytes: Uint8Array): Promise<readonly GeneralSheet[]> {
  const workbook = await readXlsx(bytes);
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    merged: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => {
      return { firstRow: startRow, lastRow: endRow, firstColumn: startCol, lastColumn: endCol };
    }),
    rows: sheet.rows.map((row, r) =>
      row.map((value, c): SheetCell => {
        const cell = sheet.cells?.get(`${r},${c}`);
        if (cell?.type === 'error') return { kind: 'error', text: String(value) };
        if (cell?.type === 'formula' && value === null) return { kind: 'formula' };
        if (value instanceof Date) {
          const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
          return { kind: 'date', year, month, day };
        }
        return value ?? undefined;
      }),
    ),
  }));
}

interface GeneralSheet extends Sheet {
  readonly merged: readonly CellArea[];
}
