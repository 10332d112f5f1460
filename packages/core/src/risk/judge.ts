/**
 * One ruleset, applied to one school after the other.
 *
 * @module
 */
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import type { Figure } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { shareOf } from '../solve-rates/solve-rate.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { wilsonInterval } from '../statistics/intervals.js';
import { alikenessOf } from './alike-works.js';
import type { JudgedBy, MovableWork } from './class-stability.js';
import { pupilsToOther } from './class-stability.js';
import { LATTICE_STEP, latticeStep } from './level-lattice.js';
import { ListingChance } from './listing-chance.js';
import type { LowResultsCell, RiskClass, SchoolRisk, ShareBounds, UncertainResults } from './low-results.js';
import { roundedAlikeness, roundedStep } from './rounded.js';
import type { ByYear } from './rule-chance.js';
import { isListed, isLowThroughout, isMet, RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import type { SharePrior } from './share-priors.js';
import type { LowWork } from './to-exit.js';
import { fewerToExit, fewerUnderBorder, isLowShare } from './to-exit.js';
import type { WorkChance } from './work-chance.js';
import { workChances } from './work-chance.js';
import type { WorkLevels } from './work-levels.js';
import type { Bound, Work } from './works.js';

type ChanceOf = ReturnType<typeof workChances>;

/** What schools are judged by of whom the others say the same, but for the priors of their works. */
interface Others extends JudgedBy {
  readonly chances: Map<SharePrior, ChanceOf>;
}

/** What results of a school say when so many of the uncertain ones are low. */
interface Chances {
  readonly movable: readonly MovableWork[];
  readonly levelsOf: readonly WorkLevels[];
  readonly probability: number;
  readonly class: Exclude<RiskClass, 'too-few'>;
}

/** All works of the last year that count, together. */
interface LastYear extends GroupCount {
  readonly uncertain: number;
}

export class Judge {
  readonly #rules: LowResultsRules;
  readonly #rule: RuleChance;
  /** By procedure, then years before the last. */
  readonly #procedures: readonly ByYear<Work>[];
  /** Ids by place. */
  readonly #ids: readonly string[];
  /** By school; one object for all of whom the others say the same. */
  readonly #others: readonly Others[];

  /** `ids`: schools by the places that the works know them by. */
  constructor(procedures: readonly ByYear<Work>[], ids: readonly string[], rules: LowResultsRules) {
    this.#rules = rules;
    this.#rule = new RuleChance(rules);
    this.#procedures = procedures;
    this.#ids = ids;
    this.#others = this.#othersBySchool();
  }

  /** In the order of ids. */
  schools(): readonly SchoolRisk[] {
    return this.#others
      .map((others, school) => this.#risk(school, others))
      .sort((one, other) => compareText(one.school, other.school));
  }

  #othersBySchool(): readonly Others[] {
    const alikenessWithout = alikenessOf(this.#procedures, this.#ids.length);
    const speaks = this.#ids.map((_, school) => this.#speaks(school));
    const speaking = speaks.filter(Boolean).length;
    const known = new Map<string, Others>();
    return speaks.map((isOne, school) => {
      const alikeness = roundedAlikeness(alikenessWithout(school));
      const others = speaking - Number(isOne);
      const step = roundedStep(
        latticeStep(alikeness, {
          works: this.#procedures.length,
          years: this.#rule.years,
          priors: this.#priors(school),
        }),
        LATTICE_STEP,
      );
      const key = [alikeness.school, alikeness.work, others, step].join(' ');
      const there = known.get(key) ?? this.#othersBy(new SchoolLevels(alikeness, others, step));
      known.set(key, there);
      return there;
    });
  }

  #othersBy(levels: SchoolLevels): Others {
    return {
      levels,
      rule: this.#rule,
      listing: new ListingChance(this.#rule, levels.weights),
      chances: new Map(),
    };
  }

  #speaks(school: number): boolean {
    return this.#procedures.some((byYear) => byYear.some((work) => work?.known(school) !== undefined));
  }

  /** What a school is judged by, as far as it speaks for its level. */
  #priors(school: number): readonly SharePrior[] {
    const priors: SharePrior[] = [];
    for (const byYear of this.#procedures) {
      for (const work of byYear) {
        if (!work?.counts(school)) continue;
        const prior = work.prior(school);
        if (prior.spread !== 'unknown') priors.push(prior);
      }
    }
    return priors;
  }

  #chanceOf({ chances, levels }: Others, prior: SharePrior): ChanceOf {
    const there = chances.get(prior);
    if (there !== undefined) return there;
    const made = workChances(prior, this.#rules.shareFrom, levels);
    chances.set(prior, made);
    return made;
  }

  #risk(school: number, others: Others): SchoolRisk {
    const works = this.#procedures.filter((byYear) => byYear.some((work) => work?.counts(school)));
    const uncertain = this.#uncertain(works, school);
    const plain = works.map((byYear) => this.#plain(byYear, school));
    const low = plain.map((work) => work.low);
    const listed = isListed(low, this.#rules);
    const isOpen = !listed && uncertain !== undefined && this.#isListed(works, school, 'most');
    const cells = () => this.#cells(school, listed, others);
    const identity = {
      school: this.#ids[school] ?? '',
      ruleset: this.#rules.id,
      ...(isOpen ? {} : { listed }),
      cells,
    };
    if (works.length === 0) {
      return { ...identity, class: 'too-few', share: missing('too-few'), triggered: [] };
    }
    const share = this.#shareOf(works, school);
    const about = { ...identity, share, ...(uncertain === undefined ? {} : { uncertain }) };
    const atMost = low.map((byYear) => byYear.map((isLow) => isLow !== undefined));
    if (!isListed(atMost, this.#rules)) return { ...about, class: 'too-few', triggered: [] };
    others.levels.reuse();
    const fewest = this.#chances(works, school, others, 'fewest');
    const most = uncertain === undefined ? fewest : this.#chances(works, school, others, 'most');
    const riskClass = fewest.class === most.class ? fewest.class : 'undetermined';
    const stability = this.#stability({ fewest, most }, others, riskClass);
    return {
      ...about,
      ...(uncertain === undefined
        ? {}
        : {
            uncertain: {
              ...uncertain,
              decides: isOpen || fewest.class !== most.class,
              probabilityAtMost: most.probability,
            },
          }),
      class: riskClass,
      probability: fewest.probability,
      triggered: listed ? this.#triggered(school) : [],
      ...(listed ? { distanceToExit: fewerToExit(plain, this.#rules) } : {}),
      ...(stability === undefined ? {} : { stability }),
    };
  }

  #chances(works: readonly ByYear<Work>[], school: number, others: Others, bound: Bound): Chances {
    const movable = works.map((of) => this.#movable(of, school, others, bound));
    const levelsOf = others.levels.ofWorks(
      movable.map((work) => work.chances),
      this.#rule,
    );
    others.listing.read(levelsOf);
    const probability = others.listing.chance();
    return { movable, levelsOf, probability, class: this.#classOf(probability) };
  }

  /** Absent where no mark of the works that count rests on untaught items. */
  #uncertain(works: readonly ByYear<Work>[], school: number): UncertainResults | undefined {
    let pupils = 0;
    for (const byYear of works) {
      for (const work of byYear) if (work?.counts(school)) pupils += work.uncertain(school);
    }
    if (pupils === 0) return undefined;
    const last = this.#lastYear(works, school);
    return { pupils, decides: false, ...(last.uncertain === 0 ? {} : { share: boundsOf(last) }) };
  }

  /** Low results of the last year, all works together. */
  #shareOf(works: readonly ByYear<Work>[], school: number): Figure {
    const { count, n, uncertain } = this.#lastYear(works, school);
    if (uncertain > 0) return missing('marks-uncertain', n);
    return n === 0 ? missing('no-pupils') : shareOf(count, n);
  }

  #lastYear(works: readonly ByYear<Work>[], school: number): LastYear {
    let count = 0;
    let n = 0;
    let uncertain = 0;
    for (const [last] of works) {
      if (last === undefined || !last.counts(school)) continue;
      count += last.low(school);
      n += last.n(school);
      uncertain += last.uncertain(school);
    }
    return { count, n, uncertain };
  }

  #isListed(works: readonly ByYear<Work>[], school: number, bound: Bound): boolean {
    return isListed(
      works.map((byYear) => this.#low(byYear, school, bound)),
      this.#rules,
    );
  }

  #plain(byYear: ByYear<Work>, school: number): LowWork {
    const { shareFrom } = this.#rules;
    const low = this.#low(byYear, school);
    const [last] = byYear;
    const fewer =
      last !== undefined && low[0] === true
        ? fewerUnderBorder(last.low(school), last.n(school), shareFrom)
        : 0;
    return { low, fewer };
  }

  /** Whether the work is low by year; absent = it does not count. */
  #low(byYear: ByYear<Work>, school: number, bound: Bound = 'fewest'): ByYear<boolean> {
    return byYear.map((work) =>
      work?.counts(school)
        ? isLowShare(work.low(school, bound), work.n(school), this.#rules.shareFrom)
        : undefined,
    );
  }

  #movable(byYear: ByYear<Work>, school: number, others: Others, bound: Bound = 'fewest'): MovableWork {
    const chances: (WorkChance | undefined)[] = [];
    for (let before = 0; before < byYear.length; before++) {
      const work = byYear[before];
      chances[before] = work?.counts(school)
        ? this.#chanceOf(others, work.prior(school))(work.low(school, bound), work.n(school))
        : undefined;
    }
    const [last] = byYear;
    if (last === undefined || !last.counts(school)) return { chances };
    const counts = { count: last.low(school, bound), n: last.n(school) };
    const chance = this.#chanceOf(others, last.prior(school));
    return { chances, last: { counts, chance: (count) => chance(count, counts.n) } };
  }

  #classOf(probability: number): Exclude<RiskClass, 'too-few'> {
    if (probability >= this.#rules.probability) return 'low';
    return probability <= 1 - this.#rules.probability ? 'not-low' : 'undetermined';
  }

  /** To be called low a school needs the fewest low results to be enough, to be called not low the most to be few. */
  #stability(
    { fewest, most }: { readonly fewest: Chances; readonly most: Chances },
    by: JudgedBy,
    own: Exclude<RiskClass, 'too-few'>,
  ): number | undefined {
    const moved = (from: Chances, step: 1 | -1, isOther: (of: RiskClass) => boolean) =>
      pupilsToOther(from.movable, from.levelsOf, by, step, (probability) =>
        isOther(this.#classOf(probability)),
      );
    if (own === 'low') return moved(fewest, -1, (of) => of !== 'low');
    if (own === 'not-low') return moved(most, 1, (of) => of !== 'not-low');
    const worse = moved(fewest, 1, (of) => of === 'low');
    const better = moved(most, -1, (of) => of === 'not-low');
    if (worse === undefined || better === undefined) return worse ?? better;
    return Math.min(worse, better);
  }

  /** Works for which the plain rule lists a school, by id. */
  #triggered(school: number): readonly string[] {
    const low = this.#procedures.map((byYear) => this.#low(byYear, school));
    const triggers = this.#triggers(low);
    return this.#procedures
      .flatMap((byYear, place) =>
        byYear.flatMap((work, before) => (work !== undefined && triggers(place, before) ? [work.id] : [])),
      )
      .sort(compareText);
  }

  /** Of a listed school: whether a work of a year is one of those for which it is. */
  #triggers(low: readonly ByYear<boolean>[]): (place: number, before: number) => boolean {
    const met = this.#rules.conditions.filter((condition) => isMet(low, condition));
    return (place, before) =>
      low[place]?.[before] === true &&
      met.some(({ same, years }) => before < years && (!same || isLowThroughout(low[place] ?? [], years)));
  }

  #cells(school: number, listed: boolean, others: Others): readonly LowResultsCell[] {
    const { shareFrom } = this.#rules;
    const low = this.#procedures.map((byYear) => this.#low(byYear, school));
    const triggers = listed ? this.#triggers(low) : () => false;
    const movable = this.#procedures.map((byYear) => this.#movable(byYear, school, others));
    others.levels.reuse();
    const levelsOf = others.levels.ofWorks(
      movable.map(({ chances }) => chances),
      this.#rule,
    );
    return this.#procedures
      .flatMap((byYear, place) =>
        byYear.flatMap((work, before): readonly LowResultsCell[] => {
          if (work?.schoolYear === undefined || !work.has(school)) return [];
          const count = work.low(school);
          const n = work.n(school);
          const uncertain = work.uncertain(school);
          const leftOut = work.leftOut(school);
          return [
            {
              assessment: work.id,
              schoolYear: work.schoolYear,
              low: count,
              ...(uncertain === 0 ? {} : { uncertain }),
              share:
                n === 0
                  ? missing('no-marks')
                  : uncertain > 0
                    ? missing('marks-uncertain', n)
                    : shareOf(count, n),
              isLow: n > 0 && isLowShare(count, n, shareFrom),
              ...(leftOut === undefined
                ? {
                    probability: others.levels.chanceOfWork(levelsOf, movable[place]?.chances ?? [], before),
                  }
                : { leftOut }),
              triggered: triggers(place, before),
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

function boundsOf({ count, n, uncertain }: LastYear): ShareBounds {
  const low = count / n;
  const high = (count + uncertain) / n;
  const interval = { low: wilsonInterval(low, n).low, high: wilsonInterval(high, n).high };
  return { low, high, interval: { ...interval, method: 'wilson' } };
}
