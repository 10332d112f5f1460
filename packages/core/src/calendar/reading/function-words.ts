/**
 * Words that join, limit and qualify: the glue between dates and rules.
 *
 * @module
 */
import { adjective, noun } from './word-forms.js';

/** What such a word does. */
export type WordName =
  | 'until'
  | 'by'
  | 'from'
  | 'along'
  | 'in'
  | 'on'
  | 'for'
  | 'of'
  | 'after'
  | 'before'
  | 'between'
  | 'at'
  | 'and'
  | 'or'
  | 'not'
  | 'but'
  | 'later'
  | 'earlier'
  | 'rarer'
  | 'less'
  | 'more'
  | 'than'
  | 'minimum'
  | 'every'
  | 'times'
  | 'twice'
  | 'thrice'
  | 'school'
  | 'calendar'
  | 'working'
  | 'this'
  | 'next'
  | 'new'
  | 'previous'
  | 'whole'
  | 'course'
  | 'period'
  | 'term'
  | 'start'
  | 'middle'
  | 'end'
  | 'half'
  | 'result'
  | 'beginning'
  | 'inclusive'
  | 'day-number'
  | 'break'
  | 'state'
  | 'moment'
  | 'through'
  | 'this-year'
  | 'this-school-year'
  | 'except'
  | 'filler';

/** Each meaning with its forms. */
export function functionWords(): readonly (readonly [name: WordName, forms: readonly string[]])[] {
  return [
    ['until', ['до']],
    ['by', ['к', 'ко']],
    ['from', ['с', 'со']],
    ['along', ['по']],
    ['in', ['в', 'во']],
    ['on', ['на']],
    ['for', ['за']],
    ['of', ['от']],
    ['after', ['после', 'спустя']],
    ['before', ['перед', 'накануне']],
    ['between', ['между']],
    ['at', ['при']],
    ['and', ['и', 'а', 'также']],
    ['or', ['или', 'либо']],
    ['not', ['не']],
    ['but', ['но']],
    ['later', ['позднее', 'позже', 'поздней']],
    ['earlier', ['ранее', 'раньше']],
    ['rarer', ['реже']],
    ['less', ['менее', 'меньше']],
    ['more', ['более', 'больше', 'чаще']],
    ['than', ['чем']],
    ['minimum', ['минимум', 'минимально']],
    ['every', [...adjective('кажд'), 'всякий']],
    ['times', ['раз', 'раза', 'разу', 'разом']],
    ['twice', ['дважды']],
    ['thrice', ['трижды']],
    ['school', [...adjective('учебн'), 'уч', 'учеб']],
    ['calendar', [...adjective('календарн'), 'кален']],
    ['working', [...adjective('рабоч'), 'раб']],
    [
      'this',
      [
        ...adjective('текущ'),
        ...adjective('данн'),
        ...adjective('настоящ'),
        'этот',
        'этого',
        'этом',
        'эту',
        'этой',
        'сего',
      ],
    ],
    [
      'next',
      [...adjective('следующ'), ...adjective('будущ'), ...adjective('предстоящ'), ...adjective('ближайш')],
    ],
    ['new', adjective('нов')],
    [
      'previous',
      [...adjective('прошл'), ...adjective('прошедш'), ...adjective('предыдущ'), ...adjective('истекш')],
    ],
    ['whole', ['весь', 'всего', 'всему', 'всем', 'вся', 'всю', 'всей', 'все', 'всех', ...adjective('полн')]],
    ['course', ['течение', 'течении', 'протяжение', 'протяжении', 'теч']],
    ['period', noun('период', ' а у ом е ы ов')],
    ['term', noun('срок', ' а у ом е и ов ам')],
    ['start', [...noun('начал', 'о а у ом е'), 'нач']],
    ['middle', [...noun('середин', 'а ы е у ой'), 'сер']],
    [
      'end',
      [
        'конец',
        'кон',
        ...noun('конц', 'а у е ом'),
        ...noun('окончани', 'е я ю ем и'),
        ...noun('завершени', 'е я ю ем и'),
      ],
    ],
    ['half', noun('половин', 'а ы е у ой')],
    ['result', [...noun('итог', ' а у ом е и ов ам ах'), ...noun('результат', ' а у ом е ы ов ам ах')]],
    ['beginning', ['начиная', 'начать']],
    ['inclusive', ['включительно', 'вкл']],
    ['day-number', ['число', 'числа', 'числу', 'числе', 'числом', 'чисел', 'числах', 'числам']],
    ['break', [...noun('каникул', 'ы ам ах ами').concat('каникул'), ...adjective('каникулярн')]],
    ['state', ['состоянию']],
    ['moment', ['момента']],
    ['through', ['через']],
    ['this-year', ['текущего-года']],
    ['this-school-year', ['учебного-года']],
    ['except', ['кроме', 'исключая', 'исключением', 'искл', 'без', 'помимо', 'нет']],
    [
      'filler',
      [
        ...adjective('крайн'),
        ...adjective('планов'),
        ...adjective('ориентировочн'),
        'ориентировочно',
        'планово',
        'дата',
        'даты',
        'дату',
        'исполнения',
        'выполнения',
        'проведения',
        'реализации',
        'сдачи',
        'обязательно',
        'вплоть',
      ],
    ],
  ];
}
