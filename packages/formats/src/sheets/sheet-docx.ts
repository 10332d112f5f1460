/**
 * A sheet as a Word document: one page of A4.
 *
 * @module
 */
import { chartRelation, docxPackage, FOOTER } from '../plans/writing/docx/docx-package.js';
import { cell, escapeWord, paragraph } from '../plans/writing/docx/wordprocessing.js';
import { radarChartParagraph, radarChartPart } from './radar-chart.js';
import type { SheetList, SheetModel, SheetTable } from './sheet-model.js';

/** A document (.docx, A4 upright). Same sheet, same bytes. */
export function sheetDocx(sheet: SheetModel): Uint8Array {
  const tables = [...(sheet.table === undefined ? [] : [sheet.table]), ...(sheet.moreTables ?? [])];
  const charts: string[] = [];
  const body = [
    ...(sheet.warning === undefined ? [] : [boxed(sheet.warning)]),
    line(sheet.title, { points: 13, isBold: true, after: 60 }),
    line(sheet.facts, { points: 9.5, after: 100 }),
    ...sheet.sentences.map((text) => line(text, { after: 40 })),
    ...tables.flatMap((table) => [
      heading(table.heading),
      tableOf(table),
      ...pictureOf(table, charts),
      ...table.notes.map((text) => line(text, { points: 8.5, before: 40 })),
    ]),
    ...listOf(sheet.discuss),
    ...(sheet.more ?? []).flatMap(listOf),
    ...listOf(sheet.next),
    ...sheet.notes.map((text, i) => line(text, { points: 8.5, before: i === 0 ? 120 : 20 })),
    SECTION,
  ];
  return docxPackage({
    language: sheet.language,
    title: sheet.title,
    body: body.join(''),
    footer: line(sheet.foot, { points: 8.5 }),
    charts,
  });
}

/** The chart under its table, with its legend; adds its part to the others. */
function pictureOf({ columns, picture }: SheetTable, charts: string[]): readonly string[] {
  if (picture === undefined) return [];
  const [, own, others] = columns;
  charts.push(radarChartPart(picture.radar, [own?.header ?? '', others?.header ?? '']));
  return [
    radarChartParagraph(chartRelation(charts.length - 1), picture.legend),
    line(picture.legend, { points: 8.5 }),
  ];
}

/** 21 × 29.7 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const SIDE = 964;
const WIDTH = PAGE.width - 2 * SIDE;
const SECTION = `<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER}"/><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/><w:pgMar w:top="737" w:right="${SIDE}" w:bottom="737" w:left="${SIDE}" w:header="397" w:footer="397" w:gutter="0"/></w:sectPr>`;

interface LineOptions {
  /** @defaultValue 10 */
  readonly points?: number;
  readonly isBold?: boolean;
  /** In twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  /** Hanging dash of a list. */
  readonly isItem?: boolean;
  readonly keepsNext?: boolean;
}

function line(
  text: string,
  { points = 10, isBold = false, before = 0, after = 0, isItem = false, keepsNext = false }: LineOptions = {},
): string {
  const size = Math.round(points * 2);
  const run = `<w:r><w:rPr>${isBold ? '<w:b/><w:bCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>${isItem ? '<w:t>–</w:t><w:tab/>' : ''}<w:t xml:space="preserve">${escapeWord(text)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/>${keepsNext ? '<w:keepNext/>' : ''}<w:spacing w:before="${before}" w:after="${after}"/>${isItem ? '<w:ind w:left="227" w:hanging="227"/>' : ''}</w:pPr>${run}</w:p>`;
}

/** A framed line. */
function boxed(text: string): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="8" w:space="4" w:color="auto"/>`;
  const border = `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:pBdr>`;
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/>${border}<w:spacing w:before="0" w:after="160"/><w:ind w:left="113" w:right="113"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr><w:t xml:space="preserve">${escapeWord(text)}</w:t></w:r></w:p>`;
}

function heading(text: string): string {
  return line(text, { isBold: true, before: 120, after: 30, keepsNext: true });
}

function listOf({ heading: title, about = [], items }: SheetList): readonly string[] {
  return items.length === 0
    ? []
    : [
        heading(title),
        ...about.map((text) => line(text, { after: 40, keepsNext: true })),
        ...items.map((text) => line(text, { isItem: true, after: 20 })),
      ];
}

function tableOf({ heading: caption, columns, rows }: SheetTable): string {
  const widths = widthsOf(columns);
  const cells = (texts: readonly string[], styleOf: (isNumber: boolean) => string) =>
    texts
      .map((text, c) => cell(paragraph(text, styleOf(columns[c]?.isNumber === true)), widths[c] ?? 0))
      .join('');
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(
    columns.map(({ header }) => header),
    () => 'PlanHeader',
  )}</w:tr>`;
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, (isNumber) => (isNumber ? 'PlanNumber' : 'PlanCell'))}</w:tr>`,
  );
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable9"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escapeWord(caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`;
}

/** With or without the column of works; the section takes what is left. */
function widthsOf(columns: SheetTable['columns']): readonly number[] {
  const own = columns.map(({ width = 0 }) => width);
  const all = own.reduce((sum, width) => sum + width, 0);
  if (all > 0) return own.map((width) => Math.floor((width / all) * WIDTH));
  const numbers = [950, 1150, 1150, 1550];
  const [work, items] = [1750, 1550];
  const first = columns.length > 6 ? [work] : [];
  const taken = [...first, items, ...numbers].reduce((sum, width) => sum + width, 0);
  return [...first, WIDTH - taken, items, ...numbers];
}
