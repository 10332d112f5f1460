/**
 * What the results of a school on one work say, whatever its level may be.
 *
 * @module
 */
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import { logRising } from '../statistics/log-rising.js';
import type { LevelLattice } from './level-lattice.js';
import { levelCount } from './level-lattice.js';
import { LevelRows } from './level-rows.js';
import { levelShares } from './level-shares.js';
import type { OutlyingChances } from './outlying-shares.js';
import { OutlyingShares } from './outlying-shares.js';
import type { SharePrior } from './share-priors.js';

/** Counts of one work, by level of the lattice. */
export interface WorkChance {
  /** Adds the logarithms of the probability of these counts, in this order of pupils, to what stands there. */
  addLogs(into: Float64Array): void;
  /** Adds the logarithms of the factor by which that changes with one low result more, or fewer (−1), at some levels. */
  addSteps(into: Float64Array, step: 1 | -1, from: number, to: number): void;
  /** By level, the probability that the true share of low results reaches the border; at levels from one to another (exclusive) at least. */
  lowOver(from: number, to: number): Float64Array;
}

/**
 * What counts say on works with one prior.
 *
 * Formula: at a level the share is Beta(a, b) ({@link levelShares}), so counts are beta-binomial, a^(k) b^(n − k) / (a + b)^(n) with
 * rising factorials, and the share given counts is Beta(a + k, b + n − k). Those of a school unlike all others are {@link OutlyingShares}.
 * One more low result never lowers a probability, since shares of higher levels are larger in likelihood ratio.
 * Where nobody knows how schools differ the level says nothing, and the share has Jeffreys' Beta(½, ½).
 * Source: Skellam (1948), JRSS B 10, 257–261 (beta-binomial).
 * Cost: a few microseconds for each count, rest and n; for each of the levels asked for an incomplete beta function.
 *
 * @param lattice - where the levels stand.
 */
export function workChances(
  prior: SharePrior,
  shareFrom: number,
  lattice: LevelLattice,
): (count: number, n: number) => WorkChance {
  if (prior.spread === 'unknown') return (count, n) => new SaysNothing(shareFrom, count, n, lattice);
  const all = new AllCounts(prior, shareFrom, lattice);
  return (count, n) => all.of(count, n);
}

/** All that schools with one prior may have; levels with the outlying ones. */
class AllCounts {
  readonly shareFrom: number;
  /** Of the logarithms of rising factorials, and of B(a, b): 0 where nobody asked. */
  readonly rows: LevelRows;
  readonly #a: Float64Array;
  readonly #b: Float64Array;
  readonly #whole: number;
  /** Rows by how many factors they have: of a, of b and of a + b. */
  readonly #counts = new Map<number, number>();
  readonly #rests = new Map<number, number>();
  readonly #pupils = new Map<number, number>();
  /** By n, then count. */
  readonly #known: (Counts | undefined)[][] = [];
  readonly outlying: OutlyingShares;

  constructor(prior: SharePrior, shareFrom: number, lattice: LevelLattice) {
    const shares = levelShares(prior, lattice);
    this.#a = shares.a;
    this.#b = shares.b;
    this.rows = new LevelRows(levelCount(lattice), FIRST_ROWS);
    this.#whole = this.rows.add();
    this.outlying = new OutlyingShares(shares, shareFrom);
    this.shareFrom = shareFrom;
  }

  of(count: number, n: number): Counts {
    let byCount = this.#known[n];
    if (byCount === undefined) {
      byCount = [];
      this.#known[n] = byCount;
    }
    const there = byCount[count];
    if (there !== undefined) return there;
    const made = new Counts(this, count, n, {
      ofCount: this.#risingOf(this.#counts, this.#a, undefined, count),
      ofRest: this.#risingOf(this.#rests, this.#b, undefined, n - count),
      ofAll: this.#risingOf(this.#pupils, this.#a, this.#b, n),
      outlying: this.outlying.of(count, n),
    });
    byCount[count] = made;
    return made;
  }

  /** At a level that is not outlying. */
  a(level: number): number {
    return this.#a[level - 1] ?? 0;
  }

  b(level: number): number {
    return this.#b[level - 1] ?? 0;
  }

  /** Logarithm of B(a + count, b + n − count) at a level, where that of the probability of the counts is known. */
  wholeAfter(level: number, log: number): number {
    const { numbers } = this.rows;
    const at = this.#whole + level;
    if (numbers[at] === 0) numbers[at] = logBeta(this.a(level), this.b(level));
    return (numbers[at] ?? 0) + log;
  }

  /** `first` and `second` add up to the first factor. */
  #risingOf(
    known: Map<number, number>,
    first: Float64Array,
    second: Float64Array | undefined,
    factors: number,
  ): number {
    const there = known.get(factors);
    if (there !== undefined) return there;
    const made = this.rows.add();
    known.set(factors, made);
    const { numbers } = this.rows;
    for (let place = 0; place < first.length; place++) {
      const from = second === undefined ? (first[place] ?? 0) : (first[place] ?? 0) + (second[place] ?? 0);
      numbers[made + place + 1] = logRising(from, factors);
    }
    return made;
  }
}

/** What the probability of some counts is made of. */
interface Terms {
  /** Rows of logarithms of rising factorials. */
  readonly ofCount: number;
  readonly ofRest: number;
  readonly ofAll: number;
  readonly outlying: OutlyingChances;
}

class Counts implements WorkChance {
  readonly #all: AllCounts;
  readonly #count: number;
  readonly #n: number;
  readonly #terms: Terms;
  #low = NONE;

  constructor(all: AllCounts, count: number, n: number, terms: Terms) {
    this.#all = all;
    this.#count = count;
    this.#n = n;
    this.#terms = terms;
  }

  addLogs(into: Float64Array): void {
    const last = into.length - 1;
    const { ofCount, ofRest, ofAll, outlying } = this.#terms;
    const { numbers } = this.#all.rows;
    into[0] = (into[0] ?? 0) + outlying.below.log;
    for (let level = 1; level < last; level++) {
      const log =
        (numbers[ofCount + level] ?? 0) + (numbers[ofRest + level] ?? 0) - (numbers[ofAll + level] ?? 0);
      into[level] = (into[level] ?? 0) + log;
    }
    into[last] = (into[last] ?? 0) + outlying.above.log;
  }

  addSteps(into: Float64Array, step: 1 | -1, from: number, to: number): void {
    const all = this.#all;
    const last = into.length - 1;
    // With one fewer: what that one would add, the other way round.
    const count = step === 1 ? this.#count : this.#count - 1;
    const rest = this.#n - count - 1;
    for (let level = Math.max(1, from); level < Math.min(to, last); level++) {
      into[level] = (into[level] ?? 0) + step * Math.log((all.a(level) + count) / (all.b(level) + rest));
    }
    if (from > 0 && to <= last) return;
    const then = all.outlying.of(this.#count + step, this.#n);
    const { outlying } = this.#terms;
    if (from === 0) into[0] = (into[0] ?? 0) + then.below.log - outlying.below.log;
    if (to > last) into[last] = (into[last] ?? 0) + then.above.log - outlying.above.log;
  }

  lowOver(from: number, to: number): Float64Array {
    if (this.#low.length === 0) this.#low = new Float64Array(this.#all.rows.width).fill(UNKNOWN);
    const low = this.#low;
    for (let level = from; level < to; level++) {
      if (low[level] === UNKNOWN) low[level] = this.#lowAt(level);
    }
    return low;
  }

  #lowAt(level: number): number {
    if (level === 0) return this.#terms.outlying.below.low;
    if (level === this.#all.rows.width - 1) return this.#terms.outlying.above.low;
    const one = this.#all.a(level) + this.#count;
    const other = this.#all.b(level) + this.#n - this.#count;
    return (
      1 - betaProbability(this.#all.shareFrom, one, other, this.#all.wholeAfter(level, this.#log(level)))
    );
  }

  #log(level: number): number {
    const { ofCount, ofRest, ofAll } = this.#terms;
    const { numbers } = this.#all.rows;
    return (numbers[ofCount + level] ?? 0) + (numbers[ofRest + level] ?? 0) - (numbers[ofAll + level] ?? 0);
  }
}

const NONE = new Float64Array();
/** The logarithm of B, three for the counts of a school, and two for those that are tried in their place. */
const FIRST_ROWS = 6;
/** No probability. */
const UNKNOWN = -1;

/** Where other schools do not say how they differ every level is as probable as before. */
class SaysNothing implements WorkChance {
  readonly #low: Float64Array;

  constructor(shareFrom: number, count: number, n: number, lattice: LevelLattice) {
    const low = 1 - betaProbability(shareFrom, 0.5 + count, 0.5 + n - count);
    this.#low = new Float64Array(levelCount(lattice)).fill(low);
  }

  addLogs(): void {}

  addSteps(): void {}

  lowOver(): Float64Array {
    return this.#low;
  }
}
