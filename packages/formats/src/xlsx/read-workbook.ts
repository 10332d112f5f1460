import { sourceOfBytes } from '../byte-source.js';
import type { Sheet } from '../sheet.js';
import { wholeSheet } from '../sheet.js';
import { openWorkbook } from './open-workbook.js';

/** All sheets of an .xlsx file with all their cells. See {@link openWorkbook}. @throws {FileError} */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const sheet of await openWorkbook(sourceOfBytes(bytes))) sheets.push(await wholeSheet(sheet));
  return sheets;
}
