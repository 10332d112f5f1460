/**
 * JSON files that lie beside the tables, as rows for the attacker.
 *
 * @module
 */
import type { GroupKey } from '../analysis/analysis.js';
import type { Cell } from '../analysis/table.js';
import type { PublishedTable } from './published.js';

/** A file of a chart; its unit goes by a name, which everybody can look up. */
export interface OpenFile {
  readonly data: unknown;
  readonly unit: GroupKey;
}

/** What charts show, as tables `widgets` and `widget-items`. A size of 0 beside hidden figures is no figure. */
export function widgetTables(files: readonly OpenFile[]): readonly PublishedTable[] {
  const groups: Cell[][] = [];
  const items: Cell[][] = [];
  for (const { data, unit } of files) {
    const assessment = cellOf(at(at(data, 'assessment'), 'id'));
    const key: Cell[] = [assessment, unit.level, unit.unit];
    groups.push([...key, sizeOf(at(at(data, 'unit'), 'n'))]);
    for (const item of listOf(at(data, 'items'))) {
      items.push([
        ...key,
        cellOf(at(item, 'id')),
        at(item, 'reason') === undefined ? cellOf(at(item, 'n')) : sizeOf(at(item, 'n')),
        ...['maxPoints', 'solveRate', 'low', 'high'].map((field) => cellOf(at(item, field))),
      ]);
    }
  }
  return [
    { name: 'widgets', columns: ['assessment', 'level', 'unit', 'n'], rows: groups },
    {
      name: 'widget-items',
      columns: ['assessment', 'level', 'unit', 'item', 'n', 'max_points', 'solve_rate', 'low', 'high'],
      rows: items,
    },
  ];
}

/** The totals of `summary.json` as a table of one row. */
export function summaryTable(summary: unknown): PublishedTable {
  const totals = at(summary, 'totals');
  const names = ['wrote', 'absent'];
  return { name: 'summary', columns: names, rows: [names.map((name) => cellOf(at(totals, name)))] };
}

function at(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function cellOf(value: unknown): Cell {
  return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}

function sizeOf(value: unknown): Cell {
  return value === 0 ? undefined : cellOf(value);
}
