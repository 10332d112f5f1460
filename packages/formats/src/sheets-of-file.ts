/** What kind of file some bytes are, and its sheets. @module */
import type { ByteSource } from './byte-source.js';
import { TextDecoding } from './csv/encoding.js';
import { csvRows } from './csv/read-csv.js';
import type { SheetRows } from './sheet.js';
import { openWorkbook } from './xlsx/open-workbook.js';

/** Sheets of a workbook, or the one table of a csv. @throws {FileError} */
export async function openSheets(source: ByteSource): Promise<readonly SheetRows[]> {
  const [first, second] = await source.read(0, 2);
  const zip = first === 0x50 && second === 0x4b;
  const ole = first === 0xd0 && second === 0xcf;
  return zip || ole ? openWorkbook(source) : [csvRows(source)];
}

/** Whether a file begins as JSON does. */
export async function isJson(source: ByteSource): Promise<boolean> {
  const bytes = await source.read(0, LOOKED_AT_BYTES);
  return JSON_START.test(new TextDecoding(bytes).sample(bytes));
}

const LOOKED_AT_BYTES = 4096;
/** A csv may have a title in brackets. */
const JSON_START = /^\s*(\{\s*(["}]|$)|\[\s*(["{[\]\d-]|true|false|null|$))/;
