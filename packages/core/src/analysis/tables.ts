/**
 * The open tables of DESIGN: names, columns and meaning of cells are a contract with people outside.
 *
 * Shares 0..1, points, counts of pupils; an absent cell is a missing figure, and `reason` says why. `reason` is
 * the reason code when all missing figures of the row share it, else `column:reason` joined by `;`.
 * `note` holds the method of the interval and other remarks as codes joined by `;`.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import type { Analysis, Finding, ItemResult, ItemStatistics, TestResult } from './analysis.js';
import type { Cell, Column, ColumnKind, Table } from './table.js';

/** Tables for everybody inside, and the same tables by teacher, which stay in `private/`. */
export function tablesOf(analysis: Analysis): {
  readonly open: readonly Table[];
  readonly private: readonly Table[];
} {
  return {
    open: [
      solveRatesTable(analysis.itemResults),
      table('items', ITEMS, analysis.itemStatistics, itemRow),
      testsTable(analysis.testResults),
    ],
    private:
      analysis.private.testResults.length === 0
        ? []
        : [solveRatesTable(analysis.private.itemResults), testsTable(analysis.private.testResults)],
  };
}

/** `findings.json`: one finding a line. */
export function findingsJson({ findings }: Pick<Analysis, 'findings'>): string {
  return findings.length === 0 ? '[]\n' : `[\n${findings.map(findingLine).join(',\n')}\n]\n`;
}

type Columns = readonly (readonly [id: string, kind: ColumnKind])[];

const KEY: Columns = [
  ['assessment', 'text'],
  ['level', 'text'],
  ['unit', 'text'],
];
const WHY: Columns = [
  ['reason', 'text'],
  ['note', 'text'],
];
const SOLVE_RATES: Columns = [
  ...KEY,
  ['item', 'text'],
  ['n', 'count'],
  ['points', 'points'],
  ['max_points', 'points'],
  ['solve_rate', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['deff', 'number'],
  ['full_share', 'share'],
  ['zero_share', 'share'],
  ['not_attempted', 'count'],
  ['not_taught', 'count'],
  ...WHY,
];
const ITEMS: Columns = [
  ['assessment', 'text'],
  ['item', 'text'],
  ['n', 'count'],
  ['mean', 'number'],
  ['sd', 'number'],
  ['solve_rate', 'share'],
  ['item_total_r', 'number'],
  ['item_rest_r', 'number'],
  ['alpha_if_deleted', 'number'],
  ['upper_lower_27', 'number'],
  ...WHY,
];
const TESTS: Columns = [
  ...KEY,
  ['n', 'count'],
  ['mean', 'number'],
  ['sd', 'number'],
  ['alpha', 'number'],
  ['sem', 'number'],
  ['share_2', 'share'],
  ['share_3', 'share'],
  ['share_4', 'share'],
  ['share_5', 'share'],
  ['below_minimum', 'share'],
  ['lowered', 'share'],
  ['confirmed', 'share'],
  ['raised', 'share'],
  ...WHY,
];

function solveRatesTable(results: Iterable<ItemResult>): Table {
  return table('solve-rates', SOLVE_RATES, results, solveRateRow);
}

function testsTable(results: readonly TestResult[]): Table {
  return table('tests', TESTS, results, testRow);
}

function solveRateRow(of: ItemResult): readonly Cell[] {
  const hidden = isHidden(of.solveRate);
  const shown = (count: number | undefined): Cell => (hidden ? undefined : count);
  const interval = of.solveRate.kind === 'known' ? of.solveRate.interval : undefined;
  return [
    of.assessment,
    of.level,
    of.unit,
    of.item,
    shown(of.n),
    shown(of.points),
    of.maxPoints,
    cell(of.solveRate),
    interval?.low,
    interval?.high,
    undefined,
    cell(of.fullShare),
    cell(of.zeroShare),
    shown(of.notAttempted),
    shown(of.notTaught),
    of.solveRate.kind === 'missing' ? of.solveRate.reason : undefined,
    interval?.method,
  ];
}

function itemRow(of: ItemStatistics): readonly Cell[] {
  const figures = {
    mean: of.mean,
    sd: of.sd,
    solve_rate: of.solveRate,
    item_total_r: of.itemTotalR,
    item_rest_r: of.itemRestR,
    alpha_if_deleted: of.alphaIfDeleted,
    upper_lower_27: of.upperLower27,
  };
  return [
    of.assessment,
    of.item,
    isHidden(of.mean) ? undefined : of.n,
    ...Object.values(figures).map(cell),
    reasons(figures),
    of.complete === of.n || isHidden(of.mean) ? undefined : `complete:${of.complete}`,
  ];
}

function testRow(of: TestResult): readonly Cell[] {
  const figures = {
    mean: of.mean,
    sd: of.sd,
    alpha: of.alpha,
    sem: of.sem,
    share_2: of.markShares[2],
    share_3: of.markShares[3],
    share_4: of.markShares[4],
    share_5: of.markShares[5],
    below_minimum: of.belowMinimum,
    lowered: of.lowered,
    confirmed: of.confirmed,
    raised: of.raised,
  };
  const hidden = isHidden(of.mean);
  const notes = [
    ...(of.wrote === of.n ? [] : [`wrote:${of.wrote}`]),
    ...(of.markSource === 'none' ? [] : [`marks:${of.markSource}`, `marked:${of.meanMark.n}`]),
    ...(of.confirmed.kind === 'known' ? [`compared:${of.confirmed.n}`] : []),
  ];
  return [
    of.assessment,
    of.level,
    of.unit,
    hidden ? undefined : of.n,
    ...Object.values(figures).map(cell),
    reasons(figures),
    hidden || notes.length === 0 ? undefined : notes.join(';'),
  ];
}

/** A region has hundreds of thousands of rows: they are made one by one when they are written. */
function table<Result>(
  name: string,
  columns: Columns,
  results: Iterable<Result>,
  rowOf: (result: Result) => readonly Cell[],
): Table {
  return {
    name,
    columns: columns.map(([id, kind]): Column => ({ id, kind })),
    rows: {
      *[Symbol.iterator]() {
        for (const result of results) yield rowOf(result);
      },
    },
  };
}

function cell(figure: Figure): Cell {
  return figure.kind === 'known' ? figure.estimate : undefined;
}

function isHidden(figure: Figure): boolean {
  return figure.kind === 'missing' && figure.reason.startsWith('suppressed');
}

function reasons(figures: Readonly<Record<string, Figure>>): Cell {
  const missing = Object.entries(figures).flatMap(([id, figure]) =>
    figure.kind === 'missing' ? [[id, figure.reason] as const] : [],
  );
  const distinct = [...new Set(missing.map(([, reason]) => reason))];
  if (distinct.length <= 1) return distinct[0];
  return missing.map(([id, reason]) => `${id}:${reason}`).join(';');
}

function findingLine(finding: Finding): string {
  return JSON.stringify({
    id: finding.id,
    kind: finding.kind,
    level: finding.level,
    unit: finding.unit,
    assessment: finding.assessment,
    item: finding.item,
    section: finding.section,
    severity: finding.severity,
    probability: finding.probability,
    evidence: finding.evidence,
  });
}
