/**
 * Plain tables, as schools and districts make them for themselves: one row a pupil, a column an item, under words of their own.
 *
 * @module
 */
import { MAX_HALF_POINTS } from '@orientir/core/assessment';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { className, isClassName } from './class-name.js';
import { headerText } from './header-text.js';
import type { ItemCode } from './item-code.js';
import { itemCodesOfHeader } from './item-code.js';
import { FULL_NAME, genericRole } from './layout-rules.js';
import { readPointCell } from './point-cell.js';
import { namesMaxima } from './row-labels.js';
import type { GroupingColumn, ItemColumn, Role, TableLayout } from './table-layout.js';

/** The columns of a plain table by its header row; absent when it is none. */
export function plainTable(
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout | undefined {
  const { hasPupil, hasUnit, isOfOurs } = headings(sheet, headers);
  if (!hasPupil || !hasUnit) return undefined;
  const under = headerUnder(sheet, cells, header);
  const whole = under ?? cells;
  // Lists of people have the same columns, but no items.
  if (!isOfOurs && itemCodesOfHeader(whole).every((code) => code === undefined)) return undefined;
  return layoutOf(sheet, whole, under === undefined ? header : header + 1, groupings);
}

/** Whether headers of a plain table tell pupils and where they belong. */
function headings({ name }: Sheet, headers: readonly string[]) {
  const roles = new Set(headers.map(genericRole));
  return {
    hasPupil: roles.has('pupil') || headers.some((text) => FULL_NAME.test(text)),
    hasUnit: roles.has('school') || roles.has('schoolName') || roles.has('class') || isClassName(name),
    hasResult: roles.has('total') || roles.has('mark') || roles.has('variant'),
    isOfOurs: headers.some((text) => PUPIL_OF_OURS.test(text)),
  };
}

/** A row of headers that lacks a column without which nobody is counted. */
export interface LackingHeader {
  /** Index in the sheet. */
  readonly header: number;
  readonly lacks: 'pupil' | 'unit' | 'both';
}

/** The first row of headers that would be those of a plain table, were there a column of pupils, or of schools or classes. */
export function lackingHeader(sheet: Sheet): LackingHeader | undefined {
  for (const [header, cells] of sheet.rows.entries()) {
    const { hasPupil, hasUnit, hasResult } = headings(sheet, cells.map(headerText));
    const items = new Set(itemCodesOfHeader(cells).flatMap((of) => of?.code ?? []));
    if (items.size < FEWEST_ITEMS || !(hasPupil || hasUnit || hasResult)) continue;
    if (hasPupil && hasUnit) return undefined;
    return { header, lacks: hasPupil ? 'unit' : hasUnit ? 'pupil' : 'both' };
  }
  return undefined;
}

/** A header of two rows, items under one title, as one; absent where the next row is no part of it. */
function headerUnder(
  { rows }: Sheet,
  cells: readonly SheetCell[],
  header: number,
): readonly SheetCell[] | undefined {
  const next = rows[header + 1] ?? [];
  const isFree = (column: number) => {
    const text = headerText(cells[column]);
    return text === '' || ITEMS_TITLE.test(text);
  };
  const isTitled = cells.some((cell) => ITEMS_TITLE.test(headerText(cell)));
  const isUnder = next.every((cell, column) => cellText(cell) === '' || isFree(column));
  if (!isTitled || !isUnder || itemCodesOfHeader(next).filter((code) => code !== undefined).length < 2)
    return undefined;
  return Array.from({ length: Math.max(cells.length, next.length) }, (_, column) =>
    isFree(column) ? next[column] : cells[column],
  );
}

function layoutOf(
  sheet: Sheet,
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout {
  const headers = cells.map(headerText);
  const roles = rolesOf(headers, groupings);
  const beside = roles.pupil?.slice(1).find((column) => headers[column] === headers[roles.pupil?.[0] ?? 0]);
  const isEmpty = (column: number) =>
    sheet.rows
      .slice(header + 1)
      .every((row) => cellText(row[column]) === '' && typeof row[column] !== 'object');
  for (const columns of Object.values(roles)) columns.sort((one, other) => +isEmpty(one) - +isEmpty(other));
  // A code tells pupils apart, a surname beside it does not.
  roles.pupil?.sort((one, other) => +CODE.test(headers[other] ?? '') - +CODE.test(headers[one] ?? ''));
  return {
    name: 'generic',
    header,
    roles,
    ...itemsOf(sheet, cells, header, groupings),
    groupings,
    itemsByPosition: false,
    unknown: [],
    ...(roles.class === undefined && isClassName(sheet.name) ? { classOfSheet: className(sheet.name) } : {}),
    ...(beside === undefined ? {} : { beside: { column: beside, header: cellText(cells[beside]) } }),
  };
}

function rolesOf(
  headers: readonly string[],
  groupings: readonly GroupingColumn[],
): Partial<Record<Role, number[]>> {
  const roles: Partial<Record<Role, number[]>> = {};
  for (const [column, text] of headers.entries()) {
    const role = genericRole(text);
    if (role === undefined || role === 'ignored' || groupings.some((of) => of.column === column)) continue;
    const there = roles[role];
    if (there === undefined) roles[role] = [column];
    else there.push(column);
  }
  // Where schools have no codes their names tell them apart, and names of pupils likewise.
  if (roles.school === undefined && roles.schoolName !== undefined) roles.school = roles.schoolName;
  const named = headers.findIndex((text) => FULL_NAME.test(text));
  if (roles.pupil === undefined && named !== -1) roles.pupil = [named];
  return roles;
}

/** Columns of items, and of such as may be some. */
function itemsOf(
  sheet: Sheet,
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): Pick<TableLayout, 'items' | 'doubtful'> {
  const candidates = cells.map((cell, column) =>
    genericRole(headerText(cell)) !== undefined || groupings.some((of) => of.column === column)
      ? undefined
      : cell,
  );
  const codes = itemCodesOfHeader(candidates);
  const maxima = maximaBeside(sheet, header, codes);
  const numbered: ItemColumn[] = [];
  const named: ItemColumn[] = [];
  const others: ItemColumn[] = [];
  for (const [column, cell] of candidates.entries()) {
    const text = cellText(cell);
    if (text === '') continue;
    const code = codes[column];
    const maxPoints = code?.maxPoints ?? maxima?.[column];
    const item = { column, code: text, ...code, ...(maxPoints === undefined ? {} : { maxPoints }) };
    if (code !== undefined) numbered.push(item);
    else if (holdsPoints(sheet, header, column)) named.push(item);
    else others.push(item);
  }
  // Beside numbers a word is an item only if the description says so: it may as well be a place in a list.
  if (numbered.length >= FEWEST_NUMBERED) return { items: numbered, doubtful: [...named, ...others] };
  const items = [...numbered, ...named];
  // Where no column looks like an item, people should hear what is wrong with their cells.
  return items.length > 0 ? { items, doubtful: others } : { items: others, doubtful: [] };
}

/** Maxima from a row of them right above or below the header, by column. */
function maximaBeside(
  { rows }: Sheet,
  header: number,
  codes: readonly (ItemCode | undefined)[],
): readonly (number | undefined)[] | undefined {
  const row = [header + 1, header + 2, header - 1]
    .map((at) => rows[at] ?? [])
    .find((cells) =>
      cells.some((cell, column) => codes[column] === undefined && namesMaxima(cellText(cell))),
    );
  return row?.map((cell) => {
    const read = readPointCell(cell);
    return read.kind === 'points' && read.points > 0 && isWithinReach(read.points) ? read.points : undefined;
  });
}

/** Whether at least half of the first cells that are filled are points, or say why there are none; also where none is. */
function holdsPoints({ rows }: Sheet, header: number, column: number): boolean {
  let filled = 0;
  let points = 0;
  for (const row of rows.slice(header + 1)) {
    const cell = row[column];
    if (cell === undefined || (typeof cell !== 'object' && cellText(cell) === '')) continue;
    filled++;
    const read = readPointCell(cell);
    const isResult = read.kind === 'state' || (read.kind === 'points' && isWithinReach(read.points));
    // An error is one of the item, and to be told.
    if (isResult || (typeof cell === 'object' && cell.kind !== 'date')) points++;
  }
  return points * 2 >= filled;
}

function isWithinReach(points: number): boolean {
  return points * 2 <= MAX_HALF_POINTS && Number.isInteger(points * 2);
}

const FEWEST_ITEMS = 3;
const FEWEST_NUMBERED = 2;
/** As our own form says it: then items may be called anything. */
const PUPIL_OF_OURS = /^(pupil|ученик|код ученика)$/;
const CODE = /^(код|№|номер|id|pupil)/;
const ITEMS_TITLE = /^(?:номера? )?задани[яей]$|^баллы? за |^результаты?/;
