import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';

interface DirectionsWords {
  readonly title: string;
  /** The same where the choice of one school stands out. */
  readonly ownTitle: string;
  readonly empty: string;
  readonly heads: Readonly<Record<'direction' | 'schools' | 'share' | 'own', string>>;
  readonly own: string;
  readonly others: string;
  readonly yes: string;
  readonly no: string;
  readonly keys: string;
  schools(count: number): string;
  /** `5 из 7 (71 %)` */
  part(schools: number, all: number): string;
  meaning(choose: number, all: number, incomplete: number): readonly string[];
}

export const words: Readonly<Record<Language, DirectionsWords>> = {
  ru: {
    title: 'Какие направления выбирают школы?',
    ownTitle: 'Какие направления выбрала школа, и что выбирают другие?',
    empty: 'Здесь будут направления, которые выбрали школы. Пока данных нет.',
    heads: { direction: 'Направление', schools: 'Выбрали, школ', share: 'Доля школ', own: 'Эта школа' },
    own: 'выбрано школой',
    others: 'не выбрано школой',
    yes: 'да',
    no: 'нет',
    keys: 'Стрелками вверх и вниз можно пройти по направлениям.',
    schools: (count) => `${formatCount(count, 'ru')}\u00a0${pluralRu(count, 'школа', 'школы', 'школ')}`,
    part: (schools, all) =>
      `${formatCount(schools, 'ru')} из ${formatCount(all, 'ru')}${all === 0 ? '' : ` (${formatShare(schools / all, 'ru')})`}`,
    meaning: (choose, all, incomplete) => [
      `Каждая школа выбирает ${formatCount(choose, 'ru')} из ${formatCount(all, 'ru')}; полная полоса — все школы, которые выбрали хоть что-то.`,
      incomplete === 0
        ? ''
        : `Неполных или лишних выборов: ${formatCount(incomplete, 'ru')}, они учтены как есть.`,
    ],
  },
  en: {
    title: 'Which directions do schools choose?',
    ownTitle: 'Which directions did the school choose, and what do others choose?',
    empty: 'Directions that schools chose will stand here. There are no data yet.',
    heads: {
      direction: 'Direction',
      schools: 'Chosen by schools',
      share: 'Share of schools',
      own: 'This school',
    },
    own: 'chosen by the school',
    others: 'not chosen by the school',
    yes: 'yes',
    no: 'no',
    keys: 'Use the up and down arrow keys to walk through the directions.',
    schools: (count) => `${formatCount(count, 'en')}\u00a0${pluralEn(count, 'school', 'schools')}`,
    part: (schools, all) =>
      `${formatCount(schools, 'en')} of ${formatCount(all, 'en')}${all === 0 ? '' : ` (${formatShare(schools / all, 'en')})`}`,
    meaning: (choose, all, incomplete) => [
      `Each school chooses ${formatCount(choose, 'en')} of ${formatCount(all, 'en')}; a full bar is all schools that chose anything.`,
      incomplete === 0
        ? ''
        : `Choices with too few or too many: ${formatCount(incomplete, 'en')}; they count as they stand.`,
    ],
  },
};
