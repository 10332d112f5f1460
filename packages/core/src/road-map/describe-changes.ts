import type { Language } from '../foundation/issue.js';
import { PLAN_FIELDS } from './codelists.js';
import type { PlanChange, PlanDocument } from './diff.js';
import type { JsonValue, RoadMap } from './road-map.js';

/** Changes as sentences that a parent understands, in the order of {@link diffPlans}. */
export function describeChanges(
  one: RoadMap,
  other: RoadMap,
  changes: readonly PlanChange[],
  language: Language,
): readonly string[] {
  const names = new Map(
    [...one.measures, ...other.measures].map(({ id, number, text }) => [id, nameOf(number, text, language)]),
  );
  return changes.map((change) => sentence(change, names, language));
}

function sentence(change: PlanChange, names: ReadonlyMap<string, string>, language: Language): string {
  const isRussian = language === 'ru';
  switch (change.kind) {
    case 'measure-added':
      return `${isRussian ? 'Добавлено' : 'Added'}: ${nameOfDocument(change.after, language)}.`;
    case 'measure-removed':
      return `${isRussian ? 'Исключено' : 'Removed'}: ${nameOfDocument(change.before, language)}.`;
    case 'order':
      return isRussian ? 'Мероприятия стоят в другом порядке.' : 'The measures stand in another order.';
    case 'plan-field':
      return `${isRussian ? 'Изменён документ' : 'Document changed'}, ${fieldName(change.field, language)}: ${beforeAfter(change, language)}.`;
    case 'measure-field':
      return `${names.get(change.measure) ?? change.measure}, ${fieldName(change.field, language)}: ${beforeAfter(change, language)}.`;
  }
}

function beforeAfter(
  { before, after }: { readonly before?: JsonValue; readonly after?: JsonValue },
  language: Language,
): string {
  const nothing = language === 'ru' ? 'не было' : 'nothing';
  const none = language === 'ru' ? 'убрано' : 'nothing';
  const was = before === undefined ? nothing : `«${wordsOf(before)}»`;
  const is = after === undefined ? none : `«${wordsOf(after)}»`;
  if (was === is) return language === 'ru' ? 'изменены подробности' : 'details changed';
  return language === 'ru' ? `было ${was}, стало ${is}` : `was ${was}, is now ${is}`;
}

/** What a person sees of a value: the text of a deadline or an indicator, lists by commas. */
function wordsOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'object' && value !== null) {
    const of: PlanDocument = Object.fromEntries(Object.entries(value));
    const told = of.raw ?? of.name ?? of.title ?? of.text ?? of.header ?? of.short;
    return told === undefined ? Object.values(of).map(wordsOf).join(' ') : wordsOf(told);
  }
  return String(value);
}

function nameOfDocument({ number, text }: PlanDocument, language: Language): string {
  return nameOf(
    typeof number === 'string' ? number : undefined,
    typeof text === 'string' ? text : '',
    language,
  );
}

function nameOf(number: string | undefined, text: string, language: Language): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return number === undefined
    ? `«${short}»`
    : `${language === 'ru' ? 'пункт' : 'item'} ${number.replace(/\.$/, '')} «${short}»`;
}

const LONGEST = 80;

function fieldName(field: string, language: Language): string {
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
} as const satisfies Record<string, Words>;
