/**
 * What is wrong or doubtful in a plan, as values; sentences are made late.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';
import { pluralEn, pluralRu } from '../foundation/messages/plural.js';
import { ACTIVITY_KINDS } from './codelists.js';

/** Parameters of each code. Codes are stable: a renamed code is a major version. */
export interface PlanIssueParameters {
  /* --- the document does not hold together --- */
  'id-duplicate': { id: string };
  'reference-unknown': { field: string; id: string };
  'section-order': { section: string };
  'date-impossible': { field: string; found: string };
  'end-before-start': { field: string; start: string; end: string };
  /* --- not ready for approval --- */
  'deadline-missing': Record<string, never>;
  'deadline-not-understood': { text: string };
  'responsible-missing': Record<string, never>;
  'indicator-missing': Record<string, never>;
  'checkpoint-missing': { indicator: string };
  'target-missing': { indicator: string };
  'change-unclear': { text: string };
  'finding-open': { finding: string };
  'finding-unknown': { finding: string };
  'measure-orphan': Record<string, never>;
  'responsible-overloaded': { party: string; measures: number };
  'problem-without-measure': { problem: string };
  /* --- the printed document contradicts itself --- */
  'number-missing': Record<string, never>;
  'number-duplicate': { number: string };
  'numbering-restarts': { number: string; after: string };
  'numbering-gap': { number: string; after: string };
  'shares-do-not-add-up': { sum: string; expected: string; count: number };
  'parts-do-not-add-up': { parts: string; sum: number; total: number };
  'minimum-not-met': { school: string; activity: string; found: number; wanted: number };
}

export type PlanIssueCode = keyof PlanIssueParameters;

/** One defect. `error`: a plan with it cannot be approved, or is no valid plan at all; `warning`: somebody should look. */
export type RoadMapIssue = {
  [Code in PlanIssueCode]: {
    readonly code: Code;
    readonly severity: 'error' | 'warning';
    /** Id of the measure it is about. */
    readonly measure?: string;
    readonly parameters: PlanIssueParameters[Code];
  };
}[PlanIssueCode];

/** Makes an issue; the parameters must be those of the code. */
export function roadMapIssue<Code extends PlanIssueCode>(
  code: Code,
  severity: 'error' | 'warning',
  parameters: PlanIssueParameters[Code],
  measure?: string,
): {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly measure?: string;
  readonly parameters: PlanIssueParameters[Code];
} {
  return measure === undefined ? { code, severity, parameters } : { code, severity, measure, parameters };
}

type Texts = { readonly [Code in PlanIssueCode]: (parameters: PlanIssueParameters[Code]) => string };

const measuresRu = (count: number) =>
  `${count} ${pluralRu(count, 'мероприятие', 'мероприятия', 'мероприятий')}`;
const measuresEn = (count: number) => `${count} ${pluralEn(count, 'measure', 'measures')}`;

const ru: Texts = {
  'id-duplicate': ({ id }) => `Обозначение «${id}» встречается дважды.`,
  'reference-unknown': ({ field, id }) => `Поле «${field}» ссылается на «${id}», но такого в документе нет.`,
  'section-order': ({ section }) => `Раздел «${section}» стоит раньше раздела, в который он входит.`,
  'date-impossible': ({ field, found }) => `Поле «${field}»: даты «${found}» не бывает.`,
  'end-before-start': ({ field, start, end }) => `Поле «${field}»: окончание ${end} раньше начала ${start}.`,
  'deadline-missing': () => 'Не указан срок.',
  'deadline-not-understood': ({ text }) =>
    `Срок «${text}» не понят. Напишите его проще, например «до 1 октября 2025 года».`,
  'responsible-missing': () => 'Не указан ответственный.',
  'indicator-missing': () => 'Нет показателя: будет нельзя узнать, помогло ли мероприятие.',
  'checkpoint-missing': ({ indicator }) => `У показателя «${indicator}» нет контрольной точки.`,
  'target-missing': ({ indicator }) => `У показателя «${indicator}» нет целевого значения.`,
  'change-unclear': ({ text }) =>
    `«${text}»: укажите, это проценты от прежнего значения или процентные пункты.`,
  'finding-open': ({ finding }) => `Вывод анализа остался без мероприятия и без объяснения: ${finding}.`,
  'finding-unknown': ({ finding }) => `Мероприятие ссылается на вывод «${finding}», которого в анализе нет.`,
  'measure-orphan': () => 'Мероприятие не отвечает ни на один вывод анализа.',
  'responsible-overloaded': ({ party, measures }) =>
    `На «${party}» приходится ${measuresRu(measures)}: проверьте, посильно ли это.`,
  'problem-without-measure': ({ problem }) => `Ни одно мероприятие не отвечает на проблему «${problem}».`,
  'number-missing': () => 'У строки нет номера.',
  'number-duplicate': ({ number }) => `Номер «${number}» в этом разделе уже был.`,
  'numbering-restarts': ({ number, after }) =>
    `После номера ${after} нумерация начинается заново с ${number}.`,
  'numbering-gap': ({ number, after }) => `После номера ${after} стоит номер ${number}.`,
  'shares-do-not-add-up': ({ sum, expected, count }) =>
    `Доли (${count}) в сумме дают ${sum}, а не ${expected}: проверьте, все ли ответили.`,
  'parts-do-not-add-up': ({ parts, sum, total }) => `${parts} = ${sum}, а всего указано ${total}.`,
  'minimum-not-met': ({ school, activity, found, wanted }) =>
    `Школа ${school}: ${activityWord(activity, 'ru')} — ${found}, а должно быть не менее ${wanted}.`,
};

const en: Texts = {
  'id-duplicate': ({ id }) => `The id "${id}" stands twice.`,
  'reference-unknown': ({ field, id }) =>
    `The field "${field}" refers to "${id}", which is not in the document.`,
  'section-order': ({ section }) => `The section "${section}" stands before the section that it belongs to.`,
  'date-impossible': ({ field, found }) => `Field "${field}": there is no date "${found}".`,
  'end-before-start': ({ field, start, end }) =>
    `Field "${field}": the end ${end} is before the start ${start}.`,
  'deadline-missing': () => 'No deadline is given.',
  'deadline-not-understood': ({ text }) =>
    `The deadline "${text}" was not understood. Write it in simpler words.`,
  'responsible-missing': () => 'Nobody is named as responsible.',
  'indicator-missing': () => 'There is no indicator: nobody will be able to tell whether the measure helped.',
  'checkpoint-missing': ({ indicator }) => `The indicator "${indicator}" has no checkpoint.`,
  'target-missing': ({ indicator }) => `The indicator "${indicator}" has no target.`,
  'change-unclear': ({ text }) =>
    `"${text}": say whether this is a percentage of the former value or percentage points.`,
  'finding-open': ({ finding }) =>
    `A finding has neither a measure nor a reason for having none: ${finding}.`,
  'finding-unknown': ({ finding }) =>
    `The measure refers to the finding "${finding}", which the analysis does not have.`,
  'measure-orphan': () => 'The measure answers no finding.',
  'responsible-overloaded': ({ party, measures }) =>
    `"${party}" has ${measuresEn(measures)}: is that feasible?`,
  'problem-without-measure': ({ problem }) => `No measure answers the problem "${problem}".`,
  'number-missing': () => 'The row has no number.',
  'number-duplicate': ({ number }) => `The number "${number}" stood in this section before.`,
  'numbering-restarts': ({ number, after }) => `After ${after} the numbers begin again with ${number}.`,
  'numbering-gap': ({ number, after }) => `After ${after} comes ${number}.`,
  'shares-do-not-add-up': ({ sum, expected, count }) =>
    `The ${count} shares add up to ${sum}, not to ${expected}: did everybody answer?`,
  'parts-do-not-add-up': ({ parts, sum, total }) => `${parts} = ${sum}, but the total given is ${total}.`,
  'minimum-not-met': ({ school, activity, found, wanted }) =>
    `School ${school}: ${activityWord(activity, 'en')}: ${found}; at least ${wanted} were due.`,
};

/** The sentence for people: what is wrong and what to do. */
export function describeRoadMapIssue(of: RoadMapIssue, language: Language): string {
  return textOf(language === 'ru' ? ru : en, of);
}

function textOf<Code extends PlanIssueCode>(
  texts: Texts,
  of: { readonly code: Code; readonly parameters: PlanIssueParameters[Code] },
): string {
  return texts[of.code](of.parameters);
}

function activityWord(code: string, language: Language): string {
  const found = Object.entries<Readonly<Record<Language, string>>>(ACTIVITY_KINDS).find(
    ([kind]) => kind === code,
  );
  return found?.[1][language] ?? code;
}
