import { at, valueAt } from './columns.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { Plan } from './plan.js';

/**
 * Improves a plan by moves in which one seeker takes what it wants, those whose seats it takes look for something else among
 * free seats, and all together gain. Rounds go on until one finds nothing, or the plan is good enough. The plan is never worse
 * afterwards.
 */
export function eject(plan: Plan, rounds = MOST_ROUNDS, enough: (plan: Plan) => boolean = () => false): void {
  const { problem, choices } = plan;
  const seekers = seekersOf(problem);
  const seats = new SeatLosses(plan);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    seats.renew();
    for (let seeker = 0; seeker < seekers; seeker++) {
      const wish = plan.bestFor(seeker, seats.losses);
      if (wish <= valueAt(plan.values, seeker)) continue;
      const wanted = choices.chosen.slice(0, choices.count);
      if (!take(plan, seeker, wanted, seats)) continue;
      moved += 1;
      if (enough(plan)) return;
    }
    if (moved === 0) return;
  }
}

/** @returns whether the move was a gain and was kept */
function take(plan: Plan, seeker: number, wanted: Int32Array, seats: SeatLosses): boolean {
  const { pairOffer } = plan.problem;
  const before = plan.value;
  plan.mark();
  const evicted: number[] = [];
  for (const pair of wanted) {
    const offer = at(pairOffer, pair);
    if (valueAt(plan.seatCosts, offer) === 0 || plan.pairOf(seeker, offer) >= 0) continue;
    const holder = seats.weakest(offer);
    if (holder < 0 || plan.pairOf(holder, offer) < 0) {
      plan.undo();
      return false;
    }
    plan.drop(holder, offer);
    evicted.push(holder);
  }
  plan.set(seeker, wanted, wanted.length);
  for (const each of evicted) plan.respond(each);
  if (plan.value > before && plan.allowed()) {
    seats.touch(seeker, wanted);
    return true;
  }
  plan.undo();
  return false;
}

/** What it costs to take a seat of a full offer from the one who loses least by it. */
class SeatLosses {
  /** By offer; 0 where a seat is free, `Infinity` where none can be taken. */
  readonly losses: Float64Array;
  readonly #plan: Plan;
  readonly #weakest: Int32Array;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.losses = new Float64Array(offersOf(plan.problem));
    this.#weakest = new Int32Array(offersOf(plan.problem)).fill(-1);
  }

  weakest(offer: number): number {
    return at(this.#weakest, offer);
  }

  renew(): void {
    for (let offer = 0; offer < this.losses.length; offer++) this.#look(offer);
  }

  /** After a move: the offers that it named are looked at again. */
  touch(seeker: number, wanted: Int32Array): void {
    const { pairOffer } = this.#plan.problem;
    const { starts, counts, pairs } = this.#plan;
    for (const pair of wanted) this.#look(at(pairOffer, pair));
    for (let i = at(starts, seeker); i < at(starts, seeker) + at(counts, seeker); i++)
      this.#look(at(pairOffer, at(pairs, i)));
  }

  #look(offer: number): void {
    const plan = this.#plan;
    this.#weakest[offer] = -1;
    if (plan.isClosed(offer)) {
      this.losses[offer] = Number.POSITIVE_INFINITY;
      return;
    }
    if (valueAt(plan.seatCosts, offer) === 0) {
      this.losses[offer] = 0;
      return;
    }
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < at(plan.used, offer); i++) {
      const holder = plan.holder(offer, i);
      const loss = lossWithout(plan, holder, offer);
      if (loss > least || (loss === least && holder > at(this.#weakest, offer))) continue;
      least = loss;
      this.#weakest[offer] = holder;
    }
    this.losses[offer] = least;
  }
}

/** What a seeker loses without its seat, when it may take free ones instead. */
export function lossWithout(plan: Plan, seeker: number, offer: number): number {
  const pair = plan.pairOf(seeker, offer);
  if (at(plan.problem.pairLocked, pair) === 1) return Number.POSITIVE_INFINITY;
  const { starts, counts, pairs, problem, seatCosts, choices } = plan;
  const start = at(starts, seeker);
  const count = at(counts, seeker);
  const kept: number[] = [];
  for (let i = start; i < start + count; i++) {
    const own = at(problem.pairOffer, at(pairs, i));
    kept.push(valueAt(seatCosts, own));
    seatCosts[own] = own === offer ? Number.POSITIVE_INFINITY : 0;
  }
  const value = choices.best(seeker, seatCosts);
  for (let i = 0; i < count; i++) seatCosts[at(problem.pairOffer, at(pairs, start + i))] = kept[i] ?? 0;
  return valueAt(plan.values, seeker) - value;
}

const MOST_ROUNDS = 20;
