/**
 * Results of schools over the works of a school year, from sums that merge by addition.
 *
 * @module
 */
import type { GradePupils } from '../assessment/fewest-pupils.js';
import { fewestPupils } from '../assessment/fewest-pupils.js';
import { compareText } from '../foundation/order.js';
import { doubtfulKey } from '../risk/low-results.js';
import type { Moments } from '../statistics/moments.js';
import { squaredDeviations } from '../statistics/moments.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { totalMoments } from '../tally/total-moments.js';

/** Results of a school in one school year, in standard deviations of the pupils of all schools; 0 = their mean. */
export interface SchoolResult {
  /** Papers: a pupil who wrote two works counts twice. */
  readonly papers: Moments;
  /** Pupils that there are at least: in each grade those of the work that most of them wrote. */
  readonly pupils: number;
}

/** All schools of one school year. */
export interface YearResults {
  readonly schoolYear: string;
  readonly schools: ReadonlyMap<string, SchoolResult>;
  /** Variance of papers inside schools, over all works; absent where no school has two pupils with one work. */
  readonly variance: number | undefined;
  /** Schools with a pupil who wrote a work of the year, whether or not anybody has a total. */
  readonly wrote: ReadonlySet<string>;
  /** Works of a school that do not count because its results look doubtful, by id. */
  readonly doubtful: ReadonlyMap<string, readonly string[]>;
}

/**
 * Results by school year, newest first.
 *
 * A paper counts as (total − mean) / SD of its work, over the pupils of all schools who have every item of the work: works of
 * different length and difficulty become comparable, and a school that wrote easier works gains nothing. The result of a school
 * is the mean over its papers.
 * Left out: works without a school year, works where no variant has all items or all totals are equal, pupils without a school,
 * and results named as doubtful.
 */
export function resultsByYear(
  summaries: Iterable<AssessmentSummary>,
  doubtful: ReadonlySet<string>,
): readonly YearResults[] {
  const byYear = new Map<string, Work[]>();
  for (const summary of summaries) {
    const { schoolYear } = summary.assessment;
    const work = workOf(summary, doubtful);
    if (schoolYear === undefined || work === undefined) continue;
    const there = byYear.get(schoolYear);
    if (there === undefined) byYear.set(schoolYear, [work]);
    else there.push(work);
  }
  return [...byYear]
    .sort(([one], [other]) => compareText(other, one))
    .map(([schoolYear, works]) =>
      yearOf(
        schoolYear,
        works.sort((one, other) => compareText(one.id, other.id)),
      ),
    );
}

/** Totals of one work in half points: whole numbers, whose sums do not depend on the order of addition. */
interface Work {
  readonly id: string;
  readonly grade: number | undefined;
  readonly schools: ReadonlyMap<string, Moments>;
  readonly wrote: readonly string[];
  /** Schools whose results look doubtful and do not count. */
  readonly doubtful: readonly string[];
  readonly mean: number;
  readonly deviation: number;
}

function workOf({ assessment, groups }: AssessmentSummary, doubtful: ReadonlySet<string>): Work | undefined {
  const schools = new Map<string, Moments>();
  const leftOut: string[] = [];
  const wrote: string[] = [];
  const all = { n: 0, sum: 0, sumOfSquares: 0 };
  for (const { level, unit, counts } of groups) {
    if (level !== 'school') continue;
    if (counts.wrote > 0) wrote.push(unit);
    const { complete } = counts;
    if (complete === undefined) continue;
    const own = totalMoments(complete);
    if (own.n === 0) continue;
    if (doubtful.has(doubtfulKey(unit, assessment.id))) {
      leftOut.push(unit);
      continue;
    }
    schools.set(unit, own);
    all.n += own.n;
    all.sum += own.sum;
    all.sumOfSquares += own.sumOfSquares;
  }
  const deviations = squaredDeviations(all);
  const isTold = deviations > 0;
  if (!isTold && leftOut.length === 0) return undefined;
  return {
    id: assessment.id,
    grade: assessment.grade,
    schools: isTold ? schools : new Map(),
    wrote,
    doubtful: leftOut,
    mean: isTold ? all.sum / all.n : 0,
    deviation: isTold ? Math.sqrt(deviations / (all.n - 1)) : 1,
  };
}

function yearOf(schoolYear: string, works: readonly Work[]): YearResults {
  const papers = new Map<string, { n: number; sum: number; sumOfSquares: number }>();
  const pupils = new Map<string, GradePupils[]>();
  const leftOut = new Map<string, string[]>();
  let squares = 0;
  let freedom = 0;
  for (const { id, grade, schools, doubtful, mean, deviation } of works) {
    for (const school of doubtful) leftOut.set(school, [...(leftOut.get(school) ?? []), id]);
    for (const [school, { n, sum, sumOfSquares }] of schools) {
      const into = papers.get(school) ?? { n: 0, sum: 0, sumOfSquares: 0 };
      into.n += n;
      into.sum += (sum - n * mean) / deviation;
      into.sumOfSquares += (sumOfSquares - 2 * mean * sum + n * mean * mean) / (deviation * deviation);
      papers.set(school, into);
      const ofSchool = pupils.get(school) ?? [];
      ofSchool.push({ grade, pupils: n });
      pupils.set(school, ofSchool);
      squares += squaredDeviations({ n, sum, sumOfSquares }) / (deviation * deviation);
      freedom += n - 1;
    }
  }
  return {
    schoolYear,
    schools: new Map(
      [...papers]
        .sort(([one], [other]) => compareText(one, other))
        .map(([school, of]) => [school, { papers: of, pupils: fewestPupils(pupils.get(school) ?? []) }]),
    ),
    variance: freedom > 0 ? squares / freedom : undefined,
    wrote: new Set(works.flatMap((work) => work.wrote)),
    doubtful: leftOut,
  };
}
