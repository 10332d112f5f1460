/**
 * A table of measures with its columns understood.
 *
 * @module
 */
import type { PlanColumn, PlanField } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import type { DocumentRow, DocumentTable } from '../../document/index.js';
import { columnName } from '../../sheet.js';
import { headerKey, headerRole } from './header-role.js';
import type { ColumnRole } from './header-synonyms.js';
import { isRowNumber, leadingNumber } from './leading-number.js';
import type { PlanPlace } from './plan-issue.js';
import type { PlanIssueLog } from './plan-issue-log.js';
import type { HeaderColumn, TableHeader } from './table-header.js';
import { columnAt, fieldNamed, isOwnSheet, NAMING } from './table-header.js';

export interface PlanTable {
  readonly table: DocumentTable;
  readonly header: TableHeader;
  readonly roles: ReadonlySet<ColumnRole>;
  /** Where its rows are. */
  readonly place: PlanPlace;
  /** Whether it comes from a sheet, where blank cells are left out. */
  readonly sheet: boolean;
  /** Whether dates and sections have columns of our own making, which repeat in every row. */
  readonly own: boolean;
  /** Whether measures are bold as a rule, so that bold marks no heading. */
  readonly bold: boolean;
  /** Whether measures have numbers. */
  readonly numbered: boolean;
  /** Whether numbers stand in front of the texts. */
  readonly numbersInText: boolean;
}

/** Settles which column is what, now that all of them are known. */
export function planTable(
  table: DocumentTable,
  found: TableHeader,
  { file, sheet }: { readonly file: string; readonly sheet: boolean },
): PlanTable {
  const header = found.marked ? found : { ...found, columns: settledColumns(found.columns) };
  const roles = new Set(header.columns.flatMap(({ role }) => (role === undefined ? [] : [role])));
  const rows = table.rows.slice(header.end, header.end + SAMPLE);
  const place = {
    file,
    ...(table.name === undefined ? {} : { sheet: table.name }),
    table: table.index,
  };
  const numbersInText = !roles.has('number') && share(rows, (row) => textHasNumber(row, header)) > 0.4;
  return {
    table,
    header,
    roles,
    place,
    sheet,
    own: isOwnSheet(header),
    bold: share(rows, (row) => hasBoldText(row, header)) > 0.5,
    numbered: numbersInText || rows.some((row) => hasNumber(row, header)),
    numbersInText,
  };
}

/**
 * The columns of a table as the plan keeps them. Of a sheet of our own only fields that have texts, by their words: what
 * else stands there is made out of them.
 */
export function planColumns({ header, own, table }: PlanTable): readonly PlanColumn[] {
  return header.columns.flatMap(({ role, header: text, column }): PlanColumn[] => {
    if (text === '' || role === 'id' || role === 'parent' || role === 'kind') return [];
    const field = fieldOf(role);
    if (!own) return [field === undefined ? { header: text } : { header: text, field }];
    if (field === undefined || field !== role || headerRole(text)?.exact !== true) return [];
    const has = table.rows
      .slice(header.end)
      .some(({ cells }) => cells.some((cell) => cell.column === column && cell.text !== ''));
    return has || ALWAYS.has(field) ? [{ header: text === field ? PLAN_FIELDS[field].ru : text, field }] : [];
  });
}

/** The field of the plan that a column fills. */
export function fieldOf(role: ColumnRole | undefined): PlanField | undefined {
  if (role === 'start' || role === 'end') return 'deadline';
  return role === undefined ? undefined : fieldNamed(role);
}

/** Says which columns were not understood, and which were joined. */
export function reportColumns({ header, place, table, own }: PlanTable, log: PlanIssueLog): void {
  if (own || header.marked) return;
  const row = table.rows[header.start]?.row ?? 1;
  const byRole = new Map<ColumnRole, HeaderColumn[]>();
  for (const column of header.columns) {
    const at = { ...place, row, column: columnName(column.column) };
    const { role, header: text } = column;
    if (role === undefined) {
      if (text !== '')
        log.add({ ...at, code: 'column-unknown', severity: 'warning', parameters: { header: text } });
      continue;
    }
    byRole.set(role, [...(byRole.get(role) ?? []), column]);
    const key = headerKey(text);
    if (WHEN.test(key) && WHO.test(key))
      log.add({ ...at, code: 'column-two-meanings', severity: 'warning', parameters: { header: text } });
  }
  for (const [role, columns] of byRole) {
    if (columns.length < 2 || role === 'section' || role === 'status') continue;
    const headers = columns.map(({ header: text }) => `«${text}»`).join(', ');
    log.add({ ...place, row, code: 'columns-joined', severity: 'warning', parameters: { headers } });
  }
}

function settledColumns(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const names = NAMING.find(has);
  const naming =
    names === 'section'
      ? columns.filter(({ role }) => role === names).slice(-1)
      : columns.filter(({ role }) => role === names);
  const ends = ([{ role: 'start' }, { role: 'end' }] as const).filter(({ role }) => has(role));
  const sureText = columns.some(isSureText);
  return columns.map((column) => {
    if (names !== 'text' && naming.includes(column)) return { ...column, role: 'text' };
    if (sureText && column.role === 'text' && !isSureText(column)) return withoutRole(column);
    const lone = !has('deadline') && ends.length === 1 && ends[0]?.role === column.role;
    return lone ? { ...column, role: 'deadline' } : column;
  });
}

/** «Формы работы» beside «Мероприятия» names no measure. */
function isSureText({ role, header }: HeaderColumn): boolean {
  return role === 'text' && headerRole(header)?.exact === true;
}

function withoutRole({ column, columns, header }: HeaderColumn): HeaderColumn {
  return { column, columns, header };
}

function share(rows: readonly DocumentRow[], is: (row: DocumentRow) => boolean): number {
  const full = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  return full.length === 0 ? 0 : full.filter(is).length / full.length;
}

function hasBoldText({ cells }: DocumentRow, header: TableHeader): boolean {
  return cells.some((cell) => cell.bold && isNaming(header.columns[columnAt(header, cell.column)]?.role));
}

function textHasNumber({ cells }: DocumentRow, header: TableHeader): boolean {
  return cells.some(
    (cell) =>
      isNaming(header.columns[columnAt(header, cell.column)]?.role) &&
      (cell.number !== undefined || leadingNumber(cell.text) !== undefined),
  );
}

function hasNumber({ cells }: DocumentRow, header: TableHeader): boolean {
  return cells.some(
    (cell) =>
      header.columns[columnAt(header, cell.column)]?.role === 'number' &&
      (isRowNumber(cell.text) || (cell.text === '' && cell.number !== undefined)),
  );
}

function isNaming(role: ColumnRole | undefined): boolean {
  return role === 'text' || role === 'recommendation';
}

/** Columns that every plan has. */
const ALWAYS: ReadonlySet<PlanField> = new Set<PlanField>(['number', 'text', 'deadline', 'responsible']);
const SAMPLE = 300;
const WHEN = /(?<![а-я])(?:срок|дат[аы](?![а-я]))/u;
const WHO = /(?<![а-я])(?:ответственн(?:ые|ый|ое)|исполнител)/u;
