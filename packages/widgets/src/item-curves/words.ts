/** Words of the curves in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import type { ItemCurve, ItemCurvesKind } from './item-curves-data.js';

export interface Words {
  readonly title: string;
  readonly item: string;
  readonly topic: string;
  readonly look: string;
  readonly kind: string;
  readonly keys: string;
  readonly empty: string;
  readonly none: string;
  readonly flagged: string;
  readonly kinds: Readonly<Record<ItemCurvesKind, string>>;
  readonly meaning: Readonly<Record<ItemCurvesKind, readonly string[]>>;
  itemName(id: string): string;
  group(by: ItemCurvesKind, group: number): string;
  /** For a panel. */
  flag(curve: ItemCurve): string;
  /** For the table and the spoken sentence. */
  fullFlag(curve: ItemCurve): string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Какие задания решают не лучше те, у кого общий балл выше?',
    item: 'Задание',
    topic: 'О чём',
    look: 'Требует проверки',
    kind: 'Группы учеников',
    keys: 'Стрелками можно пройти по заданиям.',
    empty:
      'Здесь будет решаемость заданий в группах учеников от меньшего общего балла к большему. Пока данных нет.',
    none: 'нет данных',
    flagged: 'требует проверки',
    kinds: { quarter: 'по четвертям общего балла', mark: 'по отметкам' },
    meaning: {
      quarter: [
        'Ученики разделены на четыре части по общему баллу: 1 — четверть с наименьшим, 4 — с наибольшим.',
        'Точка — процент решаемости в группе, черта показывает, где он лежит с вероятностью 95\u00a0%.',
        'Обычно линия растёт. Треугольник — возможный признак ошибки в задании, ключе или проверке.',
      ],
      mark: [
        'Ученики разделены по отметке за работу, от 2 до 5.',
        'Точка — процент решаемости в группе, черта показывает, где он лежит с вероятностью 95\u00a0%.',
        'Обычно линия растёт. Треугольник — возможный признак ошибки в задании, ключе или проверке.',
      ],
    },
    itemName: (id) => `№\u00a0${id}`,
    group: (by, group) => (by === 'mark' ? `«${group}»` : `${group}-я четверть`),
    flag: ({ crossing, nonMonotone }) => (crossing ? 'обратный ход' : nonMonotone ? 'спад' : ''),
    fullFlag: ({ crossing, nonMonotone }) =>
      crossing
        ? 'ученики с меньшим баллом решили лучше, чем с большим'
        : nonMonotone
          ? 'решаемость падает от одной группы к следующей'
          : '',
  },
  en: {
    title: 'Which items are solved no better by pupils with higher totals?',
    item: 'Item',
    topic: 'Topic',
    look: 'Needs a look',
    kind: 'Groups of pupils',
    keys: 'Use the arrow keys to walk through the items.',
    empty:
      'Solve rates of items in groups from lower to higher totals will stand here. There are no data yet.',
    none: 'no data',
    flagged: 'needs a look',
    kinds: { quarter: 'by quarter of the total', mark: 'by mark' },
    meaning: {
      quarter: [
        'Pupils are in four parts by their total: 1 is the quarter with the lowest, 4 with the highest.',
        'The dot is the solve rate of a group; the line shows where it lies with a probability of 95%.',
        'A line usually rises. A triangle is a possible sign of a fault in the item, its key or its marking.',
      ],
      mark: [
        'Pupils are grouped by their mark for the work, from 2 to 5.',
        'The dot is the solve rate of a group; the line shows where it lies with a probability of 95%.',
        'A line usually rises. A triangle is a possible sign of a fault in the item, its key or its marking.',
      ],
    },
    itemName: (id) => `No.\u00a0${id}`,
    group: (by, group) => (by === 'mark' ? `mark ${group}` : `quarter ${group}`),
    flag: ({ crossing, nonMonotone }) => (crossing ? 'reversed' : nonMonotone ? 'falls' : ''),
    fullFlag: ({ crossing, nonMonotone }) =>
      crossing
        ? 'pupils with lower totals did better than those with higher ones'
        : nonMonotone
          ? 'the rate falls from one group to the next'
          : '',
  },
};
