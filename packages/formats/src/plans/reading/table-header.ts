/**
 * The header of a table of measures: which column is what.
 *
 * @module
 */
import type { PlanField } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import type { DocumentCell, DocumentRow, DocumentTable } from '../../document/index.js';
import { PLAN_ATTRIBUTES, PLAN_MARK, PLAN_SHEET_COLUMNS } from '../plan-attributes.js';
import { headerKey, headerRole } from './header-role.js';
import type { ColumnRole } from './header-synonyms.js';
import { isRowNumber } from './leading-number.js';
import { plainText } from './plain-text.js';
import { endsSentence } from './sentence-shape.js';

export interface HeaderColumn {
  /** First column of the grid, from 0, and how many it covers. */
  readonly column: number;
  readonly columns: number;
  /** As printed, on one line; of two header rows both texts. */
  readonly header: string;
  readonly role?: ColumnRole;
}

export interface TableHeader {
  readonly columns: readonly HeaderColumn[];
  /** Index of the first row below. */
  readonly end: number;
  /** Index of its first row. */
  readonly start: number;
  /** Columns of the grid. */
  readonly width: number;
  /** Its rows as they look where they are repeated. */
  readonly looks: ReadonlySet<string>;
  /** Whether the document says itself what its columns are. */
  readonly marked: boolean;
}

/** Whether a table says that it is a plan. */
export function isMarkedPlan({ attributes }: DocumentTable): boolean {
  return attributes.get(PLAN_ATTRIBUTES.table.mark) === PLAN_MARK;
}

/**
 * Finds the header among the first rows; absent when the table is no plan.
 *
 * A plan has a column that names measures and one more of its columns. Where the two are known only by stems, the row
 * must be the first, or the file must say that it is a header.
 */
export function tableHeader(table: DocumentTable): TableHeader | undefined {
  const { rows } = table;
  if (isMarkedPlan(table)) {
    const at = rows.findIndex(({ cells }) => cells.some(({ attributes }) => attributes.has(FIELD)));
    if (at >= 0) return markedHeader(rows, at);
  }
  const last = Math.min(rows.length, MOST_ROWS_ABOVE);
  for (let start = 0; start < last; start++) {
    const row = rows[start];
    if (row === undefined || row.cells.length < 2) continue;
    const depth = depthOf(rows, start);
    const columns = columnsOf(rows.slice(start, start + depth));
    if (isPlanHeader(columns, { first: start === 0, header: row.header }))
      return headerOf(rows, { start, end: start + depth, columns, marked: false });
  }
  return undefined;
}

/** The column of a header in which a cell stands. */
export function columnAt(header: TableHeader, column: number): number {
  const { columns } = header;
  let low = 0;
  let high = columns.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = columns[middle];
    if (at === undefined) return -1;
    if (column < at.column) high = middle - 1;
    else if (column >= at.column + at.columns) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** A row as it is compared with a header. */
export function lookOf({ cells }: DocumentRow): string {
  return cells.flatMap(({ text }) => (text === '' ? [] : [headerKey(text)])).join('|');
}

/** The same header for a table that goes on without one; absent where it does not fit. */
export function continuedHeader(header: TableHeader, { rows }: DocumentTable): TableHeader | undefined {
  const sample = rows.slice(0, 200);
  const most = sample.reduce((width, { cells }) => Math.max(width, cells.length), 0);
  const width = sample.reduce((far, { cells }) => Math.max(far, endOf(cells.at(-1))), 0);
  const full = sample.find(({ cells }) => cells.length === header.columns.length);
  const continued = { start: 0, end: 0, looks: header.looks, marked: false };
  if (most === header.columns.length && full !== undefined) {
    const columns = header.columns.map((column, i) => {
      const cell = full.cells[i];
      return cell === undefined ? column : { ...column, column: cell.column, columns: cell.columns };
    });
    return { ...continued, columns, width: endOf(columns.at(-1)) };
  }
  if (width === header.width && most > 1) return { ...continued, columns: header.columns, width };
  if (most < 2 || width > header.width) return undefined;
  return beginsWithNumbers(sample)
    ? { ...continued, columns: header.columns, width: header.width }
    : undefined;
}

function beginsWithNumbers(rows: readonly DocumentRow[]): boolean {
  const firsts = rows.flatMap(({ cells }) => {
    const first = cells.find(({ column }) => column === 0);
    return first === undefined ? [] : [first];
  });
  const numbers = firsts.filter(
    ({ text, number }) => isRowNumber(text) || (text === '' && number !== undefined),
  );
  return numbers.length > 0 && 2 * numbers.length >= firsts.length;
}

function markedHeader(rows: readonly DocumentRow[], start: number): TableHeader {
  const cells = rows[start]?.cells ?? [];
  const columns = cells.map(({ column, columns: span, text, attributes }): HeaderColumn => {
    const named = attributes.get(FIELD);
    const role = named === undefined ? undefined : fieldNamed(named);
    const header = plainText(text);
    return role === undefined ? { column, columns: span, header } : { column, columns: span, header, role };
  });
  return headerOf(rows, { start, end: start + 1, columns, marked: true });
}

/** A field by its code. */
export function fieldNamed(code: string): PlanField | undefined {
  return isField(code) ? code : undefined;
}

function isField(code: string): code is PlanField {
  return Object.hasOwn(PLAN_FIELDS, code);
}

function headerOf(
  rows: readonly DocumentRow[],
  { start, end, columns, marked }: Pick<TableHeader, 'start' | 'end' | 'columns' | 'marked'>,
): TableHeader {
  const own = rows.slice(start, end);
  return {
    columns,
    start,
    end,
    marked,
    width: own.reduce((width, { cells }) => Math.max(width, endOf(cells.at(-1))), 0),
    looks: new Set(own.map(lookOf).filter((look) => look !== '')),
  };
}

function endOf(cell: { readonly column: number; readonly columns: number } | undefined): number {
  return cell === undefined ? 0 : cell.column + cell.columns;
}

/** Rows that a header has: as many as its tallest cell, or two where texts stand below a cell over several columns. */
function depthOf(rows: readonly DocumentRow[], start: number): number {
  const cells = rows[start]?.cells ?? [];
  const tallest = cells.reduce((most, cell) => Math.max(most, cell.rows), 1);
  if (tallest > 1) return Math.min(tallest, MOST_HEADER_ROWS);
  const below = rows[start + 1]?.cells.filter(({ text }) => text !== '') ?? [];
  const wide = cells.filter(({ columns, text }) => columns > 1 && text !== '');
  const divided = wide.some((cell) => below.filter((each) => isBelow(each, cell)).length > 1);
  return divided && below.every((each) => wide.some((cell) => isBelow(each, cell)) && !isRowNumber(each.text))
    ? 2
    : 1;
}

function isBelow(cell: DocumentCell, above: DocumentCell): boolean {
  return cell.column >= above.column && endOf(cell) <= endOf(above);
}

/** The leaves of a header: the cells of the last row that has them, with the texts above. */
function columnsOf(rows: readonly DocumentRow[]): readonly HeaderColumn[] {
  const starts = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) starts.add(column);
  const width = rows.reduce((far, { cells }) => Math.max(far, endOf(cells.at(-1))), 0);
  const edges = [...starts].sort((one, other) => one - other).slice(0, MOST_COLUMNS);
  return edges.map((column, i): HeaderColumn => {
    const columns = (edges[i + 1] ?? width) - column;
    const texts = rows.flatMap(({ cells }) => {
      const cell = cells.find((each) => each.column <= column && column < endOf(each));
      return cell === undefined || cell.text === '' ? [] : [cell.text];
    });
    const role = headerRole(texts.join(' '))?.role;
    const header = plainText(texts.map(withoutBreaks).join(' '));
    return role === undefined ? { column, columns, header } : { column, columns, header, role };
  });
}

/** A word that was parted at the end of a line in a narrow column. */
function withoutBreaks(text: string): string {
  return text.replace(/(\p{L})-\s*\n\s*(?=\p{L})/gu, '$1');
}

function isPlanHeader(
  columns: readonly HeaderColumn[],
  { first, header }: { readonly first: boolean; readonly header: boolean },
): boolean {
  const named = columns.filter((column) => column.header !== '');
  if (named.length < 2 || named.some(isSentence)) return false;
  const roles = new Set(named.flatMap(({ role }) => (role === undefined ? [] : [role])));
  const names = NAMING.find((role) => roles.has(role));
  if (names === undefined) return false;
  const known = named.filter((column) => headerRole(column.header)?.exact === true);
  const exact = known.length;
  const others = [...roles].filter((role) => role !== names);
  if (others.length === 0) return false;
  if (others.every((role) => !TELLING.has(role))) {
    const both = exact === named.length && named.length > 1;
    return both && others.includes('number') && (names === 'text' || names === 'recommendation');
  }
  return first || header || exact > 1 || known.some(({ role }) => role === names);
}

function isSentence({ header }: HeaderColumn): boolean {
  return (
    header.length > LONGEST_HEADER || (header.length > 60 && endsSentence(header) && !header.endsWith('.)'))
  );
}

/** Roles that name measures, the surest first. */
export const NAMING: readonly ColumnRole[] = ['text', 'recommendation', 'solution', 'section'];

/** Roles beside the name of a measure that make a table a plan. */
const TELLING: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'deadline',
  'responsible',
  'result',
  'indicator',
  'risks',
  'situation',
  'solution',
  'status',
  'start',
  'end',
]);

/** Whether a table is a sheet of our own: beside the deadline as it is written stand its days. */
export function isOwnSheet({ columns }: TableHeader): boolean {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  return has('deadline') && columns.some(isOwnDay);
}

function isOwnDay({ role, header }: HeaderColumn): boolean {
  return (role === 'start' || role === 'end') && OWN_DAYS.has(header);
}

const OWN_DAYS: ReadonlySet<string> = new Set([
  PLAN_SHEET_COLUMNS.start,
  PLAN_SHEET_COLUMNS.end,
  'Start',
  'End',
  'start',
  'end',
]);

const FIELD = PLAN_ATTRIBUTES.header.field;
const MOST_ROWS_ABOVE = 40;
const MOST_HEADER_ROWS = 4;
const MOST_COLUMNS = 200;
const LONGEST_HEADER = 250;
