/**
 * Workbooks for people: a title, notes, a header that stays in view, widths, number formats, ready to print.
 *
 * @module
 */
import type { Cell, ColumnKind } from '@orientir/core/analysis';
import { columnName } from '../sheet.js';
import { SheetBytes } from './sheet-bytes.js';
import { columnWidth, linesOf, noteWidth, rowHeight } from './sheet-measures.js';
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

/** A line above the table. */
interface LeadLine {
  readonly text: string;
  readonly style: number;
}

function sheetPart(sheet: WorkbookSheet, name: string, index: number, out: SheetBytes): SheetPart {
  const { title, notes = [], columns, rows } = sheet;
  const lead: readonly LeadLine[] = [
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
      const widths = columns.map((column, c) => columnWidth(rows, column, c));
      const cols = widths.map(
        (width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`,
      );
      const notesOver = noteWidth(widths);
      const lines = [
        ...lead.map(({ text, style }, i) => {
          const height = style === STYLE.note ? rowHeight([linesOf(text, notesOver.width)]) : '';
          return `<row r="${i + 1}"${height}>${textCell(text, `A${i + 1}`, style)}</row>`;
        }),
        headerXml(columns, widths, headerRow),
      ];
      out.begin((c) => [styleOf(columns, c), textStyle(columns, c)]);
      out.text(
        `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${index === 0 ? ' tabSelected="1"' : ''} workbookViewId="0"><pane${frozen > 0 ? ` xSplit="${frozen}"` : ''} ySplit="${headerRow}" topLeftCell="${topLeft}" activePane="${frozen > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews>${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>${lines.join('')}`,
      );
      const wrapped = columns.flatMap(({ wraps }, c) => (wraps === true ? [c] : []));
      rows.forEach((row, r) => {
        const lines =
          wrapped.length === 0 ? [] : wrapped.map((c) => linesOf(String(row[c] ?? ''), widths[c] ?? 0));
        out.row(row, headerRow + r + 1, lines.some((count) => count > 1) ? rowHeight(lines) : '');
      });
      out.text(
        `</sheetData><autoFilter ref="A${headerRow}:${last}${headerRow + rows.length}"/>${notesOver.columns > 1 ? mergedNotes(lead, notesOver.columns) : ''}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
      );
      return out.end();
    },
    definedNames: `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`${quoted}!$A$${headerRow}:$${last}$${headerRow + rows.length}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${quoted}!$${headerRow}:$${headerRow}`)}</definedName>`,
  };
}

function headerXml(columns: readonly WorkbookColumn[], widths: readonly number[], at: number): string {
  const cells = columns.map(({ header }, c) =>
    textCell(header, `${columnName(c)}${at}`, headerStyle(columns, c)),
  );
  const lines = columns.map(({ header }, c) => linesOf(header, widths[c] ?? 0));
  return `<row r="${at}"${rowHeight(lines)}>${cells.join('')}</row>`;
}

/** Notes reach over several columns, so that they break into lines in place of running out of the page. */
function mergedNotes(lead: readonly LeadLine[], columns: number): string {
  const last = columnName(columns - 1);
  const merged = lead.flatMap(({ style }, i) =>
    style === STYLE.note ? [`<mergeCell ref="A${i + 1}:${last}${i + 1}"/>`] : [],
  );
  return merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`;
}

function textCell(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function styleOf(columns: readonly WorkbookColumn[], c: number): number {
  const column = columns[c];
  return column?.wraps === true ? textStyle(columns, c) : STYLE[column?.kind ?? 'text'];
}

function textStyle(columns: readonly WorkbookColumn[], c: number): number {
  const follows = followsNumbers(columns, c);
  if (columns[c]?.wraps === true) return follows ? STYLE.wrappedInset : STYLE.wrapped;
  return follows ? STYLE.textInset : STYLE.text;
}

function headerStyle(columns: readonly WorkbookColumn[], c: number): number {
  if (columns[c]?.kind !== 'text') return STYLE.numberHeader;
  return followsNumbers(columns, c) ? STYLE.headerInset : STYLE.header;
}

/** Numbers stand at the right end of their cells, so a text behind them needs some room. */
function followsNumbers(columns: readonly WorkbookColumn[], c: number): boolean {
  const before = columns[c - 1];
  return before !== undefined && before.kind !== 'text';
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
  textInset: 10,
  wrappedInset: 11,
  headerInset: 12,
} as const;
const XFS = [
  '<xf xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="3" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="164" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="2" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="165" applyNumberFormat="1" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment vertical="bottom" wrapText="1"/></xf>',
  '<xf fontId="2" applyFont="1" xfId="0"/>',
  '<xf fontId="3" applyFont="1" applyAlignment="1" xfId="0"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment horizontal="right" vertical="bottom" wrapText="1"/></xf>',
  '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top" indent="1"/></xf>',
  '<xf xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1" indent="1"/></xf>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment horizontal="left" vertical="bottom" wrapText="1" indent="1"/></xf>',
];
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0&quot;\u00a0&quot;%"/></numFmts><fonts count="4"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><b/><sz val="13"/><name val="Arial"/></font><font><i/><sz val="9"/><color rgb="FF595959"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${XFS.length}">${XFS.join('')}</cellXfs></styleSheet>`;
