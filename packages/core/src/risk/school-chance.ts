/**
 * What the works of a school say about the levels that it may have over all of them together.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { LatticeNormal, LevelLattice } from './level-lattice.js';
import { LATTICE_STEP, latticeNormal, latticeReach } from './level-lattice.js';
import type { ByYear } from './rule-chance.js';
import type { WorkChance } from './work-chance.js';

/** Which patterns of low years (bit 0 = the last year) are not told apart. */
interface PatternKinds {
  readonly kinds: number;
  readonly kindOf: ArrayLike<number>;
}

/** One work of a school in all years, by level throughout. */
export interface WorkLevels {
  /** Probability of its counts and a kind of pattern, by kind, then level; after the last kind that of all kinds together. */
  readonly planes: Float64Array;
  /** Logarithm of a factor that they all lack. */
  readonly most: number;
}

/** The same by level of the work itself, without the plane of all kinds together. */
type WorkPlaces = WorkLevels;

/** Levels that a school may have throughout, and those that it may have on the same work beyond that. */
export class SchoolLevels implements LevelLattice {
  /** Probability of each level, before any results. */
  readonly weights: Float64Array;
  readonly alike: number;
  readonly step: number;
  readonly reach: number;
  readonly #school: LatticeNormal;
  readonly #work: LatticeNormal;
  /** What `join` and `atPlaces` found last: product of the likelihoods of all years by level of the work itself, the largest 1. */
  readonly joint: Float64Array;
  #places: WorkPlaces = { planes: new Float64Array(), most: 0 };
  #patterns = new Float64Array();
  #extended = new Float64Array();
  #byPlace = new Float64Array();
  /** Of a year without results no pattern is low. */
  readonly #never: Float64Array;
  /** Planes that were given out and may be used again. */
  readonly #pool: Float64Array[] = [];
  #used = 0;

  constructor({ school, work }: Alikeness, step: number = LATTICE_STEP) {
    this.alike = school + work;
    this.step = step;
    this.#school = latticeNormal(school, step);
    this.#work = latticeNormal(work, step);
    this.weights = this.#school.weights;
    this.reach = Math.min(this.#school.reach + this.#work.reach, latticeReach(this.alike, step));
    this.joint = new Float64Array(2 * this.reach + 1);
    this.#never = new Float64Array(2 * this.reach + 1);
  }

  /** From now on what `ofWork` returned may be overwritten: arrays for a million works would be most of the work. */
  reuse(): void {
    this.#used = 0;
  }

  /** Sums over the levels of the work itself; levels beyond the ends of the lattice stand at the ends. */
  ofWork(years: ByYear<WorkChance>, of: PatternKinds): WorkLevels {
    const { planes: places, most } = this.atPlaces(years, of);
    const levels = this.weights.length;
    const planes = this.#free((of.kinds + 1) * levels);
    const { weights } = this.#work;
    const all = of.kinds * levels;
    planes.fill(0);
    const extended = this.#extendedOf(places, of.kinds);
    const width = levels + weights.length - 1;
    // Levels of the work itself that its results leave possible.
    const [from, to] = this.#possible();
    for (let kind = 0; kind < of.kinds; kind++) {
      const start = kind * levels;
      // Step by step over all levels: sums that do not wait for each other.
      for (let more = 0; more < weights.length; more++) {
        const weight = weights[more] ?? 0;
        const there = kind * width + more;
        const end = Math.min(levels, to - more);
        for (let level = Math.max(0, from - more); level < end; level++) {
          planes[start + level] = (planes[start + level] ?? 0) + weight * (extended[there + level] ?? 0);
        }
      }
      for (let level = 0; level < levels; level++) {
        planes[all + level] = (planes[all + level] ?? 0) + (planes[start + level] ?? 0);
      }
    }
    return { planes, most };
  }

  /** By level of the work itself; overwritten by the next call. */
  atPlaces(years: ByYear<WorkChance>, { kinds, kindOf }: PatternKinds): WorkPlaces {
    const width = this.joint.length;
    const most = this.join(years);
    const joint = this.joint;
    if (this.#places.planes.length !== kinds * width) {
      this.#places = { planes: new Float64Array(kinds * width), most };
    }
    const planes = this.#places.planes.fill(0);
    const count = kindOf.length;
    if (count < 2) {
      planes.set(joint);
      return { planes, most };
    }
    if (count === 4) this.#twoYears(planes, kindOf, years);
    else this.#manyYears(planes, kindOf, years);
    return { planes, most };
  }

  /** Two years, as most rulesets have: all patterns of a place at once. The same sums as {@link #manyYears}. */
  #twoYears(planes: Float64Array, kindOf: ArrayLike<number>, years: ByYear<WorkChance>): void {
    const { joint } = this;
    const width = joint.length;
    const last = years[0]?.low ?? this.#never;
    const before = years[1]?.low ?? this.#never;
    const none = (kindOf[0] ?? 0) * width;
    const onlyLast = (kindOf[1] ?? 0) * width;
    const onlyBefore = (kindOf[2] ?? 0) * width;
    const both = (kindOf[3] ?? 0) * width;
    for (let place = 0; place < width; place++) {
      const chance = joint[place] ?? 0;
      if (chance === 0) continue;
      const low = last[place] ?? 0;
      const lowBefore = before[place] ?? 0;
      const good = chance * (1 - low);
      const bad = chance * low;
      planes[none + place] = (planes[none + place] ?? 0) + good * (1 - lowBefore);
      planes[onlyLast + place] = (planes[onlyLast + place] ?? 0) + bad * (1 - lowBefore);
      planes[onlyBefore + place] = (planes[onlyBefore + place] ?? 0) + good * lowBefore;
      planes[both + place] = (planes[both + place] ?? 0) + bad * lowBefore;
    }
  }

  /** Pattern by pattern, each over all places. The last of the years goes straight into the kinds. */
  #manyYears(planes: Float64Array, kindOf: ArrayLike<number>, years: ByYear<WorkChance>): void {
    const width = this.joint.length;
    const half = kindOf.length / 2;
    if (this.#patterns.length !== half * width) this.#patterns = new Float64Array(half * width);
    const patterns = this.#patterns;
    patterns.set(this.joint);
    let year = 0;
    for (let there = 1; there < half; there *= 2) {
      splitByYear(patterns, there * width, years[year++]?.low ?? this.#never);
    }
    const low = years[year]?.low ?? this.#never;
    for (let pattern = 0; pattern < half; pattern++) {
      const from = pattern * width;
      const to = (kindOf[pattern] ?? 0) * width;
      for (let place = 0; place < width; place++) {
        planes[to + place] =
          (planes[to + place] ?? 0) + (patterns[from + place] ?? 0) * (1 - (low[place] ?? 0));
      }
    }
    for (let pattern = 0; pattern < half; pattern++) {
      const from = pattern * width;
      const to = (kindOf[half + pattern] ?? 0) * width;
      for (let place = 0; place < width; place++) {
        planes[to + place] = (planes[to + place] ?? 0) + (patterns[from + place] ?? 0) * (low[place] ?? 0);
      }
    }
  }

  /**
   * What each level of a work itself counts for, when a level throughout counts for `byLevel`, plane by plane; each
   * adds up to the same sum. Overwritten by the next call.
   */
  toPlaces(byLevel: Float64Array): Float64Array {
    const { weights } = this.#work;
    const levels = this.weights.length;
    const width = this.joint.length;
    const beyond = this.#beyond;
    const last = width - 1;
    const planes = byLevel.length / levels;
    if (this.#byPlace.length !== planes * width) this.#byPlace = new Float64Array(planes * width);
    const into = this.#byPlace.fill(0);
    for (let plane = 0; plane < planes; plane++) {
      const first = plane * width;
      for (let level = 0; level < levels; level++) {
        const mass = byLevel[plane * levels + level] ?? 0;
        if (mass === 0) continue;
        const start = level - beyond;
        if (start >= 0 && start + weights.length <= width) {
          const at = first + start;
          for (let more = 0; more < weights.length; more++) {
            into[at + more] = (into[at + more] ?? 0) + mass * (weights[more] ?? 0);
          }
          continue;
        }
        for (let more = 0; more < weights.length; more++) {
          const place = first + Math.min(last, Math.max(0, start + more));
          into[place] = (into[place] ?? 0) + mass * (weights[more] ?? 0);
        }
      }
    }
    return into;
  }

  /** Steps that levels reach beyond an end of the lattice. */
  get #beyond(): number {
    return this.#school.reach + this.#work.reach - this.reach;
  }

  /** Places that `join` left possible, those beyond the lattice counted: from and to (exclusive). */
  #possible(): readonly [number, number] {
    const { joint } = this;
    let from = 0;
    let to = joint.length;
    while (from < to && (joint[from] ?? 0) < NEGLIGIBLE_PLACE) from++;
    while (to > from && (joint[to - 1] ?? 0) < NEGLIGIBLE_PLACE) to--;
    const beyond = this.#beyond;
    return [from === 0 ? 0 : from + beyond, to === joint.length ? to + 2 * beyond : to + beyond];
  }

  #free(length: number): Float64Array {
    let planes = this.#pool[this.#used];
    if (planes?.length !== length) {
      planes = new Float64Array(length);
      this.#pool[this.#used] = planes;
    }
    this.#used++;
    return planes;
  }

  /** What stands at the ends of the lattice stands beyond them, too. */
  #extendedOf(places: Float64Array, kinds: number): Float64Array {
    const width = this.joint.length;
    const beyond = this.#beyond;
    if (beyond === 0) return places;
    const wider = width + 2 * beyond;
    if (this.#extended.length !== kinds * wider) this.#extended = new Float64Array(kinds * wider);
    const extended = this.#extended;
    // Place by place: for so few a copy of a view costs several times as much.
    for (let kind = 0; kind < kinds; kind++) {
      const start = kind * wider;
      const from = kind * width;
      const lowest = places[from] ?? 0;
      const highest = places[from + width - 1] ?? 0;
      for (let place = 0; place < width; place++)
        extended[start + beyond + place] = places[from + place] ?? 0;
      for (let place = 0; place < beyond; place++) {
        extended[start + place] = lowest;
        extended[start + beyond + width + place] = highest;
      }
    }
    return extended;
  }

  /** Multiplies the likelihoods of all years; returns the logarithm of the factor that makes the largest 1. */
  join(years: ByYear<WorkChance>): number {
    const joint = this.joint;
    let most = 0;
    let before: Float64Array | undefined;
    for (let each = 0; each < years.length; each++) {
      const year = years[each];
      if (year === undefined) continue;
      most += year.most;
      // What stands in a row need not be copied to be multiplied.
      if (before === undefined) before = year.likelihood;
      else {
        most += joinOne(joint, before, year.likelihood);
        before = joint;
      }
    }
    if (before === undefined) joint.fill(1);
    else if (before !== joint) joint.set(before);
    return most;
  }

  /** Probability that the true share of a work reaches the border in one year, in the light of all works of the school. */
  chanceOfWork(works: readonly WorkLevels[], years: ByYear<WorkChance>, year: number): number {
    const kindOf = Uint8Array.from({ length: 2 ** years.length }, (_, pattern) => (pattern >> year) & 1);
    const { planes } = this.ofWork(years, { kinds: 2, kindOf });
    const levels = this.weights.length;
    const logs = this.weights.map(Math.log);
    for (const of of works) {
      const all = of.planes.length - levels;
      for (let level = 0; level < levels; level++) {
        logs[level] = (logs[level] ?? 0) + Math.log(of.planes[all + level] ?? 0);
      }
    }
    const most = logs.reduce((max, log) => Math.max(max, log));
    let sum = 0;
    let whole = 0;
    for (let level = 0; level < levels; level++) {
      const weight = Math.exp((logs[level] ?? 0) - most);
      if (!(weight >= NEGLIGIBLE)) continue;
      whole += weight;
      sum += (weight * (planes[levels + level] ?? 0)) / (planes[2 * levels + level] ?? 0);
    }
    return sum / whole;
  }
}

/** Puts the product over its largest into `joint`; returns the logarithm of the largest. */
function joinOne(joint: Float64Array, one: Float64Array, other: Float64Array): number {
  let largest = 0;
  for (let place = 0; place < joint.length; place++) {
    const product = (one[place] ?? 0) * (other[place] ?? 0);
    joint[place] = product;
    if (product > largest) largest = product;
  }
  for (let place = 0; place < joint.length; place++) {
    const share = (joint[place] ?? 0) / largest;
    joint[place] = share < NEGLIGIBLE_PLACE ? 0 : share;
  }
  return Math.log(largest);
}

/** Of the patterns up to `half`, those that are low in one more year follow behind; the others stay. */
function splitByYear(patterns: Float64Array, half: number, low: Float64Array): void {
  for (let from = 0; from < half; from += low.length) {
    for (let place = 0; place < low.length; place++) {
      const chance = patterns[from + place] ?? 0;
      const of = low[place] ?? 0;
      patterns[half + from + place] = chance * of;
      patterns[from + place] = chance * (1 - of);
    }
  }
}

/** Levels less probable than the likeliest by this factor are left out. */
export const NEGLIGIBLE = 1e-12;
const NEGLIGIBLE_PLACE = 1e-40;
