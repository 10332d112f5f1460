import { at, valueAt } from './columns.js';
import { lossWithout } from './eject.js';
import { offersOf } from './matching-problem.js';
import type { Plan } from './plan.js';

/**
 * Brings groups that are too small to their least size, or dissolves them, whichever costs less; what nobody takes part in is
 * closed. Afterwards every group of the plan is large enough or empty, but for those that locked pairs keep open.
 *
 * @returns whether there are none of the latter
 */
export function settleGroups(plan: Plan): boolean {
  const { leastGroup } = plan.problem;
  const offers = offersOf(plan.problem);
  const grouped: number[] = [];
  for (let offer = 0; offer < offers; offer++) if (at(leastGroup, offer) > 1) grouped.push(offer);
  if (grouped.length === 0) return true;
  const askers = askersOf(plan, new Set(grouped));
  const missing = (offer: number) => at(leastGroup, offer) - at(plan.used, offer);
  /** Groups that locked pairs hold and nobody fills: they stay as they are. */
  const stuck = new Set<number>();
  const tooSmall = () =>
    grouped
      .filter((offer) => at(plan.used, offer) > 0 && missing(offer) > 0 && !stuck.has(offer))
      .sort((a, b) => missing(a) - missing(b) || a - b);
  for (let open = tooSmall(); open.length > 0; open = tooSmall()) {
    const [offer] = open;
    if (offer === undefined) break;
    const joiners = joinersOf(plan, offer, askers.get(offer) ?? []);
    const needed = missing(offer);
    const filling =
      joiners.length < needed
        ? Number.POSITIVE_INFINITY
        : joiners.slice(0, needed).reduce((sum, { loss }) => sum + loss, 0);
    if (filling > dissolving(plan, offer) || !join(plan, offer, joiners, needed)) {
      dissolve(plan, offer);
      if (at(plan.used, offer) > 0) stuck.add(offer);
    }
  }
  for (const offer of grouped) if (at(plan.used, offer) === 0) plan.close(offer);
  return stuck.size === 0;
}

/** Opens groups that nobody takes part in where as many as needed would gain together by joining. */
export function openGroups(plan: Plan): void {
  const { leastGroup } = plan.problem;
  const closed: number[] = [];
  for (let offer = 0; offer < offersOf(plan.problem); offer++)
    if (at(leastGroup, offer) > 1 && plan.isClosed(offer) && at(plan.used, offer) === 0) closed.push(offer);
  if (closed.length === 0) return;
  const askers = askersOf(plan, new Set(closed));
  for (const offer of closed) {
    plan.open(offer);
    const joiners = joinersOf(plan, offer, askers.get(offer) ?? []);
    const before = plan.snapshot();
    const value = plan.value;
    const opened = join(plan, offer, joiners, at(leastGroup, offer));
    if (opened && plan.value > value) continue;
    if (opened) plan.restore(before);
    plan.close(offer);
  }
}

interface Joiner {
  readonly seeker: number;
  /** What it costs when the seeker joins; negative where it gains. */
  readonly loss: number;
}

/** Seekers who could join, those who lose least by it first. */
function joinersOf(plan: Plan, offer: number, askers: readonly number[]): readonly Joiner[] {
  const joiners: Joiner[] = [];
  for (const seeker of askers) {
    if (plan.pairOf(seeker, offer) >= 0) continue;
    const value = bestWith(plan, seeker, offer);
    if (value !== undefined) joiners.push({ seeker, loss: valueAt(plan.values, seeker) - value });
  }
  return joiners.sort((a, b) => a.loss - b.loss || a.seeker - b.seeker);
}

/** Value of the seeker's best set with the offer in it, which is left in `choices`. */
function bestWith(plan: Plan, seeker: number, offer: number): number | undefined {
  const { choices, seatCosts, problem } = plan;
  const cost = valueAt(seatCosts, offer);
  seatCosts[offer] = -GIFT;
  const value = plan.bestFor(seeker, seatCosts);
  seatCosts[offer] = cost;
  for (let i = 0; i < choices.count; i++)
    if (at(problem.pairOffer, at(choices.chosen, i)) === offer) return value - GIFT;
  return undefined;
}

/** Lets the first of the joiners in whose moves are allowed. Takes everything back where they are too few. */
function join(plan: Plan, offer: number, joiners: readonly Joiner[], needed: number): boolean {
  const { leastGroup } = plan.problem;
  const before = plan.snapshot();
  let joined = 0;
  for (const { seeker } of joiners) {
    if (joined === needed) break;
    if (valueAt(plan.seatCosts, offer) !== 0) break;
    if (bestWith(plan, seeker, offer) === undefined) continue;
    const wanted = plan.choices.chosen.slice(0, plan.choices.count);
    // A seeker who leaves another group at its least size would only move the trouble.
    if (leavesSmall(plan, seeker, wanted, leastGroup)) continue;
    plan.set(seeker, wanted, wanted.length);
    joined += 1;
  }
  if (joined === needed) return true;
  plan.restore(before);
  return false;
}

function leavesSmall(plan: Plan, seeker: number, wanted: Int32Array, leastGroup: Int32Array): boolean {
  const { starts, counts, pairs, problem, used } = plan;
  for (let i = at(starts, seeker); i < at(starts, seeker) + at(counts, seeker); i++) {
    const pair = at(pairs, i);
    const offer = at(problem.pairOffer, pair);
    if (!wanted.includes(pair) && at(leastGroup, offer) > 1 && at(used, offer) <= at(leastGroup, offer))
      return true;
  }
  return false;
}

function dissolving(plan: Plan, offer: number): number {
  let loss = 0;
  for (let i = 0; i < at(plan.used, offer); i++) loss += lossWithout(plan, plan.holder(offer, i), offer);
  return loss;
}

function dissolve(plan: Plan, offer: number): void {
  plan.close(offer);
  const { pairLocked } = plan.problem;
  const holders = Array.from({ length: at(plan.used, offer) }, (_, i) => plan.holder(offer, i)).sort(
    (a, b) => a - b,
  );
  for (const holder of holders) {
    if (at(pairLocked, plan.pairOf(holder, offer)) === 1) continue;
    plan.drop(holder, offer);
    plan.respond(holder);
  }
}

function askersOf(plan: Plan, offers: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const { pairOffer, pairStart, limit } = plan.problem;
  const askers = new Map<number, number[]>();
  for (const offer of offers) askers.set(offer, []);
  for (let seeker = 0; seeker < limit.length; seeker++)
    for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++)
      askers.get(at(pairOffer, pair))?.push(seeker);
  return askers;
}

/** More than any set is worth, so that the best set has the offer wherever that is possible. */
const GIFT = 2 ** 48;
