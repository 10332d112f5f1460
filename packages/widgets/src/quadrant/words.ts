/** Words of the quadrant in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { ResultLevel } from './quadrant-data.js';

export interface Words {
  readonly title: string;
  readonly school: string;
  readonly conditions: string;
  readonly result: string;
  readonly keys: string;
  readonly empty: string;
  /** Under the axis of conditions. */
  readonly harder: string;
  readonly hard: string;
  readonly usual: string;
  readonly noContext: string;
  readonly results: Readonly<Record<ResultLevel, string>>;
  readonly meaning: readonly string[];
  /** Where hard conditions begin. */
  hardFrom(border: string): string;
  index(value: string): string;
  /** So many schools could not be drawn. */
  notDrawn(schools: number): string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Кто добивается результатов в трудных условиях, а кому нужна помощь?',
    school: 'Школа',
    conditions: 'Условия',
    result: 'Результаты',
    keys: 'Стрелками можно пройти по школам, от лёгких условий к трудным.',
    empty: 'Здесь будут школы по условиям работы и результатам. Пока данных нет.',
    harder: 'условия труднее →',
    hard: 'трудные условия',
    usual: 'обычные условия',
    noContext: 'нет сведений об условиях',
    results: {
      high: 'высокие',
      middle: 'средние',
      low: 'низкие',
      undetermined: 'нельзя сказать уверенно',
    },
    meaning: [
      'Форма точки говорит, какими результаты признаны с учётом случайности: в маленькой школе точка за чертой ещё не вывод. Это не рейтинг.',
    ],
    hardFrom: (border) => `Условия трудные, если индекс не меньше ${border}: это вертикальная черта.`,
    index: (value) => `индекс ${value}`,
    notDrawn: (schools) =>
      `Без точки – ${formatCount(schools, 'ru')} ${pluralRu(schools, 'школа', 'школы', 'школ')}: причина в таблице.`,
  },
  en: {
    title: 'Who gets results under hard conditions, and who needs help?',
    school: 'School',
    conditions: 'Conditions',
    result: 'Results',
    keys: 'Use the arrow keys to walk through the schools, from easy conditions to hard ones.',
    empty: 'Schools by conditions and results will stand here. There are no data yet.',
    harder: 'harder conditions →',
    hard: 'hard conditions',
    usual: 'usual conditions',
    noContext: 'conditions not known',
    results: {
      high: 'high',
      middle: 'middle',
      low: 'low',
      undetermined: 'cannot be told for sure',
    },
    meaning: [
      'The shape of a point says what the results are taken for, chance considered: in a small school a point beyond a line is no conclusion. This is no ranking.',
    ],
    hardFrom: (border) => `Conditions are hard where the index is at least ${border}: the upright line.`,
    index: (value) => `index ${value}`,
    notDrawn: (schools) =>
      `${formatCount(schools, 'en')} ${pluralEn(schools, 'school has', 'schools have')} no point: the table says why.`,
  },
};
