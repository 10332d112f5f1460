import { isRecord } from '../foundation/record.js';

/**
 * Brings the document of an older tally up to the present version; anything else is handed back as it is.
 *
 * Version 1 → 2: of the `forms` of a group only that of the whole variant stays, as `complete`.
 * Version 2 → 3: there are no groups by columns of the pupils, no products of items and no stated results.
 * Version 3 → 4: nothing has to change; no column says what pupils chose.
 * Version 4 → 5: nothing has to change; of pupils with items not taught no totals are known.
 */
export function migrateTally(document: unknown): unknown {
  if (!isRecord(document) || !Array.isArray(document.assessments)) return document;
  switch (document.version) {
    case 1:
      return migrateTally({
        ...document,
        version: 2,
        assessments: document.assessments.map(migrateAssessment),
      });
    case 2:
      return migrateTally({
        ...document,
        version: 3,
        stated: [],
        assessments: document.assessments.map((of: unknown) =>
          isRecord(of) ? { ...of, groupings: [], products: [] } : of,
        ),
      });
    case 3:
      return migrateTally({ ...document, version: 4 });
    case 4:
      return { ...document, version: 5 };
    default:
      return document;
  }
}

function migrateAssessment(assessment: unknown): unknown {
  if (!isRecord(assessment) || !Array.isArray(assessment.groups) || !Array.isArray(assessment.teachers))
    return assessment;
  const items = new Map<unknown, Set<number>>();
  for (const group of assessment.groups) {
    if (!isRecord(group) || !Array.isArray(group.responses)) continue;
    const seen = items.get(group.variant) ?? new Set<number>();
    items.set(group.variant, seen);
    group.responses.forEach((list: unknown, item) => {
      if (Array.isArray(list) && list.length > 0) seen.add(item);
    });
  }
  const whole = new Map(Array.from(items, ([variant, seen]) => [variant, [...seen].sort((a, b) => a - b)]));
  const migrate = (group: unknown): unknown => {
    if (!isRecord(group) || !Array.isArray(group.forms)) return group;
    const { forms, ...rest } = group;
    const complete: unknown = forms.find(
      (form: unknown) =>
        isRecord(form) && Array.isArray(form.items) && isListOf(form.items, whole.get(group.variant)),
    );
    return complete === undefined ? rest : { ...rest, complete };
  };
  return {
    ...assessment,
    groups: assessment.groups.map(migrate),
    teachers: assessment.teachers.map(migrate),
  };
}

/** Whether a list holds just these items in this order; what stands in it may be anything. */
function isListOf(list: readonly unknown[], items: readonly number[] | undefined): boolean {
  return items !== undefined && list.length === items.length && items.every((item, at) => list[at] === item);
}
