/**
 * Low results of all schools, work by work.
 *
 * @module
 */
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { procedureOf } from '../assessment/procedure.js';
import { once } from '../foundation/once.js';
import { compareText } from '../foundation/order.js';
import { firstYear } from '../foundation/school-year.js';
import type { LowResultCounts } from '../solve-rates/low-result-counts.js';
import { lowResultCounts } from '../solve-rates/low-result-counts.js';
import type { GroupCount } from '../statistics/group-sums.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { RoundedPriors } from './rounded.js';
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';
import { sharePriors } from './share-priors.js';

/** Why results of a school are not counted: `no-marks` = enough pupils wrote, but too few of them have a mark. */
export type LeftOut = 'too-few' | 'no-marks' | 'doubtful';

/** Where marks are uncertain, the fewest low results that there may be or the most. */
export type Bound = 'fewest' | 'most';

/** Which results are not to be counted, and with whom schools are compared. */
interface WorkOptions {
  readonly isDoubtful: (school: string, assessment: string) => boolean;
  readonly similarSchools: ReadonlyMap<string, string>;
}

/** Schools in the order in which they were met. A region has a million cells, so these know schools by their places here. */
export class SchoolPlaces {
  readonly ids: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(school: string): number {
    const there = this.#places.get(school);
    if (there !== undefined) return there;
    this.#places.set(school, this.ids.length);
    return this.ids.push(school) - 1;
  }
}

/** Results of all schools on one work; schools by their place. */
export class Work {
  readonly id: string;
  readonly schoolYear: string | undefined;
  readonly procedure: string;
  readonly #lows: Int32Array;
  /** Of the pupils: may have a low result or not; and those whose mark is known, by school. Schools with untaught items only. */
  readonly #doubts: ReadonlyMap<number, LowResultCounts>;
  readonly #pupils: Int32Array;
  readonly #states: Uint8Array;
  readonly #minPupils: number;
  readonly #ids: readonly string[];
  readonly #similar: ReadonlyMap<string, string>;
  readonly #priors = once(() => this.#makePriors());
  /** By school, as far as somebody asked. */
  readonly #askedPriors: (SharePrior | undefined)[] = [];

  /** Reads one summary, of which nothing is kept. */
  constructor(
    { assessment, groups }: AssessmentSummary,
    rules: LowResultsRules,
    { isDoubtful, similarSchools }: WorkOptions,
    schools: SchoolPlaces,
  ) {
    this.id = assessment.id;
    this.schoolYear = assessment.schoolYear;
    this.procedure = procedureOf(assessment);
    this.#ids = schools.ids;
    this.#similar = similarSchools;
    const room = schools.ids.length + groups.length;
    const lows = new Int32Array(room);
    const pupils = new Int32Array(room);
    const states = new Uint8Array(room);
    const doubts = new Map<number, LowResultCounts>();
    for (const { level, unit, counts } of groups) {
      if (level !== 'school') continue;
      const school = schools.placeOf(unit);
      if (counts.wrote === 0) continue;
      const results = lowResultCounts(assessment, counts);
      const { count, n, known } = results;
      if (known.n < n) doubts.set(school, results);
      lows[school] = count;
      pupils[school] = n;
      states[school] =
        rules.excludeDoubtful && isDoubtful(unit, assessment.id)
          ? DOUBTFUL
          : n >= rules.minPupils
            ? COUNTED
            : counts.wrote >= rules.minPupils
              ? NO_MARKS
              : TOO_FEW;
    }
    // Groups of classes need no room.
    this.#lows = lows.slice(0, schools.ids.length);
    this.#pupils = pupils.slice(0, schools.ids.length);
    this.#states = states.slice(0, schools.ids.length);
    this.#doubts = doubts;
    this.#minPupils = rules.minPupils;
  }

  /** Whether the school has results here; they may be left out. */
  has(school: number): boolean {
    return (this.#states[school] ?? ABSENT) !== ABSENT;
  }

  /** Whether its results count. */
  counts(school: number): boolean {
    return this.#states[school] === COUNTED;
  }

  leftOut(school: number): LeftOut | undefined {
    const state = this.#states[school];
    return LEFT_OUT[state ?? ABSENT];
  }

  /** Pupils with a low result: the fewest that there may be, or the most. */
  low(school: number, bound: Bound = 'fewest'): number {
    return (this.#lows[school] ?? 0) + (bound === 'most' ? this.uncertain(school) : 0);
  }

  /** Pupils who may have a low result or not, since some items were not taught. */
  uncertain(school: number): number {
    return this.#doubts.get(school)?.uncertain ?? 0;
  }

  /** Pupils with any result. */
  n(school: number): number {
    return this.#pupils[school] ?? 0;
  }

  /**
   * What the school says about others: results of pupils whose mark is given or follows from every item. Which marks are certain
   * in spite of untaught items depends on the totals, so the share among those is nobody's.
   */
  known(school: number): GroupCount | undefined {
    if (!this.counts(school)) return undefined;
    const known = this.#doubts.get(school)?.known;
    if (known === undefined) return { count: this.low(school), n: this.n(school) };
    return known.n < this.#minPupils ? undefined : known;
  }

  /** What the others say of a school that counts, rounded. */
  prior(school: number): SharePrior {
    const made = this.#askedPriors[school] ?? this.#priors()(school)(school);
    this.#askedPriors[school] = made;
    return made;
  }

  /** Of the schools that count, when one of them says nothing about the others either. */
  priorsWithout(school: number): (of: number) => SharePrior {
    return this.#priors()(school);
  }

  #makePriors(): (without: number) => (school: number) => SharePrior {
    const all: GroupCount[] = [];
    const byKey = new Map<string, GroupCount[]>();
    for (let school = 0; school < this.#states.length; school++) {
      const of = this.known(school);
      if (of === undefined) continue;
      all.push(of);
      const key = this.similarTo(school);
      if (key === undefined) continue;
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [of]);
      else there.push(of);
    }
    const rounded = new RoundedPriors();
    const roundedOf = (schools: readonly GroupCount[]) => {
      const prior = sharePriors(schools);
      return (school: GroupCount) => rounded.of(prior(school));
    };
    const whole = roundedOf(all);
    // Fewer similar schools tell less than all do.
    const apart = new Map(
      [...byKey].flatMap(([key, of]) => (of.length <= FEWEST_SIMILAR ? [] : [[key, roundedOf(of)]])),
    );
    return (without) => {
      const left = this.known(without) ?? NOBODY;
      const prior = whole(left);
      if (apart.size === 0) return () => prior;
      const leftKey = this.similarTo(without);
      return (school) => {
        const key = this.similarTo(school);
        const similar = apart.get(key ?? '');
        return similar === undefined ? prior : similar(key === leftKey ? left : NOBODY);
      };
    };
  }

  /** Names the kind of schools that it is one of, if that is known. */
  similarTo(school: number): string | undefined {
    return this.#similar.size === 0 ? undefined : this.#similar.get(this.#ids[school] ?? '');
  }
}

/** A school that says nothing to the others is judged by all of them; nobody of another kind is left out. */
const NOBODY: GroupCount = { count: 0, n: 0 };
const ABSENT = 0;
const COUNTED = 1;
const TOO_FEW = 2;
const DOUBTFUL = 3;
const NO_MARKS = 4;
const LEFT_OUT: readonly (LeftOut | undefined)[] = [undefined, undefined, 'too-few', 'doubtful', 'no-marks'];
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
    const before = work.schoolYear === undefined ? -1 : firstYear(year) - firstYear(work.schoolYear);
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
