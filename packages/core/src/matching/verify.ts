import { at, valueAt } from './columns.js';
import type { Matching } from './match.js';
import type { MatchingProblem } from './matching-problem.js';
import { ANY_TIME, offersOf, seekersOf } from './matching-problem.js';

/** What a plan or its proof may be wrong in. */
export type MatchingFault =
  | 'unknown-pair'
  | 'pair-twice'
  | 'limit-exceeded'
  | 'hours-exceeded'
  | 'slot-clash'
  | 'places-exceeded'
  | 'group-too-small'
  | 'locked-pair-missing'
  | 'value-wrong'
  | 'price-wrong'
  | 'bound-not-proven';

/**
 * Checks a plan and its bound from the problem alone, apart from the code that found them: every rule of the plan, its value,
 * and that at the prices all seekers together cannot be worth more than the bound says. Empty: everything is right.
 *
 * Cost: of each seeker at most 100,000 sets are looked at; where there are more, what is proven is more than the most.
 */
export function verifyMatching(problem: MatchingProblem, matching: Matching): readonly MatchingFault[] {
  const faults = new Set<MatchingFault>();
  const { pairs, value, bound, prices } = matching;
  if (prices.length !== offersOf(problem) || prices.some((price) => !(price >= 0 && price < Infinity)))
    return ['price-wrong'];
  if (pairs.some((pair) => !(pair >= 0 && pair < problem.pairOffer.length))) return ['unknown-pair'];
  const chosen = new Set(pairs);
  if (chosen.size !== pairs.length) faults.add('pair-twice');
  const used = new Int32Array(offersOf(problem));
  let worth = 0;
  let proven = 0;
  for (let seeker = 0; seeker < seekersOf(problem); seeker++) {
    let taken = 0;
    let covered = 0;
    let hours = 0;
    const slots = new Set<number>();
    for (let pair = at(problem.pairStart, seeker); pair < at(problem.pairStart, seeker + 1); pair++) {
      if (!chosen.has(pair)) {
        if (at(problem.pairLocked, pair) === 1) faults.add('locked-pair-missing');
        continue;
      }
      const offer = at(problem.pairOffer, pair);
      used[offer] = at(used, offer) + 1;
      taken += 1;
      hours += at(problem.duration, offer);
      covered |= at(problem.pairMask, pair);
      worth -= valueAt(problem.pairCost, pair);
      const slot = at(problem.slot, offer);
      if (slot !== ANY_TIME && slots.has(slot)) faults.add('slot-clash');
      slots.add(slot);
    }
    worth += worthOf(problem, seeker, covered);
    if (taken > at(problem.limit, seeker)) faults.add('limit-exceeded');
    if (hours > at(problem.hours, seeker)) faults.add('hours-exceeded');
    proven += mostOf(problem, seeker, prices);
  }
  for (let offer = 0; offer < offersOf(problem); offer++) {
    proven += valueAt(prices, offer) * at(problem.places, offer);
    if (at(used, offer) > at(problem.places, offer)) faults.add('places-exceeded');
    if (at(used, offer) > 0 && at(used, offer) < at(problem.leastGroup, offer)) faults.add('group-too-small');
  }
  if (worth !== value) faults.add('value-wrong');
  if (bound < Math.floor(proven) || bound < value) faults.add('bound-not-proven');
  return [...faults].sort();
}

function worthOf({ needStart, needWeight }: MatchingProblem, seeker: number, mask: number): number {
  let worth = 0;
  for (let need = at(needStart, seeker); need < at(needStart, seeker + 1); need++)
    if ((mask >>> (need - at(needStart, seeker))) & 1) worth += valueAt(needWeight, need);
  return worth;
}

/** The most that any set of a seeker is worth net of prices. */
function mostOf(problem: MatchingProblem, seeker: number, prices: Float64Array): number {
  const { pairStart, pairOffer, pairMask, pairCost, pairLocked, slot, duration } = problem;
  const pays = (pair: number) => valueAt(prices, at(pairOffer, pair)) + valueAt(pairCost, pair);
  const all = Array.from(
    { length: at(pairStart, seeker + 1) - at(pairStart, seeker) },
    (_, i) => at(pairStart, seeker) + i,
  );
  const locked = all.filter((pair) => at(pairLocked, pair) === 1);
  // Beside others a pair adds no more than alone, so one that is not worth its price alone never helps.
  const free = all
    .filter((pair) => at(pairLocked, pair) !== 1)
    .map((pair) => ({ pair, alone: worthOf(problem, seeker, at(pairMask, pair)) - pays(pair) }))
    .filter(({ alone }) => alone > 0)
    .sort((a, b) => b.alone - a.alone);
  const sums = [0];
  for (const { alone } of free) sums.push((sums.at(-1) ?? 0) + alone);
  const left = at(problem.limit, seeker) - locked.length;
  const everything = (2 ** (at(problem.needStart, seeker + 1) - at(problem.needStart, seeker)) - 1) | 0;
  let most = Number.NEGATIVE_INFINITY;
  let looks = 0;
  const look = (from: number, taken: readonly number[], covered: number, paid: number, hours: number) => {
    const value = worthOf(problem, seeker, covered) - paid;
    most = Math.max(most, value);
    const more = at(problem.limit, seeker) - taken.length;
    if (more <= 0 || value + worthOf(problem, seeker, everything & ~covered) <= most) return;
    for (let i = from; i < free.length; i++) {
      const candidate = free[i];
      const best = value + (sums[Math.min(free.length, i + more)] ?? 0) - (sums[i] ?? 0);
      if (candidate === undefined || best <= most || ++looks > MOST_LOOKS) return;
      const gain = worthOf(problem, seeker, at(pairMask, candidate.pair) & ~covered) - pays(candidate.pair);
      if (gain <= 0 || best - candidate.alone + gain <= most) continue;
      const offer = at(pairOffer, candidate.pair);
      const time = at(slot, offer);
      if (at(duration, offer) > hours) continue;
      if (time !== ANY_TIME && taken.some((pair) => at(slot, at(pairOffer, pair)) === time)) continue;
      look(
        i + 1,
        [...taken, candidate.pair],
        covered | at(pairMask, candidate.pair),
        paid + pays(candidate.pair),
        hours - at(duration, offer),
      );
    }
  };
  const kept = locked.reduce((mask, pair) => mask | at(pairMask, pair), 0);
  const paid = locked.reduce((sum, pair) => sum + pays(pair), 0);
  look(
    0,
    locked,
    kept,
    paid,
    locked.reduce((rest, pair) => rest - at(duration, at(pairOffer, pair)), at(problem.hours, seeker)),
  );
  if (looks <= MOST_LOOKS) return most;
  // Too many sets to look at: all needs met, or the best pairs as if they shared nothing, is more than any of them is worth.
  const open = Math.min(sums[Math.min(free.length, left)] ?? 0, worthOf(problem, seeker, everything & ~kept));
  return Math.max(most, worthOf(problem, seeker, kept) - paid + open);
}

const MOST_LOOKS = 100_000;
