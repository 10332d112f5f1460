/** What kind of file some bytes are, and its sheets. @module */
import { decodeText, readCsv } from '../csv/read-csv.js';
import type { Sheet } from '../sheet.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { detectLayout } from './detect-layout.js';
import type { TableLayout } from './table-layout.js';

/** A sheet with pupil rows, and where things stand in it. */
export interface SheetOfResponses {
  readonly sheet: Sheet;
  readonly layout: TableLayout;
}

/** Sheets of a workbook, or the one table of a csv. @throws {FileError} */
export function readSheets(bytes: Uint8Array): readonly Sheet[] {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const ole = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return zip || ole ? readWorkbook(bytes) : [readCsv(bytes)];
}

/** Sheets with pupil rows; hidden ones are left out. */
export function responseSheets(sheets: readonly Sheet[]): readonly SheetOfResponses[] {
  return sheets.flatMap((sheet) => {
    const kind = detectLayout(sheet);
    return kind.kind === 'responses' && !sheet.hidden ? [{ sheet, layout: kind.layout }] : [];
  });
}

/** Whether the bytes begin as JSON does. */
export function isJson(bytes: Uint8Array): boolean {
  const start = decodeText(bytes.subarray(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') || start.startsWith('[');
}
