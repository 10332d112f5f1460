import type { MatchingProblem } from '../matching/index.js';
import { ANY_TIME, NO_LIMIT } from '../matching/index.js';

/** A plan as it stands: who takes what, which seats are left. Teachers, offers and needs are indices. */
export class PlanState {
  readonly problem: MatchingProblem;
  /** Pairs of the plan, ascending. */
  readonly pairs: Int32Array;
  /** Taken seats, by offer. */
  readonly used: Int32Array;
  /** 1 where a need is met. */
  readonly met: Uint8Array;
  /** Pairs of teacher t: `pairs[#start[t]]` up to `pairs[#start[t + 1]]`. */
  readonly #start: Int32Array;

  constructor(problem: MatchingProblem, pairs: Int32Array) {
    this.problem = problem;
    this.pairs = pairs;
    const { pairStart, pairOffer, pairMask, needStart, places, limit } = problem;
    this.used = new Int32Array(places.length);
    this.met = new Uint8Array(needStart[limit.length] ?? 0);
    this.#start = new Int32Array(limit.length + 1);
    let i = 0;
    for (let t = 0; t < limit.length; t++) {
      for (; i < pairs.length && (pairs[i] ?? 0) < (pairStart[t + 1] ?? 0); i++) {
        const pair = pairs[i] ?? 0;
        const o = pairOffer[pair] ?? 0;
        this.used[o] = (this.used[o] ?? 0) + 1;
        const first = needStart[t] ?? 0;
        for (let d = 0, mask = pairMask[pair] ?? 0; mask !== 0; d++, mask >>>= 1)
          if ((mask & 1) === 1) this.met[first + d] = 1;
      }
      this.#start[t + 1] = i;
    }
  }

  /** Pairs that a teacher has. */
  pairsOf(t: number): Int32Array {
    return this.pairs.subarray(this.#start[t] ?? 0, this.#start[t + 1] ?? 0);
  }

  takes(t: number, o: number): boolean {
    return this.pairsOf(t).some((pair) => this.problem.pairOffer[pair] === o);
  }

  isFull(o: number): boolean {
    return (this.used[o] ?? 0) >= (this.problem.places[o] ?? 0);
  }

  /** Whether the offer does not take place because too few take part. */
  isClosed(o: number): boolean {
    return (this.problem.leastGroup[o] ?? 0) > 1 && this.used[o] === 0;
  }

  /** Whether the teacher has an offer at the same time already. */
  clashes(t: number, o: number): boolean {
    const { slot, pairOffer } = this.problem;
    return slot[o] !== ANY_TIME && this.pairsOf(t).some((pair) => slot[pairOffer[pair] ?? 0] === slot[o]);
  }

  isAtLimit(t: number): boolean {
    return this.pairsOf(t).length >= (this.problem.limit[t] ?? 0);
  }

  /** Whether the teacher's hours that are left do not suffice. */
  lacksHours(t: number, o: number): boolean {
    const { hours, duration, pairOffer } = this.problem;
    const own = hours[t] ?? 0;
    if (own === NO_LIMIT) return false;
    const spent = this.pairsOf(t).reduce((sum, pair) => sum + (duration[pairOffer[pair] ?? 0] ?? 0), 0);
    return spent + (duration[o] ?? 0) > own;
  }
}
