/**
 * Sentences about documents that a schema refuses, in both languages. They follow a path, so they begin small and have no
 * full stop.
 *
 * @module
 */
import { MOST_RULE_STATES } from '../assessment/low-results-rules.js';
import type { Language } from '../foundation/issue.js';
import { pluralEn, pluralRu } from '../foundation/messages/plural.js';

/** What a value is, as people who write JSON call it. */
export type ValueKind = 'string' | 'number' | 'int' | 'fraction' | 'boolean' | 'array' | 'object' | 'null';

/** Forms of texts that have a name. */
export type TextForm = 'date' | 'schoolYear' | 'hash';

/** Parameters of each kind of problem. */
export interface ProblemParameters {
  missing: Record<string, never>;
  'wrong-type': { readonly expected: readonly ValueKind[]; readonly found: ValueKind };
  'field-unknown': Record<string, never>;
  'value-unknown': { readonly allowed: readonly string[]; readonly found: string };
  'text-empty': Record<string, never>;
  'text-short': { readonly least: number };
  'text-long': { readonly most: number };
  'list-short': { readonly least: number };
  'list-long': { readonly most: number };
  'number-small': { readonly least: number; readonly inclusive: boolean };
  'number-large': { readonly most: number; readonly inclusive: boolean };
  'number-step': { readonly step: number };
  'nested-deep': { readonly most: number };
  'form-wrong': { readonly form: TextForm; readonly found: string };
  'no-variant': Record<string, never>;
  /* --- what only assessments have --- */
  'level-unknown': Record<string, never>;
  'skill-unknown': Record<string, never>;
  'borders-unordered': Record<string, never>;
  'scores-unordered': Record<string, never>;
  'key-unknown': Record<string, never>;
  'options-alike': Record<string, never>;
  'scores-crossed': Record<string, never>;
  'corridor-crossed': Record<string, never>;
  'years-apart': Record<string, never>;
  'items-alike': Record<string, never>;
  /** A pupil's route sheet, or lists of pupils. */
  'school-only': Record<string, never>;
  /** A plan of support for teachers. */
  'support-only': Record<string, never>;
  /* --- what only rulesets of low results have --- */
  'conditions-large': Record<string, never>;
  /* --- what only problems of matching have --- */
  'ids-alike': Record<string, never>;
  'lengths-differ': Record<string, never>;
  'rows-unclear': Record<string, never>;
  'index-unknown': Record<string, never>;
  'pair-twice': Record<string, never>;
  other: Record<string, never>;
}

export type ProblemCode = keyof ProblemParameters;

type Texts = { readonly [Code in ProblemCode]: (parameters: ProblemParameters[Code]) => string };

const KINDS: Readonly<Record<ValueKind, Readonly<Record<Language, string>>>> = {
  string: { ru: 'текст', en: 'a text' },
  number: { ru: 'число', en: 'a number' },
  int: { ru: 'целое число', en: 'a whole number' },
  fraction: { ru: 'дробное', en: 'a fraction' },
  boolean: { ru: 'true или false', en: 'true or false' },
  array: { ru: 'список', en: 'a list' },
  object: { ru: 'объект', en: 'an object' },
  null: { ru: 'null', en: 'null' },
};

const FORMS: Readonly<Record<TextForm, Readonly<Record<Language, string>>>> = {
  date: { ru: 'дата вида 2025-09-30', en: 'a date such as 2025-09-30' },
  schoolYear: { ru: 'учебный год вида 2025/2026', en: 'a school year such as 2025/2026' },
  hash: {
    ru: 'контрольная сумма: sha256: и 64 знака из 0–9 и a–f',
    en: 'a checksum: sha256: and 64 signs out of 0–9 and a–f',
  },
};

const numberRu = (value: number) => String(value).replace('.', ',');
const charactersRu = (count: number) => `${count} ${pluralRu(count, 'знака', 'знаков', 'знаков')}`;
const charactersEn = (count: number) => `${count} ${pluralEn(count, 'character', 'characters')}`;
const entriesRu = (count: number) => `${count} ${pluralRu(count, 'записи', 'записей', 'записей')}`;
const entriesEn = (count: number) => `${count} ${pluralEn(count, 'entry', 'entries')}`;

const ru: Texts = {
  missing: () => 'обязательное поле, а его нет',
  'wrong-type': ({ expected, found }) =>
    `ожидается ${expected.map((kind) => KINDS[kind].ru).join(' или ')}, а не ${KINDS[found].ru}`,
  'field-unknown': () => 'такого поля не бывает: проверьте, как оно пишется',
  'value-unknown': ({ allowed, found }) =>
    `значения «${found}» не бывает, ${allowed.length === 1 ? 'допустимо только' : 'допустимы'} ${allowed.join(', ')}`,
  'text-empty': () => 'текст не может быть пустым',
  'text-short': ({ least }) => `нужно не меньше ${charactersRu(least)}`,
  'text-long': ({ most }) => `нужно не больше ${charactersRu(most)}`,
  'list-short': ({ least }) => `в списке нужно не меньше ${entriesRu(least)}`,
  'list-long': ({ most }) => `в списке может быть не больше ${entriesRu(most)}`,
  'number-small': ({ least, inclusive }) =>
    `число должно быть ${inclusive ? 'не меньше' : 'больше'} ${numberRu(least)}`,
  'number-large': ({ most, inclusive }) =>
    `число должно быть ${inclusive ? 'не больше' : 'меньше'} ${numberRu(most)}`,
  'number-step': ({ step }) => `число должно быть кратно ${numberRu(step)}`,
  'nested-deep': ({ most }) => `списки и объекты вложены друг в друга глубже ${most}`,
  'form-wrong': ({ form, found }) => `ожидается ${FORMS[form].ru}, а не «${found}»`,
  'no-variant': () => 'поля не подходят друг к другу: такого сочетания не бывает',
  'level-unknown': () => 'уровень сложности: Б, П, В, basic, advanced или high',
  'skill-unknown': () => 'результат: предметный, метапредметный, subject или metasubject',
  'corridor-crossed': () => 'нижняя граница коридора выше верхней',
  'borders-unordered': () => 'чем выше граница, тем выше должна быть отметка',
  'scores-unordered': () => 'при большем первичном балле тестовый балл не может быть меньше',
  'key-unknown': () =>
    'ключ (key) должен быть одним из вариантов ответа (options), и одно без другого не бывает',
  'options-alike': () => 'варианты ответа не должны повторяться',
  'scores-crossed': () => 'граница highFrom должна быть выше границы middleFrom',
  'years-apart': () => 'ожидаются два года подряд, как 2024/2025',
  'items-alike': () => 'номера заданий не должны повторяться',
  'school-only': () =>
    'это маршрут одного ученика или списки учеников, персональные данные только для школы: их нельзя ни считать вместе с другими, ни публиковать',
  'support-only': () =>
    'это план поддержки учителей, он только для тех, кто её организует: его нельзя ни публиковать, ни считать вместе с результатами',
  'conditions-large': () =>
    `условия вместе слишком велики: вероятности по ним не посчитать, если произведение (procedures + 1) по всем годам всех условий больше ${MOST_RULE_STATES}; уменьшите years или procedures`,
  'ids-alike': () => 'обозначения (id) не должны повторяться',
  'lengths-differ': () => 'список должен быть той же длины, что и edges.offer',
  'rows-unclear': () =>
    'начала строк должны идти от 0 по возрастанию до длины edges.offer, по одному на учителя и одно в конце',
  'index-unknown': () => 'здесь назван номер, которого нет: предложения в offer, дефицита в mask',
  'pair-twice': () => 'предложение названо у этого учителя второй раз',
  other: () => 'недопустимое значение',
};

const en: Texts = {
  missing: () => 'the field is required and is not there',
  'wrong-type': ({ expected, found }) =>
    `must be ${expected.map((kind) => KINDS[kind].en).join(' or ')}, not ${KINDS[found].en}`,
  'field-unknown': () => 'there is no such field: check its spelling',
  'value-unknown': ({ allowed, found }) =>
    `there is no value "${found}", allowed ${allowed.length === 1 ? 'is only' : 'are'} ${allowed.join(', ')}`,
  'text-empty': () => 'the text must not be empty',
  'text-short': ({ least }) => `must have at least ${charactersEn(least)}`,
  'text-long': ({ most }) => `must have at most ${charactersEn(most)}`,
  'list-short': ({ least }) => `the list must have at least ${entriesEn(least)}`,
  'list-long': ({ most }) => `the list may have at most ${entriesEn(most)}`,
  'number-small': ({ least, inclusive }) => `must be ${inclusive ? 'at least' : 'above'} ${least}`,
  'number-large': ({ most, inclusive }) => `must be ${inclusive ? 'at most' : 'below'} ${most}`,
  'number-step': ({ step }) => `must be a multiple of ${step}`,
  'nested-deep': ({ most }) => `lists and objects are inside one another more than ${most} deep`,
  'form-wrong': ({ form, found }) => `must be ${FORMS[form].en}, not "${found}"`,
  'no-variant': () => 'the fields do not fit each other: there is no such combination',
  'level-unknown': () => 'the level is Б, П, В, basic, advanced or high',
  'skill-unknown': () => 'the skill is subject or metasubject',
  'corridor-crossed': () => 'the lower border of the corridor is above the upper one',
  'borders-unordered': () => 'a higher border needs a higher mark',
  'scores-unordered': () => 'a higher primary score cannot have a lower test score',
  'key-unknown': () => 'the key must be one of the options, and neither is there without the other',
  'options-alike': () => 'options must differ',
  'scores-crossed': () => 'the border highFrom must be above middleFrom',
  'years-apart': () => 'must be two years in a row, as 2024/2025',
  'items-alike': () => 'item ids must differ',
  'school-only': () =>
    'this is the route sheet of one pupil or lists of pupils, personal data for the school only: they must be neither counted with others nor published',
  'support-only': () =>
    'this is a plan of support for teachers, for those who arrange it only: it must be neither published nor counted with results',
  'conditions-large': () =>
    `the conditions together are too large: probabilities cannot be computed where the product of (procedures + 1) over all years of all conditions is above ${MOST_RULE_STATES}; lower years or procedures`,
  'ids-alike': () => 'ids must differ',
  'lengths-differ': () => 'the list must be as long as edges.offer',
  'rows-unclear': () =>
    'starts of rows must rise from 0 to the length of edges.offer, one for each teacher and one at the end',
  'index-unknown': () => 'names a number that does not exist: of an offer in offer, of a need in mask',
  'pair-twice': () => 'names the offer a second time for this teacher',
  other: () => 'the value is not allowed',
};

/** The sentence about a problem in a language. */
export function describeProblem<Code extends ProblemCode>(
  code: Code,
  parameters: ProblemParameters[Code],
  language: Language,
): string {
  const texts: Texts = language === 'ru' ? ru : en;
  return texts[code](parameters);
}
