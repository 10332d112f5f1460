import { at, valueAt } from './columns.js';
import type { GoodSet } from './good-sets.js';
import { goodSets } from './good-sets.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { Plan } from './plan.js';
import type { SeatPrices } from './seat-prices.js';

/**
 * Improves a plan by solving small parts of it exactly: a seeker who is farthest from what it would buy at the prices, with those
 * whose seats stand in its way, get their sets anew, the best ones together (branch and bound; the prices say how much a set
 * can be worse than the seeker's best and still be part of something better, which leaves a few sets each).
 *
 * @param steps how many sets may be tried in one part
 * @param work at how much work of `choices` it ends in any case
 */
export function rearrange(
  plan: Plan,
  { prices }: SeatPrices,
  size: number,
  steps: number,
  { rounds = 4, work = Number.POSITIVE_INFINITY }: { readonly rounds?: number; readonly work?: number } = {},
): void {
  const { choices, problem } = plan;
  const seekers = seekersOf(problem);
  const best = new Float64Array(seekers);
  for (let seeker = 0; seeker < seekers; seeker++) best[seeker] = choices.best(seeker, prices);
  const part = new Part(plan, prices, best, steps);
  for (let round = 0; round < rounds; round++) {
    let gained = 0;
    const far: { readonly seeker: number; readonly regret: number }[] = [];
    for (let seeker = 0; seeker < seekers; seeker++) {
      const regret = part.regret(seeker);
      if (regret > 0) far.push({ seeker, regret });
    }
    far.sort((a, b) => b.regret - a.regret || a.seeker - b.seeker);
    for (const { seeker } of far) {
      if (choices.work > work) return;
      if (part.regret(seeker) <= 0) continue;
      if (part.improve(part.around(seeker, size))) gained += 1;
    }
    for (let offer = 0; offer < offersOf(problem); offer++) {
      if (valueAt(prices, offer) === 0 || valueAt(plan.seatCosts, offer) !== 0) continue;
      for (const seeker of choices.work > work ? [] : part.nearest(offer, size))
        if (part.improve(part.around(seeker, size))) {
          gained += 1;
          break;
        }
    }
    if (gained === 0) return;
  }
}

class Part {
  readonly #plan: Plan;
  readonly #prices: Float64Array;
  readonly #best: Float64Array;
  readonly #steps: number;
  /** Seats that the part may use, by offer. */
  readonly #room: Int32Array;
  readonly #places: Int32Array;
  readonly #askedStart: Int32Array;
  readonly #askers: Int32Array;

  constructor(plan: Plan, prices: Float64Array, best: Float64Array, steps: number) {
    this.#plan = plan;
    this.#prices = prices;
    this.#best = best;
    this.#steps = steps;
    const { problem } = plan;
    const offers = offersOf(problem);
    this.#room = new Int32Array(offers);
    this.#places = problem.places;
    this.#askedStart = new Int32Array(offers + 1);
    for (const offer of problem.pairOffer) this.#askedStart[offer + 1] = at(this.#askedStart, offer + 1) + 1;
    for (let o = 0; o < offers; o++)
      this.#askedStart[o + 1] = at(this.#askedStart, o + 1) + at(this.#askedStart, o);
    const next = this.#askedStart.slice();
    this.#askers = new Int32Array(problem.pairOffer.length);
    for (let s = 0; s < seekersOf(problem); s++)
      for (let pair = at(problem.pairStart, s); pair < at(problem.pairStart, s + 1); pair++) {
        const offer = at(problem.pairOffer, pair);
        this.#askers[at(next, offer)] = s;
        next[offer] = at(next, offer) + 1;
      }
  }

  regret(seeker: number): number {
    return valueAt(this.#best, seeker) - this.#net(seeker);
  }

  /** Value of a seeker's set net of prices. */
  #net(seeker: number): number {
    const { starts, counts, pairs, problem, values } = this.#plan;
    let net = valueAt(values, seeker);
    for (let i = at(starts, seeker); i < at(starts, seeker) + at(counts, seeker); i++)
      net -= valueAt(this.#prices, at(problem.pairOffer, at(pairs, i)));
    return net;
  }

  /** Seekers that could take the offer and do not, those who would lose least by it first. */
  nearest(offer: number, most: number): readonly number[] {
    const plan = this.#plan;
    const near: { readonly seeker: number; readonly regret: number }[] = [];
    for (let i = at(this.#askedStart, offer); i < at(this.#askedStart, offer + 1); i++) {
      const seeker = at(this.#askers, i);
      if (plan.pairOf(seeker, offer) >= 0) continue;
      near.push({ seeker, regret: -this.regret(seeker) });
    }
    return near
      .sort((a, b) => a.regret - b.regret || a.seeker - b.seeker)
      .slice(0, most)
      .map(({ seeker }) => seeker);
  }

  /** The seeker, and those who hold what it and they would rather have, up to `size`. */
  around(seeker: number, size: number): readonly number[] {
    const { choices, problem } = this.#plan;
    const members = [seeker];
    for (let i = 0; i < members.length && members.length < size; i++) {
      const member = members[i] ?? seeker;
      choices.best(member, this.#prices);
      const wanted = choices.chosen.slice(0, choices.count);
      const { starts, counts, pairs } = this.#plan;
      const offers = new Set<number>();
      for (const pair of wanted) offers.add(at(problem.pairOffer, pair));
      for (let j = at(starts, member); j < at(starts, member) + at(counts, member); j++)
        offers.add(at(problem.pairOffer, at(pairs, j)));
      for (const offer of offers) {
        if (this.#plan.pairOf(member, offer) >= 0 && i > 0) continue;
        const holders: { readonly holder: number; readonly regret: number }[] = [];
        for (let j = 0; j < at(this.#plan.used, offer); j++) {
          const holder = this.#plan.holder(offer, j);
          if (!members.includes(holder)) holders.push({ holder, regret: this.#switch(holder, offer) });
        }
        holders.sort((a, b) => a.regret - b.regret || a.holder - b.holder);
        for (const { holder } of holders.slice(0, 3)) if (members.length < size) members.push(holder);
      }
    }
    return members;
  }

  /** What a holder loses, at the prices, when it leaves an offer; less what it would gain anyway. */
  #switch(holder: number, offer: number): number {
    const price = valueAt(this.#prices, offer);
    this.#prices[offer] = Number.POSITIVE_INFINITY;
    const without = this.#plan.choices.best(holder, this.#prices);
    this.#prices[offer] = price;
    return this.#net(holder) - without;
  }

  /** Gives the members the sets that are best together. @returns whether the plan gained */
  improve(members: readonly number[]): boolean {
    const plan = this.#plan;
    const { problem, choices } = plan;
    const before = plan.value;
    plan.mark();
    // Room that the members may use: free seats and their own.
    const own = new Map<number, number>();
    let current = 0;
    for (const member of members) {
      current += valueAt(plan.values, member);
      for (let i = at(plan.starts, member); i < at(plan.starts, member) + at(plan.counts, member); i++) {
        const offer = at(problem.pairOffer, at(plan.pairs, i));
        own.set(offer, (own.get(offer) ?? 0) + 1);
      }
    }
    const reached = new Set<number>();
    for (const member of members)
      for (let pair = at(problem.pairStart, member); pair < at(problem.pairStart, member + 1); pair++)
        reached.add(at(problem.pairOffer, pair));
    const hidden: { readonly offer: number; readonly price: number }[] = [];
    let slack = -current;
    for (const offer of reached) {
      const free = plan.isClosed(offer) ? 0 : at(this.#places, offer) - at(plan.used, offer);
      const room = free + (own.get(offer) ?? 0);
      this.#room[offer] = room;
      if (room > 0) slack += room * valueAt(this.#prices, offer);
      else {
        hidden.push({ offer, price: valueAt(this.#prices, offer) });
        this.#prices[offer] = Number.POSITIVE_INFINITY;
      }
    }
    const bests = members.map((member) => choices.best(member, this.#prices));
    for (const best of bests) slack += best;
    // All values are whole: something better is better by 1.
    const within = slack - 1;
    const sets =
      within < 0
        ? []
        : members.map((member, i) =>
            goodSets(choices, member, this.#prices, bests[i] ?? 0, within, MOST_SETS),
          );
    for (const { offer, price } of hidden) this.#prices[offer] = price;
    if (sets.length === 0 || sets.some((of) => of.length === 0)) return false;
    const found = this.#search(sets, within, current);
    if (found === undefined) return false;
    const nothing = new Int32Array(0);
    for (const member of members) plan.set(member, nothing, 0);
    members.forEach((member, i) => {
      const pairs = found[i]?.pairs ?? nothing;
      plan.set(member, pairs, pairs.length);
    });
    if (plan.value > before && plan.allowed()) return true;
    plan.undo();
    return false;
  }

  /** Depth first over the members, sets with the least regret first. */
  #search(
    sets: readonly (readonly GoodSet[])[],
    within: number,
    current: number,
  ): readonly GoodSet[] | undefined {
    const { pairOffer } = this.#plan.problem;
    const order = sets
      .map((_, i) => i)
      .sort((a, b) => (sets[a]?.length ?? 0) - (sets[b]?.length ?? 0) || a - b);
    const room = this.#room;
    const chosen: GoodSet[] = [];
    let limit = within;
    let most = current;
    let best: readonly GoodSet[] | undefined;
    let steps = 0;
    const visit = (depth: number, regret: number, value: number) => {
      if (depth === order.length) {
        if (value > most) {
          limit -= value - most;
          most = value;
          best = chosen.slice();
        }
        return;
      }
      const member = order[depth] ?? 0;
      for (const set of sets[member] ?? []) {
        if (regret + set.regret > limit || ++steps > this.#steps) return;
        let fits = true;
        for (const pair of set.pairs) {
          const offer = at(pairOffer, pair);
          room[offer] = at(room, offer) - 1;
          if (at(room, offer) < 0) fits = false;
        }
        if (fits) {
          chosen[member] = set;
          visit(depth + 1, regret + set.regret, value + set.value);
        }
        for (const pair of set.pairs) {
          const offer = at(pairOffer, pair);
          room[offer] = at(room, offer) + 1;
        }
      }
    };
    visit(0, 0, 0);
    this.#plan.choices.work += steps;
    return best;
  }
}

const MOST_SETS = 60;
