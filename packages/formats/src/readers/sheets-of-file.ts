/** What kind of file some bytes are, and its sheets. @module */
import type { ByteSource } from '../byte-source.js';
import { decodeText } from '../csv/encoding.js';
import { csvRows } from '../csv/read-csv.js';
import type { SheetRows } from '../sheet.js';
import { openWorkbook } from '../xlsx/open-workbook.js';

/** Sheets of a workbook, or the one table of a csv. @throws {FileError} */
export async function openSheets(source: ByteSource): Promise<readonly SheetRows[]> {
  const [first, second] = await source.read(0, 2);
  const zip = first === 0x50 && second === 0x4b;
  const ole = first === 0xd0 && second === 0xcf;
  return zip || ole ? openWorkbook(source) : [csvRows(source)];
}

/** Whether a file begins as JSON does. */
export async function isJson(source: ByteSource): Promise<boolean> {
  const start = decodeText(await source.read(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') || start.startsWith('[');
}
