/** Words of the comparison in both languages. @module */
import type { Language } from '@orientir/core/foundation';
import type { JournalShares } from './journal-data.js';

export interface Words {
  readonly title: string;
  readonly unit: string;
  readonly keys: string;
  readonly empty: string;
  readonly outcomes: Readonly<Record<keyof JournalShares, string>>;
  readonly meaning: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Совпадают ли отметки за работу с журналом?',
    unit: 'Школа',
    keys: 'Стрелками вверх и вниз, влево и вправо можно пройти по строкам.',
    empty: 'Здесь будет сравнение отметок за работу с отметками по журналу. Пока данных нет.',
    outcomes: { lowered: 'Понизили', confirmed: 'Подтвердили', raised: 'Повысили' },
    meaning: [
      'Доли учеников, у которых есть обе отметки: за работу ниже, такая же или выше, чем по журналу.',
      'Черта показывает, где доля лежит с вероятностью 95\u00a0%.',
      'Расхождение — повод разобраться, а не вывод о чьей-то ошибке.',
    ],
  },
  en: {
    title: 'Do the marks of the work agree with the journal?',
    unit: 'School',
    keys: 'Use the up and down, left and right arrow keys to walk through the rows.',
    empty: 'Marks of the work against those in the journal will stand here. There are no data yet.',
    outcomes: { lowered: 'Lowered', confirmed: 'Confirmed', raised: 'Raised' },
    meaning: [
      'Shares of the pupils who have both marks: that of the work is lower than in the journal, the same, or higher.',
      'The line shows where the share lies with a probability of 95%.',
      'A difference asks for a look; it is no conclusion about anybody’s mistake.',
    ],
  },
};
