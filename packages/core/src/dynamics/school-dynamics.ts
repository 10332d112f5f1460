/**
 * Schools over the years: who rose, who fell, who is stably high.
 *
 * @module
 */
import type { YearResults } from '../context/school-results.js';
import { resultsByYear } from '../context/school-results.js';
import { missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { commonWorks } from './common-works.js';
import type { DynamicsRules } from './dynamics-rules.js';
import { ownDynamics } from './dynamics-rules.js';
import type { SchoolChange } from './school-change.js';
import { schoolChanges } from './school-change.js';
import type { StablyHigh } from './stably-high.js';
import { stablyHigh } from './stably-high.js';

export interface SchoolOverYears extends SchoolChange {
  readonly stablyHigh: StablyHigh;
  /** A test of objectivity flags a result of the school, of whatever year: to be looked at before anybody speaks of success. */
  readonly flagged: boolean;
}

export interface SchoolDynamics {
  readonly rules: DynamicsRules;
  /** The last school year of the input; empty without any. */
  readonly schoolYear: string;
  /** The year right before, where it has a work that the last year has, too. */
  readonly previousYear: string | undefined;
  /** See `SchoolChanges`. */
  readonly spread: number | undefined;
  /** Every school with a total in the last year, doubtful or not, in the order of their ids. */
  readonly schools: readonly SchoolOverYears[];
}

export interface DynamicsOptions {
  /** @defaultValue ownDynamics */
  readonly rules?: DynamicsRules;
  /** Results that look doubtful, as `doubtfulKey` of `/risk`; they do not count. */
  readonly doubtful?: ReadonlySet<string>;
  /** Schools of which a test of objectivity flags any result, by id. */
  readonly flagged?: ReadonlySet<string>;
}

/**
 * Every school of the last school year, with its change since the year before and whether it is stably high.
 *
 * Formulas and sources: `schoolChanges`, `stablyHigh`. A school without a common work in the year before stays, its change
 * missing (`no-results-before`, or `doubtful` where none of its results of the last year counts).
 */
export function schoolDynamics(
  summaries: Iterable<AssessmentSummary>,
  { rules = ownDynamics, doubtful = new Set(), flagged = new Set() }: DynamicsOptions = {},
): SchoolDynamics {
  const all = [...summaries];
  const byYear = resultsByYear(all, doubtful);
  const common = commonWorks(all, doubtful);
  const changes = common === undefined ? undefined : schoolChanges(common, rules);
  const changeOf = new Map(changes?.schools.map((of) => [of.school, of]));
  const [last] = byYear;
  const isHigh = stablyHigh(byYear, rules);
  const ids = new Set([
    ...(last?.schools.keys() ?? []),
    ...(last?.doubtful.keys() ?? []),
    ...changeOf.keys(),
  ]);
  return {
    rules,
    schoolYear: last?.schoolYear ?? '',
    previousYear: common?.previousYear,
    spread: changes?.spread,
    schools: [...ids].sort(compareText).map((school) => ({
      ...(changeOf.get(school) ?? withoutChange(school, last)),
      stablyHigh: isHigh(school),
      flagged: flagged.has(school),
    })),
  };
}

function withoutChange(school: string, last: YearResults | undefined): SchoolChange {
  const counted = last?.schools.get(school);
  const pupils = counted?.pupils ?? 0;
  const none = missing(counted === undefined ? 'doubtful' : 'no-results-before', pupils);
  const doubtful = last?.doubtful.has(school) ?? false;
  return { school, works: [], pupils, pupilsBefore: 0, change: none, points: none, doubtful };
}
