/**
 * What the columns of published tables say about cells.
 *
 * @module
 */
import { wilsonInterval } from '../statistics/intervals.js';
import type { Statement } from './descriptions.js';
import { MEASURES } from './descriptions.js';
import { basesOf, countsOf, denominatorOf, roundingOf, sizesOfInterval } from './integer-range.js';
import type { PlacedRow, PlacedTable } from './placed-rows.js';
import { cellAt } from './placed-rows.js';
import type { DisclosureRules } from './rules.js';
import type { PublishedSum } from './work-cells.js';

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>;

/** Once somebody has half a point, works whose points are whole numbers are no longer taken for granted. */
export function hasHalves(table: PlacedTable, { column, scale = 1 }: Of<'count'>): void {
  if (scale === 1) return;
  const read = table.reader(column);
  for (const row of table.rows) {
    const value = read(row);
    if (typeof value === 'number' && !Number.isInteger(value)) row.cells.wholePoints = false;
  }
}

export function readCounts(table: PlacedTable, { column, measure, scale = 1 }: Of<'count'>): void {
  const read = table.reader(column);
  for (const row of table.rows) {
    const value = read(row);
    if (typeof value !== 'number') continue;
    const count = Math.round(value * scale);
    row.cells.publish(cellAt(row, measure), { low: count, high: count });
  }
}

export function readNotes(table: PlacedTable, { prefix, measure, otherwise }: Of<'note'>): void {
  const read = table.reader('note');
  for (const row of table.rows) {
    const note = String(read(row) ?? '').split(';');
    const said = note.find((each) => each.startsWith(`${prefix}:`))?.slice(prefix.length + 1);
    const cell = cellAt(row, measure);
    if (said !== undefined) row.cells.publish(cell, { low: Number(said), high: Number(said) });
    else if (otherwise !== undefined) {
      const same = cellAt(row, otherwise);
      if (row.cells.shown[same] === 1) row.cells.publish(cell, row.cells.range(same));
    }
  }
}

/** What a figure is divided by, beside the group: its highest points. */
function factorReader(
  table: PlacedTable,
  { times, timesWork = false, scale = 1 }: Of<'ratio'>,
): (row: PlacedRow) => number | undefined {
  if (timesWork) {
    return ({ cells }) => {
      const most = cells.maxima.reduce<number>((sum, max) => sum + (max ?? Number.NaN), 0);
      return most > 0 ? most * scale : undefined;
    };
  }
  if (times === undefined) return () => scale;
  const read = table.reader(times);
  return (row) => {
    const value = read(row) ?? row.cells.maxima[row.item];
    return typeof value === 'number' ? value * scale : undefined;
  };
}

/** Sizes that follow from a share and its count, or from the share alone: 0.625 is of eight, sixteen … pupils. */
export function readBases(table: PlacedTable, statement: Of<'ratio'>): void {
  const read = table.reader(statement.column);
  const factorOf = factorReader(table, statement);
  for (const row of table.rows) {
    const value = read(row);
    const base = cellAt(row, statement.of);
    const factor = factorOf(row);
    if (typeof value !== 'number' || factor === undefined || row.cells.isKnown(base)) continue;
    const part = cellAt(row, statement.part);
    const rounding = roundingOf([value]);
    if (row.cells.isKnown(part)) {
      row.cells.publish(base, basesOf(value * factor, row.cells.low[part] ?? 0, rounding * factor));
    } else if (rounding === 0) {
      const least = denominatorOf(value);
      if (least !== undefined) row.cells.narrow(base, Math.ceil(least / factor), Number.POSITIVE_INFINITY);
    }
  }
}

export function readIntervals(table: PlacedTable, { share, low, high, of }: Of<'interval'>): void {
  const [readShare, readLow, readHigh] = [table.reader(share), table.reader(low), table.reader(high)];
  for (const row of table.rows) {
    const base = cellAt(row, of);
    if (row.cells.isKnown(base)) continue;
    const [estimate, from, to] = [readShare(row), readLow(row), readHigh(row)];
    if (typeof estimate !== 'number' || typeof from !== 'number' || typeof to !== 'number') continue;
    row.cells.publish(base, sizesOfInterval(estimate, from, to, wilsonInterval));
  }
}

export function readParts(table: PlacedTable, statement: Of<'ratio'>, rounding: number): void {
  const read = table.reader(statement.column);
  const factorOf = factorReader(table, statement);
  for (const row of table.rows) {
    const value = read(row);
    const factor = factorOf(row);
    if (typeof value !== 'number' || factor === undefined) continue;
    const base = row.cells.range(cellAt(row, statement.of));
    row.cells.publish(cellAt(row, statement.part), {
      low: countsOf(value * factor, base.low, rounding * factor).low,
      high:
        base.high === Number.POSITIVE_INFINITY
          ? base.high
          : countsOf(value * factor, base.high, rounding * factor).high,
    });
  }
}

/** A pooled share gives a sum of counts where all its groups are known and it is not rounded too much. */
export function readSum(
  table: PlacedTable,
  row: PlacedRow,
  { column, items, part, of, scale }: Of<'pooled'>,
  itemsOfWork: ReadonlyMap<string, number> | undefined,
): Omit<PublishedSum, 'row'> | undefined {
  const { cells, unit } = row;
  const value = table.reader(column)(row);
  if (typeof value !== 'number') return undefined;
  const places = String(table.reader(items)(row) ?? '')
    .split(';')
    .map((item) => itemsOfWork?.get(item));
  let available = 0;
  for (const item of places) {
    const base = cells.cell(unit, cells.column(of, item ?? -1));
    const known = item !== undefined && cells.isKnown(base) ? cells.low[base] : undefined;
    available += (known ?? Number.NaN) * (cells.maxima[item ?? -1] ?? Number.NaN) * scale;
  }
  const { low, high } = countsOf(value, available, 0);
  if (low !== high) return undefined;
  return {
    cells: places.map((item) => cells.cell(unit, cells.column(part, item ?? -1))),
    total: low,
  };
}

/** Figures that give whole counts of their groups are taken as exact, however few decimals they have. */
export function columnRounding(table: PlacedTable, statement: Of<'ratio'>): number {
  const read = table.reader(statement.column);
  const factorOf = factorReader(table, statement);
  const values: number[] = [];
  let isWhole = true;
  for (const row of table.rows) {
    const value = read(row);
    if (typeof value !== 'number') continue;
    values.push(value);
    const base = cellAt(row, statement.of);
    const count = value * (factorOf(row) ?? 1) * (row.cells.low[base] ?? 0);
    if (row.cells.isKnown(base) && Math.abs(count - Math.round(count)) > 1e-6) isWhole = false;
    if (values.length === 1000 && isWhole) return 0;
  }
  return isWhole ? 0 : roundingOf(values);
}

/** A reason tells the size of a group: fewer than the minimum, or at least as many. */
export function readReasons(table: PlacedTable, { minPupils }: DisclosureRules): void {
  const { hidden } = table.description;
  if (hidden === undefined) return;
  const read = table.reader('reason');
  for (const row of table.rows) {
    const reason = read(row);
    const cell = cellAt(row, hidden);
    if (row.cells.shown[cell] === 1) continue;
    // Where the whole test is hidden, the reason is that of the test, and few or none may have an item.
    const around = MEASURES[hidden]?.of;
    const isOfTest = around !== undefined && row.cells.shown[cellAt(row, around)] !== 1;
    if (reason === 'suppressed-small') row.cells.narrow(cell, isOfTest ? 0 : 1, minPupils - 1);
    if (reason === 'suppressed-complementary' && !isOfTest) {
      row.cells.narrow(cell, minPupils, Number.POSITIVE_INFINITY);
    }
  }
}
