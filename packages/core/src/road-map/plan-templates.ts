/**
 * Plans to fill in: the forms that municipalities and schools use, with example measures in our own words.
 *
 * @module
 */
import { parseDeadline } from '../calendar/parse-deadline.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { Language } from '../foundation/issue.js';
import type { Template, Words } from './plan-template-parts.js';
import { TEMPLATES } from './plan-template-texts.js';
import type { Measure, RoadMap, Section } from './road-map.js';
import { ROAD_MAP_VERSION } from './road-map.js';

/** Names of the templates with their titles. */
export const PLAN_TEMPLATES: Readonly<Record<string, Readonly<Record<Language, string>>>> =
  /* @__PURE__ */ namesOfTemplates();

function namesOfTemplates(): Readonly<Record<string, Readonly<Record<Language, string>>>> {
  return Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, { title }]) => [name, { ru: title[0], en: title[1] }]),
  );
}

/** A template as a plan for a school year; absent when there is none of the name. */
export function planTemplate(
  name: string,
  { language, schoolYear }: { readonly language: Language; readonly schoolYear: SchoolYear },
): RoadMap | undefined {
  const template: Template | undefined = Object.entries<Template>(TEMPLATES).find(
    ([each]) => each === name,
  )?.[1];
  if (template === undefined) return undefined;
  const say = ([ru, en]: Words) => (language === 'ru' ? ru : en);
  const sections: Section[] = [];
  const measures: Measure[] = [];
  let above: Section | undefined;
  let inside = 0;
  let tops = 0;
  for (const [depth, { title, addressee, direction }, rows] of template.sections) {
    const parent = depth === 2 ? above : undefined;
    if (depth === 1) {
      tops++;
      inside = 0;
    } else inside++;
    const section: Section = {
      id: `s${sections.length + 1}`,
      number: depth === 1 ? `${tops}.` : `${tops}.${inside}.`,
      title: say(title),
      ...(parent === undefined ? {} : { parent: parent.id }),
      ...(addressee === undefined ? {} : { addressee }),
      ...(direction === undefined ? {} : { direction: say(direction) }),
    };
    if (depth === 1) above = section;
    sections.push(section);
    for (const row of rows) {
      const { deadline = '', responsible, result, situation, text, ...rest } = row;
      measures.push({
        id: `m${measures.length + 1}`,
        number: `${measures.length + 1}.`,
        text: say(text),
        section: section.id,
        sectionPath: parent === undefined ? [section.title] : [parent.title, section.title],
        deadline: parseDeadline(deadline, { schoolYear }).deadline,
        responsible: responsible === undefined ? [] : [say(responsible)],
        ...(result === undefined ? {} : { result: say(result) }),
        ...(situation === undefined ? {} : { situation: say(situation) }),
        ...rest,
      });
    }
  }
  return {
    schema: 'orientir.road-map',
    version: ROAD_MAP_VERSION,
    id: name,
    kind: template.kind,
    level: template.level,
    title: say(template.title),
    schoolYear,
    sections,
    measures,
    columns: template.columns.map(([field, header]) => ({ field, header: say(header) })),
    stamps: [{ kind: 'agreed' }, { kind: 'approved' }],
  };
}
