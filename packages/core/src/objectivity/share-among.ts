/**
 * A share of pupils in a school against the shares of the other schools of its region.
 *
 * @module
 */
import type { BetaBinomial } from '../statistics/beta-binomial.js';

/** Where a count lies among counts of schools of the same size. */
export interface ShareTail {
  /** Probability of a count at least as far out on the side asked for. */
  readonly p: number;
  /** Smallest p that could have come out. */
  readonly leastP: number;
  /** Probability of p at most the level if the mean share were `away` further out. */
  readonly power: number;
}

/**
 * Exact tail of the beta-binomial distribution of the region's schools.
 *
 * Source: Skellam (1948), JRSS B 10, 257–261. Cost: a few operations for each pupil of the school.
 */
export function shareTail(
  count: number,
  n: number,
  model: BetaBinomial,
  side: 'upper' | 'lower',
  away: number,
  level: number,
): ShareTail {
  const { tails, leastP, power } = tailsOf(n, model, side, away, level);
  return { p: Math.min(1, tails[count] ?? 0), leastP, power };
}

/** The same for many schools with one model, by their size; those of one size are summed up once. */
export function shareTails(
  model: BetaBinomial,
  side: 'upper' | 'lower',
  away: number,
  level: number,
): (n: number) => Tails {
  return knownByWhole((n) => tailsOf(n, model, side, away, level));
}

/** A function of small whole numbers whose values are kept as long as it is. */
export function knownByWhole<Value>(make: (whole: number) => Value): (whole: number) => Value {
  const known = new Map<number, Value>();
  return (whole) => {
    let value = known.get(whole);
    if (value === undefined) {
      value = make(whole);
      known.set(whole, value);
    }
    return value;
  };
}

/** What all schools of one size share; `tails` by count, which rounding may bring a little above 1. */
interface Tails extends Pick<ShareTail, 'leastP' | 'power'> {
  readonly tails: Float64Array;
}

function tailsOf(
  n: number,
  model: BetaBinomial,
  side: 'upper' | 'lower',
  away: number,
  level: number,
): Tails {
  const usual = shareMasses(n, model, model.mean);
  const shifted = shareMasses(
    n,
    model,
    Math.max(OUTERMOST, Math.min(1 - OUTERMOST, model.mean + (side === 'upper' ? away : -away))),
  );
  const tails = new Float64Array(n + 1);
  let tail = 0;
  let power = 0;
  let isSignificant = true;
  for (let step = 0; step <= n; step++) {
    const place = side === 'upper' ? n - step : step;
    tail += usual[place] ?? 0;
    isSignificant &&= tail <= level;
    if (isSignificant) power += shifted[place] ?? 0;
    tails[place] = tail;
  }
  const leastP = usual[side === 'upper' ? n : 0] ?? 0;
  return { tails, leastP: Math.min(1, leastP), power: Math.min(1, power) };
}

/** Masses of 0 … n for one mean share, computed outwards from it so that nothing overflows. */
export function shareMasses(n: number, model: BetaBinomial, mean: number): Float64Array {
  const masses = new Float64Array(n + 1);
  // Of the binomial distribution a and b are infinite: only their ratio counts.
  const spread = model.kind === 'spread' ? 1 / model.precision : 0;
  const start = Math.min(n, Math.floor((n + 1) * mean));
  masses[start] = 1;
  let sum = 1;
  let mass = 1;
  for (let count = start; count < n; count++) {
    mass *= (((n - count) / (count + 1)) * (mean + count * spread)) / (1 - mean + (n - count - 1) * spread);
    masses[count + 1] = mass;
    sum += mass;
  }
  mass = 1;
  for (let count = start; count > 0; count--) {
    mass *= ((count / (n - count + 1)) * (1 - mean + (n - count) * spread)) / (mean + (count - 1) * spread);
    masses[count - 1] = mass;
    sum += mass;
  }
  for (let count = 0; count <= n; count++) masses[count] = (masses[count] ?? 0) / sum;
  return masses;
}

const OUTERMOST = 0.001;
