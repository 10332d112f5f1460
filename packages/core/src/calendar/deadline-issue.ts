/**
 * Trouble in the text of a deadline, as values; sentences are made late.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';

/** Codes of defects in a deadline. They are stable: a renamed code is a major version. */
export type DeadlineIssueCode =
  | 'words-not-understood'
  | 'date-incomplete'
  | 'date-impossible'
  | 'weekday-differs'
  | 'end-before-start'
  | 'month-unclear'
  | 'year-unclear'
  | 'period-unclear'
  | 'season-vague'
  | 'time-vague'
  | 'alternatives'
  | 'rules-conflict'
  | 'period-not-in-calendar'
  | 'calendar-nominal'
  | 'text-too-long';

/** One defect. */
export interface DeadlineIssue {
  readonly code: DeadlineIssueCode;
  /** *error*: no date was taken; *warning*: the deadline stands. */
  readonly severity: 'error' | 'warning';
  /** Where the words begin in the source text, from 0. */
  readonly at: number;
  /** The words of the source. */
  readonly text: string;
}

type Texts = { readonly [Code in DeadlineIssueCode]: (words: string) => string };

const ru: Texts = {
  'words-not-understood': (words) =>
    `Не понято: «${words}». Напишите срок проще, например «до 1 октября 2025 года».`,
  'date-incomplete': (words) => `Дата не заполнена: «${words}». Впишите день, месяц и год.`,
  'date-impossible': (words) => `Такой даты нет: «${words}».`,
  'weekday-differs': (words) => `День недели не подходит к дате: «${words}».`,
  'end-before-start': (words) => `Конец раньше начала: «${words}».`,
  'month-unclear': (words) =>
    `Неясно, в каком месяце: «${words}». Назовите месяц или напишите «каждого месяца».`,
  'year-unclear': (words) => `Неясно, в каком году: «${words}». Напишите год.`,
  'period-unclear': (words) =>
    `Неясно, о какой четверти или другой части года речь: «${words}». Напишите её номер.`,
  'season-vague': (words) => `У времени года нет точных дат: «${words}». Назовите месяцы.`,
  'time-vague': (words) => `Слишком неопределённо: «${words}». Назовите месяц или дату.`,
  alternatives: (words) => `Названо несколько сроков на выбор: «${words}». Оставьте один.`,
  'rules-conflict': (words) => `Сроки противоречат друг другу: «${words}». Оставьте одно правило.`,
  'period-not-in-calendar': (words) => `В календаре школы нет такого: «${words}».`,
  'calendar-nominal': (words) =>
    `Даты для «${words}» взяты из примерного календаря: календарный учебный график этого года не задан.`,
  'text-too-long': (words) => `Слишком длинный текст для срока, начинается с «${words}».`,
};

const en: Texts = {
  'words-not-understood': (words) => `Not understood: "${words}". Write the deadline in simpler words.`,
  'date-incomplete': (words) => `The date is not filled in: "${words}". Write day, month and year.`,
  'date-impossible': (words) => `There is no such date: "${words}".`,
  'weekday-differs': (words) => `The day of the week does not fit the date: "${words}".`,
  'end-before-start': (words) => `The end is before the start: "${words}".`,
  'month-unclear': (words) =>
    `It is not clear in which month: "${words}". Name the month or write "of every month".`,
  'year-unclear': (words) => `It is not clear in which year: "${words}". Write the year.`,
  'period-unclear': (words) =>
    `It is not clear which part of the school year is meant: "${words}". Write its number.`,
  'season-vague': (words) => `A season has no exact dates: "${words}". Name the months.`,
  'time-vague': (words) => `Too vague: "${words}". Name a month or a date.`,
  alternatives: (words) => `Several deadlines to choose from: "${words}". Keep one.`,
  'rules-conflict': (words) => `The deadlines contradict each other: "${words}". Keep one rule.`,
  'period-not-in-calendar': (words) => `The school calendar has no such period: "${words}".`,
  'calendar-nominal': (words) =>
    `The dates of "${words}" come from a nominal calendar: the calendar of this school year was not given.`,
  'text-too-long': (words) => `The text is too long for a deadline; it begins with "${words}".`,
};

/** The sentence for people. */
export function describeDeadlineIssue(issue: DeadlineIssue, language: Language): string {
  return (language === 'ru' ? ru : en)[issue.code](issue.text);
}
