import type { Cell } from '../analysis/table.js';
import { wilsonInterval } from '../statistics/intervals.js';
import type { Statement, TableDescription } from './descriptions.js';
import { MEASURES, TABLES } from './descriptions.js';
import { basesOf, countsOf, denominatorOf, roundingOf, sizesOfInterval } from './integer-range.js';
import type { Published, PublishedTable } from './published.js';
import type { DisclosureRules } from './rules.js';
import { WorkCells } from './work-cells.js';

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

/** A row whose place among the cells is known. */
interface PlacedRow {
  readonly cells: WorkCells;
  readonly unit: number;
  readonly item: number;
  readonly at: (column: string) => Cell;
}

/** Reads every published figure into ranges of whole numbers, work by work. */
export function gather(published: Published, rules: DisclosureRules): readonly WorkCells[] {
  const works = makeWorks(published);
  const tables = described(published).map(([table, description]) => ({
    description,
    rows: placeRows(table, works),
  }));
  // Sizes first, since shares are read with them; then sizes that only shares tell.
  for (const { description, rows } of tables) {
    for (const statement of description.statements) {
      if (statement.kind === 'count') readCounts(rows, statement);
    }
    for (const statement of description.statements) {
      if (statement.kind === 'note') readNotes(rows, statement);
    }
  }
  for (const { description, rows } of tables) {
    for (const statement of description.statements) {
      if (statement.kind === 'ratio') readBases(rows, statement);
      if (statement.kind === 'interval') readIntervals(rows, statement);
    }
    readReasons(rows, description, rules);
  }
  for (const { description, rows } of tables) {
    for (const statement of description.statements) {
      if (statement.kind === 'ratio') readParts(rows, statement);
      if (statement.kind === 'pooled') readSums(rows, statement, works);
    }
  }
  return [...works.values()].map(({ cells }) => cells);
}

/** The tables that a description exists for. */
export function described({ tables }: Published): readonly (readonly [PublishedTable, TableDescription])[] {
  return tables.flatMap((table) => {
    const description = TABLES.find((each) => each.table === table.name);
    return description === undefined ? [] : [[table, description] as const];
  });
}

interface Work {
  readonly cells: WorkCells;
  readonly units: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<string, number>;
}

const WHOLE = 'all|all';

function makeWorks(published: Published): ReadonlyMap<string, Work> {
  const seen = new Map<string, { readonly units: Set<string>; readonly items: Set<string> }>();
  for (const [table] of described(published)) {
    const at = placesOf(table);
    for (const row of table.rows) {
      const assessment = at(row, 'assessment');
      if (assessment === undefined) continue;
      const id = String(assessment);
      const work = seen.get(id) ?? { units: new Set<string>(), items: new Set<string>() };
      seen.set(id, work);
      work.units.add(unitKey(at(row, 'level'), at(row, 'unit')));
      const item = at(row, 'item');
      if (item !== undefined) work.items.add(String(item));
    }
  }
  return new Map(
    Array.from(seen, ([id, { units, items }]) => {
      const keys = [...units];
      const places = new Map(keys.map((key, place) => [key, place]));
      const parents = keys.map(() => -1);
      for (const { assessment, level, unit, parent } of published.links) {
        if (assessment !== undefined && assessment !== id) continue;
        const place = places.get(`${level}|${unit}`);
        if (place !== undefined) parents[place] = places.get(`${parent.level}|${parent.unit}`) ?? -1;
      }
      const children: number[][] = keys.map(() => []);
      parents.forEach((parent, place) => {
        children[parent]?.push(place);
      });
      const cells = new WorkCells(
        id,
        keys.map((key, place) => ({
          level: key.slice(0, key.indexOf('|')),
          unit: key.slice(key.indexOf('|') + 1),
          parent: parents[place] ?? -1,
          children: children[place] ?? [],
        })),
        [...items],
      );
      return [id, { cells, units: places, items: new Map([...items].map((item, place) => [item, place])) }];
    }),
  );
}

function placesOf(table: PublishedTable): (row: readonly Cell[], column: string) => Cell {
  const places = new Map(table.columns.map((column, place) => [column, place]));
  return (row, column) => {
    const place = places.get(column);
    return place === undefined ? undefined : row[place];
  };
}

function unitKey(level: Cell, unit: Cell): string {
  return level === undefined ? WHOLE : `${level}|${unit ?? ''}`;
}

function placeRows(table: PublishedTable, works: ReadonlyMap<string, Work>): readonly PlacedRow[] {
  const at = placesOf(table);
  return table.rows.flatMap((row): readonly PlacedRow[] => {
    const work = works.get(String(at(row, 'assessment') ?? ''));
    const unit = work?.units.get(unitKey(at(row, 'level'), at(row, 'unit')));
    if (work === undefined || unit === undefined) return [];
    const item = work.items.get(String(at(row, 'item') ?? '')) ?? -1;
    const most = at(row, 'max_points');
    if (item >= 0 && typeof most === 'number') work.cells.maxima[item] = most;
    return [{ cells: work.cells, unit, item, at: (column) => at(row, column) }];
  });
}

function place({ cells, unit, item }: PlacedRow, measure: string): number {
  return cells.cell(unit, cells.column(measure, item));
}

function readCounts(rows: readonly PlacedRow[], { column, measure, scale = 1 }: Of<'count'>): void {
  for (const row of rows) {
    const value = row.at(column);
    if (typeof value !== 'number') continue;
    const count = Math.round(value * scale);
    if (scale !== 1 && !Number.isInteger(value)) row.cells.wholePoints = false;
    row.cells.publish(place(row, measure), { low: count, high: count });
  }
}

function readNotes(rows: readonly PlacedRow[], { prefix, measure, otherwise }: Of<'note'>): void {
  for (const row of rows) {
    const note = String(row.at('note') ?? '').split(';');
    const said = note.find((each) => each.startsWith(`${prefix}:`))?.slice(prefix.length + 1);
    const cell = place(row, measure);
    if (said !== undefined) row.cells.publish(cell, { low: Number(said), high: Number(said) });
    else if (otherwise !== undefined) {
      const same = place(row, otherwise);
      if (row.cells.shown[same] === 1) row.cells.publish(cell, row.cells.range(same));
    }
  }
}

/** What a figure is divided by, beside the group: its highest points. */
function factorOf(row: PlacedRow, { times, scale = 1 }: Of<'ratio'>): number | undefined {
  if (times === undefined) return scale;
  const value = row.at(times) ?? row.cells.maxima[row.item];
  return typeof value === 'number' ? value * scale : undefined;
}

/** Sizes that follow from a share and its count, or from the share alone: 0.625 is of eight, sixteen … pupils. */
function readBases(rows: readonly PlacedRow[], statement: Of<'ratio'>): void {
  for (const row of rows) {
    const value = row.at(statement.column);
    const base = place(row, statement.of);
    const factor = factorOf(row, statement);
    if (typeof value !== 'number' || factor === undefined || row.cells.isKnown(base)) continue;
    const part = place(row, statement.part);
    const rounding = roundingOf([value]);
    if (row.cells.isKnown(part)) {
      row.cells.publish(base, basesOf(value * factor, row.cells.low[part] ?? 0, rounding * factor));
    } else if (rounding === 0) {
      const least = denominatorOf(value);
      if (least !== undefined) row.cells.narrow(base, Math.ceil(least / factor), Number.POSITIVE_INFINITY);
    }
  }
}

function readIntervals(rows: readonly PlacedRow[], { share, low, high, of }: Of<'interval'>): void {
  for (const row of rows) {
    const base = place(row, of);
    if (row.cells.isKnown(base)) continue;
    const [estimate, from, to] = [row.at(share), row.at(low), row.at(high)];
    if (typeof estimate !== 'number' || typeof from !== 'number' || typeof to !== 'number') continue;
    row.cells.publish(base, sizesOfInterval(estimate, from, to, wilsonInterval));
  }
}

function readParts(rows: readonly PlacedRow[], statement: Of<'ratio'>): void {
  const rounding = columnRounding(rows, statement);
  for (const row of rows) {
    const value = row.at(statement.column);
    const factor = factorOf(row, statement);
    if (typeof value !== 'number' || factor === undefined) continue;
    const base = row.cells.range(place(row, statement.of));
    row.cells.publish(place(row, statement.part), {
      low: countsOf(value * factor, base.low, rounding * factor).low,
      high:
        base.high === Number.POSITIVE_INFINITY
          ? base.high
          : countsOf(value * factor, base.high, rounding * factor).high,
    });
  }
}

/** A pooled share gives a sum of counts where all its groups are known and it is not rounded too much. */
function readSums(
  rows: readonly PlacedRow[],
  { column, items, part, of, scale }: Of<'pooled'>,
  works: ReadonlyMap<string, Work>,
): void {
  for (const row of rows) {
    const { cells, unit } = row;
    const value = row.at(column);
    if (typeof value !== 'number') continue;
    const places = String(row.at(items) ?? '')
      .split(';')
      .map((item) => works.get(cells.assessment)?.items.get(item));
    let available = 0;
    for (const item of places) {
      const base = cells.cell(unit, cells.column(of, item ?? -1));
      const known = item !== undefined && cells.isKnown(base) ? cells.low[base] : undefined;
      available += (known ?? Number.NaN) * (cells.maxima[item ?? -1] ?? Number.NaN) * scale;
    }
    const { low, high } = countsOf(value, available, 0);
    if (low !== high) continue;
    cells.sums.push({
      cells: places.map((item) => cells.cell(unit, cells.column(part, item ?? -1))),
      total: low,
    });
  }
}

/** Figures that give whole counts of their groups are taken as exact, however few decimals they have. */
function columnRounding(rows: readonly PlacedRow[], statement: Of<'ratio'>): number {
  const values: number[] = [];
  let isWhole = true;
  for (const row of rows) {
    const value = row.at(statement.column);
    if (typeof value !== 'number') continue;
    values.push(value);
    const base = place(row, statement.of);
    const count = value * (factorOf(row, statement) ?? 1) * (row.cells.low[base] ?? 0);
    if (row.cells.isKnown(base) && Math.abs(count - Math.round(count)) > 1e-6) isWhole = false;
    if (values.length === 1000 && isWhole) return 0;
  }
  return isWhole ? 0 : roundingOf(values);
}

/** A reason tells the size of a group: fewer than the minimum, or at least as many. */
function readReasons(
  rows: readonly PlacedRow[],
  { hidden }: TableDescription,
  { minPupils }: DisclosureRules,
): void {
  if (hidden === undefined) return;
  for (const row of rows) {
    const reason = row.at('reason');
    const cell = place(row, hidden);
    if (row.cells.shown[cell] === 1) continue;
    // Where the whole test is hidden, the reason is that of the test, and few or none may have an item.
    const around = MEASURES[hidden]?.of;
    const isOfTest = around !== undefined && row.cells.shown[place(row, around)] !== 1;
    if (reason === 'suppressed-small') row.cells.narrow(cell, isOfTest ? 0 : 1, minPupils - 1);
    if (reason === 'suppressed-complementary' && !isOfTest) {
      row.cells.narrow(cell, minPupils, Number.POSITIVE_INFINITY);
    }
  }
}
