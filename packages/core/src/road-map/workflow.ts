/**
 * Who may move a plan from which state to which: the workflow as data.
 *
 * Source of the chain: public reports of municipal methodical centres on how road maps of schools are agreed
 * (methodical centre) and approved (department). Which role may withdraw or correct a plan is our own choice.
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { PlanState, Role } from './codelists.js';
import type { PlanEvent } from './plan-record.js';

/** A permitted step. */
export interface Transition {
  readonly from: PlanState;
  readonly event: PlanState;
  readonly roles: readonly Role[];
}

const step = (from: PlanState, event: PlanState, ...roles: readonly Role[]): Transition => ({
  from,
  event,
  roles,
});

/** Every permitted step; a plan that nobody has recorded anything of is a draft. */
export const WORKFLOW: readonly Transition[] = [
  step('drafted', 'submitted', 'school'),
  step('drafted', 'withdrawn', 'school', 'department'),
  step('submitted', 'returned', 'methodicalCentre', 'department'),
  step('submitted', 'agreed', 'methodicalCentre'),
  step('submitted', 'withdrawn', 'school', 'department'),
  step('returned', 'submitted', 'school'),
  step('returned', 'withdrawn', 'school', 'department'),
  step('agreed', 'returned', 'department'),
  step('agreed', 'approved', 'department'),
  step('agreed', 'withdrawn', 'school', 'department'),
  step('approved', 'published', 'school', 'department'),
  step('approved', 'underWay', 'school'),
  step('approved', 'corrected', 'school'),
  step('approved', 'withdrawn', 'department'),
  step('published', 'underWay', 'school'),
  step('published', 'corrected', 'school'),
  step('published', 'completed', 'school', 'department'),
  step('published', 'withdrawn', 'department'),
  step('underWay', 'published', 'school', 'department'),
  step('underWay', 'corrected', 'school'),
  step('underWay', 'completed', 'school', 'department'),
  step('underWay', 'withdrawn', 'department'),
  step('corrected', 'submitted', 'school'),
  step('corrected', 'underWay', 'school'),
  step('corrected', 'completed', 'school', 'department'),
  step('corrected', 'withdrawn', 'department'),
];

/** Why an event cannot be recorded. */
export type WorkflowRefusal =
  /** No step leads from the state to the event. */
  | { readonly code: 'event-not-permitted'; readonly state: PlanState; readonly event: PlanState }
  /** The step exists, but not for this role. */
  | {
      readonly code: 'role-not-permitted';
      readonly event: PlanState;
      readonly role: Role;
      readonly roles: readonly Role[];
    }
  /** Before an event that is recorded already. */
  | {
      readonly code: 'event-out-of-order';
      readonly event: PlanState;
      readonly date: LocalDate;
      readonly after: LocalDate;
    }
  /** «на доработке» without the day until which. */
  | { readonly code: 'due-missing'; readonly event: PlanState }
  | {
      readonly code: 'due-before-event';
      readonly event: PlanState;
      readonly date: LocalDate;
      readonly due: LocalDate;
    };

/** State after the recorded events. */
export function stateOf(events: readonly PlanEvent[]): PlanState {
  return events.at(-1)?.event ?? 'drafted';
}

/** Whether an event may follow the others; absent when it may. A first `drafted` only dates the draft. */
export function refusalOf(events: readonly PlanEvent[], next: PlanEvent): WorkflowRefusal | undefined {
  const { event, date, role, due } = next;
  const last = events.at(-1);
  if (last !== undefined && date < last.date)
    return { code: 'event-out-of-order', event, date, after: last.date };
  if (last === undefined && event === 'drafted') return undefined;
  const state = stateOf(events);
  const found = WORKFLOW.find((each) => each.from === state && each.event === event);
  if (found === undefined) return { code: 'event-not-permitted', state, event };
  if (role !== undefined && !found.roles.includes(role))
    return { code: 'role-not-permitted', event, role, roles: found.roles };
  if (event === 'returned' && due === undefined) return { code: 'due-missing', event };
  if (due !== undefined && due < date) return { code: 'due-before-event', event, date, due };
  return undefined;
}

/**
 * States between two, on the shortest way; absent when no way leads from one to the other. A journal kept by somebody
 * else may begin in the middle: then these are the steps that it does not tell.
 */
export function stepsBetween(from: PlanState, to: PlanState): readonly PlanState[] | undefined {
  const ways: (readonly PlanState[])[] = [[from]];
  const seen = new Set<PlanState>([from]);
  for (const way of ways) {
    for (const { event } of WORKFLOW.filter((each) => each.from === way.at(-1))) {
      if (event === to) return way.slice(1);
      if (seen.has(event)) continue;
      seen.add(event);
      ways.push([...way, event]);
    }
  }
  return undefined;
}
