/**
 * Names and values of changes for people.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';
import type { JsonValue } from '../foundation/json-value.js';
import { PLAN_FIELDS } from './codelists.js';
import type { PlanDocument } from './diff.js';

/** What a person sees of a value: the text of a deadline or an indicator, lists by commas. */
export function wordsOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'object' && value !== null) {
    const of: PlanDocument = Object.fromEntries(Object.entries(value));
    const told = of.raw ?? of.name ?? of.title ?? of.text ?? of.header ?? of.short;
    return told === undefined ? Object.values(of).map(wordsOf).join(' ') : wordsOf(told);
  }
  return String(value);
}

/** Number and first words of a measure. */
export function nameOf(number: string | undefined, text: string, language: Language): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return number === undefined
    ? `«${short}»`
    : `${language === 'ru' ? 'пункт' : 'item'} ${number.replace(/\.$/, '')} «${short}»`;
}

const LONGEST = 80;

/** What people call a field of a plan or a measure. */
export function fieldName(field: string, language: Language): string {
  const found: Words | undefined = Object.entries<Words>(OTHER_FIELDS).find(([name]) => name === field)?.[1];
  const known = found ?? Object.entries<Words>(PLAN_FIELDS).find(([name]) => name === field)?.[1];
  return known === undefined ? field : known[language].toLowerCase();
}

type Words = Readonly<Record<Language, string>>;

/** Fields of the document and of measures that are no columns. */
const OTHER_FIELDS = {
  id: { ru: 'обозначение плана', en: 'id of the plan' },
  title: { ru: 'название', en: 'title' },
  columns: { ru: 'столбцы таблицы', en: 'columns of the table' },
  aliases: { ru: 'сокращения', en: 'short names' },
  projects: { ru: 'проекты', en: 'projects' },
  origins: { ru: 'откуда план', en: 'origin' },
  level: { ru: 'уровень', en: 'level' },
  region: { ru: 'регион', en: 'region' },
  municipality: { ru: 'муниципалитет', en: 'municipality' },
  school: { ru: 'школа', en: 'school' },
  parent: { ru: 'к какому пункту относится', en: 'item above' },
  kind: { ru: 'вид документа', en: 'kind' },
  schoolYear: { ru: 'учебный год', en: 'school year' },
  sections: { ru: 'разделы', en: 'sections' },
  section: { ru: 'раздел', en: 'section' },
  sectionPath: { ru: 'раздел', en: 'section' },
  stamps: { ru: 'грифы согласования', en: 'stamps' },
  legalBasis: { ru: 'основания', en: 'legal basis' },
  goals: { ru: 'цели и задачи', en: 'goals and tasks' },
  problems: { ru: 'проблемы', en: 'problems' },
  decisions: { ru: 'решения', en: 'decisions' },
  waivers: { ru: 'выводы без мероприятий', en: 'waived findings' },
  indicators: { ru: 'показатель', en: 'indicator' },
  findings: { ru: 'выводы анализа', en: 'findings' },
  supports: { ru: 'связь с мероприятиями', en: 'measures supported' },
  reason: { ru: 'почему', en: 'reason' },
  quantities: { ru: 'количество', en: 'quantities' },
  activity: { ru: 'вид работы', en: 'activity' },
  resources: { ru: 'ресурсы', en: 'resources' },
} as const satisfies Record<string, Words>;
