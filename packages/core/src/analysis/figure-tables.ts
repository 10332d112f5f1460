/**
 * Tables of figures: solve rates, items, tests.
 *
 * @module
 */
import type { Analysis, FullAnalysis, ItemResult, ItemStatistics, TestResult } from './analysis.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, isHidden, reasons, table, unitTable } from './table-rows.js';

const SOLVE_RATES: Columns = [
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
];
const TESTS: Columns = [
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
];

/** Those that may be missing. */
const ITEM_FIGURES = /* @__PURE__ */ ITEMS.slice(3);
const TEST_FIGURES = /* @__PURE__ */ TESTS.slice(1);

/** `solve-rates.csv`. */
export function solveRatesTable(results: Iterable<ItemResult>): Table {
  return unitTable('solve-rates', SOLVE_RATES, results, solveRateRow);
}

/** `tests.csv`. */
export function testsTable(results: readonly TestResult[]): Table {
  return unitTable('tests', TESTS, results, testRow);
}

/** `items.csv`; with difficulties where everything was asked for. */
export function itemsTable(analysis: Analysis | FullAnalysis): Table {
  return table('items', ITEMS, analysis.itemStatistics, (of) => itemRow(of, analysis));
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
    hidden ? undefined : of.designEffect,
    cell(of.fullShare),
    cell(of.zeroShare),
    shown(of.notAttempted),
    shown(of.notTaught),
    of.solveRate.kind === 'missing' ? of.solveRate.reason : undefined,
    interval?.method,
  ];
}

function itemRow(of: ItemStatistics, analysis: Analysis | FullAnalysis): readonly Cell[] {
  const hidden = isHidden(of.mean);
  const notes = [
    ...(of.complete === of.n ? [] : [`complete:${of.complete}`]),
    ...('scales' in analysis ? difficultyNotes(of, analysis) : []),
  ];
  const figures = [
    of.mean,
    of.sd,
    of.solveRate,
    of.itemTotalR,
    of.itemRestR,
    of.alphaIfDeleted,
    of.upperLower27,
  ];
  return [
    of.assessment,
    of.item,
    hidden ? undefined : of.n,
    ...figures.map(cell),
    reasons(figures, ITEM_FIGURES),
    hidden || notes.length === 0 ? undefined : notes.join(';'),
  ];
}

/** Difficulty in logits by the partial credit model, with its standard error; nothing where the work cannot be scaled. */
function difficultyNotes(of: ItemStatistics, { assessments, scales }: FullAnalysis): readonly string[] {
  const place = assessments
    .find(({ id }) => id === of.assessment)
    ?.items.findIndex(({ id }) => id === of.item);
  const scale = scales().find(({ assessment }) => assessment === of.assessment);
  const { difficulty, standardError } = scale?.difficulties[place ?? -1] ?? {};
  if (difficulty?.kind !== 'known' || standardError?.kind !== 'known') return [];
  return [
    `difficulty:${difficulty.estimate.toFixed(4)}`,
    `difficulty_se:${standardError.estimate.toFixed(4)}`,
  ];
}

function testRow(of: TestResult): readonly Cell[] {
  const figures = [
    of.mean,
    of.sd,
    of.alpha,
    of.sem,
    of.markShares[2],
    of.markShares[3],
    of.markShares[4],
    of.markShares[5],
    of.belowMinimum,
    of.lowered,
    of.confirmed,
    of.raised,
  ];
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
    ...figures.map(cell),
    reasons(figures, TEST_FIGURES),
    hidden || notes.length === 0 ? undefined : notes.join(';'),
  ];
}
