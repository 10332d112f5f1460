/**
 * What a school unlike all others may have on a work, of which the others say nothing.
 *
 * @module
 */
import { logBetaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import type { LevelShares } from './level-shares.js';

/** What counts of a work say of a school unlike all others. */
interface OutlyingChance {
  /** Logarithm of the probability of these counts, in this order of pupils. */
  readonly log: number;
  /** Probability that the true share of low results reaches the border. */
  readonly low: number;
}

/** The same of two schools, one with smaller and one with larger shares than all others. */
export interface OutlyingChances {
  readonly below: OutlyingChance;
  readonly above: OutlyingChance;
}

/**
 * Shares beyond those that the levels of all others make likely. There a school speaks for itself alone, as where nobody says anything of
 * the others.
 *
 * Formula: Jeffreys' Beta(½, ½), above only what is more than (a − ½) / (a + b − 1), a and b those of the highest level (where b is at
 * most ½ all are 1; otherwise all of it where a is at most ½); below the same with low and other results in each other's place, for the lowest.
 * Only from there on these shares rise against that level in likelihood ratio everywhere, and so against all; so one more low result
 * never lowers a probability.
 * Source: own; Jeffreys (1946), Proc. R. Soc. A 186, 453–461. Cost: a few microseconds for each count and n.
 */
export class OutlyingShares {
  readonly #below: Room;
  readonly #above: Room;
  readonly #shareFrom: number;

  constructor({ lowest, highest }: Pick<LevelShares, 'lowest' | 'highest'>, shareFrom: number) {
    this.#below = roomBeyond(lowest.b, lowest.a);
    this.#above = roomBeyond(highest.a, highest.b);
    this.#shareFrom = shareFrom;
  }

  of(count: number, n: number): OutlyingChances {
    const below = upTo(this.#below, count, n - count, this.#shareFrom);
    const above = upTo(this.#above, n - count, count, 1 - this.#shareFrom);
    return {
      below: { log: below.log, low: 1 - below.inside },
      above: { log: above.log, low: above.inside },
    };
  }
}

/** A range of shares from 0 on, or back from 1. */
interface Room {
  readonly length: number;
  /** Logarithm of what Jeffreys' distribution has there, times B(½, ½). */
  readonly log: number;
}

/** Above what levels up to one with these parameters make likely. */
function roomBeyond(a: number, b: number): Room {
  const length = b <= HALF ? 0 : a <= HALF ? 1 : (b - HALF) / (a + b - 2 * HALF);
  return { length, log: Math.log(Math.PI) + logBetaProbability(length, HALF, HALF) };
}

/** Counts where the share is in the room, and the probability that it is at most `border`, given the counts. */
function upTo(
  room: Room,
  count: number,
  rest: number,
  border: number,
): { readonly log: number; readonly inside: number } {
  if (room.length === 0) return { log: count === 0 ? 0 : IMPOSSIBLE, inside: 1 };
  const whole = logBetaProbability(room.length, count + HALF, rest + HALF);
  return {
    log: Math.max(IMPOSSIBLE, logBeta(count + HALF, rest + HALF) + whole - room.log),
    inside:
      border >= room.length ? 1 : Math.exp(logBetaProbability(border, count + HALF, rest + HALF) - whole),
  };
}

const HALF = 0.5;
/** A number that can be taken away again. */
const IMPOSSIBLE = -1e6;
