import { at, valueAt } from './columns.js';
import { eject } from './eject.js';
import { settleGroups } from './least-groups.js';
import { offersOf, seekersOf } from './matching-problem.js';
import type { PlanRule } from './plan.js';
import { Plan } from './plan.js';
import type { SeekerChoices } from './seeker-choices.js';

/** A plan that was found before, to go on with. */
export function planFrom(choices: SeekerChoices, pairs: readonly Int32Array[]): Plan {
  const plan = new Plan(choices);
  plan.restore(pairs);
  closeEmptyGroups(plan);
  return plan;
}

/** A plan after moves that gain by the values of `choices`; `enough` ends them early. */
export function climb(
  choices: SeekerChoices,
  pairs: readonly Int32Array[],
  rule: PlanRule | undefined,
  enough?: (plan: Plan) => boolean,
): readonly Int32Array[] {
  const plan = planFrom(choices, pairs);
  if (rule !== undefined) plan.keepTo(rule);
  eject(plan, undefined, enough);
  return plan.snapshot();
}

/** An earlier plan as far as it is still possible, with what gains by the values of `choices`. */
export function keptPairs(choices: SeekerChoices, pairs: Int32Array): readonly Int32Array[] {
  const plan = planOf(choices, pairs);
  settleGroups(plan);
  for (let seeker = 0; seeker < plan.counts.length; seeker++) {
    plan.mark();
    if (plan.respond(seeker) && !plan.allowed()) plan.undo();
  }
  eject(plan);
  return plan.snapshot();
}

/** A plan of given pairs, as far as limits, hours, slots and places allow them together; the first ones stand. */
export function planOf(choices: SeekerChoices, pairs: Int32Array): Plan {
  const { problem } = choices;
  const { pairStart, pairOffer, pairLocked } = problem;
  const plan = new Plan(choices);
  const wanted = Int32Array.from(new Set(pairs)).sort();
  let next = 0;
  for (let seeker = 0; seeker < seekersOf(problem); seeker++) {
    const set: number[] = [];
    for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++)
      if (at(pairLocked, pair) === 1) set.push(pair);
    for (; next < wanted.length && at(wanted, next) < at(pairStart, seeker + 1); next++) {
      const pair = at(wanted, next);
      if (pair < at(pairStart, seeker) || set.includes(pair)) continue;
      if (valueAt(plan.seatCosts, at(pairOffer, pair)) !== 0) continue;
      if (choices.isPossible(seeker, [...set, pair])) set.push(pair);
    }
    if (set.length > 0) plan.set(seeker, Int32Array.from(set), set.length);
  }
  plan.mark();
  return plan;
}

/** Groups of a least size that nobody is in are joined by several together only. */
function closeEmptyGroups(plan: Plan): void {
  for (let offer = 0; offer < offersOf(plan.problem); offer++)
    if (at(plan.problem.leastGroup, offer) > 1 && at(plan.used, offer) === 0) plan.close(offer);
}
