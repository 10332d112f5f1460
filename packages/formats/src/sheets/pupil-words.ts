/**
 * What a pupil's route sheet says. It is read by parents: short sentences, no terms, nothing about marks or other pupils.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { ClassRate, RoutePriority, RouteRules } from '@orientir/core/pupil-route';
import { ROUTE_WARNING } from './school-only-warnings.js';

/** A topic as a sentence names it. */
interface ToldLoss {
  /** Absent = the plan does not say what the items are about. */
  readonly name: string | undefined;
  /** Items, as {@link PupilWords.items} writes them. */
  readonly items: string;
  /** In points. */
  readonly lost: number;
  readonly available: number;
}

/** What became of the items of a work; texts are lists of items, empty = none. */
interface ToldItems {
  readonly solved: string;
  readonly partly: string;
  readonly notSolved: string;
  readonly notAttempted: string;
  readonly notTaught: string;
  readonly unknownMax: string;
}

export interface PupilWords {
  readonly warning: string;
  readonly foot: (who: string) => string;
  readonly title: (who: string) => string;
  /** Code and class. */
  readonly who: (code: string, classId: string | undefined) => string;
  readonly facts: (years: readonly string[], works: readonly string[]) => string;
  readonly work: (subject: string, grade: number | undefined, programme: string) => string;
  readonly solvedOf: (work: string, solved: number, of: number) => string;
  readonly absentFrom: (work: string) => string;
  readonly items: (items: readonly string[]) => string;
  readonly pointsOf: (item: string, points: number, max: number) => string;
  readonly loss: (topic: ToldLoss) => string;
  readonly quoted: (name: string) => string;
  readonly unnamed: string;
  readonly ofSubject: (subject: string, what: readonly string[]) => string;
  readonly mastered: (subjects: readonly string[]) => string;
  readonly nothingLost: string;
  readonly nothingToJudge: string;
  readonly topicsOf: Readonly<Record<RoutePriority, (subjects: readonly string[]) => string>>;
  readonly notTaught: (works: readonly string[]) => string;
  readonly notAttempted: (works: readonly string[]) => string;
  readonly topics: string;
  /** Subject, topic, items, lost, class, what to do. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly lost: (lost: number, available: number) => string;
  readonly classRate: (rate: ClassRate) => string;
  readonly priority: Readonly<Record<RoutePriority, string>>;
  readonly byWork: string;
  readonly itemsOfWork: (work: string, items: ToldItems) => string;
  readonly skills: string;
  /** A skill with what was lost. */
  readonly skill: (what: string, priority: RoutePriority) => string;
  readonly more: (count: number) => string;
  readonly earlier: string;
  /** `topics` as `earlierTopicsText` writes them. */
  readonly restsOn: (topic: string, topics: string) => string;
  readonly steps: string;
  readonly lookAtWork: string;
  readonly practise: (topics: readonly string[]) => string;
  readonly askWhy: string;
  readonly teachAgain: (topics: readonly string[]) => string;
  readonly keep: string;
  readonly aboutLost: string;
  readonly aboutClass: (rules: RouteRules) => string;
  readonly noMark: string;
  readonly aboutCode: (earlier: number) => string;
}

const ru: PupilWords = {
  warning: ROUTE_WARNING.ru,
  foot: (who) =>
    `Маршрут: ${who}. Только для школы, ученика и его родителей (152-ФЗ «О персональных данных»).`,
  title: (who) => `Индивидуальный маршрут по результатам работ: ${who}`,
  who: (code, classId) => `код ${code}${classId === undefined ? '' : `, ${classId}`}`,
  facts: (years, works) =>
    `${years.length === 0 ? '' : `${years.join(', ')} учебный год. `}${works.join('; ')}.`,
  work: (subject, grade, programme) =>
    [subject, grade === undefined ? '' : `${grade}\u00a0класс`, programme]
      .filter((part) => part !== '')
      .join(', '),
  solvedOf: (work, solved, of) =>
    `${work}: полностью ${pluralRu(solved, 'решено', 'решены', 'решено')} ${formatCount(solved, 'ru')} из ${formatCount(of, 'ru')} ${pluralRu(of, 'задания', 'заданий', 'заданий')}`,
  absentFrom: (work) => `${work}: работу не писали`,
  items: (items) => `${pluralRu(items.length, 'задание', 'задания', 'задания')}\u00a0${items.join(', ')}`,
  pointsOf: (item, points, max) =>
    `${item} (${formatCount(points, 'ru')}\u00a0из\u00a0${formatCount(max, 'ru')})`,
  loss: ({ name, items, lost, available }) =>
    `${name === undefined ? items : `«${name}» (${items})`}: не хватило ${ofRu(lost, available)}`,
  quoted: (name) => `«${name}»`,
  unnamed: 'тема в плане не названа',
  ofSubject: (subject, what) => (subject === '' ? what.join('; ') : `${subject} — ${what.join('; ')}`),
  mastered: (subjects) => `Получается, ни одного балла не потеряно: ${subjects.join('. ')}.`,
  nothingLost: 'Потерянных баллов нет.',
  nothingToJudge: 'Баллов, о которых можно что-то сказать, в этих работах нет.',
  topicsOf: {
    first: (subjects) =>
      `С чего начать. С этими темами класс справляется, а здесь баллы потеряны: ${subjects.join('. ')}.`,
    next: (subjects) => `Что дальше: ${subjects.join('. ')}.`,
    teacher: (subjects) =>
      `Это задача учителя, а не ученика. С этими темами не справился и класс в целом: ${subjects.join('. ')}.`,
  },
  notTaught: (works) => `Тему ещё не проходили, баллы не считаем потерянными: ${works.join('; ')}.`,
  notAttempted: (works) => `Не приступали: ${works.join('; ')}.`,
  topics: 'Темы, на которых потеряны баллы',
  columns: ['Предмет', 'Тема', 'Задания', 'Потеряно баллов', 'Остальной класс набрал', 'Порядок'],
  lost: (lost, available) => `${formatCount(lost, 'ru')}\u00a0из\u00a0${formatCount(available, 'ru')}`,
  classRate: (rate) => {
    if (rate.kind === 'missing') return rate.reason === 'too-few' ? 'не говорим: мал класс' : 'неизвестно';
    const share = formatShare(rate.estimate, 'ru');
    return rate.side === undefined
      ? `около ${share}`
      : `${rate.side === 'below' ? 'меньше' : 'больше'} ${share}`;
  },
  priority: { first: '1. начать с этого', next: '2. затем', teacher: 'учителю: повторить с классом' },
  byWork: 'Задания по работам',
  itemsOfWork: (work, { solved, partly, notSolved, notAttempted, notTaught, unknownMax }) =>
    said(work, [
      ['Решены', solved],
      ['Решены частично', partly],
      ['Не решены', notSolved],
      ['Не приступали', notAttempted],
      ['Тему не проходили', notTaught],
      ['Баллы есть, но наибольший балл неизвестен', unknownMax],
    ]),
  skills: 'Умения, за которыми стоят потерянные баллы',
  skill: (what, priority) => `${what}${priority === 'teacher' ? '; задача учителя' : ''}.`,
  more: (count) => `Ещё ${formatCount(count, 'ru')} — в файле .json.`,
  earlier: 'На что темы опираются в прошлых классах',
  restsOn: (topic, topics) => `${topic} — ${topics}.`,
  steps: 'Что сделать',
  lookAtWork: 'Посмотреть с учителем саму работу: в чём ошибка, видно в ней, а не в баллах.',
  practise: (topics) =>
    topics.length === 1
      ? `Разобрать ${topics.join('')}. Потом решить одно-два похожих задания и сравнить с этой работой.`
      : `Разобрать по порядку: ${topics.join(', ')}. Потом решить по одному-два похожих задания на каждую тему и сравнить с этой работой.`,
  askWhy:
    'Узнать, почему к части заданий не приступали: не хватило времени, было непонятно условие или неясно, с чего начать. Это разные причины.',
  teachAgain: (topics) => `Учителю: повторить с классом ${topics.join(', ')}.`,
  keep: 'Продолжать как есть: по этим работам повторять нечего.',
  aboutLost:
    'Потеряно — сколько баллов не хватило до наибольшего. Одного задания мало, чтобы судить о теме: сначала проверьте похожими.',
  aboutClass: ({ masteredFrom, lowBelow, minClass }) =>
    `Остальной класс — доля баллов, которую набрали вместе одноклассники, округлённо; о классе меньше ${formatCount(minClass, 'ru')} ${pluralRu(minClass, 'ученика', 'учеников', 'учеников')} не говорим. Класс справляется — от ${formatShare(masteredFrom, 'ru')}, не справился — меньше ${formatShare(lowBelow, 'ru')}: эти границы выбраны нами, документа с ними нет.`,
  noMark:
    'Лист не предсказывает отметку и не сравнивает ученика с другими учениками: о классе сказано только в целом.',
  aboutCode: (earlier) =>
    `Имён программа не читает, работы собраны по коду: проверьте, что во всех он принадлежит одному ученику.${
      earlier === 0
        ? ''
        : ` ${pluralRu(earlier, 'Не взята', 'Не взяты', 'Не взято')} ${formatCount(earlier, 'ru')} ${pluralRu(earlier, 'работа', 'работы', 'работ')} прошлых лет с тем же кодом: тогда он мог быть у другого.`
    }`,
};

const en: PupilWords = {
  warning: ROUTE_WARNING.en,
  foot: (who) =>
    `Route: ${who}. For the school, the pupil and the parents only (law 152-FZ on personal data).`,
  title: (who) => `Individual route by results of assessments: ${who}`,
  who: (code, classId) => `code ${code}${classId === undefined ? '' : `, class ${classId}`}`,
  facts: (years, works) =>
    `${years.length === 0 ? '' : `School year ${years.join(', ')}. `}${works.join('; ')}.`,
  work: (subject, grade, programme) =>
    [subject, grade === undefined ? '' : `grade\u00a0${grade}`, programme]
      .filter((part) => part !== '')
      .join(', '),
  solvedOf: (work, solved, of) =>
    `${work}: ${formatCount(solved, 'en')} of ${formatCount(of, 'en')} ${pluralEn(of, 'item', 'items')} fully solved`,
  absentFrom: (work) => `${work}: not written`,
  items: (items) => `${pluralEn(items.length, 'item', 'items')}\u00a0${items.join(', ')}`,
  pointsOf: (item, points, max) =>
    `${item} (${formatCount(points, 'en')}\u00a0of\u00a0${formatCount(max, 'en')})`,
  loss: ({ name, items, lost, available }) =>
    `${name === undefined ? items : `“${name}” (${items})`}: ${ofEn(lost, available)} short`,
  quoted: (name) => `“${name}”`,
  unnamed: 'the plan names no topic',
  ofSubject: (subject, what) => (subject === '' ? what.join('; ') : `${subject}: ${what.join('; ')}`),
  mastered: (subjects) => `Works well, not a point was lost: ${subjects.join('. ')}.`,
  nothingLost: 'No points were lost.',
  nothingToJudge: 'These works hold no points of which anything could be said.',
  topicsOf: {
    first: (subjects) =>
      `Where to begin. The class can do these topics, and here points were lost: ${subjects.join('. ')}.`,
    next: (subjects) => `What comes next: ${subjects.join('. ')}.`,
    teacher: (subjects) =>
      `This is the teacher’s task, not the pupil’s. The class as a whole could not do these topics: ${subjects.join('. ')}.`,
  },
  notTaught: (works) => `Not taught yet, so no points count as lost: ${works.join('; ')}.`,
  notAttempted: (works) => `Not attempted: ${works.join('; ')}.`,
  topics: 'Topics on which points were lost',
  columns: ['Subject', 'Topic', 'Items', 'Points lost', 'The rest of the class got', 'Order'],
  lost: (lost, available) => `${formatCount(lost, 'en')} of ${formatCount(available, 'en')}`,
  classRate: (rate) => {
    if (rate.kind === 'missing') return rate.reason === 'too-few' ? 'not said: small class' : 'not known';
    const share = formatShare(rate.estimate, 'en');
    return rate.side === undefined
      ? `about ${share}`
      : `${rate.side === 'below' ? 'less than' : 'more than'} ${share}`;
  },
  priority: { first: '1. begin here', next: '2. then', teacher: 'teacher: teach the class again' },
  byWork: 'Items by work',
  itemsOfWork: (work, { solved, partly, notSolved, notAttempted, notTaught, unknownMax }) =>
    said(work, [
      ['Solved', solved],
      ['Partly solved', partly],
      ['Not solved', notSolved],
      ['Not attempted', notAttempted],
      ['Not taught yet', notTaught],
      ['With points, but the maximum is not known', unknownMax],
    ]),
  skills: 'Skills behind the lost points',
  skill: (what, priority) => `${what}${priority === 'teacher' ? '; the teacher’s task' : ''}.`,
  more: (count) => `${formatCount(count, 'en')} more in the .json file.`,
  earlier: 'What the topics rest on from earlier grades',
  restsOn: (topic, topics) => `${topic}: ${topics}.`,
  steps: 'What to do',
  lookAtWork: 'Look at the work itself with the teacher: it shows the mistake, points do not.',
  practise: (topics) =>
    topics.length === 1
      ? `Take up ${topics.join('')}. Then solve one or two similar items and compare with this work.`
      : `Take up in this order: ${topics.join(', ')}. Then solve one or two similar items on each topic and compare with this work.`,
  askWhy:
    'Find out why some items were not attempted: no time left, the question was not clear, or no idea how to begin. These are different reasons.',
  teachAgain: (topics) => `For the teacher: teach the class again ${topics.join(', ')}.`,
  keep: 'Go on as before: by these works there is nothing to repeat.',
  aboutLost:
    'Lost are the points that were short of the maximum. One item is too little to judge a topic by: check with similar ones first.',
  aboutClass: ({ masteredFrom, lowBelow, minClass }) =>
    `The rest of the class is the share of points that the classmates got together, rounded; of a class with fewer than ${formatCount(minClass, 'en')} ${pluralEn(minClass, 'pupil', 'pupils')} nothing is said. The class can do a topic from ${formatShare(masteredFrom, 'en')}, and could not do it below ${formatShare(lowBelow, 'en')}: these borders are our own choice, no document has them.`,
  noMark:
    'The sheet predicts no mark and compares the pupil with no other pupil: of the class it tells only as a whole.',
  aboutCode: (earlier) =>
    `The program reads no names, works were collected by their code: check that it is one pupil’s in all of them.${
      earlier === 0
        ? ''
        : ` ${formatCount(earlier, 'en')} ${pluralEn(earlier, 'work', 'works')} of earlier years with the same code ${pluralEn(earlier, 'was', 'were')} left out: it may have been another pupil’s then.`
    }`,
};

/** The words of a language. */
export function pupilWords(language: Language): PupilWords {
  return language === 'ru' ? ru : en;
}

function said(work: string, parts: readonly (readonly [string, string])[]): string {
  return [
    `${work}.`,
    ...parts.filter(([, items]) => items !== '').map(([label, items]) => `${label}: ${items}.`),
  ].join(' ');
}

/** «2 баллов из 3», «1 балла из 1», «1,5 балла из 2»: after «не хватило». */
function ofRu(lost: number, available: number): string {
  const points = Number.isInteger(lost) ? pluralRu(lost, 'балла', 'баллов', 'баллов') : 'балла';
  return `${formatCount(lost, 'ru')}\u00a0${points} из\u00a0${formatCount(available, 'ru')}`;
}

function ofEn(lost: number, available: number): string {
  return `${formatCount(lost, 'en')} of ${formatCount(available, 'en')} ${pluralEn(available, 'point', 'points')}`;
}
