/**
 * Columns of the forms for support of teachers: written in the empty forms, read back.
 *
 * @module
 */
import type { PriorityGroup } from '@orientir/core/support';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';

export const TEACHER = formColumn(
  'teacher',
  'код учителя',
  'Код учителя, не имя',
  'Code of the teacher, not a name',
  't-17',
);
export const OFFER = formColumn(
  'offer',
  'код предложения',
  'Код предложения; не повторяется',
  'Id of the offer; only once',
  'курс-1',
);
export const TOPIC = formColumn(
  'topic',
  'тема',
  'Тема: та же запись, что в предложениях',
  'Topic, written as in the offers',
  'Дроби',
);

const flag = <Id extends PriorityGroup>(id: Id, also: string, ru: string, en: string) => ({
  ...formColumn(id, also, `${ru}: да или нет; пусто — нет`, `${en}: yes or no; empty = no`, 'нет'),
  id,
});

/** Columns whose ids are those of the priority groups. */
export const GROUP_COLUMNS = [
  flag('young', 'молодой специалист', 'Молодой специалист', 'Young teacher'),
  flag('newcomer', 'новый в школе', 'Недавно в этой школе', 'Newly arrived at this school'),
  flag('low_results', 'низкие результаты', 'Школа с низкими результатами', 'A school with low results'),
  flag(
    'no_exam_experience',
    'нет опыта гиа',
    'Ещё не готовил учеников к ГИА',
    'Has not prepared pupils for state exams yet',
  ),
] as const;

export const SCHOOL = formColumn(
  'school',
  'код школы',
  'Код или логин школы',
  'Id or login of the school',
  'sch000001',
);
export const SUBJECT = formColumn(
  'subject',
  'предмет',
  'Предмет учителя',
  'Subject of the teacher',
  'Математика',
);
export const LIMIT = formColumn(
  'limit',
  'не больше предложений',
  'Сколько предложений учитель возьмёт самое большее: целое число; пусто — 2 (выбрано нами, не норма)',
  'Most offers that the teacher takes: a whole number; empty = 2 (our own choice, no norm)',
  '2',
);
export const SLOTS = formColumn(
  'slots',
  'когда свободен',
  'Когда учитель свободен: те же обозначения времени, что в предложениях, через |; пусто — всегда',
  'When the teacher is free: times as in the offers, joined by |; empty = always',
  'вт 15:00|чт 15:00',
);
export const HOURS_LEFT = formColumn(
  'hours',
  'часов на учёбу',
  'Сколько часов есть у учителя на всё вместе; пусто — не считаем',
  'Hours that the teacher has for everything; empty = not counted',
  '36',
);
export const LOCKED = formColumn(
  'locked',
  'закреплено',
  'Что уже решено: коды предложений через |. Останутся в плане при любых условиях',
  'What is settled: ids of offers joined by |. They stay in the plan whatever happens',
  'курс-1',
);

export const CLASSES = formColumn(
  'classes',
  'классы',
  'Классы учителя по этому предмету через |, с параллелью. Нужны, если в результатах работ есть классы, а учителей нет',
  'Classes of the teacher in this subject, with their grade, joined by |. Needed where results name classes but no teachers',
  '5А|5Б',
);

export const TEACHER_COLUMNS: readonly FormColumn[] = [
  TEACHER,
  SCHOOL,
  SUBJECT,
  CLASSES,
  LIMIT,
  SLOTS,
  HOURS_LEFT,
  ...GROUP_COLUMNS,
  LOCKED,
];

export const KIND = formColumn(
  'kind',
  'вид',
  'Вид помощи: курс, наставник, объединение, ВКС, видео, методист, школа-партнёр …',
  'Kind of help: course, mentor, association, video conference, video, methodologist, partner school …',
  'курс',
);
export const TOPICS = formColumn('topics', 'темы', 'Темы через |', 'Topics joined by |', 'Дроби|Проценты');
export const STRENGTH = formColumn(
  'strength',
  'сила',
  'Насколько серьёзная помощь: 1 (познакомить), 2 (поработать вместе), 3 (глубоко). Закрывает темы с такой же или меньшей остротой',
  'How thorough the help is: 1 (a look), 2 (work together), 3 (in depth). Serves topics of this severity or less',
  '3',
);
export const PLACES = formColumn(
  'places',
  'мест',
  'Сколько мест: целое число',
  'Places: a whole number',
  '25',
);
export const MIN_GROUP = formColumn(
  'min_group',
  'наименьшая группа',
  'Наименьшая группа, с которой состоится; пусто — с любой',
  'Least group with which it takes place; empty = any',
  '8',
);
export const SLOT = formColumn(
  'slot',
  'когда',
  'Время одним обозначением: в одно время учитель берёт одно предложение; пусто — в любое время',
  'The time as one name: a teacher takes one offer of a time; empty = at any time',
  'вт 15:00',
);
export const FORMAT = formColumn(
  'format',
  'формат',
  'очно, дистанционно, смешанно',
  'in person, at a distance, mixed',
  'очно',
);
export const PLACE = formColumn(
  'place',
  'место',
  'Где: код школы или адрес',
  'Where: id of a school, or an address',
  'sch000001',
);
export const HOURS = formColumn(
  'hours',
  'часов',
  'Сколько часов занимает; пусто — 0',
  'Hours that it takes; empty = 0',
  '36',
);
export const COST = formColumn(
  'cost',
  'цена места',
  'Цена места в рублях; пусто — 0. Решает только между планами, которые закрывают одно и то же',
  'Roubles for a place; empty = 0. Decides only among plans that cover the same',
  '0',
);

export const OFFER_COLUMNS: readonly FormColumn[] = [
  OFFER,
  KIND,
  TOPICS,
  STRENGTH,
  PLACES,
  MIN_GROUP,
  SLOT,
  FORMAT,
  PLACE,
  HOURS,
  COST,
];

export const SEVERITY = formColumn(
  'severity',
  'острота',
  'Насколько нужна помощь: 1 (немного), 2 (средне), 3 (очень)',
  'How much help is needed: 1 (a little), 2 (medium), 3 (much)',
  '2',
);
export const SOURCE = formColumn(
  'source',
  'откуда известно',
  'Откуда известно: сам учитель, диагностика (нормативно-правовой, предметный, методический, психолого-педагогический блок), результаты работ',
  'Where it is known from: the teacher, a diagnostic (legal, subject, methodical, psychological block), results of assessments',
  'диагностика',
);
export const DEFICIT_COLUMNS: readonly FormColumn[] = [TEACHER, TOPIC, SEVERITY, SOURCE];

export const COURSE = formColumn(
  'course',
  'курс',
  'Название курса',
  'Name of the course',
  'КПК по обновлённым ФГОС',
);
export const DUE = formColumn('due', 'пройти до', 'Пройти до: дата', 'Due: a date', '30.06.2027');
export const DONE = formColumn(
  'done',
  'пройден',
  'Пройден: да или нет; пусто — нет',
  'Done: yes or no; empty = no',
  'нет',
);
export const COURSE_COLUMNS: readonly FormColumn[] = [TEACHER, COURSE, DUE, HOURS, DONE];

/** A command that reads tables about support for teachers. */
export type SupportCommand = 'match' | 'bank' | 'staff';

/**
 * The command that reads a table, where its header is one of these forms or of what a plan of support writes, so that nobody
 * takes it for results.
 *
 * @param headers - in lower case, without ё.
 */
export function supportCommandOf(headers: readonly string[]): SupportCommand | undefined {
  const has = (...columns: readonly FormColumn[]) =>
    columns.every(({ id, also }) => headers.includes(id) || headers.includes(also.replaceAll('ё', 'е')));
  const hasIds = (ids: readonly string[]) => ids.every((id) => headers.includes(id));
  if ([CONFERENCE_HEADER, BURNOUT_HEADER, STAFFING_HEADER].some(hasIds)) return 'staff';
  if ([BANK_HEADER, PEOPLE_HEADER].some(hasIds)) return 'bank';
  const isOfPlan =
    has(OFFER, TOPICS) ||
    has(TEACHER, OFFER) ||
    has(TEACHER, TOPIC) ||
    has(TEACHER, COURSE) ||
    (has(TEACHER) && [SLOTS, LOCKED, ...GROUP_COLUMNS].some((column) => has(column)));
  return isOfPlan ? 'match' : undefined;
}

/** Of the bank of deficits and achievements, of conferences and of a forecast of staff. */
const BANK_HEADER = ['person', 'polarity'];
const PEOPLE_HEADER = ['person', 'role'];
const CONFERENCE_HEADER = ['topic', 'school', 'attended'];
const BURNOUT_HEADER = ['group', 'burnout'];
const STAFFING_HEADER = ['subject', 'teachers', 'leave_low'];

/** Of the tables of locks and of an earlier plan. */
export const PAIR_COLUMNS: readonly FormColumn[] = [TEACHER, OFFER];
