/**
 * How probably a ruleset lists a school by its true shares, and what would follow if one of its works had other results.
 *
 * @module
 */
import type { LevelRange } from './level-masses.js';
import { largestOf, toMasses } from './level-masses.js';
import type { RuleChance } from './rule-chance.js';
import type { WorkLevels } from './work-levels.js';

/** What is to be said of a school with other results. */
interface Moved {
  /** Probability that the ruleset lists it, and that it does not. */
  readonly listed: number;
  readonly unlisted: number;
  /** Logarithm of how much more probable all results together are than those that it has. */
  readonly log: number;
}

/**
 * The works of one school, by level throughout; given the level works are independent.
 *
 * Formula: how probable a level is follows from the results of all works. Given the level: forward, the probability of each state
 * that the works before a place lead to; backward, that of the ruleset being fulfilled in the end, by state before the works behind
 * it. A work at the place joins the two, so other results of one work cost no pass over the others. Both are computed for the
 * levels that are possible, mostly a small part of all, and their neighbours; for others when somebody asks.
 * Cost: possible levels × states × kinds for each work read, and as much for each work tried out.
 */
export class ListingChance {
  readonly #rule: RuleChance;
  /** Of the weights of the levels before any results. */
  readonly #logWeights: Float64Array;
  /** By place: open states and fulfilled, by level. */
  #forward = new Float64Array();
  /** The same; fulfilled is 1. */
  #backward = new Float64Array();
  /** Logarithm of the probability of a level and all results. */
  readonly #logs: Float64Array;
  /** Probability of a level over that of the likeliest. */
  readonly #masses: Float64Array;
  /** The same with other results in one place. */
  readonly #others: Float64Array;
  /** Sum of the masses, and the logarithm of what they lack; the latter with other results in one place, too. */
  #all = 0;
  #mostLog = 0;
  #mostOther = 0;
  /** Levels that are possible. */
  possible: LevelRange = NOWHERE;
  /** Probability that the ruleset is fulfilled, by level. */
  readonly #met: Float64Array;
  /** Levels for which states are computed. */
  #computed: LevelRange = NOWHERE;
  #works: WorkLevels[] = [];
  /** The works that were read, as long as none was put in the place of another. */
  #read: readonly WorkLevels[] | undefined;

  /** `weights` of the levels before any results. */
  constructor(rule: RuleChance, weights: Float64Array) {
    this.#rule = rule;
    this.#logWeights = weights.map(Math.log);
    this.#logs = new Float64Array(weights.length);
    this.#masses = new Float64Array(weights.length);
    this.#others = new Float64Array(weights.length);
    this.#met = new Float64Array(weights.length);
  }

  /** Takes the works of a school; the same list again costs nothing. */
  read(works: readonly WorkLevels[]): void {
    if (works === this.#read) return;
    this.#read = works;
    this.#works = [...works];
    const size = (works.length + 1) * (this.#rule.open + 1) * this.#logs.length;
    if (this.#forward.length < size) {
      this.#forward = new Float64Array(size);
      this.#backward = new Float64Array(size);
    }
    this.#weigh();
    this.#computed = this.#around(this.possible);
    this.#statesOver(0, works.length - 1);
  }

  /** Puts other results in the place of a work. */
  put(place: number, of: WorkLevels): void {
    this.#read = undefined;
    this.#works[place] = of;
    this.#weigh();
    if (!this.#widenTo(this.possible)) this.#statesOver(place, place);
  }

  /** What stands in a place. */
  work(place: number): WorkLevels | undefined {
    return this.#works[place];
  }

  /** Probability that the ruleset lists the school. Rises with every low result. */
  chance(): number {
    const levels = this.#logs.length;
    const fulfilled = (this.#works.length * (this.#rule.open + 1) + this.#rule.open) * levels;
    let met = 0;
    for (let level = this.possible.from; level < this.possible.to; level++) {
      met += (this.#masses[level] ?? 0) * (this.#forward[fulfilled + level] ?? 0);
    }
    return Math.min(1, met / this.#all);
  }

  /** The same with other results in the place of a work. */
  chanceWith(place: number, of: WorkLevels): number {
    return this.moved(place, of).listed;
  }

  /** What other results in the place of a work would change. */
  moved(place: number, of: WorkLevels): Moved {
    const { open, kinds, next } = this.#rule;
    const levels = this.#logs.length;
    const masses = this.#others;
    const forward = this.#forward;
    const backward = this.#backward;
    const met = this.#met;
    const { from, to } = this.#weighWith(place, of);
    this.#widenTo({ from, to });
    const before = place * (open + 1) * levels;
    const behind = before + (open + 1) * levels;
    const chances = of.kindsOver(from, to);
    for (let level = from; level < to; level++) met[level] = forward[before + open * levels + level] ?? 0;
    for (let state = 0; state < open; state++) {
      const here = before + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const there = behind + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = from; level < to; level++) {
          met[level] =
            (met[level] ?? 0) +
            (forward[here + level] ?? 0) * (chances[chance + level] ?? 0) * (backward[there + level] ?? 0);
        }
      }
    }
    let all = 0;
    let listed = 0;
    let unlisted = 0;
    for (let level = from; level < to; level++) {
      const mass = masses[level] ?? 0;
      const chance = met[level] ?? 0;
      all += mass;
      listed += mass * chance;
      if (chance < 1) unlisted += mass * (1 - chance);
    }
    return {
      listed: Math.min(1, listed / all),
      unlisted: unlisted / all,
      log: this.#mostOther + Math.log(all) - this.#mostLog - Math.log(this.#all),
    };
  }

  /** How probable each level would be without one work, if it is possible with it; at others 0. Overwritten by the next call. */
  without(place: number): Float64Array {
    const logs = this.#logs;
    const masses = this.#others.fill(0);
    const now = this.#works[place]?.logs ?? logs;
    const { from, to } = this.possible;
    for (let level = from; level < to; level++) masses[level] = (logs[level] ?? 0) - (now[level] ?? 0);
    toMasses(masses, { from, to }, Number.NEGATIVE_INFINITY);
    return masses;
  }

  /** How probable levels would be with other results in one place; which of them are possible then. */
  #weighWith(place: number, { logs: other }: WorkLevels): LevelRange {
    const logs = this.#logs;
    const masses = this.#others;
    const now = this.#works[place]?.logs ?? logs;
    for (let level = 0; level < logs.length; level++) {
      masses[level] = (logs[level] ?? 0) - (now[level] ?? 0) + (other[level] ?? 0);
    }
    this.#mostOther = largestOf(masses);
    return toMasses(masses);
  }

  /** How probable levels are, by all works. */
  #weigh(): void {
    const [logs, masses] = [this.#logs, this.#masses];
    logs.set(this.#logWeights);
    for (const work of this.#works) {
      for (let level = 0; level < logs.length; level++) {
        logs[level] = (logs[level] ?? 0) + (work.logs[level] ?? 0);
      }
    }
    this.#mostLog = largestOf(logs);
    masses.set(logs);
    this.possible = toMasses(masses);
    this.#all = 0;
    for (let level = this.possible.from; level < this.possible.to; level++) this.#all += masses[level] ?? 0;
  }

  #around({ from, to }: LevelRange): LevelRange {
    return { from: Math.max(0, from - SPARE), to: Math.min(this.#logs.length, to + SPARE) };
  }

  /** Computes the states of these levels, too, and says whether that was to be done. */
  #widenTo(levels: LevelRange): boolean {
    const { from, to } = this.#computed;
    if (levels.from >= from && levels.to <= to) return false;
    const wider = this.#around(levels);
    this.#computed = { from: Math.min(from, wider.from), to: Math.max(to, wider.to) };
    this.#statesOver(0, this.#works.length - 1);
    return true;
  }

  /** Forward over the works from `first` on, backward over those up to `last`. */
  #statesOver(first: number, last: number): void {
    const { open, isMet } = this.#rule;
    const levels = this.#logs.length;
    const places = this.#works.length;
    if (first === 0) {
      this.#forward.fill(0, 0, (open + 1) * levels);
      this.#forward.fill(1, (isMet ? open : 0) * levels, ((isMet ? open : 0) + 1) * levels);
    }
    if (last === places - 1) {
      const end = places * (open + 1) * levels;
      this.#backward.fill(0, end, end + open * levels);
      this.#backward.fill(1, end + open * levels, end + (open + 1) * levels);
    }
    for (let place = first; place < places; place++) this.#forwardOver(place);
    for (let place = last; place > 0; place--) this.#backwardOver(place);
  }

  #forwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const levels = this.#logs.length;
    const { from, to } = this.#computed;
    const chances = this.#works[place]?.kindsOver(from, to) ?? NONE;
    const forward = this.#forward;
    const here = place * (open + 1) * levels;
    const there = here + (open + 1) * levels;
    for (let state = 0; state < open; state++) {
      forward.fill(0, there + state * levels + from, there + state * levels + to);
    }
    const fulfilled = open * levels;
    for (let level = from; level < to; level++) {
      forward[there + fulfilled + level] = forward[here + fulfilled + level] ?? 0;
    }
    for (let state = 0; state < open; state++) {
      const before = here + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const after = there + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = from; level < to; level++) {
          forward[after + level] =
            (forward[after + level] ?? 0) + (forward[before + level] ?? 0) * (chances[chance + level] ?? 0);
        }
      }
    }
  }

  #backwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const levels = this.#logs.length;
    const { from, to } = this.#computed;
    const chances = this.#works[place]?.kindsOver(from, to) ?? NONE;
    const backward = this.#backward;
    const there = place * (open + 1) * levels;
    const here = there + (open + 1) * levels;
    backward.fill(1, there + open * levels + from, there + open * levels + to);
    for (let state = 0; state < open; state++) {
      const before = there + state * levels;
      backward.fill(0, before + from, before + to);
      for (let kind = 0; kind < kinds; kind++) {
        const after = here + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = from; level < to; level++) {
          backward[before + level] =
            (backward[before + level] ?? 0) + (backward[after + level] ?? 0) * (chances[chance + level] ?? 0);
        }
      }
    }
  }
}

const NOWHERE: LevelRange = { from: 0, to: 0 };
const NONE = new Float64Array();
/** Levels on either side that a few pupils more may make possible. */
const SPARE = 1;
