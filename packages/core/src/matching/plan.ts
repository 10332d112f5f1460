import { at, valueAt } from './columns.js';
import type { MatchingProblem } from './matching-problem.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { SeekerChoices } from './seeker-choices.js';

/** What a plan must keep beyond its problem: asked after every change, before it is kept. */
export type PlanRule = (plan: Plan) => boolean;

/**
 * Who takes what, while it is being improved. Changes can be taken back to the last `mark`.
 *
 * Limits, hours, slots and places hold after every `set` of a set that `SeekerChoices` found at `seatCosts`; groups below
 * their least size and other rules are looked at by `allowed`.
 */
export class Plan {
  readonly choices: SeekerChoices;
  readonly problem: MatchingProblem;
  /** Pairs of seeker s: `pairs[starts[s]]` and on, `counts[s]` of them. */
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  readonly pairs: Int32Array;
  readonly used: Int32Array;
  /** Value of each seeker's set. */
  readonly values: Float64Array;
  /** 0 where a seat is free, `Infinity` where none is. */
  readonly seatCosts: Float64Array;
  value = 0;

  readonly #holderStart: Int32Array;
  readonly #holders: Int32Array;
  /** The pair by which each of `#holders` sits there. */
  readonly #seats: Int32Array;
  readonly #closed: Int32Array;
  /** 1 for an offer with one place more than its problem says. */
  readonly #more: Int32Array;
  /** Prices of a seeker's own seats while it looks for something better. */
  readonly #kept: Float64Array;
  #log: { readonly seeker: number; readonly pairs: Int32Array }[] = [];
  #rule: PlanRule | undefined;

  constructor(choices: SeekerChoices) {
    this.choices = choices;
    this.problem = choices.problem;
    const { limit, pairStart, pairOffer, places } = this.problem;
    const seekers = seekersOf(this.problem);
    const offers = offersOf(this.problem);
    this.starts = new Int32Array(seekers + 1);
    for (let s = 0; s < seekers; s++)
      this.starts[s + 1] =
        at(this.starts, s) + Math.min(at(limit, s), at(pairStart, s + 1) - at(pairStart, s));
    this.counts = new Int32Array(seekers);
    this.pairs = new Int32Array(at(this.starts, seekers));
    this.#kept = new Float64Array(choices.chosen.length);
    this.used = new Int32Array(offers);
    this.values = new Float64Array(seekers);
    this.seatCosts = new Float64Array(offers);
    this.#closed = new Int32Array(offers);
    this.#more = new Int32Array(offers);
    const asked = new Int32Array(offers);
    for (const offer of pairOffer) asked[offer] = at(asked, offer) + 1;
    this.#holderStart = new Int32Array(offers + 1);
    for (let o = 0; o < offers; o++)
      this.#holderStart[o + 1] = at(this.#holderStart, o) + Math.min(at(places, o), at(asked, o)) + 1;
    this.#holders = new Int32Array(at(this.#holderStart, offers));
    this.#seats = new Int32Array(at(this.#holderStart, offers));
    for (let o = 0; o < offers; o++) this.#seatCost(o);
    for (let s = 0; s < seekers; s++) this.#takeLocked(s);
  }

  #takeLocked(seeker: number): void {
    const { pairStart, pairLocked } = this.problem;
    const locked: number[] = [];
    for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++)
      if (at(pairLocked, pair) === 1) locked.push(pair);
    if (locked.length > 0) this.#replace(seeker, Int32Array.from(locked), locked.length);
  }

  /** From now on a change is kept only where the rule holds. */
  keepTo(rule: PlanRule): void {
    this.#rule = rule;
  }

  /** Nobody joins the offer any more; `open` takes that back. */
  close(offer: number): void {
    this.#closed[offer] = 1;
    this.#seatCost(offer);
  }

  open(offer: number): void {
    this.#closed[offer] = 0;
    this.#seatCost(offer);
  }

  /** One place more, or no longer: to see what it would bring. */
  addPlace(offer: number, more: 0 | 1): void {
    this.#more[offer] = more;
    this.#seatCost(offer);
  }

  isClosed(offer: number): boolean {
    return at(this.#closed, offer) === 1;
  }

  holder(offer: number, index: number): number {
    return at(this.#holders, at(this.#holderStart, offer) + index);
  }

  /** The pair by which the holder of that index sits there. */
  seat(offer: number, index: number): number {
    return at(this.#seats, at(this.#holderStart, offer) + index);
  }

  /** The pair by which a seeker holds an offer, or -1. */
  pairOf(seeker: number, offer: number): number {
    const start = at(this.starts, seeker);
    for (let i = start; i < start + at(this.counts, seeker); i++) {
      const pair = at(this.pairs, i);
      if (at(this.problem.pairOffer, pair) === offer) return pair;
    }
    return -1;
  }

  /** The set of a seeker: a copy. */
  pairsOf(seeker: number): Int32Array {
    const start = at(this.starts, seeker);
    return this.pairs.slice(start, start + at(this.counts, seeker));
  }

  mark(): void {
    this.#log = [];
  }

  undo(): void {
    for (let i = this.#log.length - 1; i >= 0; i--) {
      const entry = this.#log[i];
      if (entry !== undefined) this.#replace(entry.seeker, entry.pairs, entry.pairs.length);
    }
    this.#log = [];
  }

  /** Seekers whose sets changed since `mark`, with what they had then. */
  changes(): ReadonlyMap<number, Int32Array> {
    const before = new Map<number, Int32Array>();
    for (const { seeker, pairs } of this.#log) if (!before.has(seeker)) before.set(seeker, pairs);
    return before;
  }

  /** Whether groups that the changes since `mark` touched are large enough or empty, and the rule holds. */
  allowed(): boolean {
    const { leastGroup, pairOffer } = this.problem;
    const fits = (pair: number) => {
      const used = at(this.used, at(pairOffer, pair));
      return used === 0 || used >= at(leastGroup, at(pairOffer, pair));
    };
    for (const { seeker, pairs } of this.#log) {
      if (!pairs.every(fits)) return false;
      const start = at(this.starts, seeker);
      for (let i = start; i < start + at(this.counts, seeker); i++)
        if (!fits(at(this.pairs, i))) return false;
    }
    return this.#rule === undefined || this.#rule(this);
  }

  /** Gives a seeker other pairs. */
  set(seeker: number, pairs: Int32Array, count: number): void {
    this.#log.push({ seeker, pairs: this.pairsOf(seeker) });
    this.#replace(seeker, pairs, count);
  }

  /** Takes a seat from a seeker. */
  drop(seeker: number, offer: number): void {
    const kept = this.pairsOf(seeker).filter((pair) => at(this.problem.pairOffer, pair) !== offer);
    this.set(seeker, kept, kept.length);
  }

  /** What is best for a seeker when seats cost `prices` and its own cost nothing; the set is left in `choices`. */
  bestFor(seeker: number, prices: Float64Array): number {
    const { pairOffer } = this.problem;
    const start = at(this.starts, seeker);
    const count = at(this.counts, seeker);
    for (let i = 0; i < count; i++) {
      const offer = at(pairOffer, at(this.pairs, start + i));
      this.#kept[i] = valueAt(prices, offer);
      prices[offer] = 0;
    }
    const value = this.choices.best(seeker, prices);
    for (let i = 0; i < count; i++) prices[at(pairOffer, at(this.pairs, start + i))] = valueAt(this.#kept, i);
    return value;
  }

  /** The seeker takes what is best for it among its own seats and free ones. @returns whether anything changed */
  respond(seeker: number): boolean {
    if (this.bestFor(seeker, this.seatCosts) <= valueAt(this.values, seeker)) return false;
    this.set(seeker, this.choices.chosen, this.choices.count);
    return true;
  }

  /** The plan as pairs by seeker, to be put back with `restore`. */
  snapshot(): readonly Int32Array[] {
    return Array.from(this.counts, (_, seeker) => this.pairsOf(seeker));
  }

  restore(snapshot: readonly Int32Array[]): void {
    const nothing = new Int32Array(0);
    for (let seeker = 0; seeker < this.counts.length; seeker++) this.#replace(seeker, nothing, 0);
    snapshot.forEach((pairs, seeker) => {
      this.#replace(seeker, pairs, pairs.length);
    });
    this.#log = [];
  }

  #replace(seeker: number, pairs: Int32Array, count: number): void {
    const { pairOffer } = this.problem;
    const start = at(this.starts, seeker);
    for (let i = start; i < start + at(this.counts, seeker); i++)
      this.#leave(seeker, at(pairOffer, at(this.pairs, i)));
    for (let i = 0; i < count; i++) {
      const pair = at(pairs, i);
      this.pairs[start + i] = pair;
      this.#join(seeker, at(pairOffer, pair), pair);
    }
    this.counts[seeker] = count;
    const value = this.choices.valueOf(seeker, this.pairs, start, count);
    this.value += value - valueAt(this.values, seeker);
    this.values[seeker] = value;
  }

  #join(seeker: number, offer: number, pair: number): void {
    const used = at(this.used, offer);
    this.#holders[at(this.#holderStart, offer) + used] = seeker;
    this.#seats[at(this.#holderStart, offer) + used] = pair;
    this.used[offer] = used + 1;
    this.#seatCost(offer);
  }

  #leave(seeker: number, offer: number): void {
    const start = at(this.#holderStart, offer);
    const last = start + at(this.used, offer) - 1;
    for (let i = start; i <= last; i++)
      if (at(this.#holders, i) === seeker) {
        this.#holders[i] = at(this.#holders, last);
        this.#seats[i] = at(this.#seats, last);
        break;
      }
    this.used[offer] = last - start;
    this.#seatCost(offer);
  }

  #seatCost(offer: number): void {
    const places = at(this.problem.places, offer) + at(this.#more, offer);
    const free = at(this.used, offer) < places && at(this.#closed, offer) === 0;
    this.seatCosts[offer] = free ? 0 : Number.POSITIVE_INFINITY;
  }
}
