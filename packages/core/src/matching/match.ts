import { auction } from './auction.js';
import { eject } from './eject.js';
import { openGroups, settleGroups } from './least-groups.js';
import { fillLockedGroups } from './locked-groups.js';
import type { MatchingProblem } from './matching-problem.js';
import { seekersOf } from './matching-problem.js';
import type { PlanRule } from './plan.js';
import { Plan } from './plan.js';
import { climb, keptPairs, planFrom } from './plan-from-pairs.js';
import { rearrange } from './rearrange.js';
import type { SeatPrices } from './seat-prices.js';
import { boundAt, freeSeats, lowerPrices, NEXT_LENGTH, plainPrices } from './seat-prices.js';
import { SeekerChoices } from './seeker-choices.js';

/** A plan, and the proof of how good it is. */
export interface Matching {
  /** Pairs of the plan: places in the columns of pairs, rising. */
  readonly pairs: Int32Array;
  /** Weight of all needs that are met, less the costs of the pairs. */
  readonly value: number;
  /** No plan is worth more: follows from the prices alone (`verifyMatching`). A whole number. */
  readonly bound: number;
  /** Price of a seat, by offer, in units of the weights. */
  readonly prices: Float64Array;
}

/**
 * Gives out places so that the needs met weigh as much as possible, and proves how much more could be possible at all.
 *
 * Prices of seats are lowered until what they prove is near to what plans reach; auctions that start near those prices make
 * plans, moves improve them, small parts are solved exactly. Nothing is random and nothing looks at a clock: the same problem
 * gives the same plan on every machine. Groups below their least size are filled or dissolved; those with locked pairs are filled first
 * where cheaper plans would leave one too small. The bound does not know of groups, so with them the gap is wider than the plan is bad.
 *
 * @param keep pairs of an earlier plan: what is still possible of it stays, and is only improved by moves that gain
 *
 * Cost: 10,000 seekers × 800 offers with 200,000 pairs take some seconds and 200 MB.
 */
export function match(problem: MatchingProblem, { keep }: { readonly keep?: Int32Array } = {}): Matching {
  const choices = new SeekerChoices(problem);
  const search = new Search(choices);
  if (keep === undefined) search.build();
  else search.keep(keep);
  return search.matching();
}

/** Looks for a plan and for prices; what both have reached so far. */
export class Search {
  readonly choices: SeekerChoices;
  prices: SeatPrices;
  #plan: readonly Int32Array[] = [];
  #value = Number.NEGATIVE_INFINITY;
  #settled = false;
  /** A typical weight of a need: what prices and bids are measured in. */
  readonly #unit: number;
  readonly #steps: number;
  /** Of the value, what is certain beforehand and says nothing of how good a plan is. */
  readonly #certain: number;

  constructor(choices: SeekerChoices, prices: SeatPrices = freeSeats(choices), certain = 0) {
    this.choices = choices;
    this.#certain = certain;
    const { needWeight } = choices.problem;
    const weights = needWeight.filter((weight) => weight > 0);
    this.#unit = weights.length === 0 ? 1 : weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const seekers = Math.max(1, seekersOf(choices.problem));
    this.#steps = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.round(LOOKS / seekers)));
    this.prices = prices;
  }

  /** From nothing. */
  build(): void {
    this.#find();
    this.#plainPrices();
  }

  #find(): void {
    if (this.#try(new Plan(this.choices)) && this.#proven()) return;
    const first = auction(this.choices, new Float64Array(this.prices.prices.length), this.#unit / 4);
    const bound = boundAt(this.choices, first.prices);
    if (bound < this.prices.bound) this.prices = { prices: first.prices, bound };
    eject(first.plan, 2);
    this.#try(first.plan);
    const seekers = seekersOf(this.choices.problem);
    for (let round = 0; round < ROUNDS && !this.#proven(); round++) {
      const before = this.prices.bound - this.#value;
      this.prices = lowerPrices(this.choices, this.prices, {
        target: this.#value,
        steps: round === 0 ? FIRST_STEPS * this.#steps : this.#steps,
        work: this.#until(round === 0 ? 2 * ROUND_WORK : ROUND_WORK),
        length: round === 0 ? 1 : NEXT_LENGTH,
      });
      for (const [share, raise] of round < 1 ? STARTS.slice(0, 1) : STARTS)
        if (!this.#proven()) this.#improve(this.#auctioned(() => share, raise));
      const gap = this.prices.bound - this.#value;
      if (gap > before * 0.9 && round > 1) break;
      if (this.#settled && seekers > LARGE && gap < (this.prices.bound - this.#certain) * CLOSE) return;
    }
    // Small problems have time for many starts: each from prices that are shaken a little.
    const shaken = shaking();
    const starts = Math.min(MOST_STARTS, Math.floor(START_LOOKS / Math.max(1, seekers)));
    const enough = this.#until(STARTS_WORK);
    for (let start = 0; start < starts && !this.#proven() && this.choices.work < enough; start++) {
      const least = SHAKES[start % SHAKES.length] ?? 0;
      this.#improve(this.#auctioned(() => least + (1 - least) * shaken(), 1 / 64));
    }
    this.#settleLocked();
    this.polish(undefined);
  }

  /** Where no plan kept all locked pairs in groups that are large enough: such groups first, and what gains beside them. */
  #settleLocked(): void {
    if (this.#settled) return;
    const plan = new Plan(this.choices);
    if (fillLockedGroups(plan)) this.#improve(plan);
  }

  /** From an earlier plan: what of it is possible stays as far as nothing is gained by a change. */
  keep(pairs: Int32Array): void {
    const plan = planFrom(this.choices, keptPairs(this.choices, pairs));
    this.#try(plan);
    this.#settleLocked();
    this.prices = lowerPrices(this.choices, this.prices, {
      target: this.#value,
      steps: this.#steps * ROUNDS,
      work: this.#until(ROUND_WORK),
    });
    this.#plainPrices();
  }

  #plainPrices(): void {
    this.prices = plainPrices(this.choices, this.prices, planFrom(this.choices, this.#plan).used);
  }

  /** Goes on with a plan that other values led to, and keeps to a rule. */
  improve(pairs: readonly Int32Array[], rule: PlanRule): void {
    this.#plan = climb(this.choices, pairs, rule);
    this.#value = planFrom(this.choices, this.#plan).value;
    this.polish(rule);
  }

  /** Solves small parts of the best plan exactly. */
  polish(rule: PlanRule | undefined): void {
    if (this.#proven()) return;
    const plan = planFrom(this.choices, this.#plan);
    if (rule !== undefined) plan.keepTo(rule);
    const seekers = seekersOf(this.choices.problem);
    const work = this.#until(POLISH_WORK);
    if (seekers > LARGE) rearrange(plan, this.prices, 8, PART_STEPS, { rounds: 1, work });
    else for (const size of [10, 14, 20]) rearrange(plan, this.prices, size, 5 * PART_STEPS, { work });
    this.#try(plan);
  }

  get pairs(): readonly Int32Array[] {
    return this.#plan;
  }

  matching(): Matching {
    const pairs = this.#plan.flatMap((of) => Array.from(of));
    return {
      pairs: Int32Array.from(pairs).sort(),
      value: this.#value,
      bound: Math.floor(this.prices.bound),
      prices: this.prices.prices,
    };
  }

  /** So much more work, or what a few dozen looks at every pair take where that is more. */
  #until(work: number): number {
    return this.choices.work + Math.max(work, 250 * this.choices.problem.pairOffer.length);
  }

  #auctioned(share: (offer: number) => number, raise: number): Plan {
    const start = this.prices.prices.map((price, offer) => price * share(offer));
    return auction(this.choices, start, this.#unit * raise).plan;
  }

  #improve(plan: Plan): void {
    settleGroups(plan);
    eject(plan);
    openGroups(plan);
    if (seekersOf(this.choices.problem) <= LARGE)
      rearrange(plan, this.prices, 10, PART_STEPS, { work: this.#until(PART_WORK) });
    this.#try(plan);
  }

  #try(plan: Plan): boolean {
    const settled = settleGroups(plan);
    // A plan that keeps every rule goes before any that does not, whatever they are worth.
    if (settled === this.#settled ? plan.value <= this.#value : !settled) return false;
    this.#settled = settled;
    this.#value = plan.value;
    this.#plan = plan.snapshot();
    return true;
  }

  #proven(): boolean {
    return this.#settled && Math.floor(this.prices.bound) <= this.#value;
  }
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function shaking(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shares of the prices that auctions start from, and how much they raise, in units of a typical weight. */
const STARTS: readonly (readonly [share: number, raise: number])[] = [
  [0.95, 1 / 64],
  [0.95, 1 / 256],
];

const ROUNDS = 5;

/** The first round starts far from good prices: it takes so many times more steps. */
const FIRST_STEPS = 4;

/** Pairs and sets that may be looked at: everyday problems stay far below, those made to be hard end here. */
const ROUND_WORK = 60_000_000;
const STARTS_WORK = 60_000_000;
const PART_WORK = 1_000_000;
const POLISH_WORK = 10_000_000;

/** Looks at one seeker in one round of price steps, all together. */
const LOOKS = 1_000_000;
const FEWEST_STEPS = 80;
const MOST_STEPS = 600;

const MOST_STARTS = 200;
const START_LOOKS = 40_000;

/** Shares of the prices that shaken starts keep at least: near ones find the last steps, far ones other hills. */
const SHAKES: readonly number[] = [0.8, 0, 0.5];

/** Above so many seekers parts are solved once, at the end. */
export const LARGE = 2_000;

/** A large plan is good enough when so small a share of the bound is open. */
export const CLOSE = 0.0003;

const PART_STEPS = 3_000;
