import type { Measure, RoadMap, Section } from './road-map.js';

/** What a document on paper can say of a measure; everything else is known only to the plan that it was printed from. */
const PRINTED = [
  'number',
  'text',
  'recommendation',
  'situation',
  'solution',
  'deadline',
  'responsible',
  'result',
  'risks',
  'place',
  'basis',
] as const satisfies readonly (keyof Measure)[];

/**
 * A plan that was printed, edited by people and read again, joined with the plan it was printed from: what the document
 * says is taken from it, what it cannot say (findings, baselines, reasons, record) stays. A measure is known by its id,
 * or, where the document lost it, by its text. References to measures that are gone are dropped.
 *
 * Law: an edited cell changes exactly one field.
 */
export function mergeImported(base: RoadMap, imported: RoadMap): RoadMap {
  const byId = new Map(base.measures.map((measure) => [measure.id, measure]));
  const byText = new Map(base.measures.map((measure) => [plain(measure.text), measure]));
  const taken = new Set<string>();
  const sections = joinSections(base.sections, imported.sections);
  const renamed = new Map(imported.sections.map(({ id }, i) => [id, sections[i]?.id ?? id]));
  const found = imported.measures.map((measure) => {
    const origin = [byId.get(measure.id), byText.get(plain(measure.text))].find(
      (each) => each !== undefined && !taken.has(each.id),
    );
    if (origin !== undefined) taken.add(origin.id);
    return { measure, origin };
  });
  const used = new Set([...byId.keys(), ...taken]);
  const ids = new Map<string, string>();
  const measures = found.map(({ measure, origin }): Measure => {
    const section = measure.section === undefined ? undefined : renamed.get(measure.section);
    const place = section === undefined ? {} : { section };
    if (origin === undefined) {
      let id = measure.id;
      for (let n = 1; used.has(id); n++) id = `${measure.id}-${n}`;
      used.add(id);
      ids.set(measure.id, id);
      return { ...measure, ...place, id };
    }
    ids.set(measure.id, origin.id);
    return { ...origin, ...place, ...printedOf(origin, measure), ...provenanceOf(measure) };
  });
  const kept = new Set(measures.map(({ id }) => id));
  return {
    ...base,
    title: sameTitle(base.title, imported.title) ? base.title : imported.title,
    sections,
    measures: measures.map((measure) => withoutLost(measure, kept, ids)),
  };
}

/** Fields that the document prints and that are not the same as before. */
function printedOf(origin: Measure, measure: Measure): Partial<Measure> {
  const changed = PRINTED.filter((field) => !sameText(wordsOf(origin[field]), wordsOf(measure[field])));
  return Object.fromEntries(
    // A column that the document does not have says nothing about its cells.
    changed.flatMap((field) => (measure[field] === undefined ? [] : [[field, measure[field]]])),
  );
}

function provenanceOf({ provenance }: Measure): Pick<Measure, 'provenance'> {
  return provenance === undefined ? {} : { provenance };
}

function wordsOf(value: Measure[(typeof PRINTED)[number]]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return 'raw' in value ? value.raw : value.join(', ');
}

/** On paper the title stands behind the kind of the document; a csv has none. */
function sameTitle(base: string, imported: string): boolean {
  return plain(imported) === '' || plain(imported).includes(plain(base));
}

function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Sections keep their ids by title; where a title stands twice, by number and order. */
function joinSections(base: readonly Section[], imported: readonly Section[]): readonly Section[] {
  const taken = new Set<string>();
  const joined = imported.map((section) => {
    const same = base.filter(({ id, title }) => !taken.has(id) && sameText(title, section.title));
    const found = same.find(({ number }) => number === section.number) ?? same[0];
    if (found !== undefined) taken.add(found.id);
    return found ?? { ...section, id: freshId(section.id, base) };
  });
  const ids = new Map(imported.map(({ id }, i) => [id, joined[i]?.id ?? id]));
  return joined.map((section, i) => {
    const parent = imported[i]?.parent;
    const { parent: _former, ...rest } = section;
    return parent === undefined ? rest : { ...rest, parent: ids.get(parent) ?? parent };
  });
}

function freshId(wanted: string, sections: readonly Section[]): string {
  let id = wanted;
  for (let n = 1; sections.some((section) => section.id === id); n++) id = `${wanted}-${n}`;
  return id;
}

function withoutLost(measure: Measure, kept: ReadonlySet<string>, ids: ReadonlyMap<string, string>): Measure {
  const { supports, parent, ...rest } = measure;
  const helped = supports?.filter((id) => kept.has(id)) ?? [];
  const above = parent === undefined ? undefined : (ids.get(parent) ?? parent);
  return {
    ...rest,
    ...(helped.length === 0 ? {} : { supports: helped }),
    ...(above === undefined || !kept.has(above) ? {} : { parent: above }),
  };
}
