/**
 * Tables of what figures mean: sections, comparisons, groups of pupils.
 *
 * @module
 */
import type { FullAnalysis } from './analysis.js';
import type { ComparisonResult } from './comparison-result.js';
import { contextTable } from './context-table.js';
import type { DifResult } from './dif-results.js';
import { distractorsTable } from './distractors-table.js';
import { dynamicsTable } from './dynamics-table.js';
import type { GroupRate } from './group-rates.js';
import { objectivityTable } from './objectivity-table.js';
import { readinessTable } from './readiness-table.js';
import { riskTable } from './risk-table.js';
import { gapsTable } from './school-gaps.js';
import { shrunkenTable } from './school-shares.js';
import type { SectionResult } from './sections.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, isHidden, lazily, reasons, table, unitTable } from './table-rows.js';
import { testScoresTable } from './test-scores-table.js';

const SECTIONS: Columns = [
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
];

const COMPARISONS: Columns = [
  ['item', 'text'],
  ['comparator', 'text'],
  ['difference', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['p', 'share'],
  ['q', 'share'],
  ['net_difference', 'share'],
  ['net_q', 'share'],
];
/** Of them those that may be missing. */
const COMPARED: Columns = [
  ['difference', 'share'],
  ['net_difference', 'share'],
];
const GROUPS: Columns = [
  ['item', 'text'],
  ['group', 'text'],
  ['n', 'count'],
  ['solve_rate', 'share'],
  ['low', 'share'],
  ['high', 'share'],
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
];

/** Tables that only a full analysis has, in the order of their files. */
export function evidenceTables(analysis: FullAnalysis): readonly Table[] {
  return [
    unitTable(
      'sections',
      SECTIONS,
      lazily(() => analysis.sectionResults),
      sectionRow,
    ),
    unitTable('comparisons', COMPARISONS, analysis.comparisonResults, comparisonRow),
    unitTable('groups', GROUPS, analysis.groupRates, groupRow),
    table(
      'dif',
      DIF,
      lazily(() => analysis.difResults),
      difRow,
    ),
    distractorsTable(analysis),
    readinessTable(analysis),
    testScoresTable(analysis),
    riskTable(analysis),
    shrunkenTable(analysis),
    objectivityTable(analysis),
    ...(analysis.context === undefined ? [] : [contextTable(analysis.context)]),
    ...(analysis.dynamics === undefined ? [] : [dynamicsTable(analysis.dynamics)]),
    ...(analysis.schoolGaps === undefined ? [] : [gapsTable(analysis.schoolGaps)]),
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

/**
 * `comparisons.csv`. `difference`, `low`, `high`, `p`: solve rate of the group less that of the comparator, shares;
 * `net_difference`: the same among pupils with equal totals, and `too-few` below the least number of pupils. `q` and
 * `net_q`: over all items and comparators of the group on the work, absent below that number; lists in the report, the
 * workbook, sheets and drafts are made by them. `note`: method of the interval; `clustered` = over schools, as all
 * groups above schools are judged that have two schools on each side, net differences too.
 */
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
