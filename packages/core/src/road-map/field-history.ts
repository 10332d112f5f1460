import type { JsonValue } from '../foundation/json-value.js';
import { diffPlans } from './diff.js';
import type { RoadMap } from './road-map.js';

/** A version of a plan and the day from which it was in force. */
export interface PlanVersion {
  readonly date: string;
  readonly plan: RoadMap;
}

/** A value that a field had, from a day on; absent = the field or its measure was not there. */
export interface FieldValue {
  readonly date: string;
  readonly value?: JsonValue;
}

/**
 * What a field of a measure was in the versions of a plan, in their order: its first value, then every change.
 *
 * Cost: a comparison of each two versions that follow each other.
 */
export function fieldHistory(
  versions: readonly PlanVersion[],
  measure: string,
  field: string,
): readonly FieldValue[] {
  const history: FieldValue[] = [];
  const nothing: RoadMap | undefined =
    versions[0] === undefined ? undefined : { ...versions[0].plan, measures: [] };
  let before = nothing;
  for (const { date, plan } of versions) {
    if (before === undefined) break;
    for (const change of diffPlans(before, plan)) {
      if (!('measure' in change) || change.measure !== measure) continue;
      if (change.kind === 'measure-field' && change.field !== field) continue;
      const value =
        change.kind === 'measure-added'
          ? change.after[field]
          : change.kind === 'measure-field'
            ? change.after
            : undefined;
      if (value !== undefined || history.at(-1)?.value !== undefined)
        history.push({ date, ...(value === undefined ? {} : { value }) });
    }
    before = plan;
  }
  return history;
}
