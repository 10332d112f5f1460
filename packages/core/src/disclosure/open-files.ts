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
  /** The group that the chart is about as a whole. */
  readonly unit: GroupKey;
}

/**
 * What charts show, as tables of the attacker: solve rates (`orientir.solve-rates`), maps of sections
 * (`orientir.section-map`) and funnels of solve rates (`orientir.funnel`), the last two of schools. A size of 0 beside
 * hidden figures is no figure.
 */
export function widgetTables(files: readonly OpenFile[]): readonly PublishedTable[] {
  const rows: ChartRows = { groups: [], items: [], sections: [], shares: [] };
  for (const file of files) {
    const { data, unit } = file;
    const key: Cell[] = [cellOf(at(at(data, 'assessment'), 'id')), unit.level, unit.unit];
    rows.groups.push([...key, sizeOf(at(at(data, 'unit'), 'n'))]);
    const schema = at(data, 'schema');
    if (schema === 'orientir.section-map') readMap(file, rows);
    else if (schema === 'orientir.funnel') readFunnel(file, rows);
    else for (const item of listOf(at(data, 'items'))) rows.items.push(itemRow(key, item, at(item, 'id')));
  }
  return [
    { name: 'widgets', columns: [...GROUP, 'n'], rows: rows.groups },
    {
      name: 'widget-items',
      columns: [...GROUP, 'item', 'n', 'max_points', 'solve_rate', 'low', 'high'],
      rows: rows.items,
    },
    { name: 'widget-sections', columns: [...GROUP, 'items', 'solve_rate'], rows: rows.sections },
    { name: 'widget-shares', columns: [...GROUP, 'n', 'share'], rows: rows.shares },
  ];
}

const GROUP = ['assessment', 'level', 'unit'];

interface ChartRows {
  readonly groups: Cell[][];
  readonly items: Cell[][];
  readonly sections: Cell[][];
  readonly shares: Cell[][];
}

function itemRow(key: readonly Cell[], item: unknown, id: unknown): Cell[] {
  return [...key, cellOf(id), figureSize(item), ...ITEM_FIGURES.map((field) => cellOf(at(item, field)))];
}

const ITEM_FIGURES = ['maxPoints', 'solveRate', 'low', 'high'];

/** A cell is a section of a school; that of a single item counts the pupils of the item. */
function readMap({ data }: OpenFile, { groups, items, sections }: ChartRows): void {
  const assessment = cellOf(at(at(data, 'assessment'), 'id'));
  const itemsOf = listOf(at(data, 'sections')).map((section) => listOf(at(section, 'items')));
  for (const school of listOf(at(data, 'units'))) {
    const key = [assessment, 'school', cellOf(at(school, 'id'))];
    groups.push([...key, sizeOf(at(school, 'n'))]);
    listOf(at(school, 'cells')).forEach((cell, place) => {
      const [only, second] = itemsOf[place] ?? [];
      sections.push([...key, (itemsOf[place] ?? []).join(';'), cellOf(at(cell, 'share'))]);
      if (only === undefined || second !== undefined) return;
      items.push([
        ...key,
        cellOf(only),
        figureSize(cell),
        undefined,
        cellOf(at(cell, 'share')),
        undefined,
        undefined,
      ]);
    });
  }
}

/** A solve rate of the whole work is the mean of those with every item by its highest points. */
function readFunnel({ data, unit }: OpenFile, { shares }: ChartRows): void {
  if (at(data, 'measure') !== 'solve-rate') return;
  const assessment = cellOf(at(at(data, 'assessment'), 'id'));
  shares.push([assessment, unit.level, unit.unit, undefined, cellOf(at(data, 'target'))]);
  for (const school of listOf(at(data, 'units'))) {
    const id = cellOf(at(school, 'id'));
    shares.push([assessment, 'school', id, figureSize(school), cellOf(at(school, 'share'))]);
  }
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

/** Pupils behind a figure, which may be hidden. */
function figureSize(of: unknown): Cell {
  return at(of, 'reason') === undefined ? cellOf(at(of, 'n')) : sizeOf(at(of, 'n'));
}
