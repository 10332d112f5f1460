/**
 * What changed between two versions of a plan, field by field.
 *
 * @module
 */
import { canonicalJson } from '../foundation/canonical-json.js';
import type { JsonValue } from '../foundation/json-value.js';
import type { ComparedPlan } from './release.js';
import { agreedDocument } from './release.js';
import type { RoadMap } from './road-map.js';

/** A document as JSON, as it stands in a file. */
export type PlanDocument = Readonly<Record<string, JsonValue>>;

/** One change; a value that is absent was not there. Measures are followed by their ids. */
export type PlanChange =
  | {
      readonly kind: 'plan-field';
      readonly field: string;
      readonly before?: JsonValue;
      readonly after?: JsonValue;
    }
  | {
      readonly kind: 'measure-field';
      readonly measure: string;
      readonly field: string;
      readonly before?: JsonValue;
      readonly after?: JsonValue;
    }
  | { readonly kind: 'measure-added'; readonly measure: string; readonly after: PlanDocument }
  | { readonly kind: 'measure-removed'; readonly measure: string; readonly before: PlanDocument }
  /** Ids of all measures in their order, where those that are in both versions no longer follow each other as before. */
  | { readonly kind: 'order'; readonly before: readonly string[]; readonly after: readonly string[] };

/**
 * Changes of the content from one version to another, see `contentOf`: the record and what leads to the plan do not count.
 *
 * Law: {@link applyChanges}`(one, diffPlans(one, other))` is the content of `other`.
 */
export function diffPlans(one: ComparedPlan, other: ComparedPlan): readonly PlanChange[] {
  const before = takenFrom(one);
  const after = takenFrom(other);
  const changes: PlanChange[] = fieldChanges(before.fields, after.fields).map((change) => ({
    kind: 'plan-field',
    ...change,
  }));
  for (const [measure, fields] of before.measures) {
    const now = after.measures.get(measure);
    if (now === undefined) changes.push({ kind: 'measure-removed', measure, before: fields });
    else {
      for (const change of fieldChanges(fields, now))
        changes.push({ kind: 'measure-field', measure, ...change });
    }
  }
  for (const [measure, fields] of after.measures) {
    if (!before.measures.has(measure)) changes.push({ kind: 'measure-added', measure, after: fields });
  }
  // Rows that were only added at the end, or taken out, leave the order of the others as it was.
  const kept = [...before.measures.keys()].filter((id) => after.measures.has(id));
  const added = [...after.measures.keys()].filter((id) => !before.measures.has(id));
  const expected = [...kept, ...added];
  const order = [...after.measures.keys()];
  if (order.join('\n') !== expected.join('\n'))
    changes.push({ kind: 'order', before: expected, after: order });
  return changes;
}

/** The content of a plan after changes. Changes of measures that do not exist are ignored. */
export function applyChanges(plan: RoadMap, changes: readonly PlanChange[]): PlanDocument {
  const { fields, measures } = takenFrom(plan);
  for (const change of changes) {
    switch (change.kind) {
      case 'plan-field':
        setField(fields, change.field, change.after);
        break;
      case 'measure-field': {
        const measure = measures.get(change.measure);
        if (measure !== undefined) setField(measure, change.field, change.after);
        break;
      }
      case 'measure-added':
        measures.set(change.measure, { ...change.after });
        break;
      case 'measure-removed':
        measures.delete(change.measure);
        break;
      case 'order': {
        const placed = change.after.flatMap((id) => {
          const measure = measures.get(id);
          return measure === undefined ? [] : [[id, measure] as const];
        });
        measures.clear();
        for (const [id, measure] of placed) measures.set(id, measure);
        break;
      }
    }
  }
  return { ...fields, measures: [...measures.values()] };
}

interface Taken {
  readonly fields: Record<string, JsonValue>;
  readonly measures: Map<string, Record<string, JsonValue>>;
}

function takenFrom(plan: ComparedPlan): Taken {
  const { fields, measures } = agreedDocument(plan);
  return { fields: { ...fields }, measures: new Map(measures.map(([id, measure]) => [id, { ...measure }])) };
}

function fieldChanges(before: PlanDocument, after: PlanDocument) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((field) => {
    const one = before[field];
    const other = after[field];
    const same =
      one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
    if (same) return [];
    return [
      {
        field,
        ...(one === undefined ? {} : { before: one }),
        ...(other === undefined ? {} : { after: other }),
      },
    ];
  });
}

function setField(fields: Record<string, JsonValue>, field: string, value: JsonValue | undefined): void {
  if (value === undefined) delete fields[field];
  else fields[field] = value;
}
