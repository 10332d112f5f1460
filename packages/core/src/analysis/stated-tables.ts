/**
 * Rows of the open tables that a report states: nobody's answers stand behind them here, and they say so in `note`.
 *
 * @module
 */
import type { StatedRow } from '../tally/stated.js';
import type { Analysis } from './analysis.js';
import type { Cell } from './table.js';

/** Rows of `tests.csv` for units that the input has no pupils of; one for each unit, from all its reports. */
export function* statedTestRows(analysis: Analysis): Iterable<readonly Cell[]> {
  const known = new Set(
    analysis.testResults
      .filter(({ wrote }) => wrote > 0)
      .map((of) => keyOf(of.assessment, of.level, of.unit)),
  );
  for (const rows of byUnit(analysis.stated)) {
    const [first] = rows;
    if (first === undefined || known.has(keyOf(first.assessment, first.level, first.unit))) continue;
    const marks = rows.find((of) => of.marks)?.marks;
    const journal = rows.find((of) => of.journal)?.journal;
    const scores = rows.find((of) => of.scores)?.scores;
    if (marks === undefined && journal === undefined && scores === undefined) continue;
    const { mean, sd } = momentsOf(scores);
    const exact = [marks, journal, scores].every((of) => of === undefined || of.exact);
    yield [
      first.assessment,
      first.level,
      first.unit,
      pupilsOf(rows),
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
  }
}

/** Rows of `solve-rates.csv`, likewise. */
export function* statedItemRows(analysis: Analysis): Iterable<readonly Cell[]> {
  const known = new Set(
    analysis.testResults
      .filter(({ wrote }) => wrote > 0)
      .map((of) => keyOf(of.assessment, of.level, of.unit)),
  );
  for (const row of analysis.stated) {
    if (known.has(keyOf(row.assessment, row.level, row.unit))) continue;
    for (const item of row.items ?? []) {
      yield [
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
