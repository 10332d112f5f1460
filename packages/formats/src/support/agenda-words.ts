/**
 * What an agenda of an association says. No teacher stands in it, and where few are invited no number that tells whose
 * topic it is.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';

export interface AgendaWords {
  title(offer: string): string;
  facts(when: string | undefined, where: string | undefined, teachers: number, schools: number): string;
  /** Of many invited teachers, where the order of topics follows how many need them, and of few. */
  readonly about: string;
  readonly aboutFew: string;
  readonly topics: string;
  readonly topic: string;
  readonly minutes: string;
  /** Row of the time at the end. */
  readonly end: string;
  readonly order: string;
  readonly together: string;
  readonly closing: string;
  readonly tooShort: string;
  readonly noTopics: string;
  readonly next: string;
  readonly steps: readonly string[];
  readonly foot: string;
}

const ru: AgendaWords = {
  title: (offer) => `Повестка: методическое объединение «${offer}»`,
  facts: (when, where, teachers, schools) =>
    [
      when === undefined ? 'Время не назначено' : `Когда: ${when}`,
      where === undefined ? 'место не назначено' : `где: ${where}`,
      `${pluralRu(teachers, 'приглашён', 'приглашены', 'приглашены')} ${formatCount(teachers, 'ru')} ${pluralRu(teachers, 'учитель', 'учителя', 'учителей')}${schools === 0 ? '' : ` из ${formatCount(schools, 'ru')} ${pluralRu(schools, 'школы', 'школ', 'школ')}`}`,
    ]
      .join('; ')
      .concat('.'),
  about:
    'Сначала идут темы, которые могут быть полезны большинству. Это предложение: порядок и темы меняет ведущий.',
  aboutFew: 'Темы встречи выбраны для этой группы. Порядок тем условный, его меняет ведущий.',
  topics: 'Темы встречи',
  topic: 'Тема',
  minutes: 'Минут',
  end: 'Итог встречи',
  order: 'Порядок встречи',
  together:
    'По каждой теме можно вместе разобрать одно задание или часть урока. Кто хочет показать своё, договоритесь заранее.',
  closing:
    'В конце каждый, если хочет, выбирает, что попробовать на своих уроках. Если будет следующая встреча, желающие могут рассказать, что вышло.',
  tooShort: 'На все темы времени не хватит: выберите вместе, какие разобрать.',
  noTopics: 'Тем нет: учителей пригласили без темы. Спросите у каждого отдельно, о чём говорить.',
  next: 'Что сделать до встречи',
  steps: [
    'Ведущему: спросите о темах заранее и каждого отдельно, не при всех. Тему, которая никому не нужна, уберите.',
    'Приглашённым: если хотите, возьмите с собой задание или вопрос по любой теме встречи.',
    'Участвовать или нет, решаете вы. Если время или тема не подходят, напишите организатору до встречи.',
  ],
  foot: 'Только для приглашённых учителей и тех, кто организует помощь.',
};

const en: AgendaWords = {
  title: (offer) => `Agenda of the association “${offer}”`,
  facts: (when, where, teachers, schools) =>
    [
      when === undefined ? 'No time is set' : `When: ${when}`,
      where === undefined ? 'no place is set' : `where: ${where}`,
      `${formatCount(teachers, 'en')} ${pluralEn(teachers, 'teacher is', 'teachers are')} invited${schools === 0 ? '' : `, from ${formatCount(schools, 'en')} ${pluralEn(schools, 'school', 'schools')}`}`,
    ]
      .join('; ')
      .concat('.'),
  about:
    'Topics that may be useful to most come first. It is a proposal: whoever leads changes topics and order.',
  aboutFew: 'The topics were chosen for this group. Their order means nothing; whoever leads may change it.',
  topics: 'Topics of the meeting',
  topic: 'Topic',
  minutes: 'Minutes',
  end: 'End of the meeting',
  order: 'Order of the meeting',
  together:
    'On each topic you can go through one task or a part of a lesson together. Whoever wishes to show something, settle it beforehand.',
  closing:
    'At the end each may choose something to try in class. If there is a next meeting, those who wish can tell what came of it.',
  tooShort: 'There is not enough time for all topics: choose together which ones to take.',
  noTopics: 'There are no topics: teachers were invited without one. Ask each apart what to talk about.',
  next: 'Before the meeting',
  steps: [
    'Whoever leads: ask about the topics beforehand and each teacher apart, not in front of all. Take out a topic that nobody needs.',
    'Those invited: if you like, bring a task or a question on any topic of the meeting.',
    'Whether to take part is yours to decide. If the time or a topic does not suit you, write to the organiser before the meeting.',
  ],
  foot: 'For the invited teachers and those who arrange the support only.',
};

export function agendaWords(language: Language): AgendaWords {
  return language === 'ru' ? ru : en;
}
