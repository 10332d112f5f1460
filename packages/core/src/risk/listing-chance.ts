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
 * What all states have together is kept for every level, and says which levels are possible at all; the states themselves are
 * computed for these and their neighbours, mostly a third of the levels, and for others when somebody asks.
 * Cost: possible levels × states × kinds for each work read, and as much for each work tried out.
 */
export class ListingChance {
  readonly #rule: RuleChance;
  readonly #weights: Float64Array;
  /** Planes by level of each place: open states, fulfilled, all together. */
  #forward = new Float64Array();
  /** Planes by level of each place: open states, all together (which is also what a fulfilled state leads to). */
  #backward = new Float64Array();
  /** How the plane of all together was made at each place, for those of the states. */
  readonly #forwardSteps: Step[] = [];
  readonly #backwardSteps: Step[] = [];
  /** Levels for which states are computed: from and to (exclusive). */
  #from = 0;
  #to = 0;
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
    this.#allOver(0, works.length - 1);
    const [from, to] = rangeOf(this.#forward, this.#lastMasses(), levels);
    this.#from = Math.max(0, from - SPARE);
    this.#to = Math.min(levels, to + SPARE);
    this.#statesOver(0, works.length - 1);
  }

  /** Puts other results in the place of a work. */
  put(place: number, of: WorkLevels): void {
    this.#read = undefined;
    this.#works[place] = of;
    this.#allOver(place, place);
    const [from, to] = rangeOf(this.#forward, this.#lastMasses(), this.#weights.length);
    if (!this.#widenTo(from, to)) this.#statesOver(place, place);
  }

  /** Probability that the ruleset lists the school. Rises with every low result. */
  chance(): number {
    const { open } = this.#rule;
    const levels = this.#weights.length;
    const start = this.#works.length * (open + 2) * levels;
    const masses = this.#lastMasses();
    const [from, to] = rangeOf(this.#forward, masses, levels);
    let met = 0;
    let all = 0;
    for (let level = from; level < to; level++) {
      met += this.#forward[start + open * levels + level] ?? 0;
      all += this.#forward[masses + level] ?? 0;
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
    const [from, to] = rangeOf(masses, 0, levels);
    this.#widenTo(from, to);
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
   * What each kind of a work counts for at each level, by kind, then level: in that the ruleset is fulfilled, and after
   * the last kind in all. Overwritten by the next call.
   *
   * @param beyond - what levels count for that are not possible as the works are: the ruleset is always fulfilled there, or never.
   */
  coefficients(place: number, beyond: 'met' | 'unmet'): Float64Array {
    const { open, kinds, next } = this.#rule;
    const levels = this.#weights.length;
    if (this.#coefficients.length !== (kinds + 1) * levels)
      this.#coefficients = new Float64Array((kinds + 1) * levels);
    const into = this.#coefficients;
    const forward = this.#forward;
    const backward = this.#backward;
    const before = place * (open + 2) * levels;
    const behind = (place + 1) * (open + 1) * levels;
    const from = this.#from;
    const to = this.#to;
    for (let level = 0; level < levels; level++) {
      const after = backward[behind + open * levels + level] ?? 0;
      const all = (forward[before + (open + 1) * levels + level] ?? 0) * after;
      const isInside = level >= from && level < to;
      const met = isInside
        ? (forward[before + open * levels + level] ?? 0) * after
        : beyond === 'met'
          ? all
          : 0;
      for (let kind = 0; kind < kinds; kind++) into[kind * levels + level] = met;
      into[kinds * levels + level] = all;
    }
    for (let state = 0; state < open; state++) {
      const here = before + state * levels;
      for (let kind = 0; kind < kinds; kind++) {
        const there = behind + (next[state * kinds + kind] ?? 0) * levels;
        const at = kind * levels;
        for (let level = from; level < to; level++) {
          into[at + level] =
            (into[at + level] ?? 0) + (forward[here + level] ?? 0) * (backward[there + level] ?? 0);
        }
      }
    }
    return into;
  }

  /** Where the probability of all results stands, by level. */
  #lastMasses(): number {
    const { open } = this.#rule;
    return (this.#works.length * (open + 2) + open + 1) * this.#weights.length;
  }

  /** Computes the states of these levels, too, and says whether that was to be done. */
  #widenTo(from: number, to: number): boolean {
    if (from >= this.#from && to <= this.#to) return false;
    this.#from = Math.min(this.#from, Math.max(0, from - SPARE));
    this.#to = Math.max(this.#to, Math.min(this.#weights.length, to + SPARE));
    this.#statesOver(0, this.#works.length - 1);
    return true;
  }

  /** The planes of all together: forward over the works from `first` on, backward over those up to `last`. */
  #allOver(first: number, last: number): void {
    const { open, kinds } = this.#rule;
    const levels = this.#weights.length;
    for (let place = first; place < this.#works.length; place++) {
      const here = (place * (open + 2) + open + 1) * levels;
      const planes = this.#works[place]?.planes ?? NONE;
      allOver(
        this.#forward,
        here,
        here + (open + 2) * levels,
        planes,
        kinds * levels,
        stepAt(this.#forwardSteps, place),
      );
    }
    for (let place = last; place > 0; place--) {
      const there = (place * (open + 1) + open) * levels;
      const planes = this.#works[place]?.planes ?? NONE;
      allOver(
        this.#backward,
        there + (open + 1) * levels,
        there,
        planes,
        kinds * levels,
        stepAt(this.#backwardSteps, place),
      );
    }
  }

  /** The same for the states, at the levels that are possible. */
  #statesOver(first: number, last: number): void {
    for (let place = first; place < this.#works.length; place++) this.#forwardOver(place);
    for (let place = last; place > 0; place--) this.#backwardOver(place);
  }

  #forwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const planes = this.#works[place]?.planes ?? NONE;
    const levels = this.#weights.length;
    const forward = this.#forward;
    const here = place * (open + 2) * levels;
    const there = here + (open + 2) * levels;
    const step = this.#forwardSteps[place] ?? NO_STEP;
    const first = Math.max(this.#from, step.first);
    const end = Math.min(this.#to, step.end);
    forward.fill(0, there, there + (open + 1) * levels);
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
    if (step.divisor !== 1) divide(forward, there, there + (open + 1) * levels, step.divisor);
  }

  #backwardOver(place: number): void {
    const { open, kinds, next } = this.#rule;
    const planes = this.#works[place]?.planes ?? NONE;
    const levels = this.#weights.length;
    const backward = this.#backward;
    const there = place * (open + 1) * levels;
    const here = there + (open + 1) * levels;
    const step = this.#backwardSteps[place] ?? NO_STEP;
    const first = Math.max(this.#from, step.first);
    const end = Math.min(this.#to, step.end);
    backward.fill(0, there, there + open * levels);
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
    if (step.divisor !== 1) divide(backward, there, there + open * levels, step.divisor);
  }
}

/** Levels that stayed possible over a work, from `first` to `end` (exclusive), and what all masses were divided by then. */
interface Step {
  first: number;
  end: number;
  divisor: number;
}

/** The same object again for the next school: there are millions. */
function stepAt(steps: Step[], place: number): Step {
  const there = steps[place];
  if (there !== undefined) return there;
  const made = { first: 0, end: 0, divisor: 1 };
  steps[place] = made;
  return made;
}

/** Goes over one work, from the masses that stand at `here` to those at `there`; what it says of the levels stands at `all`. */
function allOver(
  of: Float64Array,
  here: number,
  there: number,
  planes: Float64Array,
  all: number,
  step: Step,
): void {
  const levels = planes.length - all;
  let largest = 0;
  for (let level = 0; level < levels; level++) {
    const mass = (of[here + level] ?? 0) * (planes[all + level] ?? 0);
    of[there + level] = mass;
    if (mass > largest) largest = mass;
  }
  // Masses are set to 0 that are as good as impossible, whatever the other works say.
  let first = 0;
  let end = levels;
  while (first < end && (of[there + first] ?? 0) <= largest * IMPOSSIBLE) of[there + first++] = 0;
  while (end > first && (of[there + end - 1] ?? 0) <= largest * IMPOSSIBLE) of[there + --end] = 0;
  // Many works together become too improbable for a number. A common factor changes no share.
  const divisor = largest < SMALL && largest > 0 ? largest : 1;
  if (divisor !== 1) divide(of, there, there + levels, divisor);
  step.first = first;
  step.end = end;
  step.divisor = divisor;
}

function divide(of: Float64Array, from: number, to: number, divisor: number): void {
  for (let place = from; place < to; place++) of[place] = (of[place] ?? 0) / divisor;
}

/** Of so many levels from `start` on those that are not much less probable than the likeliest: from and to (exclusive). */
function rangeOf(masses: Float64Array, start: number, levels: number): readonly [number, number] {
  let largest = 0;
  for (let level = 0; level < levels; level++) largest = Math.max(largest, masses[start + level] ?? 0);
  const least = largest * NEGLIGIBLE;
  let from = 0;
  while (from < levels && (masses[start + from] ?? 0) < least) from++;
  let to = levels;
  while (to > from && (masses[start + to - 1] ?? 0) < least) to--;
  return [from, to];
}

const SMALL = 1e-100;
const IMPOSSIBLE = 1e-100;
const NONE = new Float64Array();
const NO_STEP: Step = { first: 0, end: 0, divisor: 1 };
/** Levels on either side that a few pupils more may make possible. */
const SPARE = 1;
