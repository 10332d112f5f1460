/**
 * What lists of pupils say. Facts only: nothing about how bad it is, and no name.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { CategoryCounts, ListRules, PupilCategory } from '@orientir/core/pupil-lists';
import { LISTS_WARNING } from './school-only-warnings.js';

interface PupilListsWords {
  readonly warning: string;
  readonly title: string;
  readonly foot: string;
  readonly facts: (pupils: number, classes: number) => string;
  readonly about: string;
  readonly headings: Readonly<Record<PupilCategory, string>>;
  readonly byClass: string;
  /** Class, pupils. */
  readonly columns: readonly [string, string];
  readonly all: string;
  readonly counts: (counts: CategoryCounts, pupils: number) => string;
  readonly missed: (who: string, missed: number, lessons: number) => string;
  readonly failing: (who: string, subjects: readonly string[]) => string;
  /** On the list because the school itself wrote so. */
  readonly entered: (who: string) => string;
  readonly medals: string;
  readonly medalsAbout: string;
  /** What may be told outside; given how many are on the list. */
  readonly medalsOutside: (listed: number) => string;
  readonly who: (className: string, code: string) => string;
  readonly nobody: string;
  readonly unknown: (pupils: number) => string;
  readonly plans: string;
  readonly plan: (category: string, template: string, section: string) => string;
  readonly rule: (rules: ListRules) => string;
  readonly unverified: string;
  readonly missing: string;
  readonly noNames: string;
  readonly numbers: string;
}

const ru: PupilListsWords = {
  warning: LISTS_WARNING.ru,
  title: 'Списки учеников, которым может быть нужна поддержка',
  foot: 'Списки учеников. Только для школы (152-ФЗ «О персональных данных»).',
  facts: (pupils, classes) =>
    `В бланке ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}, ${formatCount(classes, 'ru')} ${pluralRu(classes, 'класс', 'класса', 'классов')}.`,
  about:
    'Рядом с каждым кодом стоит факт из бланка, по которому ученик попал в список. Это не оценка ученика: здесь нет ни баллов риска, ни прогнозов, ни мест. Порядок — по классам и кодам. Ученик может стоять в нескольких списках.',
  headings: {
    absent: 'Пропускают занятия',
    failing: 'Не успевают',
    disability: 'С ОВЗ',
  },
  byClass: 'Сколько учеников в списках',
  columns: ['Класс', 'Всего учеников'],
  all: 'Все классы',
  counts: ({ listed, unknown }, pupils) =>
    unknown === 0
      ? formatCount(listed, 'ru')
      : unknown === pupils
        ? 'нет сведений'
        : `${formatCount(listed, 'ru')}; нет сведений: ${formatCount(unknown, 'ru')}`,
  missed: (who, missed, lessons) =>
    `${who}: ${pluralRu(missed, 'пропущен', 'пропущено', 'пропущено')} ${formatCount(missed, 'ru')} из ${formatCount(lessons, 'ru')} ${pluralRu(lessons, 'урока', 'уроков', 'уроков')}.`,
  failing: (who, subjects) =>
    `${who}: не успевает по ${formatCount(subjects.length, 'ru')} ${pluralRu(subjects.length, 'предмету', 'предметам', 'предметам')} (${subjects.join(', ')}).`,
  entered: (who) => `${who}: внесено школой.`,
  medals: 'Предполагаемые медалисты',
  medalsAbout:
    'Эта часть — не о трудностях, она отдельно от трёх списков. Она нужна, чтобы предложить этим ученикам элективные курсы, программы углублённого уровня и факультативы. Кого внести, решила сама школа: программа никого не угадывает и медалей не предсказывает.',
  medalsOutside: (listed) =>
    `Наружу передают только число, без классов и кодов: столбец expected бланка «Медали и ЕГЭ» (orientir template medals). Туда пишут, сколько учеников из этого списка заканчивают школу в этом учебном году; всего в списке ${formatCount(listed, 'ru')}. Если о ком-то из выпускников сведений нет, столбец оставляют пустым. Число не публикуют: когда оно мало, видно, о ком речь.`,
  who: (className, code) => `${className}, код ${code}`,
  nobody: 'По этим сведениям — никого.',
  unknown: (pupils) =>
    `Нет сведений: ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}. ${pluralRu(pupils, 'Относится ли он сюда', 'Относятся ли они сюда', 'Относятся ли они сюда')}, сказать нельзя.`,
  plans: 'План работы с каждой группой',
  plan: (category, template, section) =>
    `${category}: orientir plan template ${template} --out план.docx, раздел «${section}».`,
  rule: ({ id, missedShareFrom, failingFrom }) =>
    `Правило ${id}. «Пропускают занятия»: пропущено от ${formatShare(missedShareFrom, 'ru')} уроков. «Не успевают»: не успевают хотя бы по ${formatCount(failingFrom, 'ru')} ${pluralRu(failingFrom, 'предмету', 'предметам', 'предметам')}. «С ОВЗ»: школа сама написала «да».`,
  unverified:
    'Происхождение правила: own, то есть пороги выбраны нами, документа с ними нет и проверены они не были. Это не норма: школе стоит выбрать свои.',
  missing: 'Пустая ячейка значит «не известно», а не ноль и не «нет».',
  noNames:
    'Имён программа не читает: кто стоит за кодом, знает только школа. В планы не вписывают ни имён, ни кодов.',
  numbers:
    'Числа по классам — для плана самой школы: в малых числах видно, о ком речь, наружу их не передают.',
};

const en: PupilListsWords = {
  warning: LISTS_WARNING.en,
  title: 'Lists of pupils who may need support',
  foot: 'Lists of pupils. For the school only (law 152-FZ on personal data).',
  facts: (pupils, classes) =>
    `In the form: ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')}, ${formatCount(classes, 'en')} ${pluralEn(classes, 'class', 'classes')}.`,
  about:
    'Beside every code stands the fact of the form that put the pupil on the list. This is no judgement of the pupil: there are no risk scores, predictions or ranks. The order is by class and code. A pupil may stand on several lists.',
  headings: { absent: 'Absent from lessons', failing: 'Failing', disability: 'With a disability' },
  byClass: 'How many pupils are on the lists',
  columns: ['Class', 'Pupils in all'],
  all: 'All classes',
  counts: ({ listed, unknown }, pupils) =>
    unknown === 0
      ? formatCount(listed, 'en')
      : unknown === pupils
        ? 'not known'
        : `${formatCount(listed, 'en')}; not known: ${formatCount(unknown, 'en')}`,
  missed: (who, missed, lessons) =>
    `${who}: ${formatCount(missed, 'en')} of ${formatCount(lessons, 'en')} ${pluralEn(lessons, 'lesson', 'lessons')} missed.`,
  failing: (who, subjects) =>
    `${who}: fails ${formatCount(subjects.length, 'en')} ${pluralEn(subjects.length, 'subject', 'subjects')} (${subjects.join(', ')}).`,
  entered: (who) => `${who}: entered by the school.`,
  medals: 'Likely medal winners',
  medalsAbout:
    'This part is not about difficulties and stands apart from the three lists. It is there to offer these pupils elective courses, advanced programmes and optional courses. The school itself decided whom to enter: the program guesses nobody and predicts no medal.',
  medalsOutside: (listed) =>
    `Only a number goes outside, without classes and codes: column expected of the form that orientir template medals writes. It holds how many pupils of this list leave school in this school year; ${formatCount(listed, 'en')} are on the list in all. If a leaver is not known about, the column stays empty. The number is not published: when it is small, it tells who is meant.`,
  who: (className, code) => `${className}, code ${code}`,
  nobody: 'By these facts, nobody.',
  unknown: (pupils) =>
    `Not known: ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')}. Whether they belong here cannot be said.`,
  plans: 'A plan of work with each group',
  plan: (category, template, section) =>
    `${category}: orientir plan template ${template} --lang en --out plan.docx, section “${section}”.`,
  rule: ({ id, missedShareFrom, failingFrom }) =>
    `Rule ${id}. “Absent from lessons”: ${formatShare(missedShareFrom, 'en')} of the lessons or more were missed. “Failing”: at least ${formatCount(failingFrom, 'en')} ${pluralEn(failingFrom, 'subject', 'subjects')}. “With a disability”: the school itself wrote “yes”.`,
  unverified:
    'Origin of the rule: own, that is, we chose the borders; no document has them and nobody verified them. They are no norm: a school should choose its own.',
  missing: 'An empty cell means “not known”, not zero and not “no”.',
  noNames:
    'The program reads no names: only the school knows who a code is. Neither names nor codes belong in a plan.',
  numbers:
    'The numbers by class are for the school’s own plan: small ones tell who is meant, so they are not handed on.',
};

/** Texts in a language. */
export function pupilListsWords(language: Language): PupilListsWords {
  return language === 'ru' ? ru : en;
}
