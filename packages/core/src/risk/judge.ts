/**
 * One ruleset, applied to one school after the other.
 *
 * @module
 */
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { shareOf } from '../solve-rates/solve-rate.js';
import type { SchoolWork } from './alike-works.js';
import { alikenessOf } from './alike-works.js';
import type { MovableWork } from './class-stability.js';
import { pupilsToOther } from './class-stability.js';
import type { LowResultsCell, RiskClass, SchoolRisk } from './low-results.js';
import type { ByYear } from './rule-chance.js';
import { isListed, isLowThroughout, isMet, RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import type { SharePrior } from './share-priors.js';
import { MANY_SCHOOLS } from './share-priors.js';
import type { LowWork } from './to-exit.js';
import { fewerToExit, fewerUnderBorder, isLowShare } from './to-exit.js';
import type { WorkChance } from './work-chance.js';
import { workChances } from './work-chance.js';
import type { SchoolCounts, Work } from './works.js';

type ChanceOf = ReturnType<typeof workChances>;

/** What a school is judged by, given the others. */
interface Others {
  readonly levels: SchoolLevels;
  readonly alike: number;
  readonly chances: Map<SharePrior, ChanceOf>;
}

export class Judge {
  readonly #rules: LowResultsRules;
  readonly #rule: RuleChance;
  /** By procedure, then years before the last. */
  readonly #procedures: readonly ByYear<Work>[];
  readonly #schools: readonly string[];
  readonly #alikeness: ReturnType<typeof alikenessOf>;
  /** The same for all schools, when there are many. */
  readonly #all: Others | undefined;

  constructor(procedures: readonly ByYear<Work>[], schools: readonly string[], rules: LowResultsRules) {
    this.#rules = rules;
    this.#rule = new RuleChance(rules);
    this.#procedures = procedures;
    this.#schools = schools;
    this.#alikeness = alikenessOf(this.#worksBySchool());
    this.#all = schools.length > MANY_SCHOOLS ? this.#others() : undefined;
  }

  schools(): readonly SchoolRisk[] {
    return this.#schools.map((school) => this.#risk(school));
  }

  *#worksBySchool(): Iterable<readonly ByYear<SchoolWork>[]> {
    for (const school of this.#schools) yield this.#worksOf(school);
  }

  #worksOf(school: string): readonly ByYear<SchoolWork>[] {
    return this.#procedures.map((byYear) =>
      byYear.map((work) => {
        const of = countsOf(work, school);
        return work === undefined || of === undefined ? undefined : { ...of, prior: work.prior(school, of) };
      }),
    );
  }

  #others(without?: readonly ByYear<SchoolWork>[]): Others {
    const alikeness = this.#alikeness(without);
    return {
      levels: new SchoolLevels(alikeness, this.#rule.patterns),
      alike: alikeness.school + alikeness.work,
      chances: new Map(),
    };
  }

  #othersOf(school: string): Others {
    return this.#all ?? this.#others(this.#worksOf(school));
  }

  #chanceOf({ alike, chances }: Others, prior: SharePrior): ChanceOf {
    const there = chances.get(prior);
    if (there !== undefined) return there;
    const made = workChances(prior, alike, this.#rules.shareFrom);
    chances.set(prior, made);
    return made;
  }

  #risk(school: string): SchoolRisk {
    const works = this.#procedures.flatMap((byYear) => this.#workOf(byYear, school) ?? []);
    const plain = works.map(({ exit }) => exit);
    const listed = isListed(
      plain.map(({ low }) => low),
      this.#rules,
    );
    const cells = () => this.#cells(school, listed);
    const identity = { school, ruleset: this.#rules.id, listed, cells };
    if (works.length === 0) {
      return { ...identity, class: 'too-few', share: missing('too-few'), triggered: [] };
    }
    const others = this.#othersOf(school);
    const movable = works.map(({ of }) => this.#movable(of, school, others));
    const probability = others.levels.chance(
      movable.map((work) => others.levels.ofWork(work.chances)),
      this.#rule,
    );
    const riskClass = this.#classOf(probability);
    const stability = this.#stability(movable, others.levels, riskClass);
    const count = works.reduce((sum, { last }) => sum + (last?.count ?? 0), 0);
    const n = works.reduce((sum, { last }) => sum + (last?.n ?? 0), 0);
    return {
      ...identity,
      class: riskClass,
      probability,
      share: n === 0 ? missing('no-pupils') : shareOf(count, n),
      triggered: listed
        ? cells()
            .flatMap(({ triggered, assessment }) => (triggered ? [assessment] : []))
            .sort(compareText)
        : [],
      ...(listed ? { distanceToExit: fewerToExit(plain, this.#rules) } : {}),
      ...(stability === undefined ? {} : { stability }),
    };
  }

  /** Absent when no year of the work counts for the school. */
  #workOf(
    of: ByYear<Work>,
    school: string,
  ): { readonly of: ByYear<Work>; readonly exit: LowWork; readonly last?: SchoolCounts } | undefined {
    const { shareFrom } = this.#rules;
    const counts = of.map((work) => countsOf(work, school));
    if (counts.every((each) => each === undefined)) return undefined;
    const low = counts.map((each) => each && isLowShare(each.count, each.n, shareFrom));
    const [last] = counts;
    if (last === undefined) return { of, exit: { low, fewer: 0 } };
    const fewer = low[0] === true ? fewerUnderBorder(last.count, last.n, shareFrom) : 0;
    return { of, exit: { low, fewer }, last };
  }

  #movable(of: ByYear<Work>, school: string, others: Others): MovableWork {
    const [work] = of;
    const counts = countsOf(work, school);
    const chanceOf = (each: Work | undefined) => {
      const there = countsOf(each, school);
      return each === undefined || there === undefined
        ? undefined
        : this.#chanceOf(others, each.prior(school, there));
    };
    const chances = of.map((each): WorkChance | undefined => {
      const there = countsOf(each, school);
      return there && chanceOf(each)?.(there.count, there.n);
    });
    const chance = chanceOf(work);
    return counts === undefined || chance === undefined
      ? { chances }
      : { chances, last: { counts, chance: (count) => chance(count, counts.n) } };
  }

  #classOf(probability: number): Exclude<RiskClass, 'too-few'> {
    if (probability >= this.#rules.probability) return 'low';
    return probability <= 1 - this.#rules.probability ? 'not-low' : 'undetermined';
  }

  #stability(works: readonly MovableWork[], levels: SchoolLevels, own: RiskClass): number | undefined {
    const isOther = (probability: number) => this.#classOf(probability) !== own;
    const by = { levels, rule: this.#rule };
    const worse = own === 'low' ? undefined : pupilsToOther(works, by, 1, isOther);
    const better = own === 'not-low' ? undefined : pupilsToOther(works, by, -1, isOther);
    if (worse === undefined || better === undefined) return worse ?? better;
    return Math.min(worse, better);
  }

  #cells(school: string, listed: boolean): readonly LowResultsCell[] {
    const { shareFrom, conditions } = this.#rules;
    const low = this.#procedures.map((byYear) =>
      byYear.map((work) => {
        const of = countsOf(work, school);
        return of !== undefined && isLowShare(of.count, of.n, shareFrom);
      }),
    );
    const met = listed ? conditions.filter((condition) => isMet(low, condition)) : [];
    const others = this.#othersOf(school);
    const chances = this.#procedures.map((byYear) =>
      others.levels.ofWork(this.#movable(byYear, school, others).chances),
    );
    return this.#procedures
      .flatMap((byYear, place) =>
        byYear.flatMap((work, before): readonly LowResultsCell[] => {
          const of = work?.schools.get(school);
          if (work?.schoolYear === undefined || of === undefined) return [];
          const isLow = low[place]?.[before] ?? false;
          return [
            {
              assessment: work.id,
              schoolYear: work.schoolYear,
              low: of.count,
              share: of.n === 0 ? missing('no-marks') : shareOf(of.count, of.n),
              isLow: of.n > 0 && isLowShare(of.count, of.n, shareFrom),
              ...(of.leftOut === undefined
                ? { probability: others.levels.chanceOfWork(chances, place, before) }
                : { leftOut: of.leftOut }),
              triggered: met.some(
                ({ same, years }) =>
                  isLow && before < years && (!same || isLowThroughout(low[place] ?? [], years)),
              ),
            },
          ];
        }),
      )
      .sort(
        (one, other) =>
          compareText(other.schoolYear, one.schoolYear) || compareText(one.assessment, other.assessment),
      );
  }
}

/** Results of a school that count. */
function countsOf(work: Work | undefined, school: string): SchoolCounts | undefined {
  const of = work?.schools.get(school);
  return of === undefined || of.leftOut !== undefined ? undefined : of;
}
