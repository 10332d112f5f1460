import { at, valueAt } from './columns.js';
import { offersOf, seekersOf } from './matching-problem.js';
import { Plan } from './plan.js';
import { roundPrice } from './seat-prices.js';
import type { SeekerChoices } from './seeker-choices.js';

/**
 * Makes a plan by an auction of seats (Bertsekas 1988, for sets of offers): one seeker after another takes what is best for it
 * at the prices that stand; where an offer is full it outbids the cheapest seat by `raise`, and who sat there looks again.
 *
 * @param start price of a free seat, by offer
 * @param raise how much a seat's price grows with each bid, above 0: smaller is nearer to the best plan, and slower
 */
export function auction(choices: SeekerChoices, start: Float64Array, raise: number): Auctioned {
  const { problem, chosen } = choices;
  const { pairOffer, pairLocked } = problem;
  const seekers = seekersOf(problem);
  const offers = offersOf(problem);
  const plan = new Plan(choices);
  /** What the seeker who holds pair p paid. */
  const paid = new Float64Array(pairOffer.length);
  const prices = start.slice();
  /** Who would be outbid next in an offer that is full. */
  const weakest = new Int32Array(offers).fill(-1);
  const settle = (offer: number) => {
    weakest[offer] = -1;
    prices[offer] = valueAt(start, offer);
    if (valueAt(plan.seatCosts, offer) === 0) return;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < at(plan.used, offer); i++) {
      const seeker = plan.holder(offer, i);
      const pair = plan.seat(offer, i);
      if (at(pairLocked, pair) === 1 || valueAt(paid, pair) > least) continue;
      if (valueAt(paid, pair) === least && seeker > at(weakest, offer)) continue;
      least = valueAt(paid, pair);
      weakest[offer] = seeker;
    }
    prices[offer] = least + raise;
  };
  for (let offer = 0; offer < offers; offer++) settle(offer);

  const queue = new Int32Array(seekers);
  const waits = new Int32Array(seekers).fill(1);
  for (let s = 0; s < seekers; s++) queue[s] = s;
  let head = 0;
  let waiting = seekers;
  const own = new Float64Array(chosen.length);
  for (let bids = MOST_BIDS * seekers; waiting > 0 && bids > 0; bids--) {
    const seeker = at(queue, head);
    head = (head + 1) % seekers;
    waiting -= 1;
    waits[seeker] = 0;
    const first = at(plan.starts, seeker);
    const before = plan.pairs.slice(first, first + at(plan.counts, seeker));
    for (let i = 0; i < before.length; i++) {
      const offer = at(pairOffer, at(before, i));
      own[i] = valueAt(prices, offer);
      prices[offer] = valueAt(paid, at(before, i));
    }
    choices.best(seeker, prices);
    for (let i = 0; i < before.length; i++) prices[at(pairOffer, at(before, i))] = valueAt(own, i);
    const wanted = chosen.slice(0, choices.count);
    for (const pair of wanted) {
      if (before.includes(pair)) continue;
      const offer = at(pairOffer, pair);
      paid[pair] = valueAt(prices, offer);
      const loser = at(weakest, offer);
      if (loser < 0 || valueAt(plan.seatCosts, offer) === 0) continue;
      plan.drop(loser, offer);
      if (at(waits, loser) === 0) {
        waits[loser] = 1;
        queue[(head + waiting) % seekers] = loser;
        waiting += 1;
      }
    }
    plan.set(seeker, wanted, wanted.length);
    plan.mark();
    for (const pair of before) if (!wanted.includes(pair)) settle(at(pairOffer, pair));
    for (const pair of wanted) if (!before.includes(pair)) settle(at(pairOffer, pair));
  }
  for (let offer = 0; offer < offers; offer++)
    if (at(weakest, offer) < 0) prices[offer] = 0;
    else prices[offer] = roundPrice(valueAt(prices, offer) - raise);
  return { plan, prices };
}

export interface Auctioned {
  readonly plan: Plan;
  /** What the cheapest seat of a full offer went for; 0 where seats are left. */
  readonly prices: Float64Array;
}

/** Of a seeker, on average: an auction that starts far from the prices would otherwise go on for long. */
const MOST_BIDS = 40;
