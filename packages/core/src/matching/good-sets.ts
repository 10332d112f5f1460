import { at, valueAt } from './columns.js';
import type { MatchingProblem } from './matching-problem.js';
import { ANY_TIME } from './matching-problem.js';
import type { SeekerChoices } from './seeker-choices.js';

/** A set of pairs of one seeker. */
export interface GoodSet {
  readonly pairs: Int32Array;
  readonly value: number;
  /** By how much its value net of prices is below the seeker's best. */
  readonly regret: number;
}

/**
 * All sets of one seeker whose value net of prices is within `within` of its best, the nearest first; at most `most` of them.
 * Offers with a price of `Infinity` are left out.
 *
 * @param best the seeker's best value net of prices
 */
export function goodSets(
  choices: SeekerChoices,
  seeker: number,
  prices: Float64Array,
  best: number,
  within: number,
  most: number,
): readonly GoodSet[] {
  const { problem } = choices;
  const { pairStart, pairMask, pairOffer, pairCost, pairLocked } = problem;
  const candidates: { readonly pair: number; readonly leaves: number; readonly pays: number }[] = [];
  const locked: number[] = [];
  let covered = 0;
  let pays = 0;
  let cost = 0;
  for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++) {
    const price = valueAt(prices, at(pairOffer, pair));
    if (at(pairLocked, pair) === 1) {
      locked.push(pair);
      covered |= at(pairMask, pair);
      pays += price + valueAt(pairCost, pair);
      cost += valueAt(pairCost, pair);
      continue;
    }
    const leaves = choices.worth(seeker, at(pairMask, pair)) - price - valueAt(pairCost, pair);
    // What is not worth its price alone makes any set that much worse.
    if (leaves >= -within) candidates.push({ pair, leaves, pays: price + valueAt(pairCost, pair) });
  }
  candidates.sort((a, b) => b.leaves - a.leaves || a.pair - b.pair);
  const found: GoodSet[] = [];
  const stack = [...locked];
  let steps = 0;
  const extend = (from: number, left: number, mask: number, net: number, spent: number, hours: number) => {
    if (net >= best - within && found.length < most * 4)
      found.push({
        pairs: Int32Array.from(stack),
        value: choices.worth(seeker, mask) - spent,
        regret: best - net,
      });
    if (left <= 0) return;
    for (let i = from; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (candidate === undefined || ++steps > MOST_STEPS) return;
      let most = net;
      for (let j = i; j < Math.min(candidates.length, i + left); j++)
        most += Math.max(0, candidates[j]?.leaves ?? 0);
      if (most < best - within) return;
      const offer = at(pairOffer, candidate.pair);
      const needed = at(problem.duration, offer);
      if (needed > hours || clashes(problem, stack, offer)) continue;
      const gain = choices.worth(seeker, at(pairMask, candidate.pair) & ~mask) - candidate.pays;
      if (gain < -within) continue;
      stack.push(candidate.pair);
      extend(
        i + 1,
        left - 1,
        mask | at(pairMask, candidate.pair),
        net + gain,
        spent + valueAt(pairCost, candidate.pair),
        hours - needed,
      );
      stack.pop();
    }
  };
  let hours = at(problem.hours, seeker);
  for (const pair of locked) hours -= at(problem.duration, at(pairOffer, pair));
  extend(
    0,
    at(problem.limit, seeker) - locked.length,
    covered,
    choices.worth(seeker, covered) - pays,
    cost,
    hours,
  );
  choices.work += steps + candidates.length;
  return found.sort((a, b) => a.regret - b.regret).slice(0, most);
}

function clashes({ slot, pairOffer }: MatchingProblem, pairs: readonly number[], offer: number): boolean {
  const time = at(slot, offer);
  return time !== ANY_TIME && pairs.some((pair) => at(slot, at(pairOffer, pair)) === time);
}

const MOST_STEPS = 2_000;
