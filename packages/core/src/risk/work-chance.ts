/**
 * What the results of a school on one work say, whatever its level may be.
 *
 * @module
 */
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import type { SharePrior } from './share-priors.js';

/** Levels of a school on a work stand on a lattice, in standard deviations of schools around the middle. */
export const LATTICE_STEP = 0.25;
/** Most steps from the middle of the lattice to an end. */
export const MOST_REACH = 18;

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
 * Formula: the logit of a school's share varies between schools by σ² = variance / (m(1 − m))² (delta method) around a middle at
 * which the mean over all schools is m (MacKay's approximation); at level t it lies σt above the middle. Given t the share is
 * Beta with the variance that is left, (1 − alike) · σ² on the scale of the logit. Then counts are beta-binomial, and the share
 * given counts is Beta again. Without a fitted prior the level says nothing. Between neighbouring counts of as many pupils the
 * likelihood changes by a factor, and the probability of a low share by x^a (1 − x)^(b − 1) / (a B(a, b)).
 * Source: Skellam (1948), JRSS B 10, 257–261 (beta-binomial); MacKay (1992), Neural Computation 4, 720–736; Abramowitz & Stegun
 * (1964), 26.5.15 (neighbouring counts).
 * Cost: a microsecond for each count from the first one asked for to the farthest, once for each n; 37 incomplete beta functions
 * for each n.
 *
 * @param reach - steps of the lattice from its middle to an end.
 */
export function workChances(
  prior: SharePrior,
  alike: number,
  shareFrom: number,
  reach: number,
): (count: number, n: number) => WorkChance {
  const levels = prior.fitted ? byLevel(prior, alike, reach) : undefined;
  const known = new Map<number, (count: number) => WorkChance>();
  return (count, n) => {
    const there =
      known.get(n) ?? (levels ? neighbours(levels, shareFrom, n) : saysNothing(shareFrom, n, reach));
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

function byLevel({ mean, precision }: SharePrior, alike: number, reach: number): Levels {
  const logitVariance = 1 / ((1 + precision) * mean * (1 - mean));
  const middle = Math.log(mean / (1 - mean)) * Math.sqrt(1 + (Math.PI * logitVariance) / 8);
  const sd = Math.sqrt(logitVariance);
  const width = 2 * reach + 1;
  const levels = { a: new Float64Array(width), b: new Float64Array(width), logBeta: new Float64Array(width) };
  for (let place = 0; place < width; place++) {
    const logit = middle + sd * ((place - reach) * LATTICE_STEP);
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

/** Without other schools every level is as probable as before. */
function saysNothing(shareFrom: number, n: number, reach: number): (count: number) => WorkChance {
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
