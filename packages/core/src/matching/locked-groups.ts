import { at } from './columns.js';
import { offersOf } from './matching-problem.js';
import type { Plan } from './plan.js';

/**
 * A plan that holds locked pairs alone gets as many more as bring each of their groups to its least size. One seeker after the
 * other joins; where nobody can, somebody changes over from another of these groups, which then looks for someone else
 * (augmenting paths, König 1931): limits and slots alone leave no group small that could be filled. Where hours are counted
 * too that is a packing problem, and a group may stay small though there was a way.
 *
 * @returns whether all are large enough
 */
export function fillLockedGroups(plan: Plan): boolean {
  const { leastGroup, places } = plan.problem;
  const groups = Array.from({ length: offersOf(plan.problem) }, (_, offer) => offer).filter(
    (offer) => at(plan.used, offer) > 0 && at(plan.used, offer) < at(leastGroup, offer),
  );
  if (groups.some((group) => at(leastGroup, group) > at(places, group))) return false;
  const askers = askersOf(plan, groups);
  for (const group of groups)
    while (at(plan.used, group) < at(leastGroup, group))
      if (!addSeeker(plan, group, askers, new Set())) return false;
  return true;
}

/** By offer, the pairs of those who could take it. */
type Askers = ReadonlyMap<number, readonly Asker[]>;

interface Asker {
  readonly seeker: number;
  readonly pair: number;
}

/** One more in a group and no fewer in the others; groups that are `asked` already have nobody to give. */
function addSeeker(plan: Plan, group: number, askers: Askers, asked: Set<number>): boolean {
  asked.add(group);
  const there = askers.get(group) ?? [];
  for (const { seeker, pair } of there) {
    if (plan.pairOf(seeker, group) >= 0) continue;
    const joined = [...plan.pairsOf(seeker), pair];
    if (!plan.choices.isPossible(seeker, joined)) continue;
    plan.set(seeker, Int32Array.from(joined), joined.length);
    return true;
  }
  for (const { seeker, pair } of there) {
    if (plan.pairOf(seeker, group) >= 0) continue;
    const before = plan.pairsOf(seeker);
    for (const left of before) {
      const other = at(plan.problem.pairOffer, left);
      if (asked.has(other) || at(plan.problem.pairLocked, left) === 1) continue;
      const changed = [...before.filter((each) => each !== left), pair];
      if (!plan.choices.isPossible(seeker, changed)) continue;
      plan.set(seeker, Int32Array.from(changed), changed.length);
      if (addSeeker(plan, other, askers, asked)) return true;
      plan.set(seeker, before, before.length);
    }
  }
  return false;
}

function askersOf(plan: Plan, groups: readonly number[]): Askers {
  const { pairOffer, pairStart, limit } = plan.problem;
  const askers = new Map<number, Asker[]>(groups.map((group) => [group, []]));
  for (let seeker = 0; seeker < limit.length; seeker++)
    for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++)
      askers.get(at(pairOffer, pair))?.push({ seeker, pair });
  return askers;
}
