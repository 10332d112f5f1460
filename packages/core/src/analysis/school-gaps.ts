/**
 * Gaps between groups of schools, by every grouping that is known, and `gaps.csv`.
 *
 * @module
 */
import type { ContextAnalysis } from '../context/context-of.js';
import { contextOf } from '../context/context-of.js';
import type { GroupGap } from '../context/group-gaps.js';
import { groupGaps } from '../context/group-gaps.js';
import type { SchoolResult } from '../context/school-results.js';
import { compareText } from '../foundation/order.js';
import { doubtfulKey } from '../risk/low-results.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { Analysis } from './analysis.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, lazily, table } from './table-rows.js';

/** Group of each school by grouping, as `settlement` → `s1` → `село`. A school that is not named has no group. */
export type SchoolGroups = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** One group of schools against the others of its grouping. */
export interface SchoolGap extends GroupGap {
  readonly grouping: string;
}

/** Of hard conditions and of others, as far as the index says. */
export const CONDITIONS_GROUPING = 'conditions';

/** Gaps by every grouping, and by conditions where there are passports; a grouping of a single group has none. */
export function schoolGaps(
  { schools, results }: ContextAnalysis,
  groups: SchoolGroups,
): readonly SchoolGap[] {
  const conditions = new Map(
    schools.flatMap(({ school, quadrant }) =>
      quadrant === undefined ? [] : [[school, quadrant.hard ? 'hard' : 'not-hard'] as const],
    ),
  );
  return gapsBy(results, new Map([...groups, [CONDITIONS_GROUPING, conditions]]));
}

/**
 * Gaps that may be published: they follow from figures that are published anyway. Only schools whose mean and deviation
 * are shown count, work by work, and results are put on the scale of these schools alone. Gaps by conditions stay
 * inside, and no result is left out for looking doubtful, for that would show which.
 */
export function publicSchoolGaps(
  summaries: readonly AssessmentSummary[],
  { testResults }: Pick<Analysis, 'testResults'>,
  groups: SchoolGroups,
): readonly SchoolGap[] {
  const shown = new Set(
    testResults.flatMap(({ level, unit, assessment, mean, sd }) =>
      level === 'school' && mean.kind === 'known' && sd.kind === 'known'
        ? [doubtfulKey(unit, assessment)]
        : [],
    ),
  );
  const hidden = new Set(
    summaries.flatMap(({ assessment, groups: of }) =>
      of.flatMap(({ level, unit }) => {
        const key = doubtfulKey(unit, assessment.id);
        return level === 'school' && !shown.has(key) ? [key] : [];
      }),
    ),
  );
  return gapsBy(contextOf(summaries, [], { doubtful: hidden }).results, groups);
}

function gapsBy(results: ReadonlyMap<string, SchoolResult>, groups: SchoolGroups): readonly SchoolGap[] {
  return [...groups]
    .sort(([one], [other]) => compareText(one, other))
    .flatMap(([grouping, groupOf]) => {
      const gaps = groupGaps(results, groupOf);
      return gaps.length < 2 ? [] : gaps.map((gap) => ({ grouping, ...gap }));
    });
}

const COLUMNS: Columns = [
  ['grouping', 'text'],
  ['group', 'text'],
  ['schools', 'count'],
  ['n', 'count'],
  ['gap', 'number'],
  ['low', 'number'],
  ['high', 'number'],
];

/**
 * `gaps.csv`: each group of schools against all others of its grouping. `gap`, `low`, `high`: mean of the group less
 * that of the others, in standard deviations of the pupils, with its 95 % interval over schools; `n` = papers of both.
 * Not adjusted for anything.
 */
export function gapsTable(gaps: () => readonly SchoolGap[]): Table {
  return table('gaps', COLUMNS, lazily(gaps), gapRow);
}

function gapRow({ grouping, group, schools, gap }: SchoolGap): readonly Cell[] {
  const interval = gap.kind === 'known' ? gap.interval : undefined;
  return [
    grouping,
    group,
    schools,
    gap.n,
    cell(gap),
    interval?.low,
    interval?.high,
    gap.kind === 'missing' ? gap.reason : undefined,
    interval?.method,
  ];
}
