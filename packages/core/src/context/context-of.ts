/**
 * Schools beside their conditions: what results are expected, who is above them in hard conditions («резильентные школы»).
 *
 * @module
 */

import type { ContextRules, ResilienceRules } from '../assessment/context-rules.js';
import { equalWeights, resilient } from '../assessment/context-rules.js';
import { fioko2026 } from '../assessment/finding-rules.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { firstYear } from '../foundation/school-year.js';
import { Z_95 } from '../statistics/intervals.js';
import { normalProbability } from '../statistics/normal.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { ContextIndex, ContextScale, LeftOutIndicator, SchoolPassport } from './context-index.js';
import { contextIndexOf, contextScale } from './context-index.js';
import type { RandomIntercept, SchoolSums } from './random-intercept.js';
import { fitRandomIntercept, schoolEffect } from './random-intercept.js';
import { rankShares } from './rank-share.js';
import type { SchoolResult, YearResults } from './school-results.js';
import { resultsByYear } from './school-results.js';

/** `resilient`: hard conditions and probably better than expected; `not`: conditions not hard, or probably not better. */
export type ResilienceClass = 'resilient' | 'not' | 'undetermined';

/** Third of the schools by results, and whether conditions are hard. */
export interface Quadrant {
  readonly result: 'high' | 'middle' | 'low';
  readonly hard: boolean;
}

/** One school; results are of the last school year, in standard deviations of the pupils of all schools. */
export interface SchoolContext {
  readonly school: string;
  readonly settlement?: string;
  /** The higher, the harder the conditions; `n` = pupils of the passport. */
  readonly index: Figure;
  readonly leftOut: readonly LeftOutIndicator[];
  /** The settlement type has too few schools for a scale of its own. */
  readonly onScaleOfAll: boolean;
  /** Works that do not count because the results of the school look doubtful, by id. */
  readonly doubtful: readonly string[];
  /** A test of objectivity flags a result of the school, of whatever year: it is no model before that has been looked at. */
  readonly flagged: boolean;
  /** Mean of all papers, 0 = mean of all pupils. */
  readonly result: Figure;
  /** Of schools with such an index. */
  readonly expected: Figure;
  /** Result above what is expected, drawn towards 0 as far as the school has few pupils. */
  readonly difference: Figure;
  /** That the true difference is above 0; absent where the difference is missing. */
  readonly probability?: number;
  readonly class: ResilienceClass;
  /** Absent where index or result is missing, or fewer than three schools have them. */
  readonly quadrant?: Quadrant;
}

export interface ContextAnalysis {
  /** In the order of their ids. */
  readonly schools: readonly SchoolContext[];
  /** To be kept: with it the schools of next year stand on the same scale. */
  readonly scale: ContextScale;
  /** Of the last school year; absent where there is none. */
  readonly model?: RandomIntercept;
  /** Results of the last school year. */
  readonly results: ReadonlyMap<string, SchoolResult>;
  readonly rules: ContextRules;
  readonly resilience: ResilienceRules;
  /** Fewest pupils in the results of a school for any conclusion. */
  readonly minPupils: number;
}

export interface ContextOptions {
  /** @defaultValue equalWeights */
  readonly rules?: ContextRules;
  /** @defaultValue resilient */
  readonly resilience?: ResilienceRules;
  /** Of another year; by default it is made from these passports. */
  readonly scale?: ContextScale;
  /** Results that look doubtful, as `doubtfulKey` of `/risk`; they do not count. */
  readonly doubtful?: ReadonlySet<string>;
  /** Schools of which a test of objectivity flags any result, by id: their results count, but they are no model. */
  readonly flagged?: ReadonlySet<string>;
  /** @defaultValue that of fioko2026 */
  readonly minPupils?: number;
}

/**
 * Index, expected results, class and quadrant of every school that has a passport, or results of the last school year.
 *
 * Results: see `resultsByYear`. Expected: by the index, in a model where schools differ beyond it (`fitRandomIntercept`). A pupil
 * who wrote several works is one pupil there, as if his papers told nothing more: differences are drawn to 0 rather too much
 * than too little. Hard conditions: rank of the index among all schools within the hardest share. Thirds of results: ranks.
 * Edge cases: fewer schools with both than `minSchools` → `too-few-schools`, and only the quadrant is left; what is missing of a
 * school is missing with its reason, and the school stays. Of two passports of a school the first counts.
 * Not for ranking schools: intervals of neighbours overlap. Source: Goldstein (2011), Multilevel Statistical Models, 2.
 */
export function contextOf(
  summaries: Iterable<AssessmentSummary>,
  passports: readonly SchoolPassport[],
  {
    rules = equalWeights,
    resilience = resilient,
    scale,
    doubtful = new Set(),
    flagged = new Set(),
    minPupils = fioko2026.minPupils,
  }: ContextOptions = {},
): ContextAnalysis {
  const bySchool = new Map<string, SchoolPassport>();
  for (const passport of passports)
    if (!bySchool.has(passport.school)) bySchool.set(passport.school, passport);
  const own = scale ?? contextScale([...bySchool.values()], rules);
  const indices = new Map(
    [...bySchool].map(([school, passport]) => [school, contextIndexOf(passport, rules, own)]),
  );
  const byYear = resultsByYear(summaries, doubtful);
  const years = lastYears(byYear, resilience.years).map((year) => new YearModel(year, indices, resilience));
  const [last] = years;
  const results = last?.results ?? new Map<string, SchoolResult>();
  const isHard = hardness(indices, resilience.hardShare);
  const third = thirds(results);
  const ids = [...new Set([...indices.keys(), ...results.keys(), ...(last?.doubtful.keys() ?? [])])].sort(
    compareText,
  );
  return {
    schools: ids.map((school): SchoolContext => {
      const settlement = bySchool.get(school)?.settlement;
      const of = indices.get(school) ?? NO_PASSPORT;
      const hard = isHard(of);
      const result = third(school);
      return {
        school,
        ...(settlement === undefined ? {} : { settlement }),
        ...of,
        doubtful: last?.doubtful.get(school) ?? [],
        flagged: flagged.has(school),
        ...(last?.of(school) ?? NO_RESULTS),
        class: classOf(hard, years, school, resilience),
        ...(hard === undefined || result === undefined ? {} : { quadrant: { result, hard } }),
      };
    }),
    scale: own,
    ...(last?.model === undefined ? {} : { model: last.model }),
    results,
    rules,
    resilience,
    minPupils,
  };
}

type YearFigures = Pick<SchoolContext, 'result' | 'expected' | 'difference' | 'probability'>;

/** Expected results in one school year. */
class YearModel {
  readonly results: ReadonlyMap<string, SchoolResult>;
  readonly doubtful: YearResults['doubtful'];
  readonly #wrote: YearResults['wrote'];
  readonly model: RandomIntercept | undefined;
  readonly #indices: ReadonlyMap<string, ContextIndex>;
  /** Why there is no model, where there is none. */
  readonly #without: 'too-few-schools' | 'too-few' | 'no-variation';
  readonly #pupils: number;

  constructor(
    { schools, variance, doubtful, wrote }: Omit<YearResults, 'schoolYear'>,
    indices: ReadonlyMap<string, ContextIndex>,
    { minSchools }: ResilienceRules,
  ) {
    this.results = schools;
    this.doubtful = doubtful;
    this.#wrote = wrote;
    this.#indices = indices;
    const sums = [...schools].flatMap(([school, of]) => {
      const index = indices.get(school)?.index;
      return index?.kind === 'known' ? [sumsOf(of, index.estimate)] : [];
    });
    this.#pupils = sums.reduce((sum, { n }) => sum + n, 0);
    const isFew = sums.length < minSchools;
    this.model = isFew || variance === undefined ? undefined : fitRandomIntercept(sums, variance);
    this.#without = isFew ? 'too-few-schools' : variance === undefined ? 'too-few' : 'no-variation';
  }

  of(school: string): YearFigures {
    const own = this.results.get(school);
    const index = this.#indices.get(school)?.index ?? NO_PASSPORT.index;
    const why = this.#why(school);
    const result = own === undefined ? missing(why) : known(own.papers.sum / own.papers.n, own.pupils);
    const { n } = result;
    if (index.kind === 'missing') {
      return { result, expected: missing(index.reason, n), difference: missing(index.reason, n) };
    }
    const { model } = this;
    if (model === undefined) {
      return { result, expected: missing(this.#without, n), difference: missing(this.#without, n) };
    }
    if (own === undefined) {
      const expected = model.intercept + model.slope * index.estimate;
      return { result, expected: known(expected, this.#pupils), difference: missing(why) };
    }
    const { expected, effect, variance } = schoolEffect(sumsOf(own, index.estimate), model);
    const error = Math.sqrt(variance);
    return {
      result,
      expected: known(expected, this.#pupils),
      difference:
        error === 0
          ? known(effect, n)
          : known(effect, n, { low: effect - Z_95 * error, high: effect + Z_95 * error, method: 'normal' }),
      probability: error === 0 ? (Math.sign(effect) + 1) / 2 : normalProbability(effect / error),
    };
  }

  /** Why a school has no result. */
  #why(school: string): MissingReason {
    if (this.doubtful.has(school)) return 'doubtful';
    return this.#wrote.has(school) ? 'no-complete' : 'no-pupils';
  }
}

function sumsOf({ papers, pupils }: SchoolResult, x: number): SchoolSums {
  return { n: pupils, mean: papers.sum / papers.n, x };
}

/** The last school years, one after the other; a year without results stands there empty. */
function lastYears(
  byYear: readonly YearResults[],
  years: number,
): readonly Omit<YearResults, 'schoolYear'>[] {
  const [last] = byYear;
  if (last === undefined) return [];
  const start = firstYear(last.schoolYear);
  return Array.from(
    { length: Math.max(1, years) },
    (_, before) => byYear.find(({ schoolYear }) => firstYear(schoolYear) === start - before) ?? EMPTY_YEAR,
  );
}

/** Whether conditions are hard; absent without an index, or where fewer than three schools have one. */
function hardness(
  indices: ReadonlyMap<string, ContextIndex>,
  hardShare: number,
): (of: ContextIndex) => boolean | undefined {
  const values = [...indices.values()].flatMap(({ index }) =>
    index.kind === 'known' ? [index.estimate] : [],
  );
  const share = rankShares(values);
  return ({ index }) =>
    index.kind === 'missing' || values.length < FEWEST_RANKED
      ? undefined
      : share(index.estimate) > 1 - hardShare;
}

function thirds(
  results: ReadonlyMap<string, SchoolResult>,
): (school: string) => Quadrant['result'] | undefined {
  const meanOf = ({ papers }: SchoolResult) => papers.sum / papers.n;
  const share = rankShares([...results.values()].map(meanOf));
  return (school) => {
    const own = results.get(school);
    if (own === undefined || results.size < FEWEST_RANKED) return undefined;
    const of = share(meanOf(own));
    return of < 1 / 3 ? 'low' : of > 2 / 3 ? 'high' : 'middle';
  };
}

function classOf(
  hard: boolean | undefined,
  years: readonly YearModel[],
  school: string,
  { probability: from }: ResilienceRules,
): ResilienceClass {
  if (hard === false) return 'not';
  if (hard === undefined || years.length === 0) return 'undetermined';
  const probabilities = years.map((year) => year.of(school).probability);
  if (probabilities.some((each) => each !== undefined && each <= 1 - from)) return 'not';
  return probabilities.every((each) => each !== undefined && each >= from) ? 'resilient' : 'undetermined';
}

const NO_PASSPORT: ContextIndex = { index: missing('no-context'), leftOut: [], onScaleOfAll: false };
const NO_RESULTS: YearFigures = {
  result: missing('no-pupils'),
  expected: missing('no-pupils'),
  difference: missing('no-pupils'),
};
const EMPTY_YEAR = {
  schools: new Map(),
  wrote: new Set<string>(),
  doubtful: new Map(),
  variance: undefined,
};
const FEWEST_RANKED = 3;
