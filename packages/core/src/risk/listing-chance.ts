/**
 * How probably a ruleset lists a school by its true shares, and what would follow if one of its works had other results.
 *
 * @module
 */
import type { RuleChance } from './rule-chance.js';
import type { WorkLevels } from './school-chance.js';
import { NEGLIGIBLE } from './school-chance.js';

/**
 * The works of one school, by level throughout; given the level works are independent.
 *
 * Formula: forward, the probability of the results of the works before a place and of each state that they lead to; backward, the
 * probability of the results of the works behind it and of the ruleset being fulfilled in the end, by state. A work at the place
 * joins the two, so other results of one work cost no pass over the others.
 * Cost: levels × states × kinds for each work read, and as much for each work tried out.
 */
export class ListingChance {
  readonly #rule: RuleChance;
  readonly #weights: Float64Array;
  /** Planes by level of each place: open states, fulfilled, all together. */
  #forward = new Float64Array();
  /** Planes by level of each place: open states, all together (which is also what a fulfilled state leads to). */
  #backward = new Float64Array();
  readonly #masses: Float64Array;
  #works: WorkLevels[] = [];
  #coefficients = new Float64Array();
  /** The works that were read, as long as none was put in the place of another. */
  #read: readonly WorkLevels[] | undefined;

  /** `weights` of the levels before any results. */
  constructor(rule: RuleChance, weights: Float64Array) {
    this.#rule = rule;
    this.#weights = weights;
    this.#masses = new Float64Array(weights.length);
  }

  /** Takes the works of a school; the same list again costs nothing. */
  read(works: readonly WorkLevels[]): void {
    if (works === this.#read) return;
    this.#read = works;
    this.#works = [...works];
    const { open } = this.#rule;
    const levels = this.#weights.length;
    const places = works.length + 1;
    if (this.#forward.length < places * (open + 2) * levels) {
      this.#forward = new Float64Array(places * (open + 2) * levels);
      this.#backward = new Float64Array(places * (open + 1) * levels);
    }
    this.#forward.fill(0, 0, (open + 2) * levels);
    this.#forward.set(this.#weights, this.#rule.isMet ? open * levels : 0);
    this.#forward.set(this.#weights, (open + 1) * levels);
    const last = works.length * (open + 1) * levels;
    this.#backward.fill(0, last, last + open * levels);
    this.#backward.fill(1, last + open * levels, last + (open + 1) * levels);
    for (let place = 0; place < works.length; place++) this.#forwardOver(place);
    for (let place = works.length - 1; place > 0; place--) this.#backwardOver(place);
  }

  /** Puts other results in the place of a work. */
  put(place: number, of: WorkLevels): void {
    this.#read = undefined;
    this.#works[place] = of;
    for (let each = place; each < this.#works.length; each++) this.#forwardOver(each);
    for (let each = place; each > 0; each--) this.#backwardOver(each);
  }

  /** Probability that the ruleset lists the school. Rises with every low result. */
  chance(): number {
    const { open } = this.#rule;
    const levels = this.#weights.length;
    const start = this.#works.length * (open + 2) * levels;
    const masses = this.#forward.subarray(start + (open + 1) * levels, start + (open + 2) * levels);
    const [from, to] = rangeOf(masses);
    let met = 0;
    let all = 0;
    for (let level = from; level < to; level++) {
      met += this.#forward[start + open * levels + level] ?? 0;
      all += masses[level] ?? 0;
    }
    return Math.min(1, met / all);
  }

  /** The same with other results in the place of a work. */
  chanceWith(place: number, { planes }: WorkLevels): number {
    const { open, kinds, next } = this.#rule;
    const levels = this.#weights.length;
    const forward = this.#forward;
    const backward = this.#backward;
    const before = place * (open + 2) * levels;
    const behind = (place + 1) * (open + 1) * levels;
    const masses = this.#masses;
    for (let level = 0; level < levels; level++) {
      masses[level] =
        (forward[before + (open + 1) * levels + level] ?? 0) *
        (planes[kinds * levels + level] ?? 0) *
        (backward[behind + open * levels + level] ?? 0);
    }
    const [from, to] = rangeOf(masses);
    let met = 0;
    let all = 0;
    for (let level = from; level < to; level++) {
      all += masses[level] ?? 0;
      met +=
        (forward[before + open * levels + level] ?? 0) *
        (planes[kinds * levels + level] ?? 0) *
        (backward[behind + open * levels + level] ?? 0);
    }
    for (let state = 0; state < open; state++) {
      const here = before + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const there = behind + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = from; level < to; level++) {
          met +=
            (forward[here + level] ?? 0) * (planes[chance + level] ?? 0) * (backward[there + level] ?? 0);
        }
      }
    }
    return Math.min(1, met / all);
  }

  /**
   * What each kind of a work counts for at each level, by kind, then level: in that the ruleset is fulfilled, and after the last kind
   * in all. Overwritten by the next call.
   */
  coefficients(place: number): Float64Array {
    const { open, kinds, next } = this.#rule;
    const levels = this.#weights.length;
    if (this.#coefficients.length !== (kinds + 1) * levels)
      this.#coefficients = new Float64Array((kinds + 1) * levels);
    const into = this.#coefficients;
    const forward = this.#forward;
    const backward = this.#backward;
    const before = place * (open + 2) * levels;
    const behind = (place + 1) * (open + 1) * levels;
    for (let level = 0; level < levels; level++) {
      const after = backward[behind + open * levels + level] ?? 0;
      const met = (forward[before + open * levels + level] ?? 0) * after;
      for (let kind = 0; kind < kinds; kind++) into[kind * levels + level] = met;
      into[kinds * levels + level] = (forward[before + (open + 1) * levels + level] ?? 0) * after;
    }
    for (let state = 0; state < open; state++) {
      const here = before + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const there = behind + (next[state * kinds + kind] ?? 0) * levels;
        const to = kind * levels;
        for (let level = 0; level < levels; level++) {
          into[to + level] =
            (into[to + level] ?? 0) + (forward[here + level] ?? 0) * (backward[there + level] ?? 0);
        }
      }
    }
    return into;
  }

  #forwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const planes = this.#works[place]?.planes ?? NONE;
    const levels = this.#weights.length;
    const forward = this.#forward;
    const here = place * (open + 2) * levels;
    const there = here + (open + 2) * levels;
    forward.fill(0, there, there + (open + 1) * levels);
    let largest = 0;
    for (let level = 0; level < levels; level++) {
      const of = planes[kinds * levels + level] ?? 0;
      const mass = (forward[here + (open + 1) * levels + level] ?? 0) * of;
      forward[there + (open + 1) * levels + level] = mass;
      if (mass > largest) largest = mass;
    }
    const [first, end] = this.#possible(forward, there + (open + 1) * levels, largest);
    for (let level = first; level < end; level++) {
      forward[there + open * levels + level] =
        (forward[here + open * levels + level] ?? 0) * (planes[kinds * levels + level] ?? 0);
    }
    for (let state = 0; state < open; state++) {
      const from = here + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const to = there + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = first; level < end; level++) {
          forward[to + level] =
            (forward[to + level] ?? 0) + (forward[from + level] ?? 0) * (planes[chance + level] ?? 0);
        }
      }
    }
    if (largest < SMALL && largest > 0) enlarge(forward, there, there + (open + 2) * levels, largest);
  }

  #backwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const planes = this.#works[place]?.planes ?? NONE;
    const levels = this.#weights.length;
    const backward = this.#backward;
    const there = place * (open + 1) * levels;
    const here = there + (open + 1) * levels;
    backward.fill(0, there, there + open * levels);
    let largest = 0;
    for (let level = 0; level < levels; level++) {
      const mass = (backward[here + open * levels + level] ?? 0) * (planes[kinds * levels + level] ?? 0);
      backward[there + open * levels + level] = mass;
      if (mass > largest) largest = mass;
    }
    const [first, end] = this.#possible(backward, there + open * levels, largest);
    for (let state = 0; state < open; state++) {
      const to = there + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const from = here + (next[state * kinds + kind] ?? 0) * levels;
        const chance = kind * levels;
        for (let level = first; level < end; level++) {
          backward[to + level] =
            (backward[to + level] ?? 0) + (backward[from + level] ?? 0) * (planes[chance + level] ?? 0);
        }
      }
    }
    if (largest < SMALL && largest > 0) enlarge(backward, there, there + (open + 1) * levels, largest);
  }

  /** Sets masses to 0 that are as good as impossible, whatever the other works say; from and to (exclusive) of the others. */
  #possible(of: Float64Array, start: number, largest: number): readonly [number, number] {
    let first = 0;
    let end = this.#weights.length;
    while (first < end && (of[start + first] ?? 0) <= largest * IMPOSSIBLE) of[start + first++] = 0;
    while (end > first && (of[start + end - 1] ?? 0) <= largest * IMPOSSIBLE) of[start + --end] = 0;
    return [first, end];
  }
}

/** Levels that are not much less probable than the likeliest: from and to (exclusive). */
function rangeOf(masses: Float64Array): readonly [number, number] {
  let largest = 0;
  for (let level = 0; level < masses.length; level++) largest = Math.max(largest, masses[level] ?? 0);
  const least = largest * NEGLIGIBLE;
  let from = 0;
  while (from < masses.length && (masses[from] ?? 0) < least) from++;
  let to = masses.length;
  while (to > from && (masses[to - 1] ?? 0) < least) to--;
  return [from, to];
}

/** Many works together become too improbable for a number. A common factor changes no share. */
function enlarge(of: Float64Array, from: number, to: number, largest: number): void {
  for (let place = from; place < to; place++) of[place] = (of[place] ?? 0) / largest;
}

const SMALL = 1e-100;
const IMPOSSIBLE = 1e-100;
const NONE = new Float64Array();
