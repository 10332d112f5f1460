import type { RoadMap } from '@orientir/core/road-map';
import { bookmarkName } from '../../bookmark-name.js';
import type { PrintedColumn } from '../plan-columns.js';
import { planRows, sectionText } from '../plan-rows.js';
import { columnWidths } from './column-widths.js';
import { tableSize } from './table-size.js';
import { cell, escapeWord, paragraphs } from './wordprocessing.js';

interface TableOptions {
  readonly columns: readonly PrintedColumn[];
  /** In twentieths of a point. */
  readonly width: number;
  /** What the table is called for those who do not see it. */
  readonly caption: string;
}

/** The table of measures: its header comes again on each page, rows stay whole as long as they are not very high. */
export function measureTable(plan: RoadMap, { columns, width, caption }: TableOptions): string {
  const { points, padding, style } = tableSize(columns.length);
  const letter = points * LETTER;
  const texts = plan.measures.map((measure) => columns.map(({ textOf }) => textOf(measure)));
  const widths = columnWidths(
    columns.map(({ header, field }, c) => ({ header, field, texts: texts.map((row) => row[c] ?? '') })),
    { total: width, letter, padding },
  );
  const rows: string[] = [row(headerCells(columns, widths), '<w:cantSplit/><w:tblHeader/>')];
  let measures = 0;
  for (const each of planRows(plan)) {
    if (each.kind === 'section') {
      const heading = paragraphs(sectionText(each.section), 'PlanSection');
      rows.push(row(cell(heading, width, columns.length), '<w:cantSplit/>'));
      continue;
    }
    const cells = texts[measures] ?? [];
    const mark = bookmark(each.measure.id, measures);
    const whole = linesOf(cells, widths, { letter, padding }) <= MOST_LINES_TOGETHER;
    rows.push(row(measureCells(columns, cells, widths, mark), whole ? '<w:cantSplit/>' : ''));
    measures++;
  }
  if (rows.length === 1) rows.push(row(measureCells(columns, [], widths, ''), ''));
  const grid = widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escapeWord(caption.slice(0, 250).trim())}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** Mean width of a letter of Times in twentieths of a point, for each point of its size. */
const LETTER = 10;
/** A row higher than about half a page may break: kept whole it would leave pages half empty. */
const MOST_LINES_TOGETHER = 18;
const MOST_WHOLE_HEADERS = 11;

function row(cells: string, properties: string): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}

function headerCells(columns: readonly PrintedColumn[], widths: readonly number[]): string {
  // With more columns there is no room for whole words.
  const properties = columns.length > MOST_WHOLE_HEADERS ? '' : '<w:suppressAutoHyphens/>';
  return columns
    .map(({ header }, c) => cell(paragraphs(header, 'PlanHeader', { properties }), widths[c] ?? 0))
    .join('');
}

function measureCells(
  columns: readonly PrintedColumn[],
  texts: readonly string[],
  widths: readonly number[],
  mark: string,
): string {
  return columns
    .map(({ field }, c) => {
      const style = field === 'number' ? 'PlanNumber' : 'PlanCell';
      const content = paragraphs(texts[c] ?? '', style, c === 0 ? { before: mark } : {});
      return cell(content, widths[c] ?? 0);
    })
    .join('');
}

function bookmark(id: string, number: number): string {
  const name = bookmarkName(id);
  return name === undefined
    ? ''
    : `<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`;
}

function linesOf(
  texts: readonly string[],
  widths: readonly number[],
  { letter, padding }: { readonly letter: number; readonly padding: number },
): number {
  return texts.reduce((most, text, c) => {
    const fit = Math.max(1, Math.floor(((widths[c] ?? 0) - padding) / letter));
    let lines = 0;
    for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / fit));
    return Math.max(most, lines);
  }, 0);
}
