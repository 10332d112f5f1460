/**
 * Works of two successive school years that are the same procedure, and what the schools that wrote both scored.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import { procedureOf } from '../assessment/procedure.js';
import { firstYear } from '../foundation/school-year.js';
import { doubtfulKey } from '../risk/low-results.js';
import type { Moments } from '../statistics/moments.js';
import { squaredDeviations } from '../statistics/moments.js';
import { previousOf } from '../tally/previous-work.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { totalMoments } from '../tally/total-moments.js';

/** One work of one year, over the schools that wrote it in both years. Units: half points. */
export interface WorkOfYear {
  readonly assessment: Assessment;
  readonly bySchool: ReadonlyMap<string, Moments>;
  /** Of the pupils of all these schools. */
  readonly mean: number;
  readonly deviation: number;
  /** Variance of totals inside schools; absent where no school has two pupils. */
  readonly within: number | undefined;
}

/** The same procedure (programme, subject, grade) in both years. */
export interface CommonWork {
  readonly now: WorkOfYear;
  readonly before: WorkOfYear;
  /** The description says that both have the same items, and they have: only then points may be compared. */
  readonly sameItems: boolean;
  /** Schools that wrote both works, but whose results of one look doubtful. */
  readonly doubtful: ReadonlySet<string>;
}

/** The last two school years, and the procedures that both have. */
export interface CommonWorks {
  readonly schoolYear: string;
  readonly previousYear: string;
  readonly works: readonly CommonWork[];
}

/**
 * The last school year of the input and the one right before it; absent where there is none, or nothing in common.
 *
 * A procedure that a year has twice is left out: nobody knows which of its works is meant. Only totals of pupils with
 * every item count.
 */
export function commonWorks(
  summaries: Iterable<AssessmentSummary>,
  doubtful: ReadonlySet<string>,
): CommonWorks | undefined {
  const all = [...summaries];
  const years = [...new Set(all.flatMap(({ assessment }) => assessment.schoolYear ?? []))].sort();
  const schoolYear = years.at(-1);
  const previousYear = years.find((year) => firstYear(year) + 1 === firstYear(schoolYear));
  if (schoolYear === undefined || previousYear === undefined) return undefined;
  const [now, before] = [schoolYear, previousYear].map((year) => onlyOnes(all, year));
  const works = [...(now ?? [])].sort(byId).flatMap(([procedure, of]) => {
    const other = before?.get(procedure);
    const made = other === undefined ? undefined : common(of, other, previousOf(of, all) === other, doubtful);
    return made ?? [];
  });
  return works.length === 0 ? undefined : { schoolYear, previousYear, works };
}

type Entry = readonly [string, AssessmentSummary];

function byId([, one]: Entry, [, other]: Entry): number {
  return one.assessment.id < other.assessment.id ? -1 : 1;
}

function onlyOnes(all: readonly AssessmentSummary[], year: string): ReadonlyMap<string, AssessmentSummary> {
  const found = new Map<string, AssessmentSummary>();
  const twice = new Set<string>();
  for (const summary of all) {
    if (summary.assessment.schoolYear !== year) continue;
    const procedure = procedureOf(summary.assessment);
    if (found.has(procedure)) twice.add(procedure);
    found.set(procedure, summary);
  }
  for (const procedure of twice) found.delete(procedure);
  return found;
}

function common(
  now: AssessmentSummary,
  before: AssessmentSummary,
  sameItems: boolean,
  doubtful: ReadonlySet<string>,
): CommonWork | undefined {
  const [first, second] = [totalsOf(now), totalsOf(before)];
  const both = [...first.keys()].filter((school) => second.has(school));
  const isDoubtful = (school: string) =>
    [now, before].some(({ assessment }) => doubtful.has(doubtfulKey(school, assessment.id)));
  const counted = both.filter((school) => !isDoubtful(school));
  const [one, other] = [workOf(now.assessment, first, counted), workOf(before.assessment, second, counted)];
  return one === undefined || other === undefined
    ? undefined
    : { now: one, before: other, sameItems, doubtful: new Set(both.filter(isDoubtful)) };
}

function totalsOf({ groups }: AssessmentSummary): ReadonlyMap<string, Moments> {
  return new Map(
    groups.flatMap(({ level, unit, counts: { complete } }) => {
      const totals = level !== 'school' || complete === undefined ? undefined : totalMoments(complete);
      return totals === undefined || totals.n === 0 ? [] : [[unit, totals] as const];
    }),
  );
}

/** Absent where all pupils have one total, or there is nobody. */
function workOf(
  assessment: Assessment,
  totals: ReadonlyMap<string, Moments>,
  schools: readonly string[],
): WorkOfYear | undefined {
  const bySchool = new Map<string, Moments>();
  const all = { n: 0, sum: 0, sumOfSquares: 0 };
  let squares = 0;
  for (const school of schools) {
    const of = totals.get(school);
    if (of === undefined) continue;
    bySchool.set(school, of);
    all.n += of.n;
    all.sum += of.sum;
    all.sumOfSquares += of.sumOfSquares;
    squares += squaredDeviations(of);
  }
  const deviations = all.n < 2 ? 0 : squaredDeviations(all);
  if (deviations <= 0) return undefined;
  const freedom = all.n - bySchool.size;
  return {
    assessment,
    bySchool,
    mean: all.sum / all.n,
    deviation: Math.sqrt(deviations / (all.n - 1)),
    within: freedom > 0 ? squares / freedom : undefined,
  };
}
