import { formatDay } from '../foundation/format-day.js';
import type { Language } from '../foundation/issue.js';
import { fieldName, nameOf, wordsOf } from './change-words.js';
import type { FieldValue } from './field-history.js';
import type { MeasureHistory } from './measure-histories.js';

/** What became of a measure as a head teacher reads it: its name, then a line for each field that changed. */
export function describeHistory(
  { number, text, added, removed, fields }: MeasureHistory,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  return [
    nameOf(number, text, language),
    ...(added === undefined ? [] : [`  ${words.added(formatDay(added, language))}`]),
    ...fields.map(({ field, values }) => `  ${fieldName(field, language)}: ${valuesOf(values, language)}.`),
    ...(removed === undefined ? [] : [`  ${words.removed(formatDay(removed, language))}`]),
  ];
}

function valuesOf(values: readonly FieldValue[], language: Language): string {
  const words = WORDS[language];
  let before: string | undefined;
  const lines = values.map(({ date, value }) => {
    const text = value === undefined ? '' : wordsOf(value);
    const told = text === '' ? words.nothing : `«${text}»`;
    // A deadline may mean other days by the same words.
    const shown = told === before ? words.details : told;
    before = told;
    return `${words.since(formatDay(date, language))} — ${shown}`;
  });
  return lines.join('; ');
}

const WORDS = {
  ru: {
    added: (date: string) => `добавлено ${date}`,
    removed: (date: string) => `исключено ${date}`,
    since: (date: string) => `с ${date}`,
    nothing: 'не указано',
    details: 'изменены подробности',
  },
  en: {
    added: (date: string) => `added on ${date}`,
    removed: (date: string) => `removed on ${date}`,
    since: (date: string) => `from ${date}`,
    nothing: 'nothing',
    details: 'details changed',
  },
} as const;
