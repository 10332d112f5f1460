/**
 * Low results of all schools, work by work.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { compareText } from '../foundation/order.js';
import { lowResults } from '../solve-rates/marks.js';
import type { GroupCount } from '../statistics/beta-binomial.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { procedureOf } from './procedures.js';
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';
import { sharePriors } from './share-priors.js';

/** Results of all schools on one work. */
export interface Work {
  readonly id: string;
  readonly schoolYear: string | undefined;
  readonly procedure: string;
  readonly schools: ReadonlyMap<string, SchoolCounts>;
  /** Of a school that counts. */
  readonly prior: (school: string, counts: GroupCount) => SharePrior;
}

/** Pupils with a low result and with any, of one school. */
export interface SchoolCounts extends GroupCount {
  readonly leftOut?: 'too-few' | 'doubtful';
}

/** Which results are not to be counted, and with whom schools are compared. */
export interface WorkOptions {
  readonly isDoubtful: (school: string, assessment: string) => boolean;
  readonly similarSchools: ReadonlyMap<string, string>;
}

/** Reads one summary, of which nothing is kept. */
export function workOf(
  { assessment, groups }: AssessmentSummary,
  rules: LowResultsRules,
  { isDoubtful, similarSchools }: WorkOptions,
): Work {
  const schools = new Map<string, SchoolCounts>();
  for (const { level, unit, counts, complete } of groups) {
    if (level !== 'school' || counts.wrote === 0) continue;
    const scaled =
      complete !== undefined && isScaled(assessment, complete.items.length) ? complete : undefined;
    const low = lowResults(counts, scaled, assessment.markScale);
    const leftOut =
      rules.excludeDoubtful && isDoubtful(unit, assessment.id)
        ? 'doubtful'
        : low.n < rules.minPupils
          ? 'too-few'
          : undefined;
    schools.set(unit, leftOut === undefined ? low : { ...low, leftOut });
  }
  return {
    id: assessment.id,
    schoolYear: assessment.schoolYear,
    procedure: procedureOf(assessment),
    schools,
    prior: priors(schools, similarSchools),
  };
}

/** Whether totals give marks: all items are there, and no mark has side conditions. */
function isScaled({ items, markConditions }: Assessment, there: number): boolean {
  return there === items.length && markConditions === undefined;
}

function priors(
  schools: ReadonlyMap<string, SchoolCounts>,
  similar: ReadonlyMap<string, string>,
): Work['prior'] {
  const all: GroupCount[] = [];
  const byKey = new Map<string, GroupCount[]>();
  for (const [school, of] of schools) {
    if (of.leftOut !== undefined) continue;
    all.push(of);
    const key = similar.get(school);
    if (key === undefined) continue;
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, [of]);
    else there.push(of);
  }
  const whole = sharePriors(all);
  // Fewer similar schools would be judged without any prior.
  const apart = new Map(
    [...byKey].flatMap(([key, of]) => (of.length <= FEWEST_SIMILAR ? [] : [[key, sharePriors(of)]])),
  );
  return (school, counts) => (apart.get(similar.get(school) ?? '') ?? whole)(counts);
}

const FEWEST_SIMILAR = 10;

/** The last school year that any work has. */
export function lastYear(works: readonly Work[]): string | undefined {
  return works
    .flatMap(({ schoolYear }) => (schoolYear === undefined ? [] : [schoolYear]))
    .sort(compareText)
    .at(-1);
}

/** Works by procedure, then years before `year`, as far back as the conditions look. */
export function byProcedure(
  works: readonly Work[],
  year: string,
  { conditions }: LowResultsRules,
): readonly ByYear<Work>[] {
  const procedures = new Map<string, (Work | undefined)[]>();
  const years = Math.max(1, ...conditions.map((condition) => condition.years));
  for (const work of [...works].sort((one, other) => compareText(one.id, other.id))) {
    const before = work.schoolYear === undefined ? -1 : startOf(year) - startOf(work.schoolYear);
    if (!(before >= 0 && before < years)) continue;
    // A second work of the same kind in a year is a work of its own.
    let name = work.procedure;
    while (procedures.get(name)?.[before] !== undefined) name += '+';
    const there = procedures.get(name) ?? [];
    there[before] = work;
    procedures.set(name, there);
  }
  return [...procedures.values()];
}

/** `2024/2025` → 2024. */
function startOf(schoolYear: string): number {
  return Number.parseInt(schoolYear, 10);
}
