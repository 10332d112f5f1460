/**
 * How far the plans of a campaign are on a day («по состоянию на …»).
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { PlanKind, PlanState } from './codelists.js';
import type { PlanEvent } from './plan-record.js';
import type { WorkflowRefusal } from './workflow.js';
import { refusalOf, stateOf, stepsBetween } from './workflow.js';

/** A plan with the events that its journal tells, in the order of the journal. */
export interface CampaignPlan {
  readonly plan: string;
  readonly school?: string;
  readonly kind: PlanKind;
  readonly events: readonly JournalEvent[];
}

/** An event and where it was written. */
export interface JournalEvent extends PlanEvent {
  /** Row of the journal. */
  readonly row?: number;
}

/** An event that the workflow does not know of, or a gap in the journal. */
export interface JournalIssue {
  readonly plan: string;
  readonly row?: number;
  /** *error*: the event was left out; *warning*: it counts. */
  readonly severity: 'error' | 'warning';
  readonly problem:
    | WorkflowRefusal
    | { readonly code: 'steps-missing'; readonly steps: readonly PlanState[] };
}

/** A plan that somebody is waiting for. */
export interface AwaitedPlan {
  readonly plan: string;
  readonly school?: string;
  readonly due: LocalDate;
  readonly consultant?: string;
  readonly reason?: string;
}

export interface CampaignStatus {
  readonly asOf: LocalDate;
  /** Plans in all; those whose first event is after the day are drafts. */
  readonly total: number;
  readonly byState: Readonly<Partial<Record<PlanState, number>>>;
  readonly byKind: Readonly<Partial<Record<PlanKind, number>>>;
  /** Returned, and the day until which they were to come again has passed. */
  readonly overdue: readonly AwaitedPlan[];
  /** Returned, and the day has not passed; the day itself counts. */
  readonly due: readonly AwaitedPlan[];
  /** Plans approved so far, by the days on which their number changed. */
  readonly burnUp: readonly { readonly date: LocalDate; readonly approved: number }[];
  readonly issues: readonly JournalIssue[];
}

/**
 * The state of every plan on a day. Events after the day do not count; events of one plan are taken by date, those of
 * one day as the journal has them. A step that the workflow does not permit is left out and reported; steps that the
 * journal skips are reported, and the later step counts.
 */
export function campaignStatus(plans: readonly CampaignPlan[], asOf: LocalDate): CampaignStatus {
  const byState: Partial<Record<PlanState, number>> = {};
  const byKind: Partial<Record<PlanKind, number>> = {};
  const overdue: AwaitedPlan[] = [];
  const due: AwaitedPlan[] = [];
  const approvals: LocalDate[] = [];
  const issues: JournalIssue[] = [];
  for (const { plan, school, kind, events } of plans) {
    const kept = permittedEvents(plan, events, asOf, issues);
    const state = stateOf(kept);
    byState[state] = (byState[state] ?? 0) + 1;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    const approved = kept.find(({ event }) => event === 'approved');
    if (approved !== undefined) approvals.push(approved.date);
    const last = kept.at(-1);
    if (state !== 'returned' || last?.due === undefined) continue;
    const { due: until, consultant, reason } = last;
    (until < asOf ? overdue : due).push({
      plan,
      ...(school === undefined ? {} : { school }),
      due: until,
      ...(consultant === undefined ? {} : { consultant }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return { asOf, total: plans.length, byState, byKind, overdue, due, burnUp: burnUpOf(approvals), issues };
}

function permittedEvents(
  plan: string,
  events: readonly JournalEvent[],
  asOf: LocalDate,
  issues: JournalIssue[],
): readonly JournalEvent[] {
  const kept: JournalEvent[] = [];
  const inOrder = events
    .map((event, place) => ({ event, place }))
    .sort((one, other) =>
      one.event.date < other.event.date
        ? -1
        : one.event.date > other.event.date
          ? 1
          : one.place - other.place,
    );
  for (const { event } of inOrder) {
    if (event.date > asOf) break;
    const report = (severity: JournalIssue['severity'], problem: JournalIssue['problem']) => {
      issues.push({ plan, ...(event.row === undefined ? {} : { row: event.row }), severity, problem });
    };
    const refusal = refusalOf(kept, event);
    const steps =
      refusal?.code === 'event-not-permitted' ? stepsBetween(stateOf(kept), event.event) : undefined;
    if (refusal === undefined || refusal.code === 'due-missing') {
      if (refusal !== undefined) report('warning', refusal);
      kept.push(event);
    } else if (steps !== undefined && steps.length > 0) {
      report('warning', { code: 'steps-missing', steps });
      kept.push(event);
    } else report('error', refusal);
  }
  return kept;
}

function burnUpOf(approvals: readonly LocalDate[]): CampaignStatus['burnUp'] {
  const counts = new Map<LocalDate, number>();
  for (const date of [...approvals].sort()) counts.set(date, (counts.get(date) ?? 0) + 1);
  let approved = 0;
  return Array.from(counts, ([date, count]) => {
    approved += count;
    return { date, approved };
  });
}
