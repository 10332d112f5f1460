/**
 * The words that a deadline can be made of, in all their forms.
 *
 * @module
 */
import type { DurationUnit } from '../deadline.js';
import type { Weekday } from '../local-date.js';
import type { SchoolBreak } from '../school-calendar.js';
import type { WordName } from './function-words.js';
import { functionWords } from './function-words.js';
import { adjective, noun } from './word-forms.js';

/** What a word means. */
export type Lexeme =
  /** `genitive`: «сентября», as after a day or a part. */
  | { readonly is: 'month'; readonly month: number; readonly genitive: boolean }
  /** `plural`: «вторникам»; an adjective «субботней» brings its noun along. */
  | {
      readonly is: 'weekday';
      readonly weekday: Weekday;
      readonly plural: boolean;
      readonly adjective: boolean;
    }
  /** «первый», «последний» (−1). */
  | { readonly is: 'ordinal'; readonly value: number }
  /** «два». */
  | { readonly is: 'cardinal'; readonly value: number }
  /** `plural`: «четвертям», «годы». */
  | { readonly is: 'unit'; readonly unit: DurationUnit | 'decade'; readonly plural: boolean }
  /** «ежемесячно»; an adjective brings its noun along. */
  | { readonly is: 'frequency'; readonly unit: DurationUnit; readonly adjective: boolean }
  | { readonly is: 'season'; readonly season: SchoolBreak['name'] }
  /** «осенние». */
  | { readonly is: 'seasonal'; readonly season: SchoolBreak['name'] }
  | { readonly is: 'name'; readonly name: WordName };

const MONTHS: readonly (readonly [stem: string, nominative: string, genitive: string, short: string])[] = [
  ['январ', 'ь', 'я', 'янв'],
  ['феврал', 'ь', 'я', 'фев февр'],
  ['март', '', 'а', 'мар'],
  ['апрел', 'ь', 'я', 'апр'],
  ['ма', 'й', 'я', ''],
  ['июн', 'ь', 'я', ''],
  ['июл', 'ь', 'я', ''],
  ['август', '', 'а', 'авг'],
  ['сентябр', 'ь', 'я', 'сен сент'],
  ['октябр', 'ь', 'я', 'окт'],
  ['ноябр', 'ь', 'я', 'ноя нояб'],
  ['декабр', 'ь', 'я', 'дек'],
];

const WEEKDAYS: readonly (readonly [weekday: Weekday, singular: string, plural: string])[] = [
  [
    1,
    'понедельник понедельника понедельнику понедельником понедельнике пн',
    'понедельники понедельников понедельникам понедельниках',
  ],
  [2, 'вторник вторника вторнику вторником вторнике вт', 'вторники вторников вторникам вторниках'],
  [3, 'среда среды среду среде средой ср', 'средам средах'],
  [4, 'четверг четверга четвергу четвергом четверге чт', 'четверги четвергов четвергам четвергах'],
  [5, 'пятница пятницы пятницу пятнице пятницей пт', 'пятницам пятницах'],
  [6, 'суббота субботы субботу субботе субботой сб', 'субботам субботах'],
  [7, 'воскресенье воскресенья воскресенью воскресеньем вс', 'воскресеньям воскресеньях'],
];

const CARDINALS: readonly (readonly [value: number, forms: string])[] = [
  [1, 'один одна одно одну одного одной одному одним одном'],
  [2, 'два две двух двум двумя'],
  [3, 'три трех трем тремя'],
  [4, 'четыре четырех четырем четырьмя'],
  [5, 'пять пяти пятью'],
  [6, 'шесть шести шестью'],
  [7, 'семь семи семью'],
  [8, 'восемь восьми восемью'],
  [9, 'девять девяти девятью'],
  [10, 'десять десяти десятью'],
  [11, 'одиннадцать одиннадцати'],
  [12, 'двенадцать двенадцати'],
  [14, 'четырнадцать четырнадцати'],
  [15, 'пятнадцать пятнадцати'],
  [20, 'двадцать двадцати'],
  [30, 'тридцать тридцати'],
];

function unitForms(): readonly (readonly [
  unit: DurationUnit | 'decade',
  singular: readonly string[],
  plural: readonly string[],
])[] {
  return [
    ['hour', noun('час', ' а у ом е'), noun('час', 'ы ов ам ах').concat('ч')],
    [
      'day',
      ['день', 'дня', 'дню', 'днем', 'дне', 'дн', 'сутки', 'суток'],
      ['дни', 'дней', 'дням', 'днях', 'днями'],
    ],
    ['week', noun('недел', 'я и ю е ей').concat('нед'), noun('недел', 'ь ям ях ями')],
    ['month', noun('месяц', ' а у ем е').concat('мес'), noun('месяц', 'ы ев ам ах ами')],
    ['quarter', noun('четверт', 'ь и ью').concat('четв'), noun('четверт', 'ей ям ях ями')],
    ['calendar-quarter', noun('квартал', ' а у ом е').concat('кв'), noun('квартал', 'ы ов ам ах ами')],
    ['trimester', noun('триместр', ' а у ом е'), noun('триместр', 'ы ов ам ах ами')],
    ['module', noun('модул', 'ь я ю ем е'), noun('модул', 'и ей ям ях ями')],
    [
      'half-year',
      [
        ...noun('полугоди', 'е я ю ем и'),
        ...noun('семестр', ' а у ом е'),
        'полгода',
        'полугода',
        'полуг',
        'полугод',
      ],
      [...noun('полугоди', 'й ям ях ями'), ...noun('семестр', 'ы ов ам ах')],
    ],
    [
      'year',
      ['год', 'года', 'году', 'годом', 'годе', 'г'],
      ['годы', 'годов', 'годам', 'годах', 'годами', 'лет', 'гг'],
    ],
    ['decade', noun('декад', 'а ы е у ой'), noun('декад', ' ам ах')],
  ];
}

const ORDINALS: readonly (readonly [value: number, stem: string])[] = [
  [-1, 'последн'],
  [1, 'перв'],
  [2, 'втор'],
  [3, 'трет'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шест'],
  [7, 'седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одиннадцат'],
  [12, 'двенадцат'],
  [13, 'тринадцат'],
  [14, 'четырнадцат'],
  [15, 'пятнадцат'],
  [16, 'шестнадцат'],
  [17, 'семнадцат'],
  [18, 'восемнадцат'],
  [19, 'девятнадцат'],
  [20, 'двадцат'],
  [30, 'тридцат'],
];

const FREQUENCIES: readonly (readonly [unit: DurationUnit, stem: string])[] = [
  ['day', 'ежедневн'],
  ['week', 'еженедельн'],
  ['month', 'ежемесячн'],
  ['calendar-quarter', 'ежеквартальн'],
  ['quarter', 'ежечетвертн'],
  ['quarter', 'почетвертн'],
  ['week', 'понедельн'],
  ['month', 'помесячн'],
  ['calendar-quarter', 'поквартальн'],
  ['year', 'ежегодн'],
];

const SEASONS: readonly (readonly [season: SchoolBreak['name'], nouns: string, stem: string])[] = [
  ['autumn', 'осень осени осенью', 'осенн'],
  ['winter', 'зима зимы зиму зиме зимой', 'зимн'],
  ['spring', 'весна весны весну весне весной', 'весенн'],
  ['summer', 'лето летом', 'летн'],
];

/** The first meaning of a form stands: «четверти» is a part of the year before it is an ordinal. */
function makeLexicon(): ReadonlyMap<string, Lexeme> {
  const words = new Map<string, Lexeme>();
  const add = (lexeme: Lexeme, forms: readonly string[]): void => {
    for (const form of forms) if (!words.has(form)) words.set(form, lexeme);
  };
  MONTHS.forEach(([stem, nominative, genitive, short], index) => {
    const month = index + 1;
    const others = ['ю', 'у', 'е', 'ем', 'ом', 'и'].map((ending) => stem + ending);
    add({ is: 'month', month, genitive: true }, [stem + genitive]);
    add({ is: 'month', month, genitive: false }, [stem + nominative, ...others, ...short.split(' ')]);
  });

  for (const [weekday, singular, plural] of WEEKDAYS) {
    add({ is: 'weekday', weekday, plural: false, adjective: false }, singular.split(' '));
    add({ is: 'weekday', weekday, plural: true, adjective: false }, plural.split(' '));
  }
  for (const [weekday, stem] of [
    [6, 'субботн'],
    [7, 'воскресн'],
  ] as const) {
    add({ is: 'weekday', weekday, plural: true, adjective: true }, adjective(stem));
  }

  for (const [value, forms] of CARDINALS) add({ is: 'cardinal', value }, forms.split(' '));

  for (const [unit, singular, plural] of unitForms()) {
    add({ is: 'unit', unit, plural: false }, singular);
    add({ is: 'unit', unit, plural: true }, plural);
  }

  for (const [value, stem] of ORDINALS) add({ is: 'ordinal', value }, adjective(stem));

  for (const [unit, stem] of FREQUENCIES) {
    add({ is: 'frequency', unit, adjective: false }, [`${stem}о`]);
    add({ is: 'frequency', unit, adjective: true }, adjective(stem));
  }

  for (const [season, nouns, stem] of SEASONS) {
    add({ is: 'season', season }, nouns.split(' '));
    add({ is: 'seasonal', season }, adjective(stem));
  }

  for (const [name, forms] of functionWords()) add({ is: 'name', name }, forms);
  return words;
}

let lexicon: ReadonlyMap<string, Lexeme> | undefined;

/** The meaning of a word in lower case, if it has one here. */
export function lexemeOf(word: string): Lexeme | undefined {
  lexicon ??= makeLexicon();
  return lexicon.get(word);
}
