/**
 * A document taken apart: tables of measures, and the text around them.
 *
 * @module
 */
import type { DocumentContent, DocumentTable } from '../../document/index.js';
import type { PlanTable } from './plan-table.js';
import { planTable } from './plan-table.js';
import { isSignatureLine } from './signature-line.js';
import { startsStamp } from './stamp-words.js';
import type { TableHeader } from './table-header.js';
import { continuedHeader, isMarkedPlan, isOwnSheet, tableHeader } from './table-header.js';
import type { TextLine } from './text-line.js';
import { linesOfParagraph, linesOfRows } from './text-line.js';

export type DocumentPart =
  | { readonly kind: 'table'; readonly table: PlanTable }
  | { readonly kind: 'line'; readonly line: TextLine };

export interface DocumentParts {
  /** In the order of the document. */
  readonly parts: readonly DocumentPart[];
  /** Tables with data that are no plan. */
  readonly leftOut: readonly DocumentTable[];
  /** Caption of the first plan, or the name of its sheet. */
  readonly caption?: string;
}

/**
 * Finds the tables of measures. Tables that the document marks are the only ones, and so are sheets of our own;
 * otherwise, where some have deadlines or responsible parties, those without are none. A table without header goes on
 * with the one before it.
 */
export function documentParts(content: DocumentContent, file: string): DocumentParts {
  const sheet = content.format === 'xlsx' || content.format === 'csv';
  const found = tablesOf(content);
  const parts: DocumentPart[] = [];
  const leftOut: DocumentTable[] = [];
  let caption: string | undefined;
  let paragraph = 0;
  for (const block of content.blocks) {
    if (block.kind === 'paragraph') {
      paragraph++;
      addLines(parts, linesOfParagraph(block, paragraph));
      continue;
    }
    const header = found.get(block);
    if (header !== undefined) {
      addLines(parts, linesOfRows(block, header.start, paragraph));
      parts.push({ kind: 'table', table: planTable(block, header, { file, sheet }) });
      caption ??= block.caption ?? block.name;
    } else if (isFrame(block)) addLines(parts, linesOfRows(block, block.rows.length, paragraph));
    else leftOut.push(block);
  }
  return { parts, leftOut, ...(caption === undefined ? {} : { caption }) };
}

function addLines(parts: DocumentPart[], lines: readonly TextLine[]): void {
  for (const line of lines) if (!isSignatureLine(line.text)) parts.push({ kind: 'line', line });
}

function tablesOf({ blocks }: DocumentContent): ReadonlyMap<DocumentTable, TableHeader> {
  const found = new Map<DocumentTable, TableHeader>();
  const marked = blocks.some((block) => block.kind === 'table' && isMarkedPlan(block));
  let before: TableHeader | undefined;
  let beforeSheet: string | undefined;
  let between = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      between += block.text.length;
      continue;
    }
    if (marked && !isMarkedPlan(block)) continue;
    const own = tableHeader(block);
    const goesOn = before !== undefined && between < MOST_TEXT_BETWEEN && block.name === beforeSheet;
    const header =
      own ??
      (goesOn && before !== undefined && !hasStamps(block) ? continuedHeader(before, block) : undefined);
    if (header === undefined) continue;
    found.set(block, header);
    before = header;
    beforeSheet = block.name;
    between = 0;
  }
  const own = new Map([...found].filter(([, header]) => isOwnSheet(header)));
  if (own.size > 0) return own;
  const sure = new Map([...found].filter(([, header]) => header.marked || header.columns.some(isSure)));
  return sure.size === 0 ? found : sure;
}

function isSure({ role }: TableHeader['columns'][number]): boolean {
  return role === 'deadline' || role === 'responsible' || role === 'start' || role === 'end';
}

/** Whether a table only arranges text: one row or column, or stamps side by side. */
function isFrame(table: DocumentTable): boolean {
  const widest = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return widest <= 1 || table.rows.length <= 1 || hasStamps(table);
}

function hasStamps({ rows }: DocumentTable): boolean {
  return (
    rows.length <= MOST_STAMP_ROWS && rows.some(({ cells }) => cells.some(({ text }) => startsStamp(text)))
  );
}

const MOST_TEXT_BETWEEN = 400;
const MOST_STAMP_ROWS = 12;
