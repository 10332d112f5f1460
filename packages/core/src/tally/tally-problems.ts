import type { Language } from '../foundation/issue.js';

/** What is wrong with a file of tallies beyond its shape, in both languages. */
export type TallyProblem = Readonly<Record<Language, string>>;

export const TALLY_PROBLEMS = {
  'not-known': { en: 'unknown', ru: 'причина неизвестна' },
  'assessment-twice': { en: 'the assessment stands twice', ru: 'работа записана дважды' },
  'group-twice': { en: 'the group stands twice', ru: 'группа записана дважды' },
  'responses-lists': {
    en: 'responses must have one list for each item',
    ru: 'в responses должно быть по списку на каждое задание',
  },
  'responses-pairs': {
    en: 'responses are not ascending pairs of a response code and a count',
    ru: 'в responses нужны пары «код ответа, число учеников» по возрастанию кодов',
  },
  marks: {
    en: 'marks do not add up to the pupils who wrote',
    ru: 'отметок в marks не столько, сколько учеников писали работу',
  },
  'complete-order': {
    en: 'complete has items, totals or cross tables out of order or out of range',
    ru: 'в complete задания, суммы или таблицы не по порядку или вне границ',
  },
  'complete-pupils': {
    en: 'complete has more pupils than wrote',
    ru: 'в complete учеников больше, чем писали работу',
  },
  'untaught-pupils': {
    en: 'complete and untaught have more pupils than wrote',
    ru: 'в complete и untaught учеников больше, чем писали работу',
  },
  untaught: {
    en: 'untaught has items or totals out of order or out of range, or a set of items twice',
    ru: 'в untaught задания или суммы не по порядку или вне границ либо набор заданий записан дважды',
  },
  products: {
    en: 'products have items out of order, lists of another length or a variant twice',
    ru: 'в products задания не по порядку, списки другой длины или вариант записан дважды',
  },
} as const satisfies Readonly<Record<string, TallyProblem>>;

/** The item counts from 0, as in the file. */
export function tooManyResponses(item: number): TallyProblem {
  return {
    en: `item ${item} has more responses than pupils who wrote`,
    ru: `ответов на задание ${item} больше, чем учеников писали работу`,
  };
}
