/**
 * Columns of the forms of practices and events: written in the empty forms, read back.
 *
 * @module
 */
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import { HOURS, PLACES, STRENGTH, TOPICS } from '../support/support-columns.js';

export const PRACTICE = formColumn(
  'practice',
  'код практики',
  'Код практики; не повторяется',
  'Id of the practice; only once',
  'пр-1',
);
export const TITLE = formColumn('title', 'название', 'Название', 'Title', 'Дроби на бумажных полосках');
export const TERRITORY = formColumn(
  'territory',
  'территория',
  'Откуда практика: регион, муниципалитет, школа',
  'Where it comes from: region, municipality, school',
  'Заречный район',
);
export const PRACTICE_SUBJECT = formColumn('subject', 'предмет', 'Предмет', 'Subject', 'Математика');
export const SETTLEMENTS = formColumn(
  'settlements',
  'для каких населённых пунктов',
  'Для школ каких населённых пунктов, через |; пусто — для любых',
  'For schools of which settlements, joined by |; empty = any',
  'село|посёлок',
);
export const MIN_PUPILS = formColumn(
  'min_pupils',
  'учеников не меньше',
  'Для школ, где учеников не меньше; пусто — всё равно',
  'For schools with at least so many pupils; empty = any',
  '',
);
export const MAX_PUPILS = formColumn(
  'max_pupils',
  'учеников не больше',
  'Для школ, где учеников не больше; пусто — всё равно',
  'For schools with at most so many pupils; empty = any',
  '150',
);
export const ADOPTERS = formColumn(
  'adopters',
  'кто перенял',
  'Коды школ, которые её переняли, через |',
  'Ids of schools that have taken it up, joined by |',
  'sch000007|sch000012',
);
export const EFFECT = formColumn(
  'effect',
  'эффект',
  'Измеренный эффект в стандартных отклонениях учеников; несколько измерений — через |; пусто — не измерялся',
  'Measured effect in standard deviations of pupils; several joined by |; empty = not measured',
  '0,2',
);
export const EFFECT_ERROR = formColumn(
  'effect_error',
  'ошибка эффекта',
  'Стандартная ошибка каждого измерения, больше нуля, через |',
  'Standard error of each measurement, above zero, joined by |',
  '0,1',
);

export const PRACTICE_COLUMNS: readonly FormColumn[] = [
  PRACTICE,
  TITLE,
  TERRITORY,
  PRACTICE_SUBJECT,
  TOPICS,
  SETTLEMENTS,
  MIN_PUPILS,
  MAX_PUPILS,
  ADOPTERS,
  EFFECT,
  EFFECT_ERROR,
];

export const EVENT = formColumn(
  'event',
  'код события',
  'Код события; не повторяется',
  'Id of the event; only once',
  'мк-1',
);
export const EVENT_KIND = formColumn(
  'kind',
  'вид',
  'сетевое событие, мастер-класс, открытый урок, консультация',
  'network event, master class, open lesson, consultation',
  'мастер-класс',
);
export const COMMUNITY = formColumn(
  'community',
  'сообщество',
  'Чьё: школьное, межшкольное, муниципальное; пусто — муниципальное',
  'Whose: school, inter-school, municipal; empty = municipal',
  'межшкольное',
);
export const CENTRE = formColumn(
  'centre',
  'где проводит',
  'Кто проводит: центр «Точка роста», школа',
  'Who holds it: a centre, a school',
  'Точка роста, школа № 2',
);
export const DATE = formColumn('date', 'дата', 'Дата', 'Date', '08.12.2026');
export const EVENT_FORMAT = formColumn(
  'format',
  'формат',
  'очно, дистанционно, смешанно',
  'in person, at a distance, mixed',
  'очно',
);

export const EVENT_COLUMNS: readonly FormColumn[] = [
  EVENT,
  EVENT_KIND,
  COMMUNITY,
  CENTRE,
  TOPICS,
  STRENGTH,
  PLACES,
  DATE,
  HOURS,
  EVENT_FORMAT,
];
