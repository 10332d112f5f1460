import type { MatchingProblem, StagedMatching } from '../matching/index.js';
import { ANY_TIME, SeekerChoices } from '../matching/index.js';
import type { Candidates } from './candidates.js';
import type { PlanState } from './plan-state.js';

/** What a teacher could have instead of an offer. */
export interface Alternative {
  /** The teacher's whole set without the offer, the best one at the prices of seats. Empty = nothing. */
  readonly offers: readonly string[];
  /** By how much less it is worth than the set of the plan, both net of the prices: in weights of needs, from 0. */
  readonly loss: number;
}

/** A teacher's seat in an offer, and why. */
export interface Seat {
  readonly teacher: string;
  readonly offer: string;
  /** Topics that the offer covers for the teacher; two offers of one teacher may cover the same. */
  readonly covers: readonly string[];
  /** Price of the seat: what one more seat is worth at most, in weights of needs, where severe ones count more. 0 = nobody else waits for it. */
  readonly price: number;
  /** Somebody settled the pair beforehand. Then there is no alternative. */
  readonly isLocked: boolean;
  /** The earlier plan had it. */
  readonly isKept: boolean;
  readonly alternative?: Alternative;
  /**
   * What has seats left and could take its place now: offers that the teacher does not have yet. At another time where
   * there are such, for it may be the time that does not suit.
   */
  readonly spare: readonly string[];
}

/** All seats of a plan, by teacher, then by offer. */
export function seatsOf(
  of: Candidates,
  { problem, matching: { prices } }: StagedMatching,
  state: PlanState,
): readonly Seat[] {
  const choices = new SeekerChoices(problem);
  const asking = Float64Array.from(prices);
  const left = Float64Array.from(problem.places, (_, o) =>
    state.isFull(o) || state.isClosed(o) ? Number.POSITIVE_INFINITY : 0,
  );
  const kept = new Set(of.earlierPairs);
  return of.teachers.flatMap(({ teacher }, t) => {
    const own = state.pairsOf(t);
    return Array.from(own, (pair): Seat => {
      const o = problem.pairOffer[pair] ?? 0;
      const isLocked = problem.pairLocked[pair] === 1;
      const price = prices[o] ?? 0;
      const seat = {
        teacher,
        offer: of.offers[o]?.offer ?? '',
        covers: coveredBy(of, problem, t, pair),
        price,
        isLocked,
        isKept: kept.has(pair),
      };
      if (isLocked) return { ...seat, spare: [] };
      return {
        ...seat,
        alternative: alternativeTo(of, choices, asking, t, own, o),
        spare: spareFor(of, choices, left, t, own, o),
      };
    });
  });
}

function coveredBy(of: Candidates, problem: MatchingProblem, t: number, pair: number): readonly string[] {
  const topics: string[] = [];
  const first = problem.needStart[t] ?? 0;
  for (let d = 0, mask = problem.pairMask[pair] ?? 0; mask !== 0; d++, mask >>>= 1)
    if ((mask & 1) === 1) topics.push(of.needs[first + d]?.topic ?? '');
  return topics;
}

function alternativeTo(
  of: Candidates,
  choices: SeekerChoices,
  prices: Float64Array,
  t: number,
  own: Int32Array,
  o: number,
): Alternative {
  const { pairOffer } = of.problem;
  const paid = own.reduce((sum, pair) => sum + (prices[pairOffer[pair] ?? 0] ?? 0), 0);
  const worth = choices.valueOf(t, own, 0, own.length) - paid;
  const without = withPrice(prices, o, Number.POSITIVE_INFINITY, () => choices.best(t, prices));
  return { offers: chosenOffers(of, choices), loss: Math.max(0, worth - without) };
}

/** Seats that the teacher has are free for the teacher. Offers of the same time come only where there is nothing else. */
function spareFor(
  of: Candidates,
  choices: SeekerChoices,
  left: Float64Array,
  t: number,
  own: Int32Array,
  o: number,
): readonly string[] {
  const { pairOffer, pairStart, slot } = of.problem;
  const held = Array.from(own, (pair) => pairOffer[pair] ?? 0);
  const has = new Set(held.map((each) => of.offers[each]?.offer));
  const spare = (closed: readonly number[]): readonly string[] => {
    const prices = new Map([...held, ...closed, o].map((each) => [each, left[each] ?? 0]));
    for (const each of held) left[each] = 0;
    for (const each of [...closed, o]) left[each] = Number.POSITIVE_INFINITY;
    choices.best(t, left);
    for (const [each, before] of prices) left[each] = before;
    return chosenOffers(of, choices).filter((offer) => !has.has(offer));
  };
  const time = slot[o] ?? ANY_TIME;
  const sameTime =
    time === ANY_TIME
      ? []
      : [...pairOffer.subarray(pairStart[t] ?? 0, pairStart[t + 1] ?? 0)].filter(
          (each) => slot[each] === time,
        );
  const elsewhen = spare(sameTime);
  return elsewhen.length > 0 || sameTime.length < 2 ? elsewhen : spare([]);
}

function chosenOffers(of: Candidates, choices: SeekerChoices): readonly string[] {
  return Array.from(choices.chosen.subarray(0, choices.count))
    .sort((one, other) => one - other)
    .map((pair) => of.offers[of.problem.pairOffer[pair] ?? 0]?.offer ?? '');
}

function withPrice(prices: Float64Array, o: number, price: number, work: () => number): number {
  const before = prices[o] ?? 0;
  prices[o] = price;
  const result = work();
  prices[o] = before;
  return result;
}
