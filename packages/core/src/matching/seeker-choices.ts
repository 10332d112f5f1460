import { at, valueAt } from './columns.js';
import type { MatchingProblem } from './matching-problem.js';
import { ANY_TIME, seekersOf } from './matching-problem.js';

/**
 * What one seeker would take at given prices of seats: the set of offers with the greatest value net of prices, among all
 * sets that keep its limit, its hours, one offer a slot, and its locked pairs.
 *
 * Values of sets are submodular (a second course on the same topic adds nothing), so an offer that is not worth its price
 * alone, or beside what is chosen already, is worth it nowhere further on: that, and the sum of the best remaining ones,
 * cut the search. Exact, unless it took more than `MOST_STEPS` steps; then `value` is what was found and `bound` is above.
 */
export class SeekerChoices {
  readonly problem: MatchingProblem;
  /** Pairs of the set found last: the first `count` entries. */
  readonly chosen: Int32Array;
  count = 0;
  /** No set of the seeker asked about last is worth more. */
  bound = 0;
  /** Pairs and sets looked at so far: what says when enough was tried, where a clock would say something else each time. */
  work = 0;

  /** Worth of every set of eight needs: `#worth[#worthStart[s] + 256 * j + bits]`; shorter where there are fewer. */
  readonly #worth: Float64Array;
  readonly #worthStart: Int32Array;
  readonly #needs: Int32Array;
  /** What a pair is worth alone, less its cost. */
  readonly #alone: Float64Array;

  /** Pairs that are worth their price, by what they leave, falling. */
  readonly #pair: Int32Array;
  readonly #leaves: Float64Array;
  /** Sums of `#leaves` before an index. */
  readonly #sums: Float64Array;
  readonly #stack: Int32Array;
  #candidates = 0;
  #best = 0;
  #steps = 0;
  #locked = 0;
  /** Whether some price is below nothing: then a set is worth more than its needs. */
  #hasGifts = false;

  constructor(problem: MatchingProblem) {
    this.problem = problem;
    const seekers = seekersOf(problem);
    const { needStart, needWeight, pairStart, limit } = problem;
    this.#worthStart = new Int32Array(seekers + 1);
    this.#needs = new Int32Array(seekers);
    let most = 0;
    let mostPicks = 0;
    for (let s = 0; s < seekers; s++) {
      const needs = at(needStart, s + 1) - at(needStart, s);
      this.#needs[s] = needs;
      this.#worthStart[s + 1] = at(this.#worthStart, s) + (needs >> 3) * 256 + (1 << (needs & 7));
      const pairs = at(pairStart, s + 1) - at(pairStart, s);
      most = Math.max(most, pairs);
      mostPicks = Math.max(mostPicks, Math.min(pairs, at(limit, s)));
    }
    this.#worth = new Float64Array(at(this.#worthStart, seekers));
    for (let s = 0; s < seekers; s++) {
      const first = at(needStart, s);
      const needs = at(this.#needs, s);
      for (let chunk = 0; chunk * 8 <= needs; chunk++) {
        const offset = at(this.#worthStart, s) + chunk * 256;
        const bits = Math.min(8, needs - chunk * 8);
        for (let bit = 0; bit < bits; bit++) {
          const weight = valueAt(needWeight, first + chunk * 8 + bit);
          const half = 1 << bit;
          for (let set = 0; set < half; set++)
            this.#worth[offset + half + set] = valueAt(this.#worth, offset + set) + weight;
        }
      }
    }
    this.#alone = new Float64Array(problem.pairOffer.length);
    for (let s = 0; s < seekers; s++)
      for (let pair = at(pairStart, s); pair < at(pairStart, s + 1); pair++)
        this.#alone[pair] = this.worth(s, at(problem.pairMask, pair)) - valueAt(problem.pairCost, pair);
    this.#pair = new Int32Array(most);
    this.#leaves = new Float64Array(most);
    this.#sums = new Float64Array(most + 1);
    this.#stack = new Int32Array(mostPicks);
    this.chosen = new Int32Array(mostPicks);
  }

  /** What the needs in `mask` are worth together. */
  worth(seeker: number, mask: number): number {
    const offset = at(this.#worthStart, seeker);
    if (at(this.#needs, seeker) < 8) return valueAt(this.#worth, offset + mask);
    let sum = 0;
    for (let chunk = 0, rest = mask; rest !== 0; chunk++, rest >>>= 8)
      sum += valueAt(this.#worth, offset + chunk * 256 + (rest & 255));
    return sum;
  }

  /** Value of a set of pairs of one seeker, without prices. */
  valueOf(seeker: number, pairs: Int32Array, from: number, count: number): number {
    const { pairMask, pairCost } = this.problem;
    let mask = 0;
    let cost = 0;
    for (let i = from; i < from + count; i++) {
      const pair = at(pairs, i);
      mask |= at(pairMask, pair);
      cost += valueAt(pairCost, pair);
    }
    return this.worth(seeker, mask) - cost;
  }

  /** Whether one seeker can take these pairs together: its limit, its hours, one offer a slot. Places are not looked at. */
  isPossible(seeker: number, pairs: readonly number[]): boolean {
    const { limit, duration, pairOffer, slot } = this.problem;
    if (pairs.length > at(limit, seeker)) return false;
    let hours = at(this.problem.hours, seeker);
    const times = new Set<number>();
    for (const pair of pairs) {
      const offer = at(pairOffer, pair);
      hours -= at(duration, offer);
      const time = at(slot, offer);
      if (time === ANY_TIME) continue;
      if (times.has(time)) return false;
      times.add(time);
    }
    return hours >= 0;
  }

  /**
   * The best set at the prices (by offer; `Infinity` = not to be had). Leaves it in `chosen` and `count`, and returns its
   * value net of prices.
   */
  best(seeker: number, prices: Float64Array): number {
    this.#gather(seeker, prices);
    let picks = 0;
    let covered = 0;
    let value = 0;
    let hours = at(this.problem.hours, seeker);
    if (this.#locked > 0) {
      const { pairStart, pairLocked, pairMask, pairCost, pairOffer, duration } = this.problem;
      for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++) {
        if (at(pairLocked, pair) === 0) continue;
        const offer = at(pairOffer, pair);
        this.#stack[picks++] = pair;
        covered |= at(pairMask, pair);
        value -= valueAt(pairCost, pair) + valueAt(prices, offer);
        hours -= at(duration, offer);
      }
      value += this.worth(seeker, covered);
    }
    this.#best = value;
    this.count = picks;
    for (let i = 0; i < picks; i++) this.chosen[i] = at(this.#stack, i);
    this.#steps = 0;
    const left = Math.min(at(this.problem.limit, seeker) - picks, this.#candidates);
    this.#extend(seeker, 0, left, covered, value, hours, picks);
    this.work += at(this.problem.pairStart, seeker + 1) - at(this.problem.pairStart, seeker) + this.#steps;
    this.bound =
      this.#steps > MOST_STEPS
        ? Math.max(
            this.#best,
            value + Math.min(valueAt(this.#sums, Math.max(0, left)), this.#open(seeker, covered)),
          )
        : this.#best;
    return this.#best;
  }

  /** What the needs that are not covered are worth: no more pairs add more. */
  #open(seeker: number, covered: number): number {
    if (this.#hasGifts) return Number.POSITIVE_INFINITY;
    const all = (2 ** at(this.#needs, seeker) - 1) | 0;
    return this.worth(seeker, all & ~covered);
  }

  /** Pairs that are worth their price on their own, the best first; equal ones by place. */
  #gather(seeker: number, prices: Float64Array): void {
    const { pairStart, pairOffer, pairLocked } = this.problem;
    const alone = this.#alone;
    const byLeaves = this.#leaves;
    const byPair = this.#pair;
    const end = at(pairStart, seeker + 1);
    let count = 0;
    let locked = 0;
    this.#hasGifts = false;
    for (let pair = at(pairStart, seeker); pair < end; pair++) {
      const leaves = valueAt(alone, pair) - valueAt(prices, at(pairOffer, pair));
      if (at(pairLocked, pair) === 1) {
        locked += 1;
        continue;
      }
      if (!(leaves > 0)) continue;
      if (leaves > valueAt(alone, pair)) this.#hasGifts = true;
      let place = count++;
      while (place > 0 && valueAt(byLeaves, place - 1) < leaves) {
        byLeaves[place] = valueAt(byLeaves, place - 1);
        byPair[place] = at(byPair, place - 1);
        place -= 1;
      }
      byLeaves[place] = leaves;
      byPair[place] = pair;
    }
    this.#locked = locked;
    this.#candidates = count;
    const sums = this.#sums;
    let sum = 0;
    sums[0] = 0;
    for (let i = 0; i < count; i++) {
      sum += valueAt(byLeaves, i);
      sums[i + 1] = sum;
    }
  }

  /** Goes on from a set of `picks` pairs, which is worth `value` net of prices, with `left` more from place `from` on. */
  #extend(
    seeker: number,
    from: number,
    left: number,
    covered: number,
    value: number,
    hours: number,
    picks: number,
  ): void {
    if (value > this.#best) {
      this.#best = value;
      this.count = picks;
      for (let i = 0; i < picks; i++) this.chosen[i] = at(this.#stack, i);
    }
    if (left <= 0 || value + this.#open(seeker, covered) <= this.#best) return;
    const { pairMask, pairOffer, duration } = this.problem;
    const candidates = this.#candidates;
    const leaves = this.#leaves;
    const sums = this.#sums;
    const pairs = this.#pair;
    for (let i = from; i < candidates; i++) {
      const most = value + valueAt(sums, Math.min(candidates, i + left)) - valueAt(sums, i);
      if (most <= this.#best) return;
      if (++this.#steps > MOST_STEPS) return;
      const pair = at(pairs, i);
      const mask = at(pairMask, pair);
      // What others of the set meet already, this pair does not add.
      const again = mask & covered;
      const gain = again === 0 ? valueAt(leaves, i) : valueAt(leaves, i) - this.worth(seeker, again);
      if (gain <= 0 || most + gain - valueAt(leaves, i) <= this.#best) continue;
      const offer = at(pairOffer, pair);
      const needed = at(duration, offer);
      if (needed > hours || (picks > 0 && this.#clashes(offer, picks))) continue;
      this.#stack[picks] = pair;
      this.#extend(seeker, i + 1, left - 1, covered | mask, value + gain, hours - needed, picks + 1);
    }
  }

  #clashes(offer: number, picks: number): boolean {
    const { slot, pairOffer } = this.problem;
    const time = at(slot, offer);
    if (time === ANY_TIME) return false;
    for (let i = 0; i < picks; i++) if (at(slot, at(pairOffer, at(this.#stack, i))) === time) return true;
    return false;
  }
}

/** A seeker with three offers of twenty needs a thousand steps at worst; the limit is for files made to be hard. */
const MOST_STEPS = 10_000;
