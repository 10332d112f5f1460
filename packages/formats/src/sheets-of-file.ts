/** What kind of file some bytes are, and its sheets. @module */
import type { ByteSource } from './byte-source.js';
import { hasColumns } from './csv/delimiter.js';
import { TextDecoding } from './csv/encoding.js';
import { csvRows } from './csv/read-csv.js';
import { isPage, otherFormatOf } from './document/other-formats.js';
import { FileError } from './file-error.js';
import type { SheetRows } from './sheet.js';
import { openWorkbook } from './xlsx/open-workbook.js';

/** Sheets of a workbook, or the one table of a text. @throws {FileError} */
export async function openSheets(source: ByteSource): Promise<readonly SheetRows[]> {
  const [first, second] = await source.read(0, 2);
  const zip = first === 0x50 && second === 0x4b;
  const ole = first === 0xd0 && second === 0xcf;
  if (zip || ole) return openWorkbook(source);
  const start = (await startOf(source)).trimStart();
  // What information systems call .xls is often a page, or XML of Excel 2003.
  const format = isPage(start) ? '.html' : otherFormatOf(start);
  if (format !== undefined) throw new FileError({ code: 'file-old-format', parameters: { format } });
  return [csvRows(source)];
}

/** Whether a file begins as JSON does. */
export async function isJson(source: ByteSource): Promise<boolean> {
  return JSON_START.test(await startOf(source));
}

/** Whether a text file has columns: most of its first lines have the same number of cells. */
export async function isTableOfText(source: ByteSource): Promise<boolean> {
  return hasColumns(await startOf(source));
}

async function startOf(source: ByteSource): Promise<string> {
  const bytes = await source.read(0, LOOKED_AT_BYTES);
  return new TextDecoding(bytes).sample(bytes).replace(/^\ufeff/, '');
}

const LOOKED_AT_BYTES = 4096;
/** A csv may have a title in brackets. */
const JSON_START = /^\s*(\{\s*(["}]|$)|\[\s*(["{[\]\d-]|true|false|null|$))/;
