/** Words of the map in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import type { CellState } from './place-section-map.js';

export interface Words {
  readonly title: string;
  readonly unit: string;
  readonly whole: string;
  readonly byUnit: string;
  readonly byEvidence: string;
  readonly keys: string;
  readonly empty: string;
  readonly states: Readonly<Record<CellState, string>>;
  /** Skill that is not of the subject. */
  readonly metasubject: string;
  bySection(name: string): string;
  meaning(rules: string): readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Где какие разделы решены недостаточно?',
    unit: 'Школа',
    whole: 'Вся работа',
    byUnit: 'по названию',
    byEvidence: 'где помощь нужнее',
    keys: 'Стрелками вверх, вниз, влево и вправо можно пройти по клеткам.',
    empty:
      'Здесь будет решаемость по разделам программы. Пока данных нет, или в плане работы не названы разделы.',
    states: {
      green: 'достаточно',
      yellow: 'на границе',
      red: 'недостаточно',
      undetermined: 'не определено',
      folded: 'как вся работа',
      hidden: 'скрыто',
      missing: 'нет данных',
    },
    metasubject: 'метапредметное',
    bySection: (name) => `где помощь нужнее: ${name}`,
    meaning: (rules) => [
      'Число — процент решаемости: доля набранных баллов от возможных.',
      'Слово сказано, только если оно верно для всего 95-процентного интервала; иначе «не определено».',
      '«Как вся работа»: раздел сам по себе не говорит больше, чем работа в целом.',
      '«Где помощь нужнее»: сначала те, у кого решаемость вероятнее всего ниже границы и кого это больше касается.',
      rules === '' ? '' : `Границы: ${rules}.`,
    ],
  },
  en: {
    title: 'Which sections were not solved sufficiently, and where?',
    unit: 'School',
    whole: 'Whole work',
    byUnit: 'by name',
    byEvidence: 'where help is needed most',
    keys: 'Use the up, down, left and right arrow keys to walk through the cells.',
    empty:
      'Solve rates by sections of the programme will stand here. There are no data yet, or the plan of the work names no sections.',
    states: {
      green: 'sufficient',
      yellow: 'borderline',
      red: 'not sufficient',
      undetermined: 'undetermined',
      folded: 'as whole work',
      hidden: 'hidden',
      missing: 'no data',
    },
    metasubject: 'across subjects',
    bySection: (name) => `where help is needed most: ${name}`,
    meaning: (rules) => [
      'The number is the solve rate: share of the available points.',
      'A word is said only if it holds for the whole 95% interval; otherwise “undetermined”.',
      '“As whole work”: the section by itself says no more than the work as a whole.',
      '“Where help is needed most”: first those whose rate is most probably below the border, and whom it concerns most.',
      rules === '' ? '' : `Borders: ${rules}.`,
    ],
  },
};
