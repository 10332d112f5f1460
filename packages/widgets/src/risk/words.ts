/** Words of the risk table in both languages. @module */
import type { Verification } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatProbability, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { RiskClass } from '@orientir/core/risk';
import type { RiskUncertain, RiskWork } from './risk-data.js';
import type { RiskColumn } from './risk-rows.js';

export interface Words {
  readonly title: string;
  readonly empty: string;
  readonly nothing: string;
  readonly find: string;
  readonly all: string;
  readonly evidence: string;
  readonly triggered: string;
  readonly listed: Readonly<Record<'yes' | 'no' | 'open', string>>;
  readonly columns: Readonly<Record<RiskColumn, string>>;
  readonly classes: Readonly<Record<RiskClass, string>>;
  readonly verification: Readonly<Record<Verification, string>>;
  readonly meaning: readonly string[];
  rule(id: string, shareFrom: number): string;
  source(name: string): string;
  /** Of so many schools a filter finds so many, of which so many are shown. */
  shown(some: number, found: number, all: number): string;
  probability(of: number): string;
  lowOf(low: number, n: number): string;
  /** Some items were not taught: low results at least and at most. */
  lowFromTo(fewest: number, most: number, n: number): string;
  uncertain(of: RiskUncertain): string;
  likely(probability: number): string;
  leftOut(why: NonNullable<RiskWork['leftOut']>, minPupils: number): string;
  /** How many other results would give another class; absent = more than ten. */
  stability(pupils: number | undefined): string;
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    title: 'Каким школам нужна помощь и насколько мы в этом уверены?',
    empty: 'Здесь будут школы по вероятности низких результатов. Пока данных нет.',
    nothing: 'Таких школ нет. Измените условия выше.',
    find: 'Найти',
    all: 'все',
    evidence: 'Работы',
    triggered: 'из-за этой работы школа в списке',
    listed: { yes: 'в списке', no: 'не в списке', open: 'зависит от непройденных заданий' },
    columns: {
      school: 'Школа',
      class: 'Вывод',
      probability: 'Вероят\u00adность',
      rule: 'По правилу',
      share: 'Низких результатов за год',
      works: 'В списке из-за работ',
      exit: 'До выхода из списка, учеников',
    },
    classes: {
      low: 'вероятно, низкие результаты',
      undetermined: 'нельзя сказать уверенно',
      'not-low': 'вероятно, не низкие',
      'too-few': 'слишком мало данных',
    },
    verification: {
      verified: 'Проверено по документу.',
      'second-hand': 'Документ известен нам из вторых рук.',
      unverified: 'Не проверено: документ нам недоступен.',
      own: 'Правило задано пользователем.',
    },
    meaning: [
      'Правило считает низкие результаты как есть: маленькая школа попадает в список и случайно. Вероятность того, что результаты низкие, показывает, насколько данные это подтверждают; черта на полоске — с какой вероятности вывод уверенный.',
      'В скобках — где доля лежит с вероятностью 95\u00a0%.',
      'Это повод для помощи, а не оценка учителей и не рейтинг.',
    ],
    rule: (id, shareFrom) => `правило «${id}»: от ${formatShare(shareFrom, 'ru')} низких результатов`,
    source: (name) => `Правило: ${name}.`,
    shown: (some, found, all) =>
      some < found && found < all
        ? `${pluralRu(found, 'Найдена', 'Найдены', 'Найдено')} ${schoolsRu(found)} из ${formatCount(all, 'ru')}, ${pluralRu(some, 'показана', 'показаны', 'показано')} ${formatCount(some, 'ru')}.`
        : `${pluralRu(some, 'Показана', 'Показаны', 'Показано')} ${schoolsRu(some)} из ${formatCount(all, 'ru')}.`,
    probability: (of) => bounded(of, 'ru', ['<\u00a01\u00a0%', '>\u00a099\u00a0%']),
    lowOf: (low, n) => `низких результатов ${formatCount(low, 'ru')} из ${formatCount(n, 'ru')}`,
    lowFromTo: (fewest, most, n) =>
      `низких результатов от ${formatCount(fewest, 'ru')} до ${formatCount(most, 'ru')} из ${formatCount(n, 'ru')}: часть заданий не пройдена`,
    uncertain: ({ pupils, share }) =>
      `У ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученика', 'учеников', 'учеников')} неизвестно, низкая ли отметка: часть заданий не пройдена.${share === undefined ? '' : ` Доля низких — от ${formatShare(share.low, 'ru')} до ${formatShare(share.high, 'ru')}.`} Вероятность — наименьшая из возможных.`,
    likely: (of) => `порог достигнут с вероятностью ${formatProbability(of, 'ru')}`,
    leftOut: (why, minPupils) =>
      ({
        'too-few': `не учтена: учеников меньше ${formatCount(minPupils, 'ru')}`,
        'no-marks': 'не учтена: мало отметок',
        doubtful: 'не учтена: есть возможный признак необъективности, требует проверки',
      })[why],
    stability: (pupils) =>
      pupils === undefined
        ? 'Вывод не изменился бы и при других результатах десяти учеников.'
        : `Вывод изменился бы при других результатах ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученика', 'учеников', 'учеников')}.`,
  },
  en: {
    title: 'Which schools need help, and how sure are we?',
    empty: 'Schools by probability of low results will stand here. There are no data yet.',
    nothing: 'There are no such schools. Change the conditions above.',
    find: 'Find',
    all: 'all',
    evidence: 'Works',
    triggered: 'one of the works that put the school on the list',
    listed: { yes: 'listed', no: 'not listed', open: 'depends on items not taught' },
    columns: {
      school: 'School',
      class: 'Conclusion',
      probability: 'Proba\u00adbility',
      rule: 'By the rule',
      share: 'Low results of the year',
      works: 'Listed because of',
      exit: 'To leave the list, pupils',
    },
    classes: {
      low: 'probably low results',
      undetermined: 'cannot be told for sure',
      'not-low': 'probably not low',
      'too-few': 'too little data',
    },
    verification: {
      verified: 'Checked against the document.',
      'second-hand': 'We know the document second-hand.',
      unverified: 'Not verified: we could not read the document.',
      own: 'The rule is the user’s own.',
    },
    meaning: [
      'The rule takes low marks as they are: a small school may be listed by chance alone. The probability that results are low shows how far the data confirm it; the mark on the bar is where the conclusion becomes a sure one.',
      'In brackets: where the share lies with a probability of 95%.',
      'It is a reason to help, neither a verdict on teachers nor a ranking.',
    ],
    rule: (id, shareFrom) => `rule "${id}": ${formatShare(shareFrom, 'en')} of low results or more`,
    source: (name) => `Rule: ${name}.`,
    shown: (some, found, all) =>
      `${some < found && found < all ? `${formatCount(found, 'en')} found, ` : ''}${formatCount(some, 'en')} of ${formatCount(all, 'en')} ${pluralEn(all, 'school', 'schools')} shown.`,
    probability: (of) => bounded(of, 'en', ['<\u00a01%', '>\u00a099%']),
    lowOf: (low, n) => `low results: ${formatCount(low, 'en')} of ${formatCount(n, 'en')}`,
    lowFromTo: (fewest, most, n) =>
      `low results: ${formatCount(fewest, 'en')} to ${formatCount(most, 'en')} of ${formatCount(n, 'en')}: some items were not taught`,
    uncertain: ({ pupils, share }) =>
      `Whether ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil has', 'pupils have')} a low mark is not known: some items were not taught.${share === undefined ? '' : ` The share of low results is ${formatShare(share.low, 'en')} to ${formatShare(share.high, 'en')}.`} The probability is the smallest possible.`,
    likely: (of) => `probability that the share reaches the border: ${formatProbability(of, 'en')}`,
    leftOut: (why, minPupils) =>
      ({
        'too-few': `left out: fewer than ${formatCount(minPupils, 'en')} pupils`,
        'no-marks': 'left out: too few marks',
        doubtful: 'left out: possible marker of biased results, needs further analysis',
      })[why],
    stability: (pupils) =>
      pupils === undefined
        ? 'Other results of ten pupils would not change the conclusion.'
        : `Other results of ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')} would change the conclusion.`,
  },
};

function schoolsRu(count: number): string {
  return `${formatCount(count, 'ru')} ${pluralRu(count, 'школа', 'школы', 'школ')}`;
}

/** No probability is said to be certain. */
function bounded(probability: number, language: Language, [below, above]: readonly [string, string]): string {
  if (probability > 0.99) return above;
  return probability < 0.01 ? below : formatShare(probability, language);
}
