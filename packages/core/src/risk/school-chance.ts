/**
 * How probably a ruleset lists a school by its true shares, over all of its works together.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { ByYear, RuleChance } from './rule-chance.js';
import type { WorkChance } from './work-chance.js';
import { LATTICE_STEP, MIDDLE } from './work-chance.js';

/** A normal distribution around 0 on the lattice: weights from −`reach` to `reach` steps, sum 1. */
interface Normal {
  readonly reach: number;
  readonly weights: Float64Array;
}

/** One work of a school in all years, by level throughout. */
export interface WorkLevels {
  /** Logarithm of the probability of its counts. */
  readonly likelihood: Float64Array;
  /** Probability of each pattern of low years (bit 0 = the last year), by level. */
  readonly patterns: readonly Float64Array[];
}

/** Levels that a school may have throughout, and those that it may have on the same work beyond that. */
export class SchoolLevels {
  readonly #school: Normal;
  readonly #work: Normal;
  readonly #patterns: number;

  /** `patterns`: how many patterns of low years a work may have. */
  constructor({ school, work }: Alikeness, patterns: number) {
    this.#school = normal(school);
    this.#work = normal(work);
    this.#patterns = patterns;
  }

  /** Sums over the levels of the work itself. */
  ofWork(years: ByYear<WorkChance>): WorkLevels {
    const count = this.#patterns;
    const joint = new Float64Array(2 * MIDDLE + 1);
    for (const year of years) {
      if (year === undefined) continue;
      for (let place = 0; place < joint.length; place++) {
        joint[place] = (joint[place] ?? 0) + (year.likelihood[place] ?? 0);
      }
    }
    const most = joint.reduce((max, log) => Math.max(max, log));
    const each = new Float64Array(joint.length * count);
    for (let place = 0; place < joint.length; place++) {
      const weight = Math.exp((joint[place] ?? 0) - most);
      for (let pattern = 0; pattern < count; pattern++) {
        let chance = weight;
        for (let year = 0; 2 ** year < count; year++) {
          const low = years[year]?.low[place] ?? 0;
          chance *= (pattern >> year) & 1 ? low : 1 - low;
        }
        each[place * count + pattern] = chance;
      }
    }
    const { reach } = this.#school;
    const likelihood = new Float64Array(2 * reach + 1);
    const patterns = Array.from(likelihood, (_, level) => {
      const found = this.#around(level - reach, each);
      const whole = found.reduce((sum, chance) => sum + chance, 0);
      likelihood[level] = most + Math.log(whole);
      return whole === 0 ? found : found.map((chance) => chance / whole);
    });
    return { likelihood, patterns };
  }

  /** Mean over the levels that the work may have beyond `level`. */
  #around(level: number, each: Float64Array): Float64Array {
    const { reach, weights } = this.#work;
    const found = new Float64Array(this.#patterns);
    for (let more = -reach; more <= reach; more++) {
      const weight = weights[more + reach] ?? 0;
      const start = placeOf(level + more) * found.length;
      for (let pattern = 0; pattern < found.length; pattern++) {
        found[pattern] = (found[pattern] ?? 0) + weight * (each[start + pattern] ?? 0);
      }
    }
    return found;
  }

  /**
   * Probability that the ruleset lists the school: over the levels that it may have, each as probable as its results on all works
   * make it; given the level works are independent. Rises with every low result.
   */
  chance(works: readonly WorkLevels[], rule: RuleChance): number {
    return this.#overLevels(works, (level) => rule.of(works, level));
  }

  /** Probability that the true share of one work reaches the border, in the light of all. */
  chanceOfWork(works: readonly WorkLevels[], place: number, year: number): number {
    return this.#overLevels(works, (level) =>
      (works[place]?.patterns[level] ?? new Float64Array()).reduce(
        (sum, chance, pattern) => sum + ((pattern >> year) & 1 ? chance : 0),
        0,
      ),
    );
  }

  #overLevels(works: readonly WorkLevels[], at: (level: number) => number): number {
    const logs = this.#school.weights.map(Math.log);
    for (const { likelihood } of works) {
      for (let level = 0; level < logs.length; level++) {
        logs[level] = (logs[level] ?? 0) + (likelihood[level] ?? 0);
      }
    }
    const most = logs.reduce((max, log) => Math.max(max, log));
    let sum = 0;
    let whole = 0;
    for (let level = 0; level < logs.length; level++) {
      const weight = Math.exp((logs[level] ?? 0) - most);
      if (!(weight >= NEGLIGIBLE)) continue;
      whole += weight;
      sum += weight * at(level);
    }
    return sum / whole;
  }
}

/** Place on the lattice; levels beyond its ends stand at the ends. */
function placeOf(level: number): number {
  return Math.min(2 * MIDDLE, Math.max(0, MIDDLE + level));
}

function normal(variance: number): Normal {
  const reach = variance <= NEGLIGIBLE ? 0 : Math.ceil((REACH * Math.sqrt(variance)) / LATTICE_STEP);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, place) =>
    reach === 0 ? 1 : Math.exp(-(((place - reach) * LATTICE_STEP) ** 2) / (2 * variance)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { reach, weights: weights.map((weight) => weight / whole) };
}

/** Standard deviations on either side. */
const REACH = 3.2;
const NEGLIGIBLE = 1e-12;
