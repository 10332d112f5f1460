/**
 * Workbooks for people: a title, notes, a header that stays in view, widths, number formats, ready to print.
 *
 * @module
 */
import type { Cell, ColumnKind } from '@orientir/core/analysis';
import { columnName } from '../sheet.js';
import { SheetBytes } from './sheet-bytes.js';
import type { SheetPart } from './write-package.js';
import { escapeXml, MAIN, writePackage } from './write-package.js';

export interface WorkbookColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Width in characters; by default as wide as header and cells need, at most 48. */
  readonly width?: number;
  /** Long texts break into lines instead of being cut at the next cell. */
  readonly wraps?: boolean;
}

export interface WorkbookSheet {
  /** Cut to 31 characters; characters that sheet names cannot have are replaced; made unique. */
  readonly name: string;
  readonly title?: string;
  readonly notes?: readonly string[];
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Writes a workbook. Shares become percentages by their number format only: the cell holds 0..1.
 * Text is always written as text, so a name that begins with `=` is no formula. Same content, same bytes.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const out = new SheetBytes();
  return writePackage(
    sheets.map((sheet, i) => sheetPart(sheet, names[i] ?? `${i + 1}`, i, out)),
    STYLES,
  );
}

function sheetPart(sheet: WorkbookSheet, name: string, index: number, out: SheetBytes): SheetPart {
  const { title, notes = [], columns, rows } = sheet;
  const lead = [
    ...(title === undefined ? [] : [{ text: title, style: STYLE.title }]),
    ...notes.map((text) => ({ text, style: STYLE.note })),
  ];
  const headerRow = lead.length === 0 ? 1 : lead.length + 2;
  const last = columnName(Math.max(0, columns.length - 1));
  const frozen = columns[0]?.kind === 'text' ? 1 : 0;
  const topLeft = `${columnName(frozen)}${headerRow + 1}`;
  const quoted = `'${name.replaceAll("'", "''")}'`;
  return {
    name,
    xml: () => {
      const letters = columns.map((_, c) => columnName(c));
      const widths = columns.map(
        (column, c) =>
          `<col min="${c + 1}" max="${c + 1}" width="${columnWidth(sheet, column, c)}" customWidth="1"/>`,
      );
      const lines = [
        ...lead.map(({ text, style }, i) => `<row r="${i + 1}">${textCell(text, `A${i + 1}`, style)}</row>`),
        `<row r="${headerRow}" ht="${headerHeight(sheet)}" customHeight="1">${columns.map(({ header, kind }, c) => textCell(header, `${letters[c]}${headerRow}`, kind === 'text' ? STYLE.header : STYLE.numberHeader)).join('')}</row>`,
      ];
      out.begin((c) => [styleOf(columns[c]), columns[c]?.wraps === true ? STYLE.wrapped : STYLE.text]);
      out.text(
        `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><pane${frozen > 0 ? ` xSplit="${frozen}"` : ''} ySplit="${headerRow}" topLeftCell="${topLeft}" activePane="${frozen > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews>${widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`}<sheetData>${lines.join('')}`,
      );
      const isWrapped = columns.some(({ wraps }) => wraps === true);
      rows.forEach((row, r) => {
        out.row(row, headerRow + r + 1, isWrapped ? heightOf(row, columns) : '');
      });
      out.text(
        `</sheetData><autoFilter ref="A${headerRow}:${last}${headerRow + rows.length}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
      );
      return out.end();
    },
    definedNames: `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`${quoted}!$A$${headerRow}:$${last}$${headerRow + rows.length}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${quoted}!$${headerRow}:$${headerRow}`)}</definedName>`,
  };
}

function textCell(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function styleOf(column: WorkbookColumn | undefined): number {
  if (column?.wraps === true) return STYLE.wrapped;
  return STYLE[column?.kind ?? 'text'];
}

const MAX_WIDTH = 48;

function columnWidth({ rows }: WorkbookSheet, { header, kind, width }: WorkbookColumn, c: number): number {
  if (width !== undefined) return width;
  const longestWord = Math.max(...header.split(/\s+/).map((word) => word.length));
  const cells = kind === 'text' ? rows.slice(0, 2000).map((row) => String(row[c] ?? '').length) : [7];
  return Math.min(MAX_WIDTH, Math.max(longestWord + 3, ...cells.map((length) => length + 2), 8));
}

/** As many lines as the header that breaks most often needs; programs do not measure rows that they did not write. */
function headerHeight(sheet: WorkbookSheet): number {
  return heightOfLines(
    sheet.columns.map((column, c) => linesOf(column.header, columnWidth(sheet, column, c))),
  );
}

/** The same for a row with a text that breaks; other rows have the height that the program gives them. */
function heightOf(row: readonly Cell[], columns: readonly WorkbookColumn[]): string {
  const lines = columns.map(({ wraps, width = MAX_WIDTH }, c) =>
    wraps === true ? linesOf(String(row[c] ?? ''), width) : 1,
  );
  return lines.some((count) => count > 1) ? ` ht="${heightOfLines(lines)}" customHeight="1"` : '';
}

function linesOf(text: string, width: number): number {
  let used = 0;
  return text.split(/\s+/).reduce((count, word) => {
    const fits = used > 0 && used + 1 + word.length <= width - 1;
    used = fits ? used + 1 + word.length : word.length;
    return fits ? count : count + 1;
  }, 0);
}

/** In points; a program shows no row of more than 409. */
function heightOfLines(lines: readonly number[]): number {
  return Math.min(409, 13 * Math.max(1, ...lines) + 2);
}

function sheetNames(wanted: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return wanted.map((name) => {
    const clean = name.replace(/[\\/?*[\]:\s]+/g, ' ').replace(/^[ ']+|[ ']+$/g, '') || 'Лист';
    const cut = (length: number) => clean.slice(0, length).trimEnd();
    let candidate = cut(31);
    for (let n = 2; used.has(candidate.toLowerCase()); n++) candidate = `${cut(30 - String(n).length)} ${n}`;
    used.add(candidate.toLowerCase());
    return candidate;
  });
}

const STYLE = {
  text: 0,
  count: 1,
  points: 2,
  number: 3,
  share: 4,
  header: 5,
  title: 6,
  note: 7,
  numberHeader: 8,
  wrapped: 9,
} as const;
const XFS = [
  '<xf xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="3" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="164" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="2" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="165" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment vertical="bottom" wrapText="1"/></xf>',
  '<xf fontId="2" applyFont="1" xfId="0"/>',
  '<xf fontId="3" applyFont="1" xfId="0"/>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment horizontal="right" vertical="bottom" wrapText="1"/></xf>',
  '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
];
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0&quot;\u00a0&quot;%"/></numFmts><fonts count="4"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><b/><sz val="13"/><name val="Arial"/></font><font><i/><sz val="9"/><color rgb="FF595959"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${XFS.length}">${XFS.join('')}</cellXfs></styleSheet>`;
