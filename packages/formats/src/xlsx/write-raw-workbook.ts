import type { SheetCell } from '../sheet.js';
import { columnName } from '../sheet.js';
import { serialOfDate } from './date-formats.js';
import { escapeXml, MAIN, writePackage } from './write-package.js';

/** Cells exactly as they shall stand in the file. */
export interface RawSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface RawOptions {
  /** Where texts are kept: most programs share them, some write them in place. @defaultValue 'shared' */
  readonly strings?: 'shared' | 'inline';
}

/** Writes cells without any layout, as exports of information systems do. Same cells, same bytes. */
export function writeRawWorkbook(sheets: readonly RawSheet[], options: RawOptions = {}): Uint8Array {
  const shared = options.strings === 'inline' ? undefined : new Map<string, number>();
  // Made at once: the shared strings are those of all sheets.
  const parts = sheets.map(({ name, hidden = false, rows }) => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, r) => rawRow(row, r, shared)).join('')}</sheetData></worksheet>`;
    return { name, hidden, xml: () => xml };
  });
  return writePackage(parts, STYLES, shared === undefined ? undefined : sharedStrings(shared));
}

function rawRow(row: readonly SheetCell[], r: number, shared: Map<string, number> | undefined): string {
  const cells = row.map((cell, c) => rawCell(cell, `${columnName(c)}${r + 1}`, shared)).join('');
  return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
}

function rawCell(cell: SheetCell, at: string, shared: Map<string, number> | undefined): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') {
    if (cell.kind === 'date') return `<c r="${at}" s="1"><v>${serialOfDate(cell)}</v></c>`;
    if (cell.kind === 'error') return `<c r="${at}" t="e"><v>${escapeXml(cell.text)}</v></c>`;
    return `<c r="${at}"><f>SUM(1,1)</f></c>`;
  }
  if (shared === undefined)
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  const index = shared.get(cell) ?? shared.size;
  shared.set(cell, index);
  return `<c r="${at}" t="s"><v>${index}</v></c>`;
}

function sharedStrings(shared: ReadonlyMap<string, number>): string {
  const items = Array.from(
    shared.keys(),
    (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  );
  return `<sst xmlns="${MAIN}" uniqueCount="${shared.size}">${items.join('')}</sst>`;
}

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`;
