import type { Language } from '@orientir/core/foundation';
import { formatCount } from '@orientir/core/foundation';

interface MarkerCardWords {
  readonly title: string;
  readonly empty: string;
  readonly lead: string;
  readonly none: string;
  readonly methods: Readonly<Record<'official' | 'own', string>>;
  readonly about: string;
  readonly compared: string;
  readonly exclusions: string;
  readonly check: string;
  readonly heads: readonly string[];
  /** What was looked at. */
  looked(counts: { tested: number; computed: number; official: number }): string;
}

export const words: Readonly<Record<Language, MarkerCardWords>> = {
  ru: {
    title: 'Что в результатах школы стоит посмотреть внимательнее?',
    empty: 'Здесь будут возможные признаки в результатах школы. Пока данных нет.',
    lead: 'Это возможные признаки, нужен дополнительный анализ: причин может быть несколько, и вывода о чьих-то действиях отсюда не следует.',
    none: 'Возможных признаков нет. Это мало что значит, если школа небольшая: на малых числах многое не видно.',
    methods: { official: 'официальная методика', own: 'проверка программы' },
    about: 'Как сравнивали, что ещё даёт такие числа и как проверить',
    compared: 'Как сравнивали',
    exclusions: 'Что ещё даёт такие же числа',
    check: 'Как проверить',
    heads: ['Признак', 'Чья проверка', 'Работа', 'Учеников', 'Что видно'],
    looked: ({ tested, computed, official }) =>
      `Сделано проверок: ${formatCount(tested, 'ru')}; признаков официальной методики посчитано ${formatCount(computed, 'ru')} из ${formatCount(official, 'ru')}. Внутренний документ.`,
  },
  en: {
    title: 'What in the results of the school is worth a closer look?',
    empty: 'Possible markers in the results of the school will stand here. There are no data yet.',
    lead: 'Possible markers that need further analysis: there may be several reasons, and nothing follows about what anybody did.',
    none: 'There are no possible markers. That says little of a small school: small numbers hide much.',
    methods: { official: 'the official method', own: 'a test of ours' },
    about: 'How it was compared, what else gives such figures, how to check',
    compared: 'How it was compared',
    exclusions: 'What else gives such figures',
    check: 'How to check',
    heads: ['Marker', 'Whose test', 'Work', 'Pupils', 'What is seen'],
    looked: ({ tested, computed, official }) =>
      `Tests made: ${formatCount(tested, 'en')}; ${formatCount(computed, 'en')} of ${formatCount(official, 'en')} markers of the official method could be computed. An internal document.`,
  },
};
