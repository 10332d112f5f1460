import { at, valueAt } from './columns.js';
import type { Matching } from './match.js';
import type { MatchingProblem } from './matching-problem.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { Plan } from './plan.js';
import { planFrom, planOf } from './plan-from-pairs.js';
import { SeekerChoices } from './seeker-choices.js';

/**
 * What one more place would bring, by offer: the plan is let to use it, and whoever then leaves a seat lets the next one in.
 * Between 0 and the bound of the problem with that place less the value of the plan; 0 where places are left.
 */
export function gainsOfOneMore(problem: MatchingProblem, { pairs }: Matching): Float64Array {
  const choices = new SeekerChoices(problem);
  const plan = planFrom(choices, planOf(choices, pairs).snapshot());
  const askers = askersOf(problem);
  const gains = new Float64Array(offersOf(problem));
  for (let offer = 0; offer < gains.length; offer++) {
    if (valueAt(plan.seatCosts, offer) === 0 || plan.isClosed(offer)) continue;
    plan.addPlace(offer, 1);
    gains[offer] = bestChain(plan, offer, askers);
    plan.addPlace(offer, 0);
  }
  return gains;
}

/** Tries the first of a chain in turn; the plan is as before afterwards. */
function bestChain(plan: Plan, offer: number, askers: readonly (readonly number[])[]): number {
  const wishes: { readonly seeker: number; readonly gain: number }[] = [];
  for (const seeker of askers[offer] ?? []) {
    if (plan.pairOf(seeker, offer) >= 0) continue;
    const gain = plan.bestFor(seeker, plan.seatCosts) - valueAt(plan.values, seeker);
    if (gain > 0) wishes.push({ seeker, gain });
  }
  wishes.sort((a, b) => b.gain - a.gain || a.seeker - b.seeker);
  let best = 0;
  for (const { seeker } of wishes.slice(0, TRIED)) {
    const before = plan.value;
    plan.mark();
    follow(plan, seeker, askers);
    if (plan.allowed()) best = Math.max(best, plan.value - before);
    plan.undo();
  }
  return best;
}

/** A seeker takes what is best; then those gain who wait for the seats that it left, and so on. */
function follow(plan: Plan, first: number, askers: readonly (readonly number[])[]): void {
  const { pairOffer } = plan.problem;
  let seeker = first;
  for (let link = 0; link < LINKS; link++) {
    const start = at(plan.starts, seeker);
    const before = Array.from(plan.pairs.slice(start, start + at(plan.counts, seeker)), (pair) =>
      at(pairOffer, pair),
    );
    if (!plan.respond(seeker)) return;
    let most = 0;
    for (const offer of before) {
      if (plan.pairOf(seeker, offer) >= 0) continue;
      for (const other of askers[offer] ?? []) {
        const gain = plan.bestFor(other, plan.seatCosts) - valueAt(plan.values, other);
        if (gain <= most) continue;
        most = gain;
        seeker = other;
      }
    }
    if (most === 0) return;
  }
}

function askersOf(problem: MatchingProblem): readonly (readonly number[])[] {
  const askers: number[][] = Array.from({ length: offersOf(problem) }, () => []);
  for (let seeker = 0; seeker < seekersOf(problem); seeker++)
    for (let pair = at(problem.pairStart, seeker); pair < at(problem.pairStart, seeker + 1); pair++)
      askers[at(problem.pairOffer, pair)]?.push(seeker);
  return askers;
}

const TRIED = 5;
const LINKS = 8;
