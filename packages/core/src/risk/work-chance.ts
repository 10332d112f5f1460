/**
 * What the results of a school on one work say, whatever its level may be.
 *
 * @module
 */
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import type { LevelLattice } from './level-lattice.js';
import { normalWeights } from './level-lattice.js';
import type { SharePrior } from './share-priors.js';

/** By level of the lattice. */
export interface WorkChance {
  /** Probability of the school's counts over the largest of them all. */
  readonly likelihood: Float64Array;
  /** Logarithm of the largest. */
  readonly most: number;
  /** Probability that the true share of low results reaches the border. */
  readonly low: Float64Array;
}

/**
 * What counts say on works with one prior, when the part `alike` of the variance between schools is the level's and the rest the
 * single work's own.
 *
 * Formula: the logit of a school's share varies between schools by σ² = variance / (m(1 − m))² (delta method). The level t varies
 * by the part `alike` of that; at level t the mean share is expit(c + σt), where c is such that the mean over all levels is m, the
 * mean over all schools. Given t the share is Beta with the variance that is left, (1 − alike) · σ² on the scale of the logit:
 * where works have nothing in common, the prior itself. Then counts are beta-binomial, and the share given counts is Beta again.
 * Where nobody knows how schools differ the level says nothing, and the share has Jeffreys' Beta(½, ½). Between neighbouring counts
 * of as many pupils the likelihood changes by a factor, and the probability of a low share by x^a (1 − x)^(b − 1) / (a B(a, b)).
 * Source: Skellam (1948), JRSS B 10, 257–261 (beta-binomial); Abramowitz & Stegun (1964), 26.5.15 (neighbouring counts).
 * Cost: a few microseconds for each count from the first one asked for to the farthest, once for each n; an incomplete beta function
 * for each level and n, of which there are about a hundred.
 *
 * @param lattice - where the levels stand.
 */
export function workChances(
  prior: SharePrior,
  shareFrom: number,
  lattice: LevelLattice,
): (count: number, n: number) => WorkChance {
  const levels = prior.spread === 'unknown' ? undefined : byLevel(prior, lattice);
  const known = new Map<number, (count: number) => WorkChance>();
  return (count, n) => {
    const there =
      known.get(n) ?? (levels ? neighbours(levels, shareFrom, n) : saysNothing(shareFrom, n, lattice));
    known.set(n, there);
    return there(count);
  };
}

/** Parameters of the distribution of the share, by level. */
interface Levels {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly logBeta: Float64Array;
}

function byLevel({ mean, precision }: SharePrior, { alike, step, reach }: LevelLattice): Levels {
  const logitVariance = 1 / ((1 + precision) * mean * (1 - mean));
  const sd = Math.sqrt(logitVariance);
  const middle = middleOf(mean, sd * step, normalWeights(alike, step, reach));
  const width = 2 * reach + 1;
  const levels = { a: new Float64Array(width), b: new Float64Array(width), logBeta: new Float64Array(width) };
  for (let place = 0; place < width; place++) {
    const logit = middle + sd * step * (place - reach);
    const share = 1 / (1 + Math.exp(-logit));
    // 1 − share would be 0 where nearly all results of nearly all schools are low.
    const rest = 1 / (1 + Math.exp(logit));
    const own = Math.max(LEAST_PRECISION, 1 / ((1 - alike) * logitVariance * share * rest) - 1);
    const a = share * own;
    const b = rest * own;
    levels.a[place] = a;
    levels.b[place] = b;
    levels.logBeta[place] = logBeta(a, b);
  }
  return levels;
}

/**
 * Logit of the middle level, at which the mean share over all levels is `mean`.
 *
 * Formula: Σ w expit(c + d i) = m over steps i; the sum rises with c, by Newton's method, or by halves where that would leave what is
 * left between the bounds. Source: Press et al. (2007), Numerical Recipes, 9.4.
 */
function middleOf(mean: number, distance: number, weights: Float64Array): number {
  const reach = (weights.length - 1) / 2;
  const logit = Math.log(mean / (1 - mean));
  if (reach === 0) return logit;
  let [low, high] = [logit - reach * distance, logit + reach * distance];
  let middle = logit;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let over = -mean;
    let slope = 0;
    for (let place = 0; place < weights.length; place++) {
      const share = 1 / (1 + Math.exp(-middle - distance * (place - reach)));
      over += (weights[place] ?? 0) * share;
      slope += (weights[place] ?? 0) * share * (1 - share);
    }
    if (over > 0) high = middle;
    else low = middle;
    const next = middle - over / slope;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - middle) < NEAR) return inside;
    middle = inside;
  }
  return middle;
}

/** The count farthest from the first one on one side; logarithms of its likelihood lead on to the next. */
interface End {
  count: number;
  readonly logs: Float64Array;
  low: Float64Array;
}

/** Chances of works of `n` pupils: the first count is computed, the others from their neighbours. */
function neighbours({ a, b, logBeta: whole }: Levels, shareFrom: number, n: number) {
  const width = a.length;
  const rows: (WorkChance | undefined)[] = [];
  const room = new RowRoom(width);
  let ends: { readonly lowest: End; readonly highest: End } | undefined;
  const logOdds = Math.log(shareFrom / (1 - shareFrom));
  const isBetween = Number.isFinite(logOdds);
  const logBorder = Math.log(shareFrom);
  const logRest = Math.log1p(-shareFrom);
  const keep = ({ count, logs, low }: End): WorkChance => {
    let most = Number.NEGATIVE_INFINITY;
    for (let level = 0; level < width; level++) most = Math.max(most, logs[level] ?? 0);
    const likelihood = room.next();
    for (let level = 0; level < width; level++) {
      const log = (logs[level] ?? 0) - most;
      if (log > LEAST_LOG) likelihood[level] = Math.exp(log);
    }
    const row = { likelihood, most, low };
    rows[count] = row;
    return row;
  };
  const first = (count: number): WorkChance => {
    const logs = new Float64Array(width);
    const low = room.next();
    for (let level = 0; level < width; level++) {
      const one = (a[level] ?? 0) + count;
      const other = (b[level] ?? 0) + n - count;
      const own = logBeta(one, other);
      logs[level] = own - (whole[level] ?? 0);
      low[level] = 1 - betaProbability(shareFrom, one, other, own);
    }
    ends = { lowest: { count, logs, low }, highest: { count, logs: logs.slice(), low } };
    return keep(ends.lowest);
  };
  const goOn = (end: End, by: 1 | -1): WorkChance => {
    const less = by === 1 ? end.count : end.count - 1;
    const low = room.next();
    for (let level = 0; level < width; level++) {
      const one = (a[level] ?? 0) + less;
      const here = end.logs[level] ?? 0;
      const there = here + by * Math.log(one / ((b[level] ?? 0) + n - less - 1));
      const start = (a[level] ?? 0) * logBorder + ((b[level] ?? 0) + n - 1) * logRest - (whole[level] ?? 0);
      const growth = isBetween ? Math.exp(start + less * logOdds - (by === 1 ? here : there)) / one : 0;
      end.logs[level] = there;
      low[level] = Math.min(1, Math.max(0, (end.low[level] ?? 0) + by * growth));
    }
    end.count += by;
    end.low = low;
    return keep(end);
  };
  return (count: number): WorkChance => {
    const there = rows[count];
    if (there !== undefined) return there;
    if (ends === undefined) return first(count);
    const by = count > ends.highest.count ? 1 : -1;
    const end = by === 1 ? ends.highest : ends.lowest;
    let row = goOn(end, by);
    while (end.count !== count) row = goOn(end, by);
    return row;
  };
}

/** Rows of one length, side by side: what belongs together is read together, and an array for each would cost more than its contents. */
class RowRoom {
  readonly #width: number;
  #block = new Float64Array();
  #rows = 2;
  #used = 0;

  constructor(width: number) {
    this.#width = width;
  }

  next(): Float64Array {
    if (this.#used === this.#block.length) {
      this.#rows = Math.min(MOST_ROWS_AT_ONCE, 2 * this.#rows);
      this.#block = new Float64Array(this.#rows * this.#width);
      this.#used = 0;
    }
    this.#used += this.#width;
    return this.#block.subarray(this.#used - this.#width, this.#used);
  }
}

const MOST_ROWS_AT_ONCE = 16;

/** Where other schools do not say how they differ every level is as probable as before. */
function saysNothing(shareFrom: number, n: number, { reach }: LevelLattice): (count: number) => WorkChance {
  const likelihood = new Float64Array(2 * reach + 1).fill(1);
  return (count) => {
    const low = new Float64Array(2 * reach + 1);
    low.fill(1 - betaProbability(shareFrom, 0.5 + count, 0.5 + n - count));
    return { likelihood, most: 0, low };
  };
}

/** Logarithm of a likelihood that counts as 0 beside the largest; products of two stay above the smallest number. */
const LEAST_LOG = -320;
/** Below it a share would be all or nothing. */
const LEAST_PRECISION = 0.5;
const MOST_ROUNDS = 60;
/** Distance of two logits that no share tells apart. */
const NEAR = 1e-12;
