/**
 * Schools with low results («школы с низкими образовательными результатами», ШНОР): what the plain rule says, and how sure it is.
 *
 * @module
 */
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import type { Figure, Interval } from '../foundation/figure.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { Judge } from './judge.js';
import { rulesLookAt } from './procedures.js';
import type { LeftOut } from './works.js';
import { byProcedure, lastYear, SchoolPlaces, Work } from './works.js';

/** `too-few`: no work of the school counts, or fewer than the ruleset needs to list anybody. */
export type RiskClass = 'low' | 'not-low' | 'undetermined' | 'too-few';

/** One work of one school. */
export interface LowResultsCell {
  readonly assessment: string;
  readonly schoolYear: string;
  /** Pupils with a low result, whatever untaught items could have given. */
  readonly low: number;
  /** Further pupils who may have a low result or not, since some items were not taught; absent = none. */
  readonly uncertain?: number;
  /** Of the pupils with a result, 0..1; missing as `marks-uncertain` with `uncertain` pupils. */
  readonly share: Figure;
  /** The share reaches the border of the ruleset, chance left aside; with `uncertain` pupils: even if none of them is low. */
  readonly isLow: boolean;
  /** Probability that the true share reaches it, as in {@link SchoolRisk}; absent where the work does not count. */
  readonly probability?: number;
  /** Why the work does not count. */
  readonly leftOut?: LeftOut;
  /** The work is one of those for which the plain rule lists the school. */
  readonly triggered: boolean;
}

/** A share at least and at most, 0..1. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
  /** From the lower end of the interval of `low` to the upper one of that of `high`. */
  readonly interval: Interval;
}

/** What is open because items were not taught: with all of these pupils low, or none. */
export interface UncertainResults {
  /** Pupils of all works that count who may have a low result or not. */
  readonly pupils: number;
  /** Whether `listed` or `class` depend on them. */
  readonly decides: boolean;
  /** Low results of the last year; absent where its marks are certain. */
  readonly share?: ShareBounds;
  /** The largest probability that the ruleset would list the school; `probability` is the smallest. Absent when `too-few`. */
  readonly probabilityAtMost?: number;
}

export interface SchoolRisk {
  readonly school: string;
  /** Id of the ruleset. */
  readonly ruleset: string;
  /** What the plain rule says; absent where it depends on `uncertain` pupils. */
  readonly listed?: boolean;
  readonly class: RiskClass;
  /**
   * Probability that the ruleset would list the school by its true shares; absent when `too-few`. With `uncertain` pupils that of
   * none of them being low: at least so much.
   */
  readonly probability?: number;
  /** Low results of all works of the last year that count, together; missing as `marks-uncertain` with `uncertain` pupils. */
  readonly share: Figure;
  /** Absent where no mark rests on untaught items. */
  readonly uncertain?: UncertainResults;
  /** Works for which the plain rule lists the school, by id. */
  readonly triggered: readonly string[];
  /**
   * Pupils of the last year fewer with a low result, so that the plain rule lists it no more; absent when not listed. With
   * `uncertain` pupils: at least so many.
   */
  readonly distanceToExit?: number;
  /** Pupils whose results would have to change for another class; absent = more than ten, or `too-few`. */
  readonly stability?: number;
  /** The works that the ruleset looks at, newest first; made when asked for. */
  readonly cells: () => readonly LowResultsCell[];
}

export interface LowResultsOptions {
  /** `2024/2025`; by default the last one of the works that the ruleset looks at. */
  readonly schoolYear?: string;
  /** Results that look doubtful, as {@link doubtfulKey}. */
  readonly doubtful?: ReadonlySet<string>;
  /** Schools of similar conditions have the same key: a share is judged by theirs where they are ten or more. */
  readonly similarSchools?: ReadonlyMap<string, string>;
}

/** Names the results of a school on a work. */
export function doubtfulKey(school: string, assessment: string): string {
  return JSON.stringify([school, assessment]);
}

/**
 * Judges every school by a ruleset, in the order of their ids.
 *
 * Low results: mark 2, or the lowest mark of the scale. Works of different years are the same when programme, subject and grade are.
 * Works without a school year, later than the year in question or of a subject that the ruleset does not name are not looked at.
 * `probability` is that of the true shares fulfilling the ruleset: each share is drawn towards those of the other schools (`sharePriors`)
 * and towards the school's own other works as far as schools are weak throughout (`SchoolLevels`), unless the school is unlike all others
 * (`OutlyingShares`), so one more low result never lowers it. Pupils whose marks depend on untaught items are taken as none and as all
 * low: what both say stands, otherwise nothing is said (`listed`) or `undetermined`. To the others a school speaks by the pupils whose
 * marks are known. What the others say is rounded (`RoundedPriors`), which moves `probability` by less than 0.002 in 999 of 1,000 schools,
 * and by 0.008 at most as far as we saw; levels of a school stand on a lattice, so it is within 0.003 of the integral besides, but for
 * schools farther from the others than eight standard deviations. Edge cases: fewer pupils than the ruleset asks for, or doubtful results
 * → the work is left out and says so; no work left, or nobody wrote → `too-few`; so few works that the ruleset would not list the school even if all were low → `too-few` too,
 * with the share. Cost: a pass over the marks of each summary, of which nothing else is kept; then about twelve microseconds for each
 * school, work and year among many schools, and a tenth of a millisecond among few.
 */
export function lowResults(
  summaries: Iterable<AssessmentSummary>,
  rules: LowResultsRules,
  { schoolYear, doubtful = new Set(), similarSchools = new Map() }: LowResultsOptions = {},
): readonly SchoolRisk[] {
  const isDoubtful = (school: string, assessment: string) => doubtful.has(doubtfulKey(school, assessment));
  const schools = new SchoolPlaces();
  const works: Work[] = [];
  for (const summary of summaries) {
    if (!rulesLookAt(summary.assessment, rules)) continue;
    works.push(new Work(summary, rules, { isDoubtful, similarSchools }, schools));
  }
  const year = schoolYear ?? lastYear(works);
  if (year === undefined) return [];
  return new Judge(byProcedure(works, year, rules), schools.ids, rules).schools();
}
