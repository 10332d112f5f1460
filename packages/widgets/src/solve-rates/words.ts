/** Words of the chart in both languages. @module */
import type { Language, MissingReason } from '@orientir/core/foundation';
import {
  describeMissing,
  formatCount,
  formatNumber,
  formatShare,
  pluralEn,
  pluralRu,
} from '@orientir/core/foundation';
import type { SolveRatesData, SolveRatesItem } from './solve-rates-data.js';

/** Title: the question that the chart answers. */
export function titleOf({ comparators }: SolveRatesData, language: Language): string {
  const [first] = comparators;
  if (language === 'en') {
    return first === undefined
      ? 'Which items were solved, and how well?'
      : `Which items were solved worse than: ${first.name}?`;
  }
  return first === undefined
    ? 'Какие задания как решены?'
    : `Какие задания решены хуже, чем здесь: ${first.name}?`;
}

/** Subtitle: unit, work, year. */
export function subtitleOf({ unit, assessment }: SolveRatesData, language: Language): string {
  const grade =
    assessment.grade === undefined
      ? ''
      : language === 'ru'
        ? `${assessment.grade}\u00a0класс`
        : `grade ${assessment.grade}`;
  return [unit.name, assessment.programme, assessment.subject, grade, assessment.schoolYear ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** Note: how many pupils, what the line means, where the data come from. */
export function noteOf(data: SolveRatesData, language: Language): string {
  const { n } = data.unit;
  const parts =
    language === 'ru'
      ? [
          `${formatCount(n, 'ru')}\u00a0${pluralRu(n, 'ученик', 'ученика', 'учеников')}.`,
          'Процент решаемости — доля набранных баллов от возможных. Черта показывает, где он лежит с вероятностью 95\u00a0%.',
          data.source === undefined ? '' : `Источник: ${data.source}.`,
          data.synthetic === true ? 'Данные вымышлены.' : '',
        ]
      : [
          `${formatCount(n, 'en')} ${pluralEn(n, 'pupil', 'pupils')}.`,
          'Solve rate: share of the available points. The line shows where it lies with a probability of 95%.',
          data.source === undefined ? '' : `Source: ${data.source}.`,
          data.synthetic === true ? 'The data are invented.' : '',
        ];
  return parts.filter((part) => part !== '').join(' ');
}

/** One item in a sentence, for the live announcement. */
export function sentenceOf(item: SolveRatesItem, data: SolveRatesData, language: Language): string {
  const name = language === 'ru' ? `Задание ${item.id}` : `Item ${item.id}`;
  const about = item.label === undefined ? '' : `, ${item.label}`;
  if (item.solveRate === undefined) return `${name}${about}: ${missingText(item, language)}.`;
  const interval = intervalText(item, language);
  const others = data.comparators.flatMap(({ name: other, items }) => {
    const found = items.find(({ id }) => id === item.id);
    return found === undefined ? [] : [`${other}: ${formatShare(found.solveRate, language)}`];
  });
  return `${name}${about}: ${[`${formatShare(item.solveRate, language)}${interval === '' ? '' : ` (${interval})`}`, ...others].join('; ')}.`;
}

/** The interval as `39–43 %`; empty where there is none. */
export function intervalText(
  { low, high }: Pick<SolveRatesItem, 'low' | 'high'>,
  language: Language,
): string {
  if (low === undefined || high === undefined) return '';
  return `${formatNumber(low * 100, language)}–${formatShare(high, language)}`;
}

/** Why an item has no figure. */
export function missingText({ reason }: SolveRatesItem, language: Language): string {
  const none = language === 'ru' ? 'нет данных' : 'no data';
  if (reason === undefined || !isReason(reason)) return none;
  return `${none}: ${describeMissing(reason, language)}`;
}

function isReason(reason: string): reason is MissingReason {
  return REASONS.has(reason);
}

const REASONS: ReadonlySet<string> = new Set<MissingReason>([
  'no-pupils',
  'not-taught',
  'not-administered',
  'max-unknown',
  'too-few',
  'suppressed-small',
  'suppressed-homogeneous',
  'suppressed-complementary',
]);

export interface Words {
  readonly item: string;
  readonly topic: string;
  readonly pupils: string;
  readonly solveRate: string;
  readonly interval: string;
  readonly byItem: string;
  readonly byRate: string;
  readonly byGap: string;
  readonly order: string;
  readonly table: string;
  readonly keys: string;
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly retry: string;
  readonly wrongData: string;
  otherVersion(found: string): string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    item: 'Задание',
    topic: 'О чём',
    pupils: 'Учеников',
    solveRate: 'Процент решаемости',
    interval: '95-процентный интервал',
    byItem: 'по номеру',
    byRate: 'по решаемости',
    byGap: 'по отставанию',
    order: 'Порядок заданий',
    table: 'Показать таблицей',
    keys: 'Стрелками вверх и вниз, влево и вправо можно пройти по заданиям.',
    loading: 'Загружаем данные…',
    empty: 'Здесь будут проценты решаемости заданий. Пока данных нет.',
    failed: 'Данные не загрузились. Проверьте соединение.',
    retry: 'Попробовать ещё раз',
    wrongData: 'Файл с данными устроен не так, как ожидалось.',
    otherVersion: (found) => `Данные другой версии (${found}). Обновите скрипт на сайте.`,
  },
  en: {
    item: 'Item',
    topic: 'Topic',
    pupils: 'Pupils',
    solveRate: 'Solve rate',
    interval: '95% interval',
    byItem: 'by number',
    byRate: 'by solve rate',
    byGap: 'by gap',
    order: 'Order of items',
    table: 'Show as a table',
    keys: 'Use the up and down, left and right arrow keys to walk through the items.',
    loading: 'Loading the data…',
    empty: 'Solve rates of items will stand here. There are no data yet.',
    failed: 'The data could not be loaded. Check the connection.',
    retry: 'Try again',
    wrongData: 'The data file is not as expected.',
    otherVersion: (found) => `The data have another version (${found}). Update the script of the site.`,
  },
};
