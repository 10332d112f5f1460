/**
 * What the individual route of a teacher says.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { UnmetReason } from '@orientir/core/support';
import type { CourseDue } from './support-forms.js';

export interface RouteWords {
  readonly title: string;
  facts(teacher: string, school: string | undefined, subject: string | undefined): string;
  readonly people: string;
  draft(topics: number): string;
  readonly onlyCourses: string;
  readonly heading: string;
  /** Number, step, topics, when and where, what should come of it, mark. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly noTopic: string;
  readonly check: Step;
  offered(what: string, hours: string | undefined): string;
  readonly offeredResult: string;
  readonly settledResult: string;
  place(place: string): string;
  readonly missing: string;
  why(why: UnmetReason, note: 'hours' | 'strength' | undefined): string;
  readonly missingResult: string;
  readonly lesson: Step;
  readonly again: Step;
  course(course: CourseDue): string;
  due(due: string | undefined): string;
  readonly courseResult: string;
  readonly how: string;
  readonly rules: readonly string[];
  readonly next: string;
  readonly steps: readonly string[];
  readonly form: string;
  readonly foot: string;
}

/** A step that every route has: what, when, what should come of it. */
interface Step {
  readonly what: string;
  readonly when: string;
  readonly result: string;
}

const ru: RouteWords = {
  title: 'Индивидуальный образовательный маршрут учителя',
  facts: (teacher, school, subject) =>
    `${[
      `Учитель: ____________________ (код в списке: ${teacher})`,
      ...(school === undefined ? [] : [`школа ${school}`]),
      ...(subject === undefined ? [] : [`предмет — ${subject}`]),
    ].join(', ')}.`,
  people: 'Кто сопровождает: ____________________  С __________ по __________',
  draft: (topics) =>
    topics === 1
      ? 'Это черновик. Тема — предположение: сначала её проверяет сам учитель. Если она не подтвердилась, вычеркните её.'
      : 'Это черновик. Темы — предположения: сначала их проверяет сам учитель. Тему, которая не подтвердилась, вычеркните во всех шагах.',
  onlyCourses: 'Это черновик. Тем, по которым нужна помощь, у учителя не отмечено; ниже только курсы.',
  heading: 'Шаги',
  columns: ['№', 'Что делаем', 'По каким темам', 'Когда и где', 'Что получится', 'Отметка'],
  noTopic: '—',
  check: {
    what: 'Учитель сам проверяет, нужна ли помощь: диагностика, самооценка или разбор своего урока — на выбор',
    when: 'До первого занятия: ________',
    result: 'Каждая тема подтверждена или вычеркнута',
  },
  offered: (what, hours) => `${upper(what)}${hours === undefined ? '' : `, ${hours} ч`}`,
  offeredResult: 'Выбрано, что попробовать на своих уроках',
  settledResult: 'Решено организаторами заранее; темы выберите вместе',
  place: (place) => `где: ${place}`,
  missing: 'Тема пока ждёт',
  why: (why, note) => (note === undefined ? UNMET_RU[why] : UNMET_NOTE_RU[note]),
  missingResult: 'Занятие найдено или решено подождать до ________',
  lesson: {
    what: 'Учитель пробует новое на своих уроках: хотя бы один приём или одно задание по каждой теме',
    when: 'После занятий; даты уроков: ________',
    result: 'Есть урок или задание, о котором можно рассказать коллегам',
  },
  again: {
    what: 'Учитель проверяет, помогло ли: тем же способом, что в первом шаге',
    when: 'После уроков: ________',
    result: 'По каждой теме решено: закрыта или нужен ещё один шаг',
  },
  course: ({ course, hours }) =>
    `Курс «${course}»${hours === undefined ? '' : `, ${String(hours).replace('.', ',')} ч`}`,
  due: (due) => (due === undefined ? 'Срок: ________' : `До ${due.split('-').reverse().join('.')}`),
  courseResult: 'Курс пройден, документ получен',
  how: 'Как пользоваться',
  rules: [
    'Шаги идут по порядку, но сроки и занятия можно менять. На каждый шаг нужно согласие учителя; у курсов со сроком порядок свой.',
    'В графе «Отметка» пишут дату или «снято». Баллов и оценок в маршруте нет.',
  ],
  next: 'Что сделать сейчас',
  steps: [
    'Учителю: впишите, как и когда проверите темы, и верните один экземпляр тому, кто сопровождает.',
    'Тому, кто сопровождает: впишите даты занятий и договоритесь, когда встретитесь после уроков.',
  ],
  form: 'Форму маршрута составили разработчики. Она не сверена с положением вашего региона об индивидуальных маршрутах: если там другая форма, перенесите шаги в неё.',
  foot: 'Черновик маршрута. Только для учителя и тех, кто организует помощь.',
};

const UNMET_RU: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'таких занятий ещё нет',
  'not-eligible': 'занятия идут, когда учитель занят',
  'group-too-small': 'группа не набралась',
  full: 'все места заняты',
  clash: 'время совпало с другим занятием',
  limit: 'учителю уже предложено столько, сколько он берёт',
};
const UNMET_NOTE_RU: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'не хватает часов, которые указаны',
  strength: 'есть только более лёгкие занятия',
};

const en: RouteWords = {
  title: 'Individual learning route of a teacher',
  facts: (teacher, school, subject) =>
    `${[
      `Teacher: ____________________ (code in the list: ${teacher})`,
      ...(school === undefined ? [] : [`school ${school}`]),
      ...(subject === undefined ? [] : [`subject: ${subject}`]),
    ].join(', ')}.`,
  people: 'Accompanied by: ____________________  From __________ to __________',
  draft: (topics) =>
    topics === 1
      ? 'This is a draft. The topic is a guess: the teacher checks it first. Strike it out if it is not confirmed.'
      : 'This is a draft. The topics are guesses: the teacher checks them first. Strike out in all steps what is not confirmed.',
  onlyCourses: 'This is a draft. No topics are marked for the teacher; there are courses only.',
  heading: 'Steps',
  columns: ['No.', 'What is done', 'Topics', 'When and where', 'What should come of it', 'Mark'],
  noTopic: '—',
  check: {
    what: 'The teacher checks whether help is needed: by a diagnostic, a self-rating or a look at a lesson, as the teacher prefers',
    when: 'Before the first meeting: ________',
    result: 'Each topic is confirmed or struck out',
  },
  offered: (what, hours) => `${upper(what)}${hours === undefined ? '' : `, ${hours} h`}`,
  offeredResult: 'Something is chosen to try in class',
  settledResult: 'Settled by the organisers beforehand; choose the topics together',
  place: (place) => `where: ${place}`,
  missing: 'The topic has to wait',
  why: (why, note) => (note === undefined ? UNMET_EN[why] : UNMET_NOTE_EN[note]),
  missingResult: 'An offer is found, or it is settled to wait until ________',
  lesson: {
    what: 'The teacher tries it in class: at least one way of working or one task for each topic',
    when: 'After that; dates of lessons: ________',
    result: 'There is a lesson or a task to tell colleagues about',
  },
  again: {
    what: 'The teacher checks whether it helped, in the same way as in the first step',
    when: 'After the lessons: ________',
    result: 'For each topic it is settled: done, or another step is needed',
  },
  course: ({ course, hours }) => `Course “${course}”${hours === undefined ? '' : `, ${hours} h`}`,
  due: (due) => (due === undefined ? 'Due: ________' : `By ${due}`),
  courseResult: 'The course is taken, the certificate is there',
  how: 'How to use it',
  rules: [
    'Steps follow each other, but dates and offers may change. Every step needs the teacher’s consent; courses with a date have rules of their own.',
    'The column “Mark” takes a date or “dropped”. There are no points or marks in a route.',
  ],
  next: 'What to do now',
  steps: [
    'Teacher: write down how and when you will check the topics, and give one copy back to the person who accompanies you.',
    'Whoever accompanies: write down the dates and agree when you meet after the lessons.',
  ],
  form: 'The form is the developers’ own. It was not checked against your region’s rules for individual routes: if they have another form, put the steps there.',
  foot: 'A draft of a route. For the teacher and the organisers only.',
};

const UNMET_EN: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'there is no such offer yet',
  'not-eligible': 'it takes place when the teacher is busy',
  'group-too-small': 'too few came together',
  full: 'all places are taken',
  clash: 'at the same time as another offer',
  limit: 'the teacher is offered as much as the teacher takes',
};
const UNMET_NOTE_EN: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'the hours that are stated do not suffice',
  strength: 'only lighter help is offered',
};

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function routeWords(language: Language): RouteWords {
  return language === 'ru' ? ru : en;
}
