/** Words of the chart in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import { formatShare } from '@orientir/core/foundation';
import { noteOf as chartNote, intervalText, missingText } from '../chart/chart-words.js';
import type { SolveRatesData, SolveRatesItem } from './solve-rates-data.js';

export { missingText } from '../chart/chart-words.js';

/** Title: the question that the chart answers. */
export function titleOf({ comparators }: SolveRatesData, language: Language): string {
  const [first] = comparators;
  if (language === 'en') {
    return first === undefined
      ? 'Which items were solved, and how well?'
      : `Which items were solved worse than average (${first.name})?`;
  }
  return first === undefined
    ? 'Какие задания как решены?'
    : `Какие задания решены хуже, чем в среднем (${first.name})?`;
}

/** Note: how many pupils, what the line means, where the data come from. */
export function noteOf(data: SolveRatesData, language: Language): string {
  return chartNote(data, language, [
    language === 'ru'
      ? 'Процент решаемости — доля набранных баллов от возможных. Черта показывает, где он лежит с вероятностью 95\u00a0%.'
      : 'Solve rate: share of the available points. The line shows where it lies with a probability of 95%.',
  ]);
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

export interface Words {
  readonly item: string;
  readonly topic: string;
  readonly solveRate: string;
  readonly byItem: string;
  readonly byRate: string;
  readonly byGap: string;
  readonly order: string;
  readonly keys: string;
  readonly empty: string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    item: 'Задание',
    topic: 'О чём',
    solveRate: 'Процент решаемости',
    byItem: 'по номеру',
    byRate: 'по решаемости',
    byGap: 'по отставанию',
    order: 'Порядок заданий',
    keys: 'Стрелками вверх и вниз, влево и вправо можно пройти по заданиям.',
    empty: 'Здесь будут проценты решаемости заданий. Пока данных нет.',
  },
  en: {
    item: 'Item',
    topic: 'Topic',
    solveRate: 'Solve rate',
    byItem: 'by number',
    byRate: 'by solve rate',
    byGap: 'by gap',
    order: 'Order of items',
    keys: 'Use the up and down, left and right arrow keys to walk through the items.',
    empty: 'Solve rates of items will stand here. There are no data yet.',
  },
};
