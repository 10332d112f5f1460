import type { MatchingProblem } from '../src/matching/index.js';
import { ANY_TIME, NO_LIMIT } from '../src/matching/index.js';

export interface SeekerDraft {
  readonly weights: readonly number[];
  readonly limit: number;
  readonly hours?: number;
  /** By offer. */
  readonly pairs: readonly {
    readonly offer: number;
    readonly mask: number;
    readonly cost?: number;
    readonly locked?: boolean;
  }[];
}

export interface OfferDraft {
  readonly places: number;
  readonly leastGroup?: number;
  readonly slot?: number;
  readonly duration?: number;
}

export function problemOf(seekers: readonly SeekerDraft[], offers: readonly OfferDraft[]): MatchingProblem {
  const starts = (lengths: readonly number[]) => {
    const start = new Int32Array(lengths.length + 1);
    lengths.forEach((length, i) => {
      start[i + 1] = (start[i] ?? 0) + length;
    });
    return start;
  };
  const pairs = seekers.flatMap((seeker) => [...seeker.pairs].sort((a, b) => a.offer - b.offer));
  return {
    needStart: starts(seekers.map(({ weights }) => weights.length)),
    needWeight: Float64Array.from(seekers.flatMap(({ weights }) => weights)),
    limit: Int32Array.from(seekers, ({ limit }) => limit),
    hours: Int32Array.from(seekers, ({ hours = NO_LIMIT }) => hours),
    places: Int32Array.from(offers, ({ places }) => places),
    leastGroup: Int32Array.from(offers, ({ leastGroup = 0 }) => leastGroup),
    slot: Int32Array.from(offers, ({ slot = ANY_TIME }) => slot),
    duration: Int32Array.from(offers, ({ duration = 0 }) => duration),
    pairStart: starts(seekers.map((seeker) => seeker.pairs.length)),
    pairOffer: Int32Array.from(pairs, ({ offer }) => offer),
    pairMask: Int32Array.from(pairs, ({ mask }) => mask),
    pairCost: Float64Array.from(pairs, ({ cost = 0 }) => cost),
    pairLocked: Int32Array.from(pairs, ({ locked = false }) => (locked ? 1 : 0)),
  };
}

/** The same problem with the pairs of some plan locked, so that the locks can be kept together. */
export function lockSome(problem: MatchingProblem, pairs: Int32Array, every: number): MatchingProblem {
  const pairLocked = problem.pairLocked.slice();
  pairs.forEach((pair, i) => {
    if (i % every === 0) pairLocked[pair] = 1;
  });
  return { ...problem, pairLocked };
}

/** The most that any plan is worth, by trying all of them. */
export function bruteForce(problem: MatchingProblem): number {
  const seekers = problem.limit.length;
  const used = new Int32Array(problem.places.length);
  let best = Number.NEGATIVE_INFINITY;
  const worth = (seeker: number, mask: number) => {
    let sum = 0;
    const first = problem.needStart[seeker] ?? 0;
    for (let need = first; need < (problem.needStart[seeker + 1] ?? 0); need++)
      if ((mask >> (need - first)) & 1) sum += problem.needWeight[need] ?? 0;
    return sum;
  };
  const seeker = (s: number, value: number) => {
    if (s === seekers) {
      const small = used.some((count, o) => count > 0 && count < (problem.leastGroup[o] ?? 0));
      if (!small) best = Math.max(best, value);
      return;
    }
    const end = problem.pairStart[s + 1] ?? 0;
    const choose = (
      pair: number,
      count: number,
      mask: number,
      cost: number,
      hours: number,
      slots: number[],
    ) => {
      if (pair === end) {
        seeker(s + 1, value + worth(s, mask) - cost);
        return;
      }
      if (problem.pairLocked[pair] !== 1) choose(pair + 1, count, mask, cost, hours, slots);
      const o = problem.pairOffer[pair] ?? 0;
      const slot = problem.slot[o] ?? ANY_TIME;
      const left = hours - (problem.duration[o] ?? 0);
      if (count >= (problem.limit[s] ?? 0) || left < 0 || (slot !== ANY_TIME && slots.includes(slot))) return;
      if ((used[o] ?? 0) >= (problem.places[o] ?? 0)) return;
      used[o] = (used[o] ?? 0) + 1;
      choose(
        pair + 1,
        count + 1,
        mask | (problem.pairMask[pair] ?? 0),
        cost + (problem.pairCost[pair] ?? 0),
        left,
        [...slots, slot],
      );
      used[o] = (used[o] ?? 0) - 1;
    };
    choose(problem.pairStart[s] ?? 0, 0, 0, 0, problem.hours[s] ?? NO_LIMIT, []);
  };
  seeker(0, 0);
  return best;
}

/** A town of any size from a seed: the same in every engine. */
export function townProblem(seed: number, teachers: number, offers: number): MatchingProblem {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 16_777_216) * n);
  };
  return problemOf(
    Array.from({ length: teachers }, () => {
      const weights = Array.from({ length: 2 + below(5) }, () => (1 + below(3)) * (10 + below(13)));
      const first = below(3);
      return {
        weights,
        limit: 1 + below(3),
        pairs: Array.from({ length: offers }, (_, offer) => offer)
          .filter((offer) => (offer + first) % 3 === 0)
          .map((offer) => ({ offer, mask: below(1 << weights.length) })),
      };
    }),
    Array.from({ length: offers }, (_, offer) => ({
      places: 1 + below(Math.max(2, Math.floor((2 * teachers) / offers))),
      slot: below(3) === 0 ? ANY_TIME : below(8),
      leastGroup: offer % 7 === 0 ? 2 : 0,
    })),
  );
}
