/**
 * What a letter to a teacher says: who, what, when, why, and what to do if it does not suit. No blame and no
 * comparison; what a teacher may refuse is worded as an offer.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { UnmetReason } from '@orientir/core/support';
import type { CourseDue } from './support-forms.js';

export interface LetterWords {
  readonly title: string;
  /** Of a letter without an offer; `isFull`: all that is missing are places. */
  nothingTitle(topics: number, isFull: boolean): string;
  readonly coursesTitle: string;
  facts(teacher: string, school: string | undefined, subject: string | undefined): string;
  /** Of several topics. */
  found(met: number, needs: number): string;
  nothing(topics: number): string;
  readonly sender: string;
  readonly yours: string;
  /** What follows from no answer. */
  silence(hasPlace: boolean): string;
  readonly offers: string;
  /** What, topics, when, where, hours. */
  readonly columns: readonly [string, string, string, string, string];
  readonly noPlace: string;
  hours(hours: number): string;
  readonly why: string;
  whyLocked(what: string): string;
  whyScarce(what: string, topics: string): string;
  whyFree(what: string, topics: string): string;
  whyRecording(what: string, topics: string): string;
  whyKept(what: string): string;
  quoted(topics: readonly string[]): string;
  missing(topics: number): string;
  unmet(topic: string, why: UnmetReason, note: 'hours' | 'strength' | undefined): string;
  readonly courses: string;
  course(course: CourseDue): string;
  readonly next: string;
  readonly answer: string;
  answerNothing(topics: number): string;
  readonly answerCourses: string;
  spare(what: string, others: readonly string[]): string;
  noSpare(what: string): string;
  readonly sameTime: string;
  check(topics: number, hasDiagnostics: boolean): string;
  withoutResults(topics: number): string;
  readonly rules: string;
  readonly foot: string;
}

const ru: LetterWords = {
  title: 'Какие занятия вам предлагают',
  nothingTitle: (topics, isFull) =>
    `${topics === 1 ? 'Ваша тема' : 'Ваши темы'}: ${isFull ? 'мест' : 'занятий'} пока нет`,
  coursesTitle: 'Ваши курсы',
  facts: (teacher, school, subject) =>
    [
      `Кому: ____________________ (код в списке: ${teacher})`,
      school === undefined ? '' : `школа ${school}`,
      subject === undefined ? '' : `предмет — ${subject}`,
    ]
      .filter((part) => part !== '')
      .join(', ')
      .concat('.'),
  found: (met, needs) =>
    `Тем: ${formatCount(needs, 'ru')}. ${met === needs ? 'Занятия есть по всем.' : `Занятия есть по ${formatCount(met, 'ru')} из ${formatCount(needs, 'ru')}.`}`,
  nothing: (topics) =>
    topics === 1
      ? 'Пока предложить нечего. Ниже написано почему.'
      : 'Пока предложить нечего. Ниже по каждой теме написано почему.',
  sender:
    'Отправитель: ____________________  Телефон или почта: ____________________  Ответить до: __________',
  yours: 'Участвовать или нет, решаете вы; отправитель только записывает. Объяснять отказ не нужно.',
  silence: (hasPlace) =>
    hasPlace
      ? 'Если не ответите, место могут отдать другим, больше ничего не произойдёт.'
      : 'Если не ответите, ничего не произойдёт.',
  offers: 'Что, когда и где',
  columns: ['Что', 'Темы', 'Когда', 'Где', 'Часов'],
  noPlace: 'спросите у отправителя',
  hours: (hours) => (hours === 0 ? '—' : formatCount(hours, 'ru')),
  why: 'Почему именно это',
  whyLocked: (what) => `${what}: так решили организаторы заранее. Если не подходит, напишите отправителю.`,
  whyScarce: (what, topics) =>
    `${what}: подходит по ${topics}. Мест меньше, чем учителей, которым они подошли бы. Если место вам не нужно, напишите сразу: его предложат другому.`,
  whyFree: (what, topics) =>
    `${what}: подходит по ${topics}. Место для вас есть: чтобы занять его, ответьте отправителю.`,
  whyRecording: (what, topics) => `${what}: подходит по ${topics}. Видео доступно; ссылку даст отправитель.`,
  whyKept: (what) => `${what}: было и в прежнем плане, поэтому осталось.`,
  quoted: (topics) =>
    `${pluralRu(topics.length, 'теме', 'темам', 'темам')} ${topics.map((topic) => `«${topic}»`).join(', ')}`,
  missing: (topics) => (topics === 1 ? 'По какой теме помощи пока нет' : 'По каким темам помощи пока нет'),
  unmet: (topic, why, note) => `«${topic}»: ${note === undefined ? UNMET_RU[why] : UNMET_NOTE_RU[note]}`,
  courses: 'Какие курсы нужно пройти',
  course: ({ course, due, hours }) =>
    `${course}${hours === undefined ? '' : `, ${formatCount(hours, 'ru')} ч`}${due === undefined ? '' : `: до ${russianDate(due)}`}.`,
  next: 'Что можно сделать',
  answer:
    'Ответьте, пожалуйста, отправителю: подходит или нет. Если напишете, что не подошло (время, тема, место), найти замену проще.',
  answerNothing: (topics) =>
    `Если хотите, напишите отправителю, ${topics === 1 ? 'нужна ли вам эта тема' : 'нужны ли вам эти темы'} и когда вам удобно заниматься. Если не ответите, ничего не произойдёт.`,
  answerCourses: 'Если курс или срок указан неверно, напишите отправителю.',
  spare: (what, others) => `Не подходит ${what}? Вместо него сейчас свободно: ${others.join('; ')}.`,
  noSpare: (what) =>
    `Не подходит ${what}? Свободной замены сейчас нет. Можно написать отправителю, что вам подошло бы.`,
  sameTime: 'в то же время',
  check: (topics, hasDiagnostics) =>
    `При желании ${topics === 1 ? 'тему' : 'темы'} можно проверить ${hasDiagnostics ? '' : 'диагностикой, '}самооценкой или разбором своего урока. ${topics === 1 ? 'Не подтвердилась — напишите, и её уберут.' : 'Какая-то не подтвердилась — напишите, и её уберут.'}`,
  withoutResults: (topics) =>
    `Для выбора ${topics === 1 ? 'вашей темы' : 'ваших тем'} результаты ВПР не использовались.`,
  rules:
    'Занятия подобрала программа. Официального правила для такого подбора нет, поэтому взято правило её разработчиков.',
  foot: 'Только для учителя и тех, кто организует помощь.',
};

const UNMET_RU: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'таких занятий пока нет. Эта тема попала в список того, что нужно организовать.',
  'not-eligible': 'занятия идут, когда вы заняты. Можно написать, когда вам удобно.',
  'group-too-small': 'группа не набралась, занятия не состоятся.',
  full: 'все места пока предложены другим. Можно попросить записать вас в лист ожидания.',
  clash: 'занятие идёт в то же время, что и другое ваше. Если оно важнее, напишите об этом.',
  limit: 'вам уже предложено столько, сколько вы берёте. Если готовы взять больше, напишите.',
};
const UNMET_NOTE_RU: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'не хватает часов, которые вы указали. Если найдутся ещё часы, напишите.',
  strength: 'занятия есть, но более лёгкие, чем нужно. Тема попала в список того, что нужно организовать.',
};

const en: LetterWords = {
  title: 'What you are offered to learn',
  nothingTitle: (topics, isFull) =>
    `Your ${pluralEn(topics, 'topic', 'topics')}: no ${isFull ? 'places' : 'offers'} yet`,
  coursesTitle: 'Your courses',
  facts: (teacher, school, subject) =>
    [
      `To: ____________________ (code in the list: ${teacher})`,
      school === undefined ? '' : `school ${school}`,
      subject === undefined ? '' : `subject: ${subject}`,
    ]
      .filter((part) => part !== '')
      .join(', ')
      .concat('.'),
  found: (met, needs) =>
    `Topics: ${formatCount(needs, 'en')}. ${met === needs ? 'There is something on all of them.' : `There is something on ${formatCount(met, 'en')} of ${formatCount(needs, 'en')}.`}`,
  nothing: (topics) =>
    topics === 1
      ? 'There is nothing to offer yet. The reason stands below.'
      : 'There is nothing to offer yet. The reasons stand below, topic by topic.',
  sender: 'Sender: ____________________  Telephone or e-mail: ____________________  Answer by: __________',
  yours: 'Whether to take part is yours to decide; the sender only writes it down. You owe no reason.',
  silence: (hasPlace) =>
    hasPlace
      ? 'If you do not answer, others may get the place; nothing else happens.'
      : 'If you do not answer, nothing happens.',
  offers: 'What, when and where',
  columns: ['What', 'Topics', 'When', 'Where', 'Hours'],
  noPlace: 'ask the sender',
  hours: (hours) => (hours === 0 ? '—' : formatCount(hours, 'en')),
  why: 'Why this',
  whyLocked: (what) =>
    `${what}: the organisers have settled it beforehand. If it does not suit you, write to the sender.`,
  whyScarce: (what, topics) =>
    `${what}: on ${topics}. There are fewer places than teachers whom they would suit. If you do not need yours, say so at once: it will be offered to somebody else.`,
  whyFree: (what, topics) => `${what}: on ${topics}. There is a place for you: answer the sender to take it.`,
  whyRecording: (what, topics) => `${what}: on ${topics}. The video is there; the sender gives the link.`,
  whyKept: (what) => `${what}: it was in the earlier plan too, so it stays.`,
  quoted: (topics) =>
    `${pluralEn(topics.length, 'the topic', 'the topics')} ${topics.map((topic) => `“${topic}”`).join(', ')}`,
  missing: (topics) => `${pluralEn(topics, 'Topic', 'Topics')} without support so far`,
  unmet: (topic, why, note) => `“${topic}”: ${note === undefined ? UNMET_EN[why] : UNMET_NOTE_EN[note]}`,
  courses: 'Courses that you have to take',
  course: ({ course, due, hours }) =>
    `${course}${hours === undefined ? '' : `, ${formatCount(hours, 'en')} h`}${due === undefined ? '' : `: by ${due}`}.`,
  next: 'What you can do',
  answer:
    'Please answer the sender: does it suit you? If you say what does not (the time, the topic, the place), a substitute is easier to find.',
  answerNothing: (topics) =>
    `If you like, tell the sender whether you need ${topics === 1 ? 'this topic' : 'these topics'} and when you could learn. If you do not answer, nothing happens.`,
  answerCourses: 'If a course or a date is wrong, write to the sender.',
  spare: (what, others) => `${what} does not suit you? Free now instead: ${others.join('; ')}.`,
  noSpare: (what) =>
    `${what} does not suit you? There is no free substitute now. You can tell the sender what would suit you.`,
  sameTime: 'at the same time',
  check: (topics, hasDiagnostics) =>
    `If you like, you can check ${topics === 1 ? 'the topic' : 'the topics'} by ${hasDiagnostics ? '' : 'a diagnostic, '}a self-rating or a look at a lesson of yours. If ${topics === 1 ? 'it is' : 'one is'} not confirmed, say so and it will be taken out.`,
  withoutResults: (topics) =>
    `Results of ВПР were not used to choose your ${pluralEn(topics, 'topic', 'topics')}.`,
  rules:
    'A program chose what is offered. There is no official rule for such a choice, so it took its developers’ own.',
  foot: 'For the teacher and those who arrange the support only.',
};

const UNMET_EN: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'nothing is offered yet. The topic is on the list of what has to be arranged.',
  'not-eligible': 'it takes place when you are busy. You can say when you are free.',
  'group-too-small': 'too few people came together, so it does not take place.',
  full: 'all places are offered to others for now. You can ask to be put on the waiting list.',
  clash: 'it takes place at the same time as something else of yours. If it matters more, say so.',
  limit: 'you are offered as much as you take already. If you can take more, say so.',
};
const UNMET_NOTE_EN: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'the hours that you named do not suffice. If you find more, say so.',
  strength: 'what is offered is lighter than needed. The topic is on the list of what has to be arranged.',
};

function russianDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}.${month}.${year}`;
}

export function letterWords(language: Language): LetterWords {
  return language === 'ru' ? ru : en;
}
