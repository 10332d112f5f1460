/**
 * Which column of a table of results holds what.
 *
 * @module
 */
import type { ItemLevel } from '@orientir/core/assessment';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { headerText } from './header-text.js';
import { itemCodesOfHeader } from './item-code.js';
import type { LayoutRule } from './layout-rules.js';
import { genericRole, IGNORED, isPersonal, RULES } from './layout-rules.js';
import { plainTable } from './plain-table.js';
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
  return plainTable(sheet, headers, cells, header, groupings);
}

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

const SEX = /^(sex|пол|gender)$/;

/** Name of the groups by a column with this header. */
export function groupingName(header: string): string {
  return SEX.test(header) ? 'sex' : header;
}

/** The first column of each name; a place, a mark or a name of a pupil is no group. */
function groupingColumns(
  headers: readonly string[],
  cells: readonly SheetCell[],
  grouped: ReadonlySet<string>,
): readonly GroupingColumn[] {
  const found = new Map<string, GroupingColumn>();
  headers.forEach((text, column) => {
    const name = groupingName(text);
    const role = genericRole(text);
    if (
      name !== 'sex' &&
      (!grouped.has(text) || isPersonal(text) || (role !== undefined && role !== 'ignored'))
    )
      return;
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
