/**
 * The general reader behind the fast one: for workbooks whose parts lie in unusual places. It takes the whole file into
 * the memory and many times as long, and sees the same cells.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { unreadable } from '../file-error.js';
import type { CellArea, PassingRow, Sheet, SheetCell, SheetRows } from '../sheet.js';
import { cellText, UNCLEAR } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import { encodingOfPart } from '../zip/part-encoding.js';
import type { ZipEntry } from '../zip/zip-directory.js';
import { partPieces } from '../zip/zip-part.js';

/** Odd workbooks are small; a large one is made to fill memories. */
const MAX_BYTES = 256 * 1024 * 1024;

interface WholeSheet extends Sheet {
  readonly merged: readonly CellArea[];
}

/** Reads all sheets with a general library. @throws {FileError} */
export async function readGenerally(
  source: ByteSource,
  parts: Iterable<ZipEntry>,
): Promise<readonly WholeSheet[]> {
  await checkParts(source, parts);
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const workbook = await readXlsx(await source.read(0, source.size));
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
  } catch (error) {
    throw unreadable(DETAILS.workbookOdd(error instanceof Error ? error.message : String(error)));
  }
}

/** The library trusts what a zip says of itself; here every part is looked at first. */
async function checkParts(source: ByteSource, parts: Iterable<ZipEntry>): Promise<void> {
  let size = 0;
  for (const entry of parts) {
    // Any part can be a sheet, whatever its name; pictures may have a document type.
    let first = /\.(xml|rels)$/i.test(entry.name);
    for await (const piece of partPieces(source, entry)) {
      size += piece.length;
      if (size > MAX_BYTES) throw unreadable(DETAILS.insideLarge(MAX_BYTES >> 20));
      if (first) {
        if (new TextDecoder().decode(piece.subarray(0, 4096)).includes('<!DOCTYPE'))
          throw unreadable(DETAILS.documentType());
        const encoding = encodingOfPart(entry.name, piece);
        if (encoding !== 'utf-8') throw unreadable(DETAILS.partEncoding(entry.name, encoding));
      }
      first = false;
    }
  }
}

/** A sheet that is in memory already, to be walked through like one that is not. */
export function rowsOfSheet(sheet: WholeSheet): SheetRows {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    async read(visit) {
      for (const [row, cells] of sheet.rows.entries()) if (!visit(rowOfCells(row, cells))) return;
    },
    merged: async () => sheet.merged,
  };
}

function rowOfCells(row: number, cells: readonly SheetCell[]): PassingRow {
  return {
    row,
    width: cells.length,
    filled: cells.filter((cell) => typeof cell === 'object' || cellText(cell) !== '').length,
    cell: (column) => cells[column],
    repeats: () => false,
    count: () => UNCLEAR,
  };
}
