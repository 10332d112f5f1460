import type { ActivityKind, PlanState } from './codelists.js';
import type { Activity, MeasureEntry, PlanEvent } from './plan-record.js';
import { contentHash } from './release.js';
import type { RoadMap } from './road-map.js';
import type { WorkflowRefusal } from './workflow.js';
import { refusalOf } from './workflow.js';

/** The plan after a step of the workflow, or why the step is not permitted. Approval and publication keep the hash of the content. */
export function recordEvent(
  plan: RoadMap,
  event: PlanEvent,
):
  | { readonly kind: 'recorded'; readonly plan: RoadMap }
  | { readonly kind: 'refused'; readonly refusal: WorkflowRefusal } {
  const events = plan.record?.events ?? [];
  const refusal = refusalOf(events, event);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const seals = event.event === 'approved' || event.event === 'published';
  const sealed = seals ? { ...event, hash: contentHash(plan) } : event;
  return { kind: 'recorded', plan: { ...plan, record: { ...plan.record, events: [...events, sealed] } } };
}

/** The plan with a mark on one of its measures; absent when it has no such measure. */
export function recordMeasure(plan: RoadMap, entry: MeasureEntry): RoadMap | undefined {
  if (!plan.measures.some(({ id }) => id === entry.measure)) return undefined;
  const record = plan.record ?? { events: [] };
  return { ...plan, record: { ...record, measures: [...(record.measures ?? []), entry] } };
}

/** The latest mark on each measure, as of a day. */
export function latestEntries(plan: RoadMap, asOf?: string): ReadonlyMap<string, MeasureEntry> {
  const latest = new Map<string, MeasureEntry>();
  for (const entry of plan.record?.measures ?? []) {
    if (asOf !== undefined && entry.date > asOf) continue;
    const there = latest.get(entry.measure);
    if (there === undefined || entry.date >= there.date) latest.set(entry.measure, entry);
  }
  return latest;
}

/** The plan with one more meeting, consultation or visit in its log. */
export function recordActivity(plan: RoadMap, activity: Activity): RoadMap {
  const record = plan.record ?? { events: [] };
  return { ...plan, record: { ...record, activities: [...(record.activities ?? []), activity] } };
}

/** How often each kind of activity took place with each school. An activity with several schools counts for each. */
export function activityCounts({ record }: RoadMap): ReadonlyMap<ActivityKind, ReadonlyMap<string, number>> {
  const counts = new Map<ActivityKind, Map<string, number>>();
  for (const { kind, schools } of record?.activities ?? []) {
    const ofKind = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, ofKind);
    for (const school of new Set(schools)) ofKind.set(school, (ofKind.get(school) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether results arrived after the plan was last written or corrected («план устарел»), so that somebody should look
 * whether it still answers them.
 *
 * @param resultsDate - day of the newest results. @defaultValue the latest day of the values in the record
 */
export function isStale(plan: RoadMap, resultsDate = latestValue(plan)): boolean {
  const written = (plan.record?.events ?? []).filter(({ event }) => WRITING.has(event)).at(-1);
  return written !== undefined && resultsDate !== undefined && written.date < resultsDate;
}

const WRITING = new Set<PlanState>(['drafted', 'submitted', 'corrected']);

function latestValue({ record }: RoadMap): string | undefined {
  return record?.values
    ?.flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}
