/**
 * Which column of a table of results holds what.
 *
 * @module
 */
import type { ItemLevel } from '@orientir/core/assessment';
import { MAX_HALF_POINTS } from '@orientir/core/assessment';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { headerText } from './header-text.js';
import { itemCodesOfHeader } from './item-code.js';
import type { LayoutRule } from './layout-rules.js';
import { FULL_NAME, genericRole, IGNORED, isPersonal, RULES } from './layout-rules.js';
import { readPointCell } from './point-cell.js';
import type { GroupingColumn, ItemColumn, Role, TableLayout } from './table-layout.js';
import { ROLES } from './table-layout.js';

/** The columns of a table of results by its header row; absent when it is none. */
export function responseLayout(
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  grouped: ReadonlySet<string>,
): TableLayout | undefined {
  const groupings = groupingColumns(headers, cells, grouped);
  const rule = RULES.find((each) => each.matches(headers));
  if (rule !== undefined) return layoutByRule(rule, sheet, headers, cells, header, groupings);
  const { hasPupil, hasUnit, isPlain } = genericHeadings(headers);
  // Lists of people have the same columns, but no items.
  return hasPupil && hasUnit && (isPlain || itemCodesOfHeader(cells).some((code) => code !== undefined))
    ? genericLayout(sheet, headers, cells, header, groupings)
    : undefined;
}

/** Whether headers of a plain table tell pupils and where they belong. */
function genericHeadings(headers: readonly string[]) {
  const roles = new Set(headers.map(genericRole));
  return {
    hasPupil: roles.has('pupil') || headers.some((text) => FULL_NAME.test(text)),
    hasUnit: roles.has('school') || roles.has('schoolName') || roles.has('class'),
    hasResult: roles.has('total') || roles.has('mark') || roles.has('variant'),
    isPlain: headers.some((text) => PLAIN_PUPIL.test(text)),
  };
}

/** A row of headers that lacks a column without which nobody is counted. */
export interface LackingHeader {
  /** Index in the sheet. */
  readonly header: number;
  readonly lacks: 'pupil' | 'unit' | 'both';
}

/** The first row of headers that would be those of a plain table, were there a column of pupils, or of schools or classes. */
export function lackingHeader({ rows }: Sheet): LackingHeader | undefined {
  for (const [header, cells] of rows.entries()) {
    const { hasPupil, hasUnit, hasResult } = genericHeadings(cells.map(headerText));
    const items = new Set(itemCodesOfHeader(cells).flatMap((of) => of?.code ?? []));
    if (items.size < FEWEST_ITEMS || !(hasPupil || hasUnit || hasResult)) continue;
    if (hasPupil && hasUnit) return undefined;
    return { header, lacks: hasPupil ? 'unit' : hasUnit ? 'pupil' : 'both' };
  }
  return undefined;
}

const FEWEST_ITEMS = 3;
/** As our own form says it: then items may be called anything. */
const PLAIN_PUPIL = /^(pupil|ученик|код ученика)$/;

function layoutByRule(
  rule: LayoutRule,
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout {
  const roles: Partial<Record<Role, number[]>> = {};
  const candidates = cells.map((cell, column): SheetCell => {
    if (groupings.some((of) => of.column === column)) return undefined;
    const text = headers[column] ?? '';
    for (const role of ROLES) {
      if (rule.roles[role]?.test(text)) {
        addColumn(roles, role, column);
        return undefined;
      }
    }
    if (rule.item === undefined) return cell;
    return rule.item.exec(text)?.[1];
  });
  const codes = itemCodesOfHeader(candidates);
  const levels = sheet.rows[header - 1] ?? [];
  const items = codes.flatMap((code, column): ItemColumn[] => {
    if (code === undefined) return [];
    const level = LEVELS.get(headerText(levels[column]));
    return [{ column, ...code, ...(level === undefined ? {} : { level }) }];
  });
  const taken = new Set([
    ...items.map((item) => item.column),
    ...Object.values(roles).flat(),
    ...groupings.map((of) => of.column),
  ]);
  const title = titleOf(sheet, header);
  return {
    name: rule.name,
    header,
    roles,
    items,
    doubtful: [],
    groupings,
    itemsByPosition: rule.itemsByPosition,
    unknown: headers.flatMap((text, column) =>
      text === '' || taken.has(column) || IGNORED.test(text)
        ? []
        : [{ column, header: cellText(cells[column]) }],
    ),
    ...(title === undefined ? {} : { title }),
  };
}

function addColumn(roles: Partial<Record<Role, number[]>>, role: Role, column: number): void {
  const columns = roles[role];
  if (columns === undefined) roles[role] = [column];
  else columns.push(column);
}

function genericLayout(
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout {
  const roles: Partial<Record<Role, number[]>> = {};
  const candidates = cells.map((cell, column): SheetCell => {
    if (groupings.some((of) => of.column === column)) return undefined;
    const role = genericRole(headers[column] ?? '');
    if (role === undefined) return cell;
    if (role !== 'ignored') addColumn(roles, role, column);
    return undefined;
  });
  // Where schools have no codes their names tell them apart, and names of pupils likewise.
  if (roles.school === undefined && roles.schoolName !== undefined) roles.school = roles.schoolName;
  const named = headers.findIndex((text) => FULL_NAME.test(text));
  if (roles.pupil === undefined && named !== -1) addColumn(roles, 'pupil', named);
  const codes = itemCodesOfHeader(candidates);
  const items: ItemColumn[] = [];
  const doubtful: ItemColumn[] = [];
  for (const [column, cell] of candidates.entries()) {
    const text = cellText(cell);
    if (text === '') continue;
    const code = codes[column];
    if (code !== undefined) items.push({ column, ...code });
    else if (holdsPoints(sheet, header, column)) items.push({ column, code: text });
    else doubtful.push({ column, code: text });
  }
  // Where no column looks like an item, people should hear what is wrong with their cells.
  const isClear = items.length > 0;
  return {
    name: 'generic',
    header,
    roles,
    items: isClear ? items : doubtful,
    doubtful: isClear ? doubtful : [],
    groupings,
    itemsByPosition: false,
    unknown: [],
  };
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

const SEX = /^(sex|пол|gender)$/;

/** The first column of each name; a place, a mark or a name of a pupil is no group. */
function groupingColumns(
  headers: readonly string[],
  cells: readonly SheetCell[],
  grouped: ReadonlySet<string>,
): readonly GroupingColumn[] {
  const found = new Map<string, GroupingColumn>();
  headers.forEach((text, column) => {
    const isSex = SEX.test(text);
    const role = genericRole(text);
    if (!isSex && (!grouped.has(text) || isPersonal(text) || (role !== undefined && role !== 'ignored')))
      return;
    const name = isSex ? 'sex' : text;
    if (!found.has(name)) found.set(name, { column, name, header: cellText(cells[column]) });
  });
  return [...found.values()];
}

const LEVELS: ReadonlyMap<string, ItemLevel> = new Map(
  Object.entries<ItemLevel>({ б: 'basic', п: 'advanced', в: 'high' }),
);

function titleOf(sheet: Sheet, header: number): string | undefined {
  for (const row of sheet.rows.slice(0, header)) {
    const title = row.map(cellText).find((text) => /впр/i.test(text) && /класс/i.test(text));
    if (title !== undefined) return title;
  }
  return undefined;
}
