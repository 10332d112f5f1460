/** Words of the distribution in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import { formatNumber, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface Words {
  readonly title: string;
  readonly points: string;
  readonly share: string;
  readonly mark: string;
  readonly bar: string;
  readonly border: string;
  readonly keys: string;
  readonly empty: string;
  pointsOf(points: number): string;
  markOf(mark: number): string;
  meaning(counted: string, hasBorders: boolean): readonly string[];
}

const digits = (points: number) => (Number.isInteger(points) ? 0 : 1);

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Сколько учеников набрали каждый балл?',
    points: 'Первичный балл',
    share: 'Доля',
    mark: 'Отметка по шкале',
    bar: 'ученики',
    border: 'граница отметки',
    keys: 'Стрелками можно пройти по баллам.',
    empty: 'Здесь будет распределение первичных баллов. Пока данных нет.',
    pointsOf: (points) =>
      `${formatNumber(points, 'ru', digits(points))}\u00a0${Number.isInteger(points) ? pluralRu(points, 'балл', 'балла', 'баллов') : 'балла'}`,
    markOf: (mark) => `отметка «${mark}»`,
    meaning: (counted, hasBorders) => [
      `Показаны те, у кого есть все задания работы: ${counted}.`,
      hasBorders
        ? 'Пунктир — с какого балла ставится отметка. Скопление сразу за границей — возможный признак, требует проверки.'
        : '',
    ],
  },
  en: {
    title: 'How many pupils got how many points?',
    points: 'Total points',
    share: 'Share',
    mark: 'Mark by the scale',
    bar: 'pupils',
    border: 'border of a mark',
    keys: 'Use the arrow keys to walk through the totals.',
    empty: 'The distribution of total points will stand here. There are no data yet.',
    pointsOf: (points) =>
      `${formatNumber(points, 'en', digits(points))} ${pluralEn(points, 'point', 'points')}`,
    markOf: (mark) => `mark ${mark}`,
    meaning: (counted, hasBorders) => [
      `Shown are those who have every item of the work: ${counted}.`,
      hasBorders
        ? 'Dashed: from which total a mark is given. A crowd right behind a border is a possible sign and needs a look.'
        : '',
    ],
  },
};
