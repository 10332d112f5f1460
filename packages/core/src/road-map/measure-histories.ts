import { diffPlans } from './diff.js';
import type { FieldValue, PlanVersion } from './field-history.js';
import { fieldHistory } from './field-history.js';
import type { RoadMap } from './road-map.js';

/** What became of a measure over the versions of a plan. */
export interface MeasureHistory {
  readonly measure: string;
  /** Number and text in the newest version that has it. */
  readonly number?: string;
  readonly text: string;
  /** Day of the version that brought it; absent = it was in the first one. */
  readonly added?: string;
  /** Day of the version that no longer has it. */
  readonly removed?: string;
  /** Fields that changed while it was there, each with its first value and every later one. */
  readonly fields: readonly { readonly field: string; readonly values: readonly FieldValue[] }[];
}

/**
 * The measures that changed, came or went, in the order of the newest version that has them; those that stayed as they
 * were are left out. Versions stand in the order of their days.
 */
export function measureHistories(versions: readonly PlanVersion[]): readonly MeasureHistory[] {
  const found = new Map<string, Changes>();
  const of = (measure: string) => {
    const there = found.get(measure) ?? { fields: new Set<string>() };
    found.set(measure, there);
    return there;
  };
  versions.forEach(({ date, plan }, i) => {
    const before = versions[i - 1]?.plan;
    if (before === undefined) return;
    for (const change of diffPlans(before, plan)) {
      if (change.kind === 'measure-added') {
        of(change.measure).added = date;
        delete of(change.measure).removed;
      } else if (change.kind === 'measure-removed') of(change.measure).removed = date;
      else if (change.kind === 'measure-field') of(change.measure).fields.add(change.field);
    }
  });
  return newestMeasures(versions.map(({ plan }) => plan)).flatMap(({ id, number, text }) => {
    const changes = found.get(id);
    if (changes === undefined) return [];
    const { fields, ...days } = changes;
    const own = versions.map(({ date, plan }) => ({
      date,
      plan: { ...plan, measures: plan.measures.filter((measure) => measure.id === id) },
    }));
    return [
      {
        measure: id,
        ...(number === undefined ? {} : { number }),
        text,
        ...days,
        fields: [...fields].map((field) => ({ field, values: fieldHistory(own, id, field) })),
      },
    ];
  });
}

interface Changes {
  added?: string;
  removed?: string;
  readonly fields: Set<string>;
}

/** Every measure as it was last: those of the newest version first. */
function newestMeasures(plans: readonly RoadMap[]): RoadMap['measures'] {
  const seen = new Set<string>();
  return plans.toReversed().flatMap(({ measures }) =>
    measures.filter(({ id }) => {
      const fresh = !seen.has(id);
      seen.add(id);
      return fresh;
    }),
  );
}
