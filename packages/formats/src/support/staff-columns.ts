/**
 * Columns of the forms about conferences and staffing: written in the empty forms, read back.
 *
 * @module
 */
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import { SCHOOL } from './support-columns.js';

export const CONFERENCE_DATE = formColumn(
  'date',
  'дата',
  'День конференции',
  'Day of the conference',
  '01.10.2026',
);
export const CONFERENCE_TOPIC = formColumn(
  'topic',
  'тема',
  'Тема конференции',
  'Topic of the conference',
  'Разбор заданий ОГЭ',
);
const CONFERENCE_TEACHER = formColumn(
  'teacher',
  'код учителя',
  'Кого ждали от школы (код, не имя); можно не заполнять. В выгрузку не попадает',
  'Who of the school was expected (a code, not a name); may be empty. Is not written out',
  '',
);
export const ATTENDED = formColumn(
  'attended',
  'был',
  'Был ли кто-то от школы: да или нет; пусто — не известно',
  'Whether somebody of the school was there: yes or no; empty = not known',
  'да',
);
export const CONFERENCE_COLUMNS: readonly FormColumn[] = [
  CONFERENCE_DATE,
  CONFERENCE_TOPIC,
  SCHOOL,
  CONFERENCE_TEACHER,
  ATTENDED,
];

export const BURNOUT_GROUP = formColumn(
  'group',
  'школа или объединение',
  'Школа или методическое объединение. Кто отвечал, не пишут: одна строка — один ответ без имени и кода',
  'School or association. Who answered is not written: one row is one answer without a name or a code',
  'sch000001',
);
export const BURNOUT_SCORE = formColumn(
  'burnout',
  'балл опросника',
  'Балл по опроснику выгорания, который вы взяли: число от 0',
  'Score on the burnout survey of your choice: a number from 0',
  '24',
);
export const BURNOUT_COLUMNS: readonly FormColumn[] = [BURNOUT_GROUP, BURNOUT_SCORE];

export const STAFF_SUBJECT = formColumn(
  'subject',
  'предмет',
  'Предмет; одна строка на предмет',
  'Subject; one row each',
  'Физика',
);
export const TEACHERS_NOW = formColumn(
  'teachers',
  'учителей сейчас',
  'Сколько учителей ведут предмет сейчас',
  'Who teach it now',
  '40',
);
export const PAST_AGE = formColumn(
  'past_age',
  'из них старше возраста',
  'Сколько из них старше возраста из столбца age; пусто — не считаем',
  'How many of them are past the age of the column age; empty = not counted',
  '10',
);
export const AGE = formColumn(
  'age',
  'возраст',
  'Какой возраст взят (выбираете вы)',
  'Which age was taken (your choice)',
  '60',
);
const reaching = (year: number, ru: string, en: string, example: string) =>
  formColumn(
    `reach_${year}`,
    `достигнут возраста, ${year}-й год`,
    `Сколько из остальных достигнет этого возраста ${ru}; пусто — не известно`,
    `How many of the others reach that age ${en}; empty = not known`,
    example,
  );
/** By year, from the next one. */
export const REACHING: readonly FormColumn[] = [
  reaching(1, 'в следующем учебном году', 'in the next school year', '3'),
  reaching(2, 'через год', 'in the year after', '1'),
  reaching(3, 'через два года', 'in the third year', '2'),
];
export const WEEK_HOURS = formColumn(
  'hours',
  'часов в неделю',
  'Сколько часов в неделю они ведут вместе; пусто — не известно',
  'Lessons a week that they teach together; empty = not known',
  '800',
);
export const VACANCIES = formColumn(
  'vacancies',
  'вакансий',
  'Сколько мест свободно сейчас; пусто — 0',
  'Posts that are open now; empty = 0',
  '2',
);
export const JOIN_LOW = formColumn(
  'join_low',
  'придут, не меньше',
  'Предположение: сколько придут за год (студенты педвузов и другие), не меньше; пусто — 0',
  'An assumption: how many join in a year (graduates and others), at least; empty = 0',
  '0',
);
export const JOIN_HIGH = formColumn(
  'join_high',
  'придут, не больше',
  'Предположение: сколько придут за год, не больше; пусто — столько же',
  'An assumption: how many join in a year, at most; empty = the same',
  '2',
);
export const LEAVE_LOW = formColumn(
  'leave_low',
  'уйдут, не меньше',
  'Предположение: какая доля уходит за год, не меньше: 0,05 или 5 %',
  'An assumption: the share that leaves in a year, at least: 0.05 or 5%',
  '5 %',
);
export const LEAVE_HIGH = formColumn(
  'leave_high',
  'уйдут, не больше',
  'Предположение: какая доля уходит за год, не больше',
  'An assumption: the share that leaves in a year, at most',
  '10 %',
);
export const PAST_LEAVE_LOW = formColumn(
  'past_leave_low',
  'старшие уйдут, не меньше',
  'То же для тех, кто старше возраста; пусто — как остальные',
  'The same of those past the age; empty = as the others',
  '20 %',
);
export const PAST_LEAVE_HIGH = formColumn(
  'past_leave_high',
  'старшие уйдут, не больше',
  'То же, не больше',
  'The same, at most',
  '50 %',
);
export const STAFFING_COLUMNS: readonly FormColumn[] = [
  STAFF_SUBJECT,
  TEACHERS_NOW,
  PAST_AGE,
  AGE,
  ...REACHING,
  WEEK_HOURS,
  VACANCIES,
  JOIN_LOW,
  JOIN_HIGH,
  LEAVE_LOW,
  LEAVE_HIGH,
  PAST_LEAVE_LOW,
  PAST_LEAVE_HIGH,
];
