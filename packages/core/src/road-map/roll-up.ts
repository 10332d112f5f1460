import type { MeasureStatus, PlanState } from './codelists.js';
import { latestEntries } from './record-event.js';
import type { RoadMap } from './road-map.js';
import { stateOf } from './workflow.js';

/** How the plans of the schools stand together. */
export interface RollUp {
  /** Schools of the cohort, or, where none is named, of the children. */
  readonly schools: number;
  /** Schools without a plan among those given. */
  readonly withoutPlan: readonly string[];
  /** Plans of schools that the programme does not name. */
  readonly notInCohort: readonly string[];
  readonly byState: Readonly<Partial<Record<PlanState, number>>>;
  readonly measures: number;
  readonly byStatus: Readonly<Partial<Record<MeasureStatus, number>>>;
}

/**
 * Sums the plans of the schools up for their programme. A measure without a mark is planned.
 *
 * @param asOf - marks and steps after the day do not count.
 */
export function rollUp(programme: RoadMap, plans: readonly RoadMap[], asOf?: string): RollUp {
  const named = new Set(programme.cohort?.schools ?? programme.children?.map(({ school }) => school) ?? []);
  const found = new Set(plans.flatMap(({ school }) => school ?? []));
  const byState: Partial<Record<PlanState, number>> = {};
  const byStatus: Partial<Record<MeasureStatus, number>> = {};
  let measures = 0;
  for (const plan of plans) {
    const state = stateOf(
      (plan.record?.events ?? []).filter(({ date }) => asOf === undefined || date <= asOf),
    );
    byState[state] = (byState[state] ?? 0) + 1;
    const latest = latestEntries(plan, asOf);
    for (const { id } of plan.measures) {
      const status = latest.get(id)?.status ?? 'planned';
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      measures++;
    }
  }
  return {
    schools: named.size,
    withoutPlan: [...named].filter((school) => !found.has(school)),
    notInCohort: [...found].filter((school) => !named.has(school)),
    byState,
    measures,
    byStatus,
  };
}
