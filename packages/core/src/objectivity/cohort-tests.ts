/**
 * The same pupils in two works a year apart: changes from grade to grade, and ВПР against ОГЭ.
 *
 * @module
 */
import type { RegionWork, TotalSums } from './region-works.js';
import { sameName, shiftedYear, totalSums } from './region-works.js';
import type { OwnRules } from './rules.js';
import type { OwnTest, TestColumn, UntestedReason } from './test-column.js';
import { FEWEST_PUPILS, whyNoTotals } from './totals-tests.js';
import { UsualColumn } from './usual-column.js';

/** Finds the work of a cohort a year earlier or later. */
export class Cohorts {
  readonly #works = new Map<string, RegionWork[]>();
  readonly #standards = new Map<RegionWork, Standard>();

  constructor(works: readonly RegionWork[]) {
    for (const work of works) {
      const { programme, subject, grade, schoolYear } = work.assessment;
      const key = keyOf(work.region, programme, subject, grade, schoolYear);
      const there = this.#works.get(key);
      if (there === undefined) this.#works.set(key, [work]);
      else there.push(work);
    }
  }

  /** The work of the same pupils `years` later (below zero: earlier), or why there is none. */
  other(
    { region, assessment }: RegionWork,
    years: 1 | -1,
    without: UntestedReason,
    programme = assessment.programme,
  ): RegionWork | UntestedReason {
    const { subject, grade, schoolYear } = assessment;
    const year = shiftedYear(schoolYear, years);
    if (grade === undefined || year === undefined) return without;
    const found = this.#works.get(keyOf(region, programme, subject, grade + years, year)) ?? [];
    const [first, second] = found;
    if (first === undefined) return without;
    return second === undefined ? first : 'several-works';
  }

  /** Kept: a work is looked at by itself, from the year after and from the exam. */
  standardOf(work: RegionWork): Standard {
    const there = this.#standards.get(work);
    if (there !== undefined) return there;
    const made = new Standard(work);
    this.#standards.set(work, made);
    return made;
  }
}

/** Compared as {@link sameName} compares. */
function keyOf(
  region: string,
  programme: string,
  subject: string,
  grade: number | undefined,
  schoolYear: string | undefined,
): string {
  return JSON.stringify([
    region,
    programme.trim().toLowerCase(),
    subject.trim().toLowerCase(),
    grade ?? null,
    schoolYear ?? null,
  ]);
}

/**
 * Rise and fall from the work of grade g a year earlier to this one of grade g + 1, as standardised differences.
 *
 * Formula: (x̄₂ − X̄₂) / S₂ − (x̄₁ − X̄₁) / S₁, school lower case, region upper case, so that the change of the region is none;
 * variance w₁/m₁ + w₂/m₂ with w = variance within schools / S², as if the pupils were others: those who stay make it smaller,
 * and p larger than it need be.
 */
export function changeTests(
  work: RegionWork,
  cohorts: Cohorts,
  { alternatives }: OwnRules,
): readonly TestColumn[] {
  const earlier = cohorts.other(work, -1, 'no-earlier-results');
  const values = new Cohort(earlier, work, cohorts, 'no-earlier-results');
  return [
    values.judged('rise', 'upper', alternatives.change),
    values.judged('fall', 'lower', alternatives.change),
  ];
}

/** ВПР of grade 8 against ОГЭ a year later; `undefined` for other works. The column stands by the schools of the ВПР. */
export function examTest(
  work: RegionWork,
  cohorts: Cohorts,
  { alternatives }: OwnRules,
): TestColumn | undefined {
  const { programme, grade } = work.assessment;
  if (!sameName(programme, 'ВПР') || grade !== LAST_VPR_BEFORE_OGE) return undefined;
  const exam = cohorts.other(work, 1, 'no-exam', 'ОГЭ');
  return new Cohort(exam, work, cohorts, 'no-exam').judged('vpr-oge', 'upper', alternatives.change);
}

/** Standardised differences of the schools of `work` from their results in the other work. */
class Cohort {
  readonly #work: RegionWork;
  readonly #places: readonly (
    | { readonly n: number; readonly value: number; readonly variance: number }
    | { readonly n: number; readonly reason: UntestedReason }
  )[];

  constructor(
    other: RegionWork | UntestedReason,
    work: RegionWork,
    cohorts: Cohorts,
    without: UntestedReason,
  ) {
    this.#work = work;
    const own = cohorts.standardOf(work);
    const before = typeof other === 'string' ? undefined : cohorts.standardOf(other);
    this.#places = work.schools.map(({ school, counts }, place) => {
      const later = own.sumsAt(place);
      const { n } = later;
      if (typeof other === 'string') return { n, reason: other };
      const there = before?.placeOf(school);
      if (there === undefined || before === undefined) return { n, reason: without };
      if (counts.complete === undefined) return { n, reason: whyNoTotals(work) };
      if (other.schools[there]?.counts.complete === undefined) return { n, reason: whyNoTotals(other) };
      const earlier = before.sumsAt(there);
      const fewer = Math.min(n, earlier.n);
      if (fewer < FEWEST_PUPILS) return { n: fewer, reason: 'too-few' };
      const one = own.of(later);
      const two = before.of(earlier);
      if (one === undefined || two === undefined) return { n: fewer, reason: 'no-variation' };
      return { n: fewer, value: one - two, variance: own.within / n + before.within / earlier.n };
    });
  }

  judged(test: OwnTest, side: 'upper' | 'lower', away: number): TestColumn {
    const column = new UsualColumn(test, this.#work.schools.length);
    this.#places.forEach((of, place) => {
      if ('reason' in of) column.leaveOut(place, of.n, of.reason);
      else column.add(place, of.n, of.value, of.variance);
    });
    return column.judge(side, () => away);
  }
}

/** Means of schools in standard deviations of the pupils of the region. */
class Standard {
  readonly #schools: RegionWork['schools'];
  readonly #sums: readonly TotalSums[];
  #places: ReadonlyMap<string, number> | undefined;
  readonly #mean: number;
  readonly #sd: number;
  /** Share of the variance that is within schools. */
  readonly within: number;

  constructor({ whole, schools }: RegionWork) {
    const { n, sum, squares } = totalSums(whole.complete);
    this.#mean = n === 0 ? 0 : sum / n;
    this.#sd = n === 0 ? 0 : Math.sqrt(Math.max(0, n * squares - sum * sum)) / n;
    this.#schools = schools;
    this.#sums = schools.map(({ counts }) => totalSums(counts.complete));
    let pupils = 0;
    let deviations = 0;
    for (const own of this.#sums) {
      if (own.n < 2) continue;
      pupils += own.n - 1;
      deviations += own.squares - (own.sum * own.sum) / own.n;
    }
    this.within = pupils === 0 || this.#sd === 0 ? 1 : deviations / pupils / this.#sd ** 2;
  }

  /** Of the school at a place of the work. */
  sumsAt(place: number): TotalSums {
    return this.#sums[place] ?? NOBODY;
  }

  placeOf(school: string): number | undefined {
    this.#places ??= new Map(this.#schools.map((of, place) => [of.school, place]));
    return this.#places.get(school);
  }

  of({ n, sum }: TotalSums): number | undefined {
    return this.#sd === 0 || n === 0 ? undefined : (sum / n - this.#mean) / this.#sd;
  }
}

const NOBODY: TotalSums = { n: 0, sum: 0, squares: 0 };
const LAST_VPR_BEFORE_OGE = 8;
