/**
 * The same pupils in two works a year apart: changes from grade to grade, and ВПР against ОГЭ.
 *
 * @module
 */
import { procedureOf, sameName } from '../assessment/procedure.js';
import type { TotalMoments } from '../tally/total-moments.js';
import type { KeptWork } from './kept-work.js';
import { shiftedYear } from './region-works.js';
import type { OwnRules } from './rules.js';
import type { OwnTest, UntestedReason } from './test-column.js';
import { TestColumn } from './test-column.js';
import { FEWEST_PUPILS } from './totals-tests.js';
import { UsualColumn } from './usual-column.js';

/** Finds the work of a cohort a year earlier or later. */
export class Cohorts {
  readonly #works = new Map<string, KeptWork[]>();
  readonly #standards = new Map<KeptWork, Standard>();

  constructor(works: readonly KeptWork[]) {
    for (const work of works) {
      const key = keyOf(work.region, work.assessment, work.assessment.schoolYear);
      const there = this.#works.get(key);
      if (there === undefined) this.#works.set(key, [work]);
      else there.push(work);
    }
  }

  /** The work of the same pupils `years` later (below zero: earlier), or why there is none. */
  other(
    { region, assessment }: KeptWork,
    years: 1 | -1,
    without: UntestedReason,
    programme = assessment.programme,
  ): KeptWork | UntestedReason {
    const { subject, grade, schoolYear } = assessment;
    const year = shiftedYear(schoolYear, years);
    if (grade === undefined || year === undefined) return without;
    const found = this.#works.get(keyOf(region, { programme, subject, grade: grade + years }, year)) ?? [];
    const [first, second] = found;
    if (first === undefined) return without;
    return second === undefined ? first : 'several-works';
  }

  /** Kept: a work is looked at by itself, from the year after and from the exam. */
  standardOf(work: KeptWork): Standard {
    const there = this.#standards.get(work);
    if (there !== undefined) return there;
    const made = new Standard(work);
    this.#standards.set(work, made);
    return made;
  }
}

function keyOf(
  region: string,
  work: Parameters<typeof procedureOf>[0],
  schoolYear: string | undefined,
): string {
  return JSON.stringify([region, procedureOf(work), schoolYear ?? null]);
}

/**
 * Rise and fall from the work of grade g a year earlier to this one of grade g + 1, as standardised differences.
 *
 * Formula: (x̄₂ − X̄₂) / S₂ − (x̄₁ − X̄₁) / S₁, school lower case, region upper case, so that the change of the region is none;
 * variance w₁/m₁ + w₂/m₂ with w = variance within schools / S², as if the pupils were others: those who stay make it smaller,
 * and p larger than it need be.
 */
export function changeTests(
  work: KeptWork,
  cohorts: Cohorts,
  { alternatives, level }: OwnRules,
): readonly TestColumn[] {
  const earlier = cohorts.other(work, -1, 'no-earlier-results');
  const values = new Cohort(earlier, work, cohorts, 'no-earlier-results');
  return [
    values.judged('rise', 'upper', alternatives.change, level),
    values.judged('fall', 'lower', alternatives.change, level),
  ];
}

/** ВПР of grade 8 against ОГЭ a year later; `undefined` for other works. The column stands by the schools of the ВПР. */
export function examTest(
  work: KeptWork,
  cohorts: Cohorts,
  { alternatives, level }: OwnRules,
): TestColumn | undefined {
  const { programme, grade } = work.assessment;
  if (!sameName(programme, 'ВПР') || grade !== LAST_VPR_BEFORE_OGE) return undefined;
  const exam = cohorts.other(work, 1, 'no-exam', 'ОГЭ');
  return new Cohort(exam, work, cohorts, 'no-exam').judged('vpr-oge', 'upper', alternatives.change, level);
}

/** Standardised differences of the schools of `work` from their results in the other work, by place. */
class Cohort {
  readonly #n: Int32Array;
  readonly #values: Float64Array;
  readonly #variances: Float64Array;
  /** Absent where there is a value. */
  readonly #reasons: (UntestedReason | undefined)[] = [];
  /** Why no school has one. */
  readonly #allOut: UntestedReason | undefined;

  constructor(other: KeptWork | UntestedReason, work: KeptWork, cohorts: Cohorts, without: UntestedReason) {
    const { schools } = work;
    if (typeof other === 'string') {
      this.#allOut = other;
      this.#n = work.sums.n;
      this.#values = NO_VALUES;
      this.#variances = NO_VALUES;
      return;
    }
    this.#n = work.sums.n.slice();
    this.#values = new Float64Array(schools.length);
    this.#variances = new Float64Array(schools.length);
    const own = cohorts.standardOf(work);
    const before = cohorts.standardOf(other);
    schools.forEach((school, place) => {
      const there = before.placeOf(school);
      this.#reasons[place] = undefined;
      if (there === undefined) this.#reasons[place] = without;
      else if (work.sums.n[place] === 0) this.#reasons[place] = work.withoutTotals;
      else if (other.sums.n[there] === 0) this.#reasons[place] = other.withoutTotals;
      else this.#compare(place, work.sums.at(place), own, other.sums.at(there), before);
    });
  }

  #compare(place: number, later: TotalMoments, own: Standard, earlier: TotalMoments, before: Standard): void {
    const fewer = Math.min(later.n, earlier.n);
    this.#n[place] = fewer;
    if (fewer < FEWEST_PUPILS) {
      this.#reasons[place] = 'too-few';
      return;
    }
    const variance = own.within / later.n + before.within / earlier.n;
    // Without variance all pupils of each school have one total: nothing says how far schools differ by chance.
    if (!(variance > 0)) {
      this.#reasons[place] = 'no-variation';
      return;
    }
    this.#values[place] = own.of(later) - before.of(earlier);
    this.#variances[place] = variance;
  }

  judged(test: OwnTest, side: 'upper' | 'lower', away: number, level: number): TestColumn {
    const schools = this.#n.length;
    if (this.#allOut !== undefined) {
      return new TestColumn(test, schools).leaveAllOut(this.#allOut, (place) => this.#n[place] ?? 0);
    }
    const column = new UsualColumn(test, schools);
    for (let place = 0; place < schools; place++) {
      const n = this.#n[place] ?? 0;
      const reason = this.#reasons[place];
      if (reason !== undefined) column.leaveOut(place, n, reason);
      else column.add(place, n, this.#values[place] ?? 0, this.#variances[place] ?? 0);
    }
    return column.judge(side, () => away, level);
  }
}

/** Means of schools in standard deviations of the pupils of the region. */
class Standard {
  readonly #schools: readonly string[];
  #places: ReadonlyMap<string, number> | undefined;
  readonly #mean: number;
  readonly #sd: number;
  /** Share of the variance that is within schools; NaN where all totals are equal. */
  readonly within: number;

  constructor({ whole, schools, sums }: KeptWork) {
    const { n, sum, sumOfSquares } = whole;
    this.#mean = sum / n;
    this.#sd = Math.sqrt(Math.max(0, n * sumOfSquares - sum * sum)) / n;
    this.#schools = schools;
    let pupils = 0;
    let deviations = 0;
    for (let place = 0; place < schools.length; place++) {
      const own = sums.at(place);
      if (own.n < 2) continue;
      pupils += own.n - 1;
      deviations += own.sumOfSquares - (own.sum * own.sum) / own.n;
    }
    this.within = deviations / pupils / this.#sd ** 2;
  }

  placeOf(school: string): number | undefined {
    this.#places ??= new Map(this.#schools.map((school, place) => [school, place]));
    return this.#places.get(school);
  }

  /** Of a school with pupils. */
  of({ n, sum }: TotalMoments): number {
    return (sum / n - this.#mean) / this.#sd;
  }
}

const NO_VALUES = new Float64Array();
const LAST_VPR_BEFORE_OGE = 8;
