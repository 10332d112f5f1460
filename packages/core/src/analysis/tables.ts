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
import type { ComparisonResult } from './comparisons.js';
import type { DifResult } from './dif-results.js';
import type { GroupRate } from './group-rates.js';
import { readinessTable } from './readiness-table.js';
import type { SectionResult } from './sections.js';
import { statedItemRows, statedTestRows } from './stated-tables.js';
import type { Cell, Column, ColumnKind, Table } from './table.js';

/** Tables for everybody inside, and the same tables by teacher, which stay in `private/`. */
export function tablesOf(analysis: Analysis): {
  readonly open: readonly Table[];
  readonly private: readonly Table[];
} {
  return {
    open: [
      withStated(solveRatesTable(analysis.itemResults), () => statedItemRows(analysis)),
      table('items', ITEMS, analysis.itemStatistics, (of) => itemRow(of, analysis)),
      withStated(testsTable(analysis.testResults), () => statedTestRows(analysis)),
      table(
        'sections',
        SECTIONS,
        lazily(() => analysis.sectionResults),
        sectionRow,
      ),
      table('comparisons', COMPARISONS, analysis.comparisonResults, comparisonRow),
      table('groups', GROUPS, analysis.groupRates, groupRow),
      table(
        'dif',
        DIF,
        lazily(() => analysis.difResults),
        difRow,
      ),
      readinessTable(analysis),
    ],
    private:
      analysis.private.testResults.length === 0
        ? []
        : [solveRatesTable(analysis.private.itemResults), testsTable(analysis.private.testResults)],
  };
}

/** Rows that are computed, then those that reports state. */
function withStated({ rows, ...of }: Table, stated: () => Iterable<readonly Cell[]>): Table {
  return {
    ...of,
    rows: {
      *[Symbol.iterator]() {
        yield* rows;
        yield* stated();
      },
    },
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

const SECTIONS: Columns = [
  ...KEY,
  ['section', 'text'],
  ['skill', 'text'],
  ['n', 'count'],
  ['items', 'text'],
  ['solve_rate', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['corridor', 'text'],
  ['verdict', 'text'],
  ['probability', 'share'],
  ['pupils', 'count'],
  ...WHY,
];

/** The columns between key and counts in front and the reasons behind. */
const ITEM_FIGURES = ITEMS.slice(3, -WHY.length);
const TEST_FIGURES = TESTS.slice(4, -WHY.length);

const COMPARISONS: Columns = [
  ...KEY,
  ['item', 'text'],
  ['comparator', 'text'],
  ['difference', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['p', 'share'],
  ['q', 'share'],
  ['net_difference', 'share'],
  ['net_q', 'share'],
  ...WHY,
];
const COMPARED: Columns = [
  ['difference', 'share'],
  ['net_difference', 'share'],
];
const GROUPS: Columns = [
  ...KEY,
  ['item', 'text'],
  ['group', 'text'],
  ['n', 'count'],
  ['solve_rate', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ...WHY,
];
const DIF: Columns = [
  ['assessment', 'text'],
  ['item', 'text'],
  ['grouping', 'text'],
  ['reference', 'text'],
  ['focal', 'text'],
  ['n_reference', 'count'],
  ['n_focal', 'count'],
  ['statistic', 'number'],
  ['p', 'share'],
  ['q', 'share'],
  ['odds_ratio', 'number'],
  ['delta', 'number'],
  ['smd', 'number'],
  ['class', 'text'],
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
    hidden ? undefined : of.designEffect,
    cell(of.fullShare),
    cell(of.zeroShare),
    shown(of.notAttempted),
    shown(of.notTaught),
    of.solveRate.kind === 'missing' ? of.solveRate.reason : undefined,
    interval?.method,
  ];
}

function itemRow(of: ItemStatistics, analysis: Analysis): readonly Cell[] {
  const hidden = isHidden(of.mean);
  const notes = [
    ...(of.complete === of.n ? [] : [`complete:${of.complete}`]),
    ...difficultyNotes(of, analysis),
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
function difficultyNotes(of: ItemStatistics, { assessments, scales }: Analysis): readonly string[] {
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

function sectionRow(of: SectionResult): readonly Cell[] {
  const hidden = isHidden(of.solveRate);
  const interval = of.solveRate.kind === 'known' ? of.solveRate.interval : undefined;
  const notes = [
    ...(interval === undefined ? [] : [interval.method]),
    ...(of.spread === 'bound' && interval?.method === 't' ? ['spread:bound'] : []),
    ...(of.guard === undefined ? [] : [`guard:${of.guard.reason}`]),
  ];
  return [
    of.assessment,
    of.level,
    of.unit,
    of.section === '' ? undefined : of.section,
    of.skill,
    hidden ? undefined : of.n,
    of.items.join(';'),
    cell(of.solveRate),
    interval?.low,
    interval?.high,
    of.corridor,
    of.verdict,
    of.probability,
    of.probability === undefined ? undefined : of.n,
    of.solveRate.kind === 'missing' ? of.solveRate.reason : of.verdict === 'folded' ? 'folded' : undefined,
    hidden || notes.length === 0 ? undefined : notes.join(';'),
  ];
}

function comparisonRow(of: ComparisonResult): readonly Cell[] {
  const { difference } = of;
  const interval = difference.kind === 'known' ? difference.interval : undefined;
  return [
    of.assessment,
    of.level,
    of.unit,
    of.item,
    of.comparator,
    cell(difference),
    interval?.low,
    interval?.high,
    of.p,
    of.q,
    cell(of.netDifference),
    of.netQ,
    reasons([difference, of.netDifference], COMPARED),
    interval?.method,
  ];
}

function groupRow(of: GroupRate): readonly Cell[] {
  const { solveRate } = of;
  const interval = solveRate.kind === 'known' ? solveRate.interval : undefined;
  const notes = [
    ...(interval === undefined ? [] : [interval.method]),
    ...(of.crossing ? ['crossing'] : []),
    ...(of.nonMonotone ? ['non-monotone'] : []),
  ];
  return [
    of.assessment,
    of.level,
    of.unit,
    of.item,
    of.group,
    isHidden(solveRate) ? undefined : solveRate.n,
    cell(solveRate),
    interval?.low,
    interval?.high,
    solveRate.kind === 'missing' ? solveRate.reason : undefined,
    notes.length === 0 ? undefined : notes.join(';'),
  ];
}

function difRow({ result, ...of }: DifResult): readonly Cell[] {
  const known = result.kind === 'known' ? result : undefined;
  return [
    of.assessment,
    of.item,
    of.grouping,
    of.reference,
    of.focal,
    known?.nReference,
    known?.nFocal,
    known?.statistic,
    known?.p,
    known?.q,
    known?.oddsRatio,
    known?.delta,
    known?.smd,
    known?.size,
    result.kind === 'missing' ? result.reason : undefined,
    known === undefined ? undefined : known.oddsRatio === undefined ? 'mantel' : 'mantel-haenszel',
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

/** Results that are computed when the table is written. */
function lazily<Result>(results: () => Iterable<Result>): Iterable<Result> {
  return {
    *[Symbol.iterator]() {
      yield* results();
    },
  };
}

function cell(figure: Figure): Cell {
  return figure.kind === 'known' ? figure.estimate : undefined;
}

function isHidden(figure: Figure): boolean {
  return figure.kind === 'missing' && figure.reason.startsWith('suppressed');
}

/** Why some of the figures are missing; `columns` are theirs. */
function reasons(figures: readonly Figure[], columns: Columns): Cell {
  let common: string | undefined;
  let named = '';
  let several = false;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i];
    if (figure?.kind !== 'missing') continue;
    several ||= common !== undefined && common !== figure.reason;
    common = figure.reason;
    named += `${named === '' ? '' : ';'}${columns[i]?.[0]}:${figure.reason}`;
  }
  return several ? named : common;
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
