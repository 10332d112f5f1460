/**
 * Rows of the open tables that a report states: nobody's answers stand behind them here, and they say so in `note`.
 *
 * A unit may be stated by a report and counted from pupils, as a municipality of which the input has some schools. Two rows
 * cannot have one key, so the row about more pupils stands: the stated one with `counted:<pupils>` in its note, or the counted
 * one with `stated:<pupils>`. A report that does not say its pupils does not displace a count. Findings rest on counted pupils:
 * where the stated row stands under the key of their evidence, `findings.json` says how many were counted.
 *
 * @module
 */
import type { StatedRow } from '../tally/stated.js';
import type { Analysis } from './analysis.js';
import type { Cell, Table } from './table.js';

/** A table of counted rows with those that reports state; `stated` gives them with as many leading cells as key. */
export function withStated(
  { rows, ...of }: Table,
  analysis: Analysis,
  keyCells: number,
  stated: (analysis: Analysis) => Iterable<StatedTableRow>,
): Table {
  if (analysis.stated.length === 0) return { ...of, rows };
  return {
    ...of,
    rows: {
      *[Symbol.iterator]() {
        const byKey = new Map<string, StatedTableRow>();
        for (const row of stated(analysis)) byKey.set(JSON.stringify(row.cells.slice(0, keyCells)), row);
        for (const cells of rows) {
          const key = JSON.stringify(cells.slice(0, keyCells));
          const there = byKey.get(key);
          if (there === undefined) {
            yield cells;
            continue;
          }
          byKey.delete(key);
          yield there.isLarger ? there.cells : there.n === undefined ? cells : noted(cells, there);
        }
        for (const { cells } of byKey.values()) yield cells;
      },
    },
  };
}

/** What rows that reports state are made of. */
export type StatedBeside = Pick<Analysis, 'stated' | 'testResults'>;

/**
 * Pupils who were counted where the row of a report stands instead of the counted one, by `table|key` as findings name it.
 * A finding rests on counted pupils, so the figure that stands under its key is not its own there.
 */
export function displacedCounts(of: StatedBeside): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (of.stated.length === 0) return counts;
  const add = (table: string, keyCells: number, rows: Iterable<StatedTableRow>) => {
    for (const { cells, counted, isLarger } of rows) {
      if (isLarger && counted > 0) counts.set([table, ...cells.slice(0, keyCells)].join('|'), counted);
    }
  };
  add('solve-rates', ITEM_KEY, statedItemRows(of));
  add('tests', TEST_KEY, statedTestRows(of));
  return counts;
}

/** Leading cells of a row that are its key. */
export const ITEM_KEY = 4;
export const TEST_KEY = 3;

interface StatedTableRow {
  readonly cells: readonly Cell[];
  /** Pupils, as the report says. */
  readonly n: number | undefined;
  /** Pupils of the unit that were counted; 0 = none. */
  readonly counted: number;
  readonly isLarger: boolean;
}

/** A counted row with the number of pupils that a report states, where it is another one. */
function noted(cells: readonly Cell[], { n, counted }: StatedTableRow): readonly Cell[] {
  if (n === counted) return cells;
  const note = [cells.at(-1), `stated:${n}`].filter((part) => part !== undefined).join(';');
  return [...cells.slice(0, -1), note];
}

function besideCounted(cells: readonly Cell[], n: number | undefined, counted: number): StatedTableRow {
  const isLarger = (n ?? 0) > counted;
  const note = counted > 0 && isLarger ? `${cells.at(-1)};counted:${counted}` : cells.at(-1);
  return { cells: [...cells.slice(0, -1), note], n, counted, isLarger };
}

/** Rows of `tests.csv` that reports state; one for each unit, from all its reports. */
export function* statedTestRows(analysis: StatedBeside): Iterable<StatedTableRow> {
  const counted = countedUnits(analysis);
  for (const rows of byUnit(analysis.stated)) {
    const [first] = rows;
    if (first === undefined) continue;
    const marks = rows.find((of) => of.marks)?.marks;
    const journal = rows.find((of) => of.journal)?.journal;
    const scores = rows.find((of) => of.scores)?.scores;
    if (marks === undefined && journal === undefined && scores === undefined) continue;
    const { mean, sd } = momentsOf(scores);
    const exact = [marks, journal, scores].every((of) => of === undefined || of.exact);
    const n = pupilsOf(rows);
    const cells = [
      first.assessment,
      first.level,
      first.unit,
      n,
      mean,
      sd,
      undefined,
      undefined,
      ...([2, 3, 4, 5] as const).map((mark) => shareOf(marks, mark)),
      shareOf(marks, 2),
      ...(['lowered', 'confirmed', 'raised'] as const).map((part) => shareOf(journal, part)),
      'not-stated',
      noteOf(first, exact),
    ];
    const wrote = counted.get(keyOf(first.assessment, first.level, first.unit)) ?? 0;
    yield besideCounted(cells, n, wrote);
  }
}

/** Rows of `solve-rates.csv`, likewise. */
export function* statedItemRows(analysis: StatedBeside): Iterable<StatedTableRow> {
  const counted = countedUnits(analysis);
  for (const row of analysis.stated) {
    const wrote = counted.get(keyOf(row.assessment, row.level, row.unit)) ?? 0;
    for (const item of row.items ?? []) {
      const cells = [
        row.assessment,
        row.level,
        row.unit,
        item.item,
        row.n,
        item.points,
        item.maxPoints,
        item.share,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'not-stated',
        noteOf(row, item.exact),
      ];
      yield besideCounted(cells, row.n, wrote);
    }
  }
}

/** From the counts of pupils where they are known without doubt, else as printed. */
function shareOf<Part extends PropertyKey>(
  of: StatedParts<Part> | undefined,
  part: Part,
): number | undefined {
  if (of?.counts === undefined || !of.exact) return of?.shares[part];
  const all = Object.values<number>(of.counts).reduce((sum, count) => sum + count, 0);
  return all === 0 ? of.shares[part] : of.counts[part] / all;
}

interface StatedParts<Part extends PropertyKey> {
  readonly exact: boolean;
  readonly counts?: Readonly<Record<Part, number>>;
  readonly shares: Readonly<Record<Part, number>>;
}

/** Reports of one unit one after the other, in the order of the tally. */
function byUnit(stated: readonly StatedRow[]): Iterable<readonly StatedRow[]> {
  const units = new Map<string, StatedRow[]>();
  for (const row of stated) {
    const key = keyOf(row.assessment, row.level, row.unit);
    const there = units.get(key);
    if (there === undefined) units.set(key, [row]);
    else there.push(row);
  }
  return units.values();
}

/** Pupils who wrote, by unit. */
function countedUnits({ testResults }: StatedBeside): ReadonlyMap<string, number> {
  return new Map(
    testResults.map(({ assessment, level, unit, wrote }) => [keyOf(assessment, level, unit), wrote]),
  );
}

function keyOf(assessment: string, level: string, unit: string): string {
  return JSON.stringify([assessment, level, unit]);
}

function pupilsOf(rows: readonly StatedRow[]): number | undefined {
  return rows.reduce(
    (most: number | undefined, { n }) => (n === undefined ? most : Math.max(most ?? 0, n)),
    undefined,
  );
}

function noteOf({ organisations }: StatedRow, exact: boolean): string {
  return [
    exact ? 'stated' : 'stated:rounded',
    ...(organisations === undefined ? [] : [`schools:${organisations}`]),
  ].join(';');
}

/** Mean and sample standard deviation of totals in points; of rounded shares only the mean. */
function momentsOf(scores: StatedRow['scores']): { readonly mean?: number; readonly sd?: number } {
  if (scores === undefined) return {};
  const weights = scores.counts ?? scores.shares;
  const n = weights.reduce((sum, weight) => sum + weight, 0);
  if (n === 0) return {};
  const mean = weights.reduce((sum, weight, points) => sum + weight * points, 0) / n;
  if (scores.counts === undefined || n < 2) return { mean };
  const deviations = weights.reduce((sum, weight, points) => sum + weight * (points - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(deviations / (n - 1)) };
}
