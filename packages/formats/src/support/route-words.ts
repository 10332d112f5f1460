/**
 * What the individual route of a teacher says, to the teacher.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatDay } from '@orientir/core/foundation';
import type { UnmetReason } from '@orientir/core/support';
import type { CourseDue } from './support-forms.js';

export interface RouteWords {
  readonly title: string;
  facts(teacher: string, school: string | undefined, subject: string | undefined): string;
  readonly people: string;
  readonly draft: string;
  /** Follows the draft where a course has a date. */
  readonly courseOrder: string;
  readonly onlyCourses: string;
  readonly heading: string;
  /** Number, step, topics, when and where, what should come of it, mark. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly noTopic: string;
  check(topics: number, hasDiagnostics: boolean, begins: Begins): Step;
  readonly offeredResult: string;
  readonly settledResult: string;
  readonly missing: string;
  why(why: UnmetReason, note: 'hours' | 'strength' | undefined): string;
  readonly missingDue: string;
  readonly missingResult: string;
  lesson(topics: number, begins: Begins): Step;
  again(topics: number): Step;
  course(course: CourseDue): string;
  due(due: string | undefined): string;
  readonly courseResult: string;
  readonly how: string;
  readonly rules: readonly string[];
  readonly next: string;
  forTeacher(topics: number): string;
  readonly forCompanion: readonly string[];
  readonly foot: string;
}

/** What the route starts with: a meeting, a recording, or nothing yet. */
export type Begins = 'meeting' | 'recording' | 'nothing';

/** A step: what, when, what should come of it. */
export interface Step {
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
  draft:
    'Это черновик. Маршрут начинается, только если вы согласны; от маршрута и от любого шага можно отказаться без объяснений.',
  courseOrder: 'У курсов со сроком порядок свой: спросите о нём того, кто сопровождает.',
  onlyCourses: 'Тем, по которым нужна помощь, у вас не отмечено; ниже только курсы.',
  heading: 'Шаги',
  columns: ['№', 'Что делаете', 'Темы', 'Когда и где', 'Что получится', 'Выполнено (дата)'],
  noTopic: '—',
  check: (topics, hasDiagnostics, begins) => ({
    what: `Вы сами проверяете, ${topics === 1 ? 'нужна ли вам тема' : 'какие темы вам нужны'}: ${hasDiagnostics ? 'самооценка или разбор своего урока' : 'диагностика, самооценка или разбор своего урока'}, на ваш выбор`,
    when: BEFORE_RU[begins],
    result: topics === 1 ? 'Тема подтверждена или вычеркнута' : 'Каждая тема подтверждена или вычеркнута',
  }),
  offeredResult: 'Если хотите, выбираете, что попробовать на своих уроках',
  settledResult: 'Решено организаторами заранее; темы выберите вместе',
  missing: 'Тема пока ждёт',
  why: (why, note) => (note === undefined ? UNMET_RU[why] : UNMET_NOTE_RU[note]),
  missingDue: 'Срок: ________',
  missingResult: 'Занятие найдено или решено подождать до ________',
  lesson: (topics, begins) => ({
    what:
      topics === 1
        ? 'Пробуете новое на своих уроках: один приём или одно задание'
        : 'Выбираете одну тему и пробуете новое на своих уроках: один приём или одно задание',
    when: `${begins === 'recording' ? 'После просмотра' : 'После занятий'}; даты проб: ________`,
    result: 'Есть урок или задание. Рассказывать ли о нём коллегам, решаете вы',
  }),
  again: (topics) => ({
    what: 'Проверяете, помогло ли: тем же способом, что в первом шаге',
    when: 'После того как попробовали: ________',
    result: `${topics === 1 ? 'По теме' : 'По выбранной теме'} решено: закрыта или нужен ещё один шаг`,
  }),
  course: ({ course, hours }) =>
    `Курс «${course}»${hours === undefined ? '' : `, ${String(hours).replace('.', ',')} ч`}`,
  due: (due) => (due === undefined ? 'Срок: ________' : `До ${formatDay(due, 'ru')}`),
  courseResult: 'Курс пройден, документ получен',
  how: 'Как пользоваться',
  rules: [
    'Шаги идут по порядку, но сроки и занятия можно менять. Тему, которая не нужна, вычеркните во всех шагах.',
    'В столбце «Выполнено (дата)» пишут дату или «снято». Баллов и оценок в маршруте нет.',
    'Маршрут печатают в двух экземплярах: один остаётся у вас, другой — у того, кто сопровождает.',
  ],
  next: 'Что можно сделать сейчас',
  forTeacher: (topics) =>
    topics === 0
      ? 'Вам: если курс или срок указан неверно, скажите тому, кто сопровождает. Один экземпляр оставьте себе.'
      : `Вам: если согласны, впишите, как и когда проверите ${topics === 1 ? 'тему' : 'темы'}, и отдайте один экземпляр тому, кто сопровождает. Второй оставьте себе.`,
  forCompanion: [
    'Тому, кто сопровождает: впишите даты занятий и договоритесь с учителем, когда встретитесь.',
    'Тому, кто сопровождает: форму маршрута составили разработчики, с положением вашего региона об индивидуальных маршрутах она не сверена. Если там другая форма, перенесите шаги в неё.',
  ],
  foot: 'Только для учителя и тех, кто организует помощь.',
};

const BEFORE_RU: Readonly<Record<Begins, string>> = {
  meeting: 'До первого занятия: ________',
  recording: 'До просмотра: ________',
  nothing: 'Срок: ________',
};
const UNMET_RU: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'таких занятий ещё нет',
  'not-eligible': 'занятия идут, когда вы заняты',
  'group-too-small': 'группа не набралась',
  full: 'все места предложены другим',
  clash: 'время совпало с другим занятием',
  limit: 'вам уже предложено столько, сколько вы берёте',
};
const UNMET_NOTE_RU: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'не хватает часов, которые вы указали',
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
  draft:
    'This is a draft. The route begins only if you agree; you can drop it or any step of it without giving reasons.',
  courseOrder: 'Courses with a date have rules of their own: ask whoever accompanies you.',
  onlyCourses: 'No topics are marked for you; there are courses only.',
  heading: 'Steps',
  columns: ['No.', 'What you do', 'Topics', 'When and where', 'What should come of it', 'Done (date)'],
  noTopic: '—',
  check: (topics, hasDiagnostics, begins) => ({
    what: `You check yourself ${topics === 1 ? 'whether you need the topic' : 'which topics you need'}: by ${hasDiagnostics ? '' : 'a diagnostic, '}a self-rating or a look at a lesson of yours, as you prefer`,
    when: BEFORE_EN[begins],
    result: `${topics === 1 ? 'The' : 'Each'} topic is confirmed or struck out`,
  }),
  offeredResult: 'If you like, you choose something to try in class',
  settledResult: 'Settled by the organisers beforehand; choose the topics together',
  missing: 'The topic has to wait',
  why: (why, note) => (note === undefined ? UNMET_EN[why] : UNMET_NOTE_EN[note]),
  missingDue: 'By: ________',
  missingResult: 'An offer is found, or it is settled to wait until ________',
  lesson: (topics, begins) => ({
    what:
      topics === 1
        ? 'You try something new in class: one way of working or one task'
        : 'You choose one topic and try something new in class: one way of working or one task',
    when: `${begins === 'recording' ? 'After watching' : 'After the meetings'}; dates: ________`,
    result: 'There is a lesson or a task. Whether to tell colleagues about it is yours to decide',
  }),
  again: (topics) => ({
    what: 'You check whether it helped, in the same way as in the first step',
    when: 'After you have tried it: ________',
    result: `For the ${topics === 1 ? 'topic' : 'chosen topic'} it is settled: done, or another step is needed`,
  }),
  course: ({ course, hours }) => `Course “${course}”${hours === undefined ? '' : `, ${hours} h`}`,
  due: (due) => (due === undefined ? 'Due: ________' : `By ${due}`),
  courseResult: 'The course is taken, the certificate is there',
  how: 'How to use it',
  rules: [
    'Steps follow each other, but dates and offers may change. Strike out in all steps a topic that you do not need.',
    'The column “Done (date)” takes a date or “dropped”. There are no points or marks in a route.',
    'The route is printed twice: one copy stays with you, the other with whoever accompanies you.',
  ],
  next: 'What you can do now',
  forTeacher: (topics) =>
    topics === 0
      ? 'You: if a course or a date is wrong, tell whoever accompanies you. Keep one copy.'
      : `You: if you agree, write down how and when you will check the ${topics === 1 ? 'topic' : 'topics'} and give one copy to whoever accompanies you. Keep the other.`,
  forCompanion: [
    'Whoever accompanies: write down the dates and agree with the teacher when you meet.',
    'Whoever accompanies: the form is the developers’ own and was not checked against your region’s rules for individual routes. If they have another form, put the steps there.',
  ],
  foot: 'For the teacher and those who arrange the support only.',
};

const BEFORE_EN: Readonly<Record<Begins, string>> = {
  meeting: 'Before the first meeting: ________',
  recording: 'Before watching: ________',
  nothing: 'By: ________',
};
const UNMET_EN: Readonly<Record<UnmetReason, string>> = {
  'no-offer': 'there is no such offer yet',
  'not-eligible': 'it takes place when you are busy',
  'group-too-small': 'too few came together',
  full: 'all places are offered to others',
  clash: 'at the same time as another offer',
  limit: 'you are offered as much as you take',
};
const UNMET_NOTE_EN: Readonly<Record<'hours' | 'strength', string>> = {
  hours: 'the hours that you stated do not suffice',
  strength: 'only lighter help is offered',
};

export function routeWords(language: Language): RouteWords {
  return language === 'ru' ? ru : en;
}
