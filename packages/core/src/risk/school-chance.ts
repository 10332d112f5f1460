/**
 * What the works of a school say about the levels that it may have over all of them together.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { LatticeNormal, LevelLattice } from './level-lattice.js';
import { LATTICE_STEP, latticeNormal, latticeReach, levelCount } from './level-lattice.js';
import type { LevelRange } from './level-masses.js';
import { largestOf, reaching, toMasses } from './level-masses.js';
import type { ByYear } from './rule-chance.js';
import { addWeightedSums } from './weighted-sums.js';
import type { WorkChance } from './work-chance.js';
import type { WorkLevels } from './work-levels.js';
import { PooledWork } from './work-levels.js';
import type { PatternKinds } from './year-patterns.js';
import { YearPatterns } from './year-patterns.js';

/**
 * Levels that a school may have throughout, and those that it may have on the same work beyond that.
 *
 * The first level and the last are those of a school unlike all others ({@link OutlyingShares}): it is so on all its works. Among N others
 * there is no such school; so one more is that, on either side, with the probability 1 / (N + 3) before its results are known.
 * Source: Laplace's rule of succession, for three kinds of schools (Jaynes, 2003, Probability Theory, 18.11).
 */
export class SchoolLevels implements LevelLattice {
  /** Probability of each level, before any results. */
  readonly weights: Float64Array;
  readonly alike: number;
  readonly step: number;
  readonly reach: number;
  readonly #school: LatticeNormal;
  readonly #work: LatticeNormal;
  /** What `join` and `atPlaces` found last: probability of the counts of all years by level of the work itself, the largest 1. */
  readonly joint: Float64Array;
  readonly #jointLogs: Float64Array;
  readonly #changes: Float64Array;
  #planes = new Float64Array();
  readonly #extended: Float64Array;
  readonly #padded: Float64Array;
  readonly #byPlace: Float64Array;
  readonly #patterns: YearPatterns;
  readonly #always: Float64Array;
  /** Levels that were given out and may be used again. */
  readonly #pool: PooledWork[] = [];
  #used = 0;
  /** The works of the school contradict each other so much that what is next to impossible counts. */
  #isExact = false;

  /** @param others - how many other schools say something. */
  constructor({ school, work }: Alikeness, others: number, step: number = LATTICE_STEP) {
    this.alike = school + work;
    this.step = step;
    this.#school = latticeNormal(school, step);
    this.#work = latticeNormal(work, step);
    const outlying = 1 / (others + 3);
    this.weights = new Float64Array(levelCount(this.#school)).fill(outlying);
    this.weights.set(
      this.#school.weights.map((weight) => weight * (1 - 2 * outlying)),
      FIRST,
    );
    this.reach = Math.min(this.#school.reach + this.#work.reach, latticeReach(this.alike, step));
    const width = levelCount(this);
    this.joint = new Float64Array(width);
    this.#jointLogs = new Float64Array(width);
    this.#changes = new Float64Array(width);
    this.#byPlace = new Float64Array(width);
    this.#extended = new Float64Array(width + 2 * this.#beyond);
    this.#padded = new Float64Array(this.#extended.length + 4 * this.#work.reach);
    this.#patterns = new YearPatterns(width);
    this.#always = new Float64Array(width).fill(1);
  }

  /** Another school: what was given out may be overwritten; arrays for a million works would be most of the work. */
  reuse(): void {
    this.#used = 0;
    this.#isExact = false;
  }

  /** What `join` found of a work that was given out, some or all levels of the work itself; may be overwritten by the next call. */
  jointOf(work: WorkLevels | undefined, years: ByYear<WorkChance>, range: LevelRange): Float64Array {
    if (work instanceof PooledWork && !this.#isExact && this.#work.reach > 0) return work.joint;
    this.join(years, range);
    return this.joint;
  }

  /** What was given out last, when nobody needs it any more. */
  giveBack(): void {
    this.#used--;
  }

  /** The works of one school. Where they contradict each other nothing that is next to impossible is left out. */
  ofWorks(works: readonly ByYear<WorkChance>[], of: PatternKinds): readonly WorkLevels[] {
    const found = works.map((years) => this.ofWork(years, of));
    if (this.#isExact || !this.#contradict(found)) return found;
    this.#isExact = true;
    return works.map((years) => this.ofWork(years, of));
  }

  /** One work, or what it would be if other results stood in its place. */
  ofWork(years: ByYear<WorkChance>, of: PatternKinds): WorkLevels {
    const found = this.#free();
    found.start(years, of);
    const { logs } = found;
    // A work that has no level of its own has that of the school.
    if (this.#work.reach === 0) addLogs(logs.fill(0), years);
    else if (this.#isExact) this.#exactLogs(logs, years);
    else this.#logsOver(found);
    return found;
  }

  /** Sums over the levels of the work itself; levels beyond the ends of the lattice stand at the ends. */
  #logsOver(work: PooledWork): void {
    const { logs, sums } = work;
    work.most = this.join(work.years);
    work.joint.set(this.joint);
    this.#addOver(sums.fill(0), 0, this.joint, 0, this.#reached());
    for (let level = 0; level < logs.length; level++) logs[level] = work.most + Math.log(sums[level] ?? 0);
    this.#setOutlying(logs);
  }

  /** An outlying level is that of the work, too. As it is, however improbable, so that it can be taken away again. */
  #setOutlying(logs: Float64Array): void {
    logs[0] = this.#jointLogs[0] ?? 0;
    logs[logs.length - 1] = this.#jointLogs[this.#jointLogs.length - 1] ?? 0;
  }

  /** Adds what a plane of places says of these levels to a plane of levels. */
  #addOver(into: Float64Array, start: number, places: Float64Array, first: number, levels: LevelRange): void {
    const last = this.weights.length - 1;
    if (levels.from === 0) into[start] = (into[start] ?? 0) + (places[first] ?? 0);
    if (levels.to > last)
      into[start + last] = (into[start + last] ?? 0) + (places[first + this.joint.length - 1] ?? 0);
    const from = Math.max(levels.from, FIRST);
    const to = Math.min(levels.to, last);
    if (from >= to) return;
    const extended = this.#extendedOf(places, first, { from, to });
    addWeightedSums(into, start + from, extended, from, to - from, this.#work.weights);
  }

  /** The same, each level by itself, so that nothing is too small for a number. */
  #exactLogs(logs: Float64Array, years: ByYear<WorkChance>): void {
    this.join(years);
    for (let level = FIRST; level < logs.length - 1; level++) {
      const each = this.#logsAround(level);
      const most = largestOf(each);
      logs[level] = most + Math.log(each.reduce((sum, log) => sum + Math.exp(log - most), 0));
    }
    this.#setOutlying(logs);
  }

  /** Logarithms of the levels of the work itself and their counts, where the school has one level of the lattice. */
  #logsAround(level: number): Float64Array {
    return this.#work.weights.map(
      (weight, more) => Math.log(weight) + (this.#jointLogs[this.#placeOf(level, more)] ?? 0),
    );
  }

  /** What places are probable where the school has one level, given the counts, the logarithm of which is `log` there. */
  #placesAround(level: number, log: number): readonly { readonly place: number; readonly chance: number }[] {
    if (level === 0) return [{ place: 0, chance: 1 }];
    if (level === this.weights.length - 1) return [{ place: this.joint.length - 1, chance: 1 }];
    return Array.from(this.#logsAround(level), (each, more) => ({
      place: this.#placeOf(level, more),
      chance: Math.exp(each - log),
    }));
  }

  /** Of a level of the lattice. */
  #placeOf(level: number, more: number): number {
    return Math.min(this.joint.length - 2, Math.max(FIRST, level - this.#beyond + more));
  }

  /** Fills in kinds of a work. */
  readonly #fillKinds = (work: PooledWork, from: number, to: number): void => {
    const { kinds, logs, sums, years, of } = work;
    const { kindOf } = of;
    const levels = logs.length;
    for (let start = 0; start < kinds.length; start += levels) kinds.fill(0, start + from, start + to);
    if (this.#work.reach === 0) {
      this.#patterns.split({ planes: kinds, chances: this.#always, years, kindOf, range: { from, to } });
      return;
    }
    const width = this.joint.length;
    const range = this.placesOf({ from, to });
    const planes = this.#planesFor(of.kinds);
    if (this.#isExact) {
      this.join(years);
      this.#patterns.split({ planes, chances: this.#always, years, kindOf, range });
      for (let level = from; level < to; level++) {
        if (logs[level] === Number.NEGATIVE_INFINITY) continue;
        for (const { place, chance } of this.#placesAround(level, logs[level] ?? 0)) {
          for (let kind = 0; kind < of.kinds; kind++) {
            const at = kind * levels + level;
            kinds[at] = (kinds[at] ?? 0) + chance * (planes[kind * width + place] ?? 0);
          }
        }
      }
      return;
    }
    this.#patterns.split({ planes, chances: work.joint, years, kindOf, range });
    for (let kind = 0; kind < of.kinds; kind++) {
      this.#addOver(kinds, kind * levels, planes, kind * width, { from, to });
    }
    for (let level = from; level < to; level++) {
      const all = sums[level] ?? 0;
      if (all === 0) continue;
      for (let at = level; at < kinds.length; at += levels) kinds[at] = (kinds[at] ?? 0) / all;
    }
  };

  /** Whether the likeliest level is one that some work leaves hardly possible: what was left out might be likelier. */
  #contradict(works: readonly WorkLevels[]): boolean {
    if (this.#work.reach === 0) return false;
    const sums = this.weights.map(Math.log);
    let most = 0;
    for (const { logs } of works) {
      most += largestOf(logs);
      for (let level = 0; level < sums.length; level++) sums[level] = (sums[level] ?? 0) + (logs[level] ?? 0);
    }
    return !(largestOf(sums) - most > LEAST_SURE);
  }

  /** Levels that a work itself may have when the school has one of these. */
  placesOf({ from, to }: LevelRange): LevelRange {
    const last = this.weights.length - 1;
    return {
      from: from === 0 ? 0 : from === last ? this.joint.length - 1 : this.#placeOf(from, 0),
      to:
        to > last
          ? this.joint.length
          : to === FIRST
            ? FIRST
            : this.#placeOf(to - 1, this.#work.weights.length - 1) + 1,
    };
  }

  get #allPlaces(): LevelRange {
    return { from: 0, to: this.joint.length };
  }

  #planesFor(kinds: number): Float64Array {
    const length = kinds * this.joint.length;
    if (this.#planes.length !== length) this.#planes = new Float64Array(length);
    return this.#planes.fill(0);
  }

  /**
   * What each level of a work itself counts for, when a level throughout counts for `byLevel`; both add up to the same sum.
   * Overwritten by the next call.
   */
  toPlaces(byLevel: Float64Array): Float64Array {
    const { weights } = this.#work;
    const last = byLevel.length - 1;
    const into = this.#byPlace.fill(0);
    into[0] = byLevel[0] ?? 0;
    into[into.length - 1] = byLevel[last] ?? 0;
    const { from, to } = reaching(byLevel, Number.MIN_VALUE, { from: FIRST, to: last });
    if (from === to) return into;
    const more = weights.length - 1;
    // Nothing stands before and behind these levels; weights are the same from either end.
    const count = to - from + more;
    this.#padded.fill(0, 0, count + more).set(byLevel.subarray(from, to), more);
    this.#extended.fill(0, 0, count);
    addWeightedSums(this.#extended, 0, this.#padded, 0, count, weights);
    for (let at = 0; at < count; at++) {
      const place = this.#placeOf(from, at);
      into[place] = (into[place] ?? 0) + (this.#extended[at] ?? 0);
    }
    return into;
  }

  /** Steps that levels reach beyond an end of the lattice. */
  get #beyond(): number {
    return this.#school.reach + this.#work.reach - this.reach;
  }

  /** Levels from which something leads to places that `join` left possible, and the outlying ones. */
  #reached(): LevelRange {
    const last = this.joint.length - 1;
    const { from, to } = reaching(this.joint, NEGLIGIBLE_PLACE, { from: FIRST, to: last });
    const beyond = this.#beyond;
    return {
      from: from === FIRST ? 0 : Math.max(0, from + beyond - this.#work.weights.length + 1),
      to: to === last ? this.weights.length : Math.min(this.weights.length, to + beyond),
    };
  }

  #free(): PooledWork {
    const there =
      this.#pool[this.#used] ?? new PooledWork(this.weights.length, this.joint.length, this.#fillKinds);
    this.#pool[this.#used] = there;
    this.#used++;
    return there;
  }

  /** Places of the lattice; what stands at its ends stands beyond them, too. Of the places that these levels look at. */
  #extendedOf(places: Float64Array, start: number, { from, to }: LevelRange): Float64Array {
    const beyond = this.#beyond;
    if (beyond === 0 && start === 0) return places;
    const width = this.joint.length;
    const extended = this.#extended;
    const lowest = places[start + FIRST] ?? 0;
    const highest = places[start + width - 2] ?? 0;
    const end = to + this.#work.weights.length - 1;
    const first = Math.max(from, beyond + FIRST);
    const last = Math.min(end, beyond + width - 1);
    for (let at = from; at < first; at++) extended[at] = lowest;
    for (let at = first; at < last; at++) extended[at] = places[start + at - beyond] ?? 0;
    for (let at = last; at < end; at++) extended[at] = highest;
    return extended;
  }

  /**
   * Puts the counts of all years together, at some or all levels of the work itself; returns the logarithm of the factor that makes
   * the largest 1.
   */
  join(years: ByYear<WorkChance>, { from, to }: LevelRange = this.#allPlaces): number {
    const logs = this.#jointLogs.fill(0);
    addLogs(logs, years);
    const most = largestOf(logs, { from, to });
    for (let place = from; place < to; place++) {
      const log = (logs[place] ?? 0) - most;
      this.joint[place] = log > LEAST_LOG ? Math.exp(log) : 0;
    }
    return most;
  }

  /**
   * Logarithm of the factor by which the probability of counts changes with one low result more, or fewer (−1), at some levels of the work
   * itself. Overwritten by the next call.
   */
  logRatio(counts: WorkChance, step: 1 | -1, { from, to }: LevelRange): Float64Array {
    counts.addSteps(this.#changes.fill(0), step, from, to);
    return this.#changes;
  }

  /** Probability that the true share of a work reaches the border in one year, in the light of all works of the school. */
  chanceOfWork(works: readonly WorkLevels[], years: ByYear<WorkChance>, year: number): number {
    const kindOf = Uint8Array.from({ length: 2 ** years.length }, (_, pattern) => (pattern >> year) & 1);
    const work = this.ofWork(years, { kinds: 2, kindOf });
    const masses = this.weights.map(Math.log);
    for (const { logs } of works) {
      for (let level = 0; level < masses.length; level++)
        masses[level] = (masses[level] ?? 0) + (logs[level] ?? 0);
    }
    const { from, to } = toMasses(masses);
    const kinds = work.kindsOver(from, to);
    let sum = 0;
    let whole = 0;
    for (let level = from; level < to; level++) {
      const mass = masses[level] ?? 0;
      whole += mass;
      sum += mass * (kinds[masses.length + level] ?? 0);
    }
    return Math.min(1, sum / whole);
  }
}

function addLogs(logs: Float64Array, years: ByYear<WorkChance>): void {
  for (let before = 0; before < years.length; before++) years[before]?.addLogs(logs);
}

/** The first level of the lattice; before it stands an outlying one. */
const FIRST = 1;
/** Places at which counts are less probable than at the likeliest by this factor are left out, unless works contradict each other. */
const NEGLIGIBLE_PLACE = 1e-60;
/** Logarithm of how improbable results together may be at the likeliest level, so that what was left out is as nothing beside it. */
const LEAST_SURE = -80;
/** Of places less probable than that nobody asks how probable. */
const LEAST_LOG = /* @__PURE__ */ Math.log(NEGLIGIBLE_PLACE);
