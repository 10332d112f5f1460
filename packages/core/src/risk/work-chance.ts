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
import { levelShares } from './level-shares.js';
import type { OutlyingChances } from './outlying-shares.js';
import { OutlyingShares } from './outlying-shares.js';
import type { SharePrior } from './share-priors.js';

/** Counts of one work, by level of the lattice. */
export interface WorkChance {
  /** Adds the logarithms of the probability of these counts, in this order of pupils, to what stands there. */
  addLogs(into: Float64Array): void;
  /** Probability that the true share of low results reaches the border, at levels from one to another (exclusive) at least. */
  lowOver(from: number, to: number): Stretch;
}

/** Values of some levels, the first of which is `from`. */
export interface Stretch {
  readonly from: number;
  readonly values: Float64Array;
}

/**
 * What counts say on works with one prior.
 *
 * Formula: at a level the share is Beta(a, b) ({@link levelShares}), so counts are beta-binomial, a^(k) b^(n − k) / (a + b)^(n) with
 * rising factorials, and the share given counts is Beta(a + k, b + n − k). Those of a school unlike all others are {@link OutlyingShares}.
 * One more low result never lowers a probability, since shares of higher levels are larger in likelihood ratio.
 * Where nobody knows how schools differ the level says nothing, and the share has Jeffreys' Beta(½, ½). Between neighbouring counts
 * of as many pupils the probability of a low share changes by x^a (1 − x)^(b − 1) / (a B(a, b)).
 * Source: Skellam (1948), JRSS B 10, 257–261 (beta-binomial); Abramowitz & Stegun (1964), 26.5.15 (neighbouring counts).
 * Cost: a few microseconds for each count, rest and n; for each of the levels asked for an incomplete beta function, or less where
 * those of a neighbouring count are known.
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

/** All that schools with one prior may have. */
class AllCounts {
  /** By level; at the outlying ones those of their neighbours, which nobody looks at. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly shareFrom: number;
  /** Logarithms of B(a, b), by level. */
  readonly #whole: Float64Array;
  readonly #sums: Float64Array;
  /** Logarithms of rising factorials, by how many factors they have, then level: of a, of b and of a + b. */
  readonly #counts = new Map<number, Float64Array>();
  readonly #rests = new Map<number, Float64Array>();
  readonly #pupils = new Map<number, Float64Array>();
  /** By n, then count. */
  readonly #known = new Map<number, Map<number, Counts>>();
  readonly #outlying: OutlyingShares;
  readonly #logBorder: number;
  readonly #logRest: number;

  constructor(prior: SharePrior, shareFrom: number, lattice: LevelLattice) {
    const shares = levelShares(prior, lattice);
    const a = withOutlying(shares.a);
    const b = withOutlying(shares.b);
    this.a = a;
    this.b = b;
    this.#outlying = new OutlyingShares(shares, shareFrom);
    this.shareFrom = shareFrom;
    this.#whole = a.map((of, level) => logBeta(of, b[level] ?? 0));
    this.#sums = a.map((of, level) => of + (b[level] ?? 0));
    this.#logBorder = Math.log(shareFrom);
    this.#logRest = Math.log1p(-shareFrom);
  }

  of(count: number, n: number): Counts {
    const byCount = this.#known.get(n) ?? new Map<number, Counts>();
    const there = byCount.get(count);
    if (there !== undefined) return there;
    const made = new Counts(this, count, n, {
      ofCount: risingOf(this.#counts, this.a, count),
      ofRest: risingOf(this.#rests, this.b, n - count),
      ofAll: risingOf(this.#pupils, this.#sums, n),
      outlying: this.#outlying.of(count, n),
    });
    byCount.set(count, made);
    this.#known.set(n, byCount);
    return made;
  }

  /** Those with this count, if somebody asked for them. */
  known(count: number, n: number): Counts | undefined {
    return this.#known.get(n)?.get(count);
  }

  /** Logarithm of B(a + count, b + n − count) at a level, where that of the probability of the counts is known. */
  wholeAfter(level: number, log: number): number {
    return (this.#whole[level] ?? 0) + log;
  }

  /** By how much the probability of a low share is higher with one more low result than `count`. */
  growth(level: number, count: number, n: number, log: number): number {
    const one = (this.a[level] ?? 0) + count;
    const rest = (this.b[level] ?? 0) + n - count - 1;
    return Math.exp(one * this.#logBorder + rest * this.#logRest - this.wholeAfter(level, log)) / one;
  }
}

function withOutlying(levels: Float64Array): Float64Array {
  const all = new Float64Array(levels.length + 2);
  all.set(levels, 1);
  all[0] = levels[0] ?? 0;
  all[all.length - 1] = levels[levels.length - 1] ?? 0;
  return all;
}

/** From those with one factor fewer or more, if somebody asked for them. */
function risingOf(known: Map<number, Float64Array>, from: Float64Array, factors: number): Float64Array {
  const there = known.get(factors);
  if (there !== undefined) return there;
  const made = new Float64Array(from.length);
  known.set(factors, made);
  const [fewer, more] = [known.get(factors - 1), known.get(factors + 1)];
  for (let level = 0; level < from.length; level++) {
    const first = from[level] ?? 0;
    if (fewer !== undefined) made[level] = (fewer[level] ?? 0) + Math.log(first + factors - 1);
    else if (more !== undefined) made[level] = (more[level] ?? 0) - Math.log(first + factors);
    else made[level] = logRising(first, factors);
  }
  return made;
}

/** What the probability of some counts is made of. */
interface Terms {
  /** Logarithms of rising factorials, by level. */
  readonly ofCount: Float64Array;
  readonly ofRest: Float64Array;
  readonly ofAll: Float64Array;
  readonly outlying: OutlyingChances;
}

class Counts implements WorkChance, Stretch {
  readonly #all: AllCounts;
  readonly #count: number;
  readonly #n: number;
  readonly #terms: Terms;
  from = 0;
  values = NONE;

  constructor(all: AllCounts, count: number, n: number, terms: Terms) {
    this.#all = all;
    this.#count = count;
    this.#n = n;
    this.#terms = terms;
  }

  addLogs(into: Float64Array): void {
    const last = into.length - 1;
    const { below, above } = this.#terms.outlying;
    into[0] = (into[0] ?? 0) + below.log;
    for (let level = 1; level < last; level++) into[level] = (into[level] ?? 0) + this.#log(level);
    into[last] = (into[last] ?? 0) + above.log;
  }

  lowOver(from: number, to: number): Stretch {
    const end = this.from + this.values.length;
    if (this.values.length > 0 && from >= this.from && to <= end) return this;
    const isFirst = this.values.length === 0;
    const first = Math.max(0, Math.min(from - SPARE, isFirst ? from : this.from));
    const last = Math.min(this.#all.a.length, Math.max(to + SPARE, end));
    const wider = new Float64Array(last - first);
    if (!isFirst) wider.set(this.values, this.from - first);
    const [fewer, more] = [this.#neighbour(-1), this.#neighbour(1)];
    for (let level = first; level < last; level++) {
      if (!isFirst && level >= this.from && level < end) continue;
      wider[level - first] = this.#low(level, fewer, more);
    }
    this.from = first;
    this.values = wider;
    return this;
  }

  #neighbour(by: 1 | -1): Counts | undefined {
    return this.#all.known(this.#count + by, this.#n);
  }

  #low(level: number, fewer: Counts | undefined, more: Counts | undefined): number {
    if (level === 0) return this.#terms.outlying.below.low;
    if (level === this.#all.a.length - 1) return this.#terms.outlying.above.low;
    const less = fewer?.lowAt(level);
    if (fewer !== undefined && less !== undefined) return Math.min(1, less + fewer.growth(level));
    const greater = more?.lowAt(level);
    if (greater !== undefined) return Math.max(0, greater - this.growth(level));
    const { a, b, shareFrom } = this.#all;
    const one = (a[level] ?? 0) + this.#count;
    const other = (b[level] ?? 0) + this.#n - this.#count;
    return 1 - betaProbability(shareFrom, one, other, this.#all.wholeAfter(level, this.#log(level)));
  }

  lowAt(level: number): number | undefined {
    return this.values[level - this.from];
  }

  growth(level: number): number {
    return this.#all.growth(level, this.#count, this.#n, this.#log(level));
  }

  #log(level: number): number {
    const { ofCount, ofRest, ofAll } = this.#terms;
    return (ofCount[level] ?? 0) + (ofRest[level] ?? 0) - (ofAll[level] ?? 0);
  }
}

const NONE = new Float64Array();
/** Levels on either side that the next school may ask for. */
const SPARE = 3;

/** Where other schools do not say how they differ every level is as probable as before. */
class SaysNothing implements WorkChance, Stretch {
  readonly from = 0;
  readonly values: Float64Array;

  constructor(shareFrom: number, count: number, n: number, lattice: LevelLattice) {
    const low = 1 - betaProbability(shareFrom, 0.5 + count, 0.5 + n - count);
    this.values = new Float64Array(levelCount(lattice)).fill(low);
  }

  addLogs(): void {}

  lowOver(): Stretch {
    return this;
  }
}
