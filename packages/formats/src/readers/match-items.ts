/**
 * Matches the columns of a sheet to the items of a description.
 *
 * @module
 */
import type { Assessment, Item } from '@orientir/core/assessment';
import { isContradiction, joinAssessments } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { columnName } from '../sheet.js';
import { itemKey, parseItemCode } from './item-code.js';
import type { ItemColumn, TableLayout } from './table-layout.js';

interface MatchedItems {
  /** Absent when the plan does not fit the sheet. */
  readonly columns?: readonly (ItemColumn | undefined)[];
  readonly issues: readonly Issue[];
}

/** By item number; where the layout numbers its columns and there are as many as items, these may be positions. */
export function matchItems(layout: TableLayout, items: readonly Item[], place: Place): MatchedItems {
  if (layout.itemsByPosition && layout.items.length === items.length) {
    return { columns: numberedColumns(layout.items, items), issues: [] };
  }
  const byKey = new Map(items.map((item, index) => [itemKey(item.id), index]));
  const columns = items.map((): ItemColumn | undefined => undefined);
  const issues: Issue[] = [];
  let matched = 0;
  for (const column of [...layout.items, ...layout.doubtful]) {
    const index = byKey.get(itemKey(column.code));
    if (index === undefined) {
      issues.push(...unknownColumns('column-unknown', [column], layout, place));
    } else if (columns[index] !== undefined) {
      const at = { ...place, row: layout.header + 1, column: columnName(column.column) };
      issues.push(issue('item-column-duplicate', 'warning', at, { item: column.code }));
    } else {
      columns[index] = column;
      matched++;
    }
  }
  const whole = layout.itemsByPosition ? matched === layout.items.length : matched > 0;
  if (whole) return { columns, issues };
  const used = usedOfAll(layout, items);
  return used === undefined ? { issues: [notApplied(layout, items, place)] } : { columns: used, issues: [] };
}

/** Where the last items of a work are blank for everybody: as many columns as items, those that nobody used among them. */
function usedOfAll(
  layout: TableLayout,
  items: readonly Item[],
): readonly (ItemColumn | undefined)[] | undefined {
  const { itemsByPosition, items: used, unused = [] } = layout;
  const all = [...used, ...unused].slice(0, items.length);
  if (!itemsByPosition || used.length > items.length || all.length < items.length) return undefined;
  const isUsed = new Set(used);
  return numberedColumns(all, items).map((column) =>
    column !== undefined && isUsed.has(column) ? column : undefined,
  );
}

/** A plan names no work that one could look up: in a table of somebody's own it has to have every item number. */
export function matchPlan(layout: TableLayout, items: readonly Item[], place: Place): MatchedItems {
  if (layout.name !== 'generic') return matchItems(layout, items, place);
  const known = new Set(items.map(({ id }) => itemKey(id)));
  const numbers = layout.items.filter(({ code }) => parseItemCode(code) !== undefined);
  const isPlanned = numbers.length > 0 && numbers.every(({ code }) => known.has(itemKey(code)));
  return isPlanned ? matchItems(layout, items, place) : { issues: [notApplied(layout, items, place)] };
}

function notApplied(layout: TableLayout, items: readonly Item[], place: Place): Issue {
  return issue('plan-not-applied', 'warning', place, {
    columns: layout.items.length,
    items: items.length,
  });
}

/**
 * As many columns as items, whatever their order: by number where the numbers are those of the plan, else by the position that a
 * number from 1 on means, else as they stand.
 */
function numberedColumns(
  columns: readonly ItemColumn[],
  items: readonly Item[],
): readonly (ItemColumn | undefined)[] {
  const byKey = new Map(columns.map((column) => [itemKey(column.code), column]));
  const byNumber = items.map(({ id }) => byKey.get(itemKey(id)));
  if (!byNumber.includes(undefined)) return byNumber;
  const byPosition = items.map((_, position) => byKey.get(String(position + 1)));
  return byPosition.includes(undefined) ? columns : byPosition;
}

/** Columns that are no items of the description, or may be some that nobody described. */
export function unknownColumns(
  code: 'column-unknown' | 'column-no-item',
  columns: readonly ItemColumn[],
  { header }: TableLayout,
  place: Place,
): readonly Issue[] {
  return columns.map(({ column, code: text }) =>
    issue(code, 'warning', { ...place, row: header + 1, column: columnName(column) }, { header: text }),
  );
}

export function duplicateColumns(columns: readonly ItemColumn[], place: Place) {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  const kept = columns.filter(({ code, column }) => {
    const key = itemKey(code);
    if (seen.has(key)) {
      issues.push(
        issue('item-column-duplicate', 'warning', { ...place, column: columnName(column) }, { item: code }),
      );
      return false;
    }
    seen.add(key);
    return true;
  });
  return { kept, issues };
}

/** Items without a column, not even one that nobody used. */
export function itemsWithoutColumn(
  items: readonly Item[],
  columns: readonly (ItemColumn | undefined)[],
  { unused = [], itemsByPosition }: TableLayout,
): readonly Item[] {
  const blank = new Set(unused.map(({ code }) => itemKey(code)));
  const isBlank = (id: string, place: number) =>
    blank.has(itemKey(id)) || (itemsByPosition && blank.has(String(place + 1)));
  return items.filter(({ id }, i) => columns[i] === undefined && !isBlank(id, i));
}

/** Completes a description by what the header of the file says; a contradiction is reported, the description stands. */
export function headerFacts(
  assessment: Assessment,
  columns: readonly (ItemColumn | undefined)[],
  place: Place,
): { readonly assessment: Assessment; readonly issues: readonly Issue[] } {
  const fromHeader: Assessment = {
    ...assessment,
    items: assessment.items.map(({ id }, i) => ({
      id,
      ...(columns[i]?.maxPoints === undefined ? {} : { maxPoints: columns[i].maxPoints }),
      ...(columns[i]?.level === undefined ? {} : { level: columns[i].level }),
    })),
  };
  const joined = joinAssessments(assessment, fromHeader);
  if (!isContradiction(joined)) return { assessment: joined, issues: [] };
  const { field, one, other } = joined;
  return {
    assessment,
    issues: [
      issue('assessment-conflict', 'warning', place, { assessment: assessment.id, field, one, other }),
    ],
  };
}
