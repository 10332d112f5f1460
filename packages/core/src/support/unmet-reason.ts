import type { Candidates } from './candidates.js';
import type { PlanState } from './plan-state.js';

/**
 * Why a need is not met. Among the offers that have the topic at the strength that it needs, the one that came nearest says it:
 *
 * - `no-offer`: there is none;
 * - `not-eligible`: the teacher is free in the slot of none;
 * - `group-too-small`: so few can take it that it does not take place;
 * - `full`: all seats are taken, or there were none;
 * - `clash`: there is a seat, but the teacher has something else at that time;
 * - `limit`: there is a seat, but the teacher has as many offers, or as many hours, as the teacher takes.
 */
export type UnmetReason = 'no-offer' | 'not-eligible' | 'group-too-small' | 'full' | 'clash' | 'limit';

/** In the order of nearness. */
export const UNMET_REASONS: readonly UnmetReason[] = [
  'no-offer',
  'not-eligible',
  'group-too-small',
  'full',
  'clash',
  'limit',
];

export interface UnmetWhy {
  readonly why: UnmetReason;
  /** Of `limit`: the hours do not suffice, not the number of offers. Of `no-offer`: there are offers, but too weak ones. */
  readonly note?: 'hours' | 'strength';
}

/** Says it for a need (an index) that the plan does not meet. */
export function unmetReason(of: Candidates, state: PlanState, need: number): UnmetWhy {
  const { teacher, key, severity } = of.needs[need] ?? { teacher: 0, key: '', severity: 3 };
  let nearest: UnmetWhy = { why: 'no-offer' };
  for (const o of of.offersOn(key)) {
    if ((of.offers[o]?.strength ?? 0) < severity) {
      if (nearest.why === 'no-offer') nearest = { why: 'no-offer', note: 'strength' };
      continue;
    }
    const why = obstacle(of, state, teacher, o);
    if (rank(why) > rank(nearest)) nearest = why;
  }
  return nearest;
}

function obstacle(of: Candidates, state: PlanState, t: number, o: number): UnmetWhy {
  if (!of.isFree(t, o)) return { why: 'not-eligible' };
  if (of.isTooSmall(o)) return { why: 'group-too-small' };
  if (state.isFull(o)) return { why: 'full' };
  if (state.isClosed(o)) return { why: 'group-too-small' };
  if (state.clashes(t, o)) return { why: 'clash' };
  // Whoever is neither out of offers nor out of hours could simply join: plans leave no such seat, see `planSupport`.
  return state.isAtLimit(t) || !state.lacksHours(t, o) ? { why: 'limit' } : { why: 'limit', note: 'hours' };
}

/** Of two equal ones the plain limit is nearer: it is what the teacher can change. */
function rank({ why, note }: UnmetWhy): number {
  return UNMET_REASONS.indexOf(why) + (note === 'hours' ? -0.5 : 0);
}
