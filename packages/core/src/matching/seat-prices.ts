import { at, valueAt } from './columns.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { SeekerChoices } from './seeker-choices.js';

/**
 * Prices of seats and what they prove: when every seat costs its price and each seeker buys what is best for it alone,
 * nobody can do better together than what all leave plus what all seats cost (Lagrangian relaxation of the places;
 * Geoffrion 1974). That holds at any prices from 0; good prices only make it tight.
 */
export interface SeatPrices {
  /** Price of a seat, by offer: multiples of 1/1024, so that sums of them are exact. */
  readonly prices: Float64Array;
  /** No plan is worth more. */
  readonly bound: number;
}

/** Prices have ten binary places: with values below 2^43 sums are exact and the same in any order. */
const PRICE_UNIT = 1024;

export const roundPrice = (price: number): number => Math.round(price * PRICE_UNIT) / PRICE_UNIT;

/** What the prices prove; on the way counts in `demand` how many seekers want each offer. */
export function boundAt(
  choices: SeekerChoices,
  prices: Float64Array,
  demand: Int32Array = new Int32Array(offersOf(choices.problem)),
): number {
  const { problem, chosen } = choices;
  const offers = offersOf(problem);
  const seekers = seekersOf(problem);
  demand.fill(0);
  let bound = 0;
  for (let offer = 0; offer < offers; offer++) bound += valueAt(prices, offer) * at(problem.places, offer);
  for (let seeker = 0; seeker < seekers; seeker++) {
    choices.best(seeker, prices);
    bound += choices.bound;
    for (let i = 0; i < choices.count; i++) {
      const offer = at(problem.pairOffer, at(chosen, i));
      demand[offer] = at(demand, offer) + 1;
    }
  }
  return bound;
}

export interface PriceSteps {
  /** Value of some plan: the bound cannot fall below it. */
  readonly target: number;
  readonly steps: number;
  /** At how much work of the choices it ends in any case. */
  readonly work?: number;
  /** Of the first steps, in Polyak's; 1 from anywhere, less where the prices are good already. @defaultValue 1 */
  readonly length?: number;
}

/**
 * Looks for prices with a low bound: prices rise where more seekers want an offer than it has places, and fall where
 * places stay empty (subgradient steps of Polyak's length towards `target`, with the direction of the steps before mixed
 * in; Camerini, Fratta and Maffioli 1975). An offer of many places moves by its part of them: a hundred who are too many for a
 * thousand places say less of the price than ten for five.
 */
export function lowerPrices(
  choices: SeekerChoices,
  start: SeatPrices,
  { target, steps, work = Number.POSITIVE_INFINITY, length: first = 1 }: PriceSteps,
): SeatPrices {
  const { problem } = choices;
  const offers = offersOf(problem);
  let best = start;
  let length = first;
  let sinceBetter = 0;
  const prices = start.prices.slice();
  const demand = new Int32Array(offers);
  const direction = new Float64Array(offers);
  const room = (offer: number) => Math.max(1, at(problem.places, offer));
  for (let step = 0; step < steps && choices.work < work; step++) {
    const bound = boundAt(choices, prices, demand);
    if (bound < best.bound) {
      if (bound < best.bound - (best.bound - target) * NOTICEABLE) sinceBetter = 0;
      best = { prices: prices.slice(), bound };
    }
    if (best.bound - target < 1) break;
    if (++sinceBetter > PATIENCE) {
      // Too long steps jump over the lowest place: shorter ones go on from the best prices so far.
      length *= SHORTER;
      sinceBetter = 0;
      prices.set(best.prices);
      direction.fill(0);
      if (length < SHORTEST_LENGTH) break;
      continue;
    }
    let square = 0;
    for (let offer = 0; offer < offers; offer++) {
      const excess = at(demand, offer) - at(problem.places, offer);
      const free = excess < 0 && valueAt(prices, offer) === 0;
      const mixed = (free ? 0 : excess) + MEMORY * valueAt(direction, offer);
      const blocked = mixed < 0 && valueAt(prices, offer) === 0;
      direction[offer] = blocked ? 0 : mixed;
      square += valueAt(direction, offer) ** 2 / room(offer);
    }
    if (square === 0) break;
    const stride = (length * (bound - target)) / square;
    for (let offer = 0; offer < offers; offer++)
      prices[offer] = Math.max(
        0,
        roundPrice(valueAt(prices, offer) + (stride * valueAt(direction, offer)) / room(offer)),
      );
  }
  return best;
}

/**
 * Prices that prove as much and are easier to read: nothing where the plan leaves seats, and as round as possible. Steps towards
 * the lowest bound leave crumbs behind that mean nothing.
 *
 * @param used seats that the plan takes, by offer
 */
export function plainPrices(choices: SeekerChoices, seats: SeatPrices, used: Int32Array): SeatPrices {
  const isFull = (offer: number) => at(used, offer) >= at(choices.problem.places, offer);
  for (const parts of [1, 8, 64])
    for (const keepsEmpty of [false, true]) {
      const prices = seats.prices.map((price, offer) =>
        keepsEmpty || isFull(offer) ? Math.round(price * parts) / parts : 0,
      );
      const bound = boundAt(choices, prices);
      if (Math.floor(bound) <= Math.floor(seats.bound)) return { prices, bound };
    }
  return seats;
}

/** All seats free: what all seekers would have together if every offer had room for all. */
export function freeSeats(choices: SeekerChoices): SeatPrices {
  const prices = new Float64Array(offersOf(choices.problem));
  return { prices, bound: boundAt(choices, prices) };
}

/** Length of first steps from prices that are good already: longer ones only lead away from them. */
export const NEXT_LENGTH = 0.3;

const SHORTER = 0.6;
const SHORTEST_LENGTH = 1 / 4096;
const MEMORY = 0.9;
const PATIENCE = 20;
const NOTICEABLE = 0.001;
