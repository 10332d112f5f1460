/**
 * What a letter to a teacher says: who, what, when, why, and what to do if it does not suit. No blame and no comparison.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { Offer, UnmetReason } from '@orientir/core/support';
import type { CourseDue } from './support-forms.js';

export interface LetterWords {
  readonly title: string;
  facts(teacher: string, school: string | undefined, subject: string | undefined): string;
  found(met: number, needs: number): string;
  readonly nothing: string;
  readonly sender: string;
  guess(topics: number, sources: readonly string[]): string;
  readonly yours: string;
  readonly offers: string;
  /** What, topics, when, where, hours. */
  readonly columns: readonly [string, string, string, string, string];
  what(offer: Offer): string;
  readonly anyTime: string;
  readonly noPlace: string;
  hours(hours: number): string;
  readonly why: string;
  whyLocked(what: string): string;
  whyScarce(what: string, topics: string): string;
  whyFree(what: string, topics: string): string;
  whyKept(what: string): string;
  quoted(topics: readonly string[]): string;
  readonly missing: string;
  unmet(topic: string, why: UnmetReason, note: 'hours' | 'strength' | undefined): string;
  readonly courses: string;
  course(course: CourseDue): string;
  readonly next: string;
  readonly answer: string;
  readonly answerNothing: string;
  spare(what: string, others: readonly string[]): string;
  noSpare(what: string): string;
  readonly diagnose: string;
  rules(id: string): string;
  readonly foot: string;
}

const ru: LetterWords = {
  title: 'Какие занятия вам предлагают',
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
    needs === 1
      ? 'Речь об одной теме. Занятие по ней есть.'
      : `Речь о ${formatCount(needs, 'ru')} темах. ${met === needs ? 'Занятия есть по всем.' : `Занятия есть по ${formatCount(met, 'ru')} из ${formatCount(needs, 'ru')}.`}`,
  nothing: 'Пока предложить нечего. Почему — написано ниже по каждой теме.',
  sender:
    'Отправитель: ____________________  Телефон или почта: ____________________  Ответить до: __________',
  guess: (topics, sources) =>
    `${sources.length === 0 ? '' : `Откуда ${topics === 1 ? 'тема' : 'темы'}: ${sources.map((source) => SOURCES_RU[source.toLowerCase()] ?? source).join('; ')}. `}Это предположение, а не оценка вашей работы: исправить его можете вы сами.`,
  yours: 'Соглашаться не обязательно: решаете вы, объяснять отказ не нужно.',
  offers: 'Что вам предлагают',
  columns: ['Что', 'По каким темам', 'Когда', 'Где', 'Часов'],
  what: ({ kind, offer }) => (kind === '' ? offer : `${kind} «${offer}»`),
  anyTime: 'в любое удобное время',
  noPlace: 'уточните',
  hours: (hours) => (hours === 0 ? '—' : formatCount(hours, 'ru')),
  why: 'Почему именно это',
  whyLocked: (what) => `${what}: так решили организаторы заранее.`,
  whyScarce: (what, topics) =>
    `${what}: подходит по ${topics}. Мест меньше, чем желающих. Если место вам не нужно, скажите сразу: его предложат другому.`,
  whyFree: (what, topics) =>
    `${what}: подходит по ${topics}. Место для вас есть: чтобы занять его, ответьте отправителю.`,
  whyKept: (what) => `${what}: было и в прежнем плане, поэтому осталось.`,
  quoted: (topics) =>
    `${pluralRu(topics.length, 'теме', 'темам', 'темам')} ${topics.map((topic) => `«${topic}»`).join(', ')}`,
  missing: 'По каким темам помощи пока нет',
  unmet: (topic, why, note) => `«${topic}»: ${note === undefined ? UNMET_RU[why] : UNMET_NOTE_RU[note]}`,
  courses: 'Какие курсы нужно пройти',
  course: ({ course, due, hours }) =>
    `${course}${hours === undefined ? '' : `, ${formatCount(hours, 'ru')} ч`}${due === undefined ? '' : `: до ${russianDate(due)}`}.`,
  next: 'Что сделать',
  answer:
    'Ответьте отправителю: подходит или нет. Если напишете, что не подошло (время, тема, место), найти замену проще.',
  answerNothing: 'Ответьте отправителю: верны ли темы и когда вам удобно учиться.',
  spare: (what, others) => `Не подходит ${what}? Вместо него сейчас свободно: ${others.join('; ')}.`,
  noSpare: (what) =>
    `Не подходит ${what}? Свободной замены сейчас нет. Напишите отправителю, что вам подошло бы.`,
  diagnose:
    'Если тема вам не нужна, так и напишите: её уберут. Проверить тему можно диагностикой, если вы сами этого хотите.',
  rules: (id) =>
    `Занятия подобрала программа, решают люди: вы и отправитель. Официального правила для такого подбора нет, взято правило разработчиков (${id}).`,
  foot: 'Предложение занятий. Только для учителя и организаторов.',
};

/** Sources that our own tables name; other words stand as they were written. */
const SOURCES_RU: Readonly<Record<string, string>> = {
  results: 'работы учеников',
  diagnostics: 'диагностика',
  declared: 'вы назвали её сами',
};

const SOURCES_EN: Readonly<Record<string, string>> = {
  results: 'papers of pupils',
  diagnostics: 'a diagnostic',
  declared: 'you named it yourself',
};

const UNMET_RU: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'таких занятий пока нет. Эта тема попала в список того, что нужно организовать.',
  'not-eligible': 'занятия идут, когда вы заняты. Напишите, когда вам удобно.',
  'group-too-small': 'группа не набралась, занятия не состоятся.',
  full: 'все места заняты. Попросите записать вас в лист ожидания.',
  clash: 'занятие идёт в то же время, что и другое ваше. Если оно важнее, напишите об этом.',
  limit: 'вам уже предложено столько, сколько вы берёте. Готовы взять больше — напишите.',
};
const UNMET_NOTE_RU: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'не хватает часов, которые вы указали. Найдутся ещё часы — напишите.',
  strength: 'занятия есть, но более лёгкие, чем нужно. Тема попала в список того, что нужно организовать.',
};

const en: LetterWords = {
  title: 'What you are offered to learn',
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
    `Help with ${formatCount(needs, 'en')} ${pluralEn(needs, 'topic', 'topics')} may be useful to you. ${met === needs ? (needs === 1 ? 'There is something on it.' : 'There is something on all of them.') : `There is something on ${formatCount(met, 'en')} of ${formatCount(needs, 'en')}.`}`,
  nothing: 'There is nothing to offer yet. The reasons stand below, topic by topic.',
  sender: 'Sender: ____________________  Telephone or e-mail: ____________________  Answer by: __________',
  guess: (topics, sources) =>
    `${sources.length === 0 ? '' : `Where the ${topics === 1 ? 'topic comes' : 'topics come'} from: ${sources.map((source) => SOURCES_EN[source.toLowerCase()] ?? source).join('; ')}. `}It is a guess, not a judgement of your work: you can correct it.`,
  yours: 'You need not accept: the decision is yours, and you owe no reason.',
  offers: 'What you are offered',
  columns: ['What', 'Topics', 'When', 'Where', 'Hours'],
  what: ({ kind, offer }) => (kind === '' ? offer : `${kind} “${offer}”`),
  anyTime: 'at any time',
  noPlace: 'please ask',
  hours: (hours) => (hours === 0 ? '—' : formatCount(hours, 'en')),
  why: 'Why this',
  whyLocked: (what) => `${what}: the organisers have settled it beforehand.`,
  whyScarce: (what, topics) =>
    `${what}: on ${topics}. There are fewer places than people who want one. If you do not need yours, say so at once: somebody else will have it.`,
  whyFree: (what, topics) => `${what}: on ${topics}. There is a place for you: answer the sender to take it.`,
  whyKept: (what) => `${what}: it was in the earlier plan too, so it stays.`,
  quoted: (topics) =>
    `${pluralEn(topics.length, 'the topic', 'the topics')} ${topics.map((topic) => `“${topic}”`).join(', ')}`,
  missing: 'Topics without support so far',
  unmet: (topic, why, note) => `“${topic}”: ${note === undefined ? UNMET_EN[why] : UNMET_NOTE_EN[note]}`,
  courses: 'Courses that you have to take',
  course: ({ course, due, hours }) =>
    `${course}${hours === undefined ? '' : `, ${formatCount(hours, 'en')} h`}${due === undefined ? '' : `: by ${due}`}.`,
  next: 'What to do',
  answer:
    'Answer the sender: does it suit you? If you say what does not (the time, the topic, the place), a substitute is easier to find.',
  answerNothing: 'Answer the sender: are the topics right, and when could you learn?',
  spare: (what, others) => `${what} does not suit you? Free now instead: ${others.join('; ')}.`,
  noSpare: (what) =>
    `${what} does not suit you? There is no free substitute now. Tell the sender what would suit you.`,
  diagnose:
    'If you do not need a topic, say so: it will be taken out. A diagnostic can check it, if you wish to take one.',
  rules: (id) =>
    `A program proposed this, people decide: you and the sender. There is no official rule for such a choice; it took the developers’ own (${id}).`,
  foot: 'An offer of support. For the teacher and the organisers only.',
};

const UNMET_EN: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'nothing is offered yet. The topic is on the list of what has to be arranged.',
  'not-eligible': 'it takes place when you are busy. Say when you are free.',
  'group-too-small': 'too few people came together, so it does not take place.',
  full: 'all places are taken. Ask to be put on the waiting list.',
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
