/**
 * Sheets of a workbook that people read, fill in and send back: texts that break in their cells, real dates, lists to
 * choose from, a header that stays in view.
 *
 * @module
 */
import { isLocalDate } from '@orientir/core/calendar';
import { columnName } from '../../../sheet.js';
import { serialOfDate } from '../../../xlsx/date-formats.js';
import type { SheetPart } from '../../../xlsx/write-package.js';
import { escapeXml, MAIN, writePackage } from '../../../xlsx/write-package.js';
import { shownText } from '../shown-text.js';

/** A text, a count, a day, or nothing. */
export type FormCell = string | number | { readonly date: string } | undefined;

export interface FormColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Filled in by people. */
  readonly input?: 'text' | 'date' | 'choice';
  readonly choices?: readonly string[];
  /** What is said to somebody who writes something else. */
  readonly error?: string;
  /** Small and grey: not for people. */
  readonly technical?: boolean;
}

export interface FormSheet {
  readonly name: string;
  readonly title?: string;
  readonly notes?: readonly string[];
  /** Absent = a sheet of lines without header: names on the left, values on the right. */
  readonly columns?: readonly FormColumn[];
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormOptions {
  /** In front of the number of a page and in front of the number of pages. */
  readonly page: readonly [before: string, between: string];
}

/** Zips sheets into a workbook. Same content, same bytes. Texts are never formulas. */
export function formWorkbook(sheets: readonly FormSheet[], options: FormOptions): Uint8Array {
  return writePackage(
    sheets.map((sheet, index) => sheetPart(sheet, index, options)),
    STYLES,
  );
}

function sheetPart(sheet: FormSheet, index: number, options: FormOptions): SheetPart {
  const { name, title, notes = [], columns = FACTS, rows } = sheet;
  const lead = [
    ...(title === undefined ? [] : [{ text: title, style: STYLE.title }]),
    ...notes.map((text) => ({ text, style: STYLE.note })),
  ];
  const plain = sheet.columns === undefined;
  const gap = lead.length === 0 ? 0 : 1;
  const header = lead.length + gap + 1;
  const first = plain ? header : header + 1;
  const last = columnName(Math.max(0, columns.length - 1));
  const end = Math.max(first, first + rows.length - 1);
  const lines = [
    ...lead.map(({ text, style }, i) => `<row r="${i + 1}">${textCell(text, `A${i + 1}`, style)}</row>`),
    ...(plain ? [] : [headerRow(columns, header)]),
    ...rows.map(
      (row, r) =>
        `<row r="${first + r}" ht="${rowHeight(row, columns)}">${columns.map((column, c) => valueCell(row[c], column, `${columnName(c)}${first + r}`)).join('')}</row>`,
    ),
  ];
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const pagesWide = Math.max(1, Math.ceil(total / MOST_ON_PAGE));
  const widths = columns
    .map(({ width }, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const view = `<sheetView${index === 0 ? ' tabSelected="1"' : ''}${plain ? ' showGridLines="0"' : ''} workbookViewId="0">${plain ? '' : `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`}</sheetView>`;
  const [before, between] = options.page;
  const footer = `<headerFooter><oddFooter>${escapeXml(`&R&9${before}&P${between}&N`)}</oddFooter></headerFooter>`;
  const filter = plain ? '' : `<autoFilter ref="A${header}:${last}${end}"/>`;
  const quoted = `'${name.replaceAll("'", "''")}'`;
  return {
    name,
    xml: () =>
      `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><cols>${widths}</cols><sheetData>${lines.join('')}</sheetData>${filter}${validations(columns, first, end)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>${footer}</worksheet>`,
    ...(plain
      ? {}
      : {
          definedNames: `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`${quoted}!$A$${header}:$${last}$${end}`)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${pagesWide > 1 ? `${quoted}!$A:$A,` : ''}${quoted}!$${header}:$${header}`)}</definedName>`,
        }),
  };
}

/** Characters side by side that are still readable on a page. */
const MOST_ON_PAGE = 210;
const FACTS: readonly FormColumn[] = [
  { header: '', width: 34 },
  { header: '', width: 90 },
];

function headerRow(columns: readonly FormColumn[], at: number): string {
  const lines = Math.max(1, ...columns.map(({ header, width }) => Math.ceil((header.length + 3) / width)));
  const cells = columns.map(({ header, technical }, c) =>
    textCell(header, `${columnName(c)}${at}`, technical === true ? STYLE.technicalHeader : STYLE.header),
  );
  return `<row r="${at}" ht="${14 * lines + 4}" customHeight="1">${cells.join('')}</row>`;
}

/**
 * As high as the cell that breaks into most lines: not all programs measure rows that they did not write. Without
 * `customHeight` they measure again as soon as somebody writes into the row.
 */
function rowHeight(row: readonly FormCell[], columns: readonly FormColumn[]): number {
  let most = 1;
  columns.forEach(({ width }, c) => {
    const cell = row[c];
    if (typeof cell === 'string' && (cell.length > width - 2 || cell.includes('\n')))
      most = Math.max(most, lineCount(cell, width));
  });
  return Math.min(LINE * most + 2, HIGHEST_ROW);
}

/** Lines of a text that breaks between words, or within those that are longer than a line. */
function lineCount(text: string, width: number): number {
  const fit = Math.max(4, Math.floor(width * LETTERS_PER_WIDTH));
  let count = 0;
  for (const line of text.split('\n')) {
    let used = 0;
    count++;
    for (const { length } of line.split(' ')) {
      if (used > 0 && used + 1 + length <= fit) used += 1 + length;
      else {
        if (used > 0) count++;
        count += Math.max(0, Math.ceil(length / fit) - 1);
        used = length > fit ? length % fit : length;
      }
    }
  }
  return count;
}

/** In points. */
const LINE = 12.75;
const HIGHEST_ROW = 409;
/** Letters are a little narrower than digits, of which widths are counted. */
const LETTERS_PER_WIDTH = 1.07;

function valueCell(cell: FormCell, { input, technical }: FormColumn, at: string): string {
  const dated = typeof cell === 'object' ? cell.date : undefined;
  if (dated !== undefined && isLocalDate(dated) && dated >= EARLIEST) {
    const [year = 0, month = 0, day = 0] = dated.split('-').map(Number);
    const style = input === undefined ? STYLE.date : STYLE.inputDate;
    return `<c r="${at}" s="${style}"><v>${serialOfDate({ kind: 'date', year, month, day })}</v></c>`;
  }
  const value = dated ?? (typeof cell === 'object' ? undefined : cell);
  if (typeof value === 'number') return `<c r="${at}" s="${STYLE.count}"><v>${value}</v></c>`;
  const style =
    technical === true
      ? STYLE.technical
      : input === undefined
        ? STYLE.text
        : input === 'date'
          ? STYLE.inputDate
          : STYLE.input;
  if (value !== undefined && value !== '') return textCell(value, at, style);
  return input === undefined ? '' : `<c r="${at}" s="${style}"/>`;
}

/** Spreadsheets count the days before it wrongly. */
const EARLIEST = '1900-03-01';
const LONGEST_TEXT = 32_767;

function textCell(given: string, at: string, style: number): string {
  const text = shownText(given);
  const shown = text.length > LONGEST_TEXT ? `${shownText(text.slice(0, LONGEST_TEXT - 2))}…` : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`;
}

function validations(columns: readonly FormColumn[], first: number, end: number): string {
  const rules = columns.flatMap(({ input, choices = [], error = '' }, c) => {
    const place = `${columnName(c)}${first}:${columnName(c)}${end}`;
    const message = `allowBlank="1" showErrorMessage="1" error="${escapeXml(error)}" sqref="${place}"`;
    if (input === 'choice')
      return [
        `<dataValidation type="list" ${message}><formula1>${escapeXml(`"${choices.join(',')}"`)}</formula1></dataValidation>`,
      ];
    if (input === 'date')
      return [
        `<dataValidation type="date" operator="between" ${message}><formula1>36526</formula1><formula2>73050</formula2></dataValidation>`,
      ];
    return [];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

const STYLE = {
  text: 0,
  date: 1,
  count: 2,
  header: 3,
  title: 4,
  note: 5,
  input: 6,
  inputDate: 7,
  technical: 8,
  technicalHeader: 9,
} as const;

const DATE = 164;
const XFS = [
  xf({}),
  xf({ format: DATE, align: 'horizontal="left" vertical="top"' }),
  xf({ format: 3, align: 'horizontal="left" vertical="top"' }),
  xf({ font: 1, border: 1, fill: 2, align: 'vertical="center" wrapText="1"' }),
  xf({ font: 2, align: 'vertical="top"' }),
  xf({ font: 3, align: 'vertical="top"' }),
  xf({ fill: 3, border: 2 }),
  xf({ format: DATE, fill: 3, border: 2, align: 'horizontal="left" vertical="top"' }),
  xf({ font: 4 }),
  xf({ font: 4, border: 1, fill: 2, align: 'vertical="center" wrapText="1"' }),
];

function xf({
  font = 0,
  fill = 0,
  border = 0,
  format = 0,
  align = 'vertical="top" wrapText="1"',
}: {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly format?: number;
  readonly align?: string;
}): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`;
}

const font = (more: string, size: number) =>
  `<font>${more.startsWith('<b/>') ? '<b/>' : ''}<sz val="${size}"/>${more.replace('<b/>', '')}<name val="Arial"/></font>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const hairline = '<left/><right/><top/><bottom style="hair"><color rgb="FF8C8C8C"/></bottom>';
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${DATE}" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="5">${font('', 10)}${font('<b/>', 10)}${font('<b/>', 13)}${font('<color rgb="FF595959"/>', 9)}${font('<color rgb="FF767676"/>', 8)}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('F2F2F2')}${solid('EEF4FA')}</fills><borders count="3"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF595959"/></bottom></border><border>${hairline}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${XFS.length}">${XFS.join('')}</cellXfs></styleSheet>`;
