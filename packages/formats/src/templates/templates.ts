/**
 * Empty forms («бланки») that people fill in: the same columns are read back from xlsx or csv.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { FormColumn } from '../forms/form-columns.js';
import { PLACE_COLUMNS } from '../partners/read-places.js';
import { INDICATORS, PUPILS, SCHOOL, SETTLEMENT } from '../passport/passport-columns.js';
import { MEDAL_COLUMNS, MEDAL_NEEDED } from '../passport/read-medals.js';
import { EVENT_COLUMNS, PRACTICE_COLUMNS } from '../practices/practice-columns.js';
import type { ProfileFormName } from '../profile/profile-columns.js';
import { NEEDED, PROFILE_FORM_NAMES, PROFILE_FORMS } from '../profile/profile-columns.js';
import { CLASS, PUPIL, PUPIL_COLUMNS } from '../pupils/pupil-columns.js';
import { SCHOOL_ID, SCHOOL_LIST_COLUMNS } from '../schools/school-columns.js';
import {
  BANK_COLUMNS,
  BANK_DATE,
  BANK_SOURCE,
  PEOPLE_COLUMNS,
  PERSON,
  POLARITY,
} from '../support/bank-columns.js';
import {
  ATTENDED,
  BURNOUT_COLUMNS,
  CONFERENCE_COLUMNS,
  CONFERENCE_DATE,
  CONFERENCE_TOPIC,
  LEAVE_HIGH,
  LEAVE_LOW,
  STAFF_SUBJECT,
  STAFFING_COLUMNS,
  TEACHERS_NOW,
} from '../support/staff-columns.js';
import {
  COURSE,
  COURSE_COLUMNS,
  DEFICIT_COLUMNS,
  OFFER,
  OFFER_COLUMNS,
  PLACES,
  SCHOOL as SCHOOL_OF_STAFF,
  SEVERITY,
  STRENGTH,
  TEACHER,
  TEACHER_COLUMNS,
  TOPIC,
  TOPICS,
} from '../support/support-columns.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';

type Text = Readonly<Record<Language, string>>;

export interface TemplateColumn {
  /** Header as the reader expects it. */
  readonly id: string;
  readonly explanation: Text;
  readonly example: string;
  readonly required: boolean;
}

export interface Template {
  readonly name: string;
  readonly title: Text;
  readonly columns: readonly TemplateColumn[];
}

const column = (id: string, ru: string, en: string, example: string, required = false): TemplateColumn => ({
  id,
  explanation: { ru, en },
  example,
  required,
});

const PROFILE_TITLES: Readonly<Record<ProfileFormName, Text>> = {
  'self-rating': { ru: 'Самодиагностика: риски школы', en: 'Self-diagnosis: risks of the school' },
  swot: { ru: 'SWOT-анализ', en: 'SWOT analysis' },
  directions: { ru: 'Три направления из семи', en: 'Three of seven directions' },
  stages: { ru: 'Пройденные этапы', en: 'Stages that are done' },
  attendance: { ru: 'Посещаемость и отметки', en: 'Attendance and marks' },
  'annual-card': { ru: 'Ежегодная карта показателей', en: 'Annual card of indicators' },
  'special-control': { ru: 'Особый контроль', en: 'Special control' },
  checkpoints: { ru: 'Три контрольные точки', en: 'Three checkpoints' },
};

const formOf = (
  name: string,
  title: Text,
  columns: readonly FormColumn[],
  required: readonly FormColumn[],
): Template => ({
  name,
  title,
  columns: columns.map((each) => column(each.id, each.ru, each.en, each.example, required.includes(each))),
});

/** All forms by name. */
export const templates: readonly Template[] = [
  {
    name: 'responses',
    title: { ru: 'Результаты учеников', en: 'Pupils’ results' },
    columns: [
      column('school', 'Код или логин школы', 'Id or login of the school', 'sch000001', true),
      column('class', 'Класс', 'Class', '8А', true),
      column('pupil', 'Код ученика, не имя', 'Code of the pupil, not a name', '80001', true),
      column('municipality', 'Муниципалитет', 'Municipality', 'Заречный район'),
      column('region', 'Регион', 'Region', 'Образцовый край'),
      column('teacher', 'Код учителя, не имя', 'Code of the teacher, not a name', 't-17'),
      column('variant', 'Вариант; отсутствовал', 'Variant; «отсутствовал» = absent', '1'),
      column('sex', 'Пол: м, ж', 'Sex: м, ж', 'ж'),
      column('mark', 'Отметка за работу: 2, 3, 4, 5', 'Mark of the work: 2, 3, 4, 5', '4'),
      column('journal_mark', 'Отметка по журналу: 2, 3, 4, 5', 'Journal mark: 2, 3, 4, 5', '4'),
      column(
        '1',
        'Дальше по столбцу на каждое задание, заголовок — номер задания. В ячейке баллы; X — не приступал; N — тема не пройдена; пусто — задания не было в варианте',
        'From here one column for each item, headed by its number. Cells: points; X = not attempted; N = not taught yet; empty = not in the variant',
        '1',
        true,
      ),
    ],
  },
  formOf('schools', { ru: 'Список школ', en: 'List of schools' }, SCHOOL_LIST_COLUMNS, [SCHOOL_ID]),
  {
    name: 'items',
    title: { ru: 'План работы: задания', en: 'Test plan: items' },
    columns: [
      column(
        'assessment',
        'Код работы, одинаковый во всех строках',
        'Id of the assessment',
        'diag-2026-8',
        true,
      ),
      column('programme', 'ВПР, ОГЭ, ЕГЭ, диагностика', 'Programme', 'диагностика', true),
      column('subject', 'Предмет', 'Subject', 'Математика', true),
      column('grade', 'Класс (параллель)', 'Grade', '8', true),
      column('school_year', 'Учебный год', 'School year', '2025/2026', true),
      column('item', 'Номер задания', 'Item number', '9.1', true),
      column('max_points', 'Максимальный балл', 'Points of a full answer', '2', true),
      column('level', 'Уровень: Б, П, В', 'Level: Б, П, В or basic, advanced, high', 'Б'),
      column('section', 'Раздел программы', 'Section of the programme', 'Дроби'),
      column('skill', 'предметное или метапредметное', 'subject or metasubject', 'предметное'),
      column('codes', 'Коды КЭС и КТ через |', 'Codes of content and requirements, joined by |', '1.1|2.3'),
      column('tags', 'Пометки через |', 'Tags, joined by |', 'вычисления'),
      column(
        'options',
        'Варианты ответа через |, если в таблице стоит, что ученик выбрал',
        'Options, joined by |, where the table holds what pupils chose',
        'А|Б|В|Г',
      ),
      column('key', 'Верный вариант (ключ)', 'The right option (key)', 'Б'),
    ],
  },
  {
    name: 'marks',
    title: { ru: 'Шкала отметок', en: 'Mark scale' },
    columns: [
      column('assessment', 'Код работы', 'Id of the assessment', 'diag-2026-8', true),
      column('mark', 'Отметка', 'Mark', '3', true),
      column('min', 'С какого балла ставится', 'From how many points on', '8', true),
    ],
  },
  {
    name: 'passport',
    title: { ru: 'Социальные паспорта школ', en: 'Social passports of schools' },
    columns: [SCHOOL, SETTLEMENT, PUPILS, ...INDICATORS.flatMap((each) => [each, each.count])].map(
      ({ id, ru, en, example }) => column(id, ru, en, example, id === SCHOOL.id),
    ),
  },
  formOf(
    'medals',
    { ru: 'Медали и ЕГЭ: числа по школам', en: 'Medals and ЕГЭ: counts by school' },
    MEDAL_COLUMNS,
    MEDAL_NEEDED,
  ),
  {
    name: 'places',
    title: { ru: 'Где находятся школы', en: 'Where schools are' },
    columns: PLACE_COLUMNS.map(({ id, ru, en, example }) => column(id, ru, en, example, true)),
  },
  {
    name: 'practices',
    title: { ru: 'Банк практик', en: 'Bank of practices' },
    columns: PRACTICE_COLUMNS.map(({ id, ru, en, example }) =>
      column(id, ru, en, example, ['practice', 'topics'].includes(id)),
    ),
  },
  {
    name: 'events',
    title: { ru: 'События центров и сообществ', en: 'Events of centres and communities' },
    columns: EVENT_COLUMNS.map(({ id, ru, en, example }) =>
      column(id, ru, en, example, ['event', 'kind', 'topics', 'places', 'date'].includes(id)),
    ),
  },
  {
    name: 'pupils',
    title: {
      ru: 'Ученики: только для школы',
      en: 'Pupils: for the school only',
    },
    columns: PUPIL_COLUMNS.map(({ id, ru, en, example }) =>
      column(id, ru, en, example, id === CLASS.id || id === PUPIL.id),
    ),
  },
  ...PROFILE_FORM_NAMES.map((name) => ({
    name,
    title: PROFILE_TITLES[name],
    columns: PROFILE_FORMS[name].map(({ id, ru, en, example }) =>
      column(
        id,
        ru,
        en,
        example,
        NEEDED[name].some((needed) => needed.id === id),
      ),
    ),
  })),
  formOf('teachers', { ru: 'Учителя', en: 'Teachers' }, TEACHER_COLUMNS, [TEACHER]),
  formOf('offers', { ru: 'Предложения помощи', en: 'Offers of support' }, OFFER_COLUMNS, [
    OFFER,
    TOPICS,
    STRENGTH,
    PLACES,
  ]),
  formOf('deficits', { ru: 'Темы, где нужна помощь', en: 'Topics where help is needed' }, DEFICIT_COLUMNS, [
    TEACHER,
    TOPIC,
    SEVERITY,
  ]),
  formOf(
    'bank',
    { ru: 'Банк дефицитов и достижений', en: 'Bank of deficits and achievements' },
    BANK_COLUMNS,
    [PERSON, POLARITY, BANK_SOURCE, BANK_DATE],
  ),
  formOf('people', { ru: 'Люди банка', en: 'People of the bank' }, PEOPLE_COLUMNS, [PERSON]),
  formOf(
    'conferences',
    { ru: 'Посещение конференций', en: 'Attendance of conferences' },
    CONFERENCE_COLUMNS,
    [CONFERENCE_DATE, CONFERENCE_TOPIC, SCHOOL_OF_STAFF, ATTENDED],
  ),
  formOf(
    'burnout',
    { ru: 'Опрос о выгорании: без имён', en: 'Burnout survey: no names' },
    BURNOUT_COLUMNS,
    BURNOUT_COLUMNS,
  ),
  formOf(
    'staffing',
    { ru: 'Кадры: прогноз на три года', en: 'Staffing: three years ahead' },
    STAFFING_COLUMNS,
    [STAFF_SUBJECT, TEACHERS_NOW, LEAVE_LOW, LEAVE_HIGH],
  ),
  formOf('courses', { ru: 'Курсы, которые нужно пройти', en: 'Courses to take' }, COURSE_COLUMNS, [
    TEACHER,
    COURSE,
  ]),
];

/** The empty form as a workbook: a sheet to fill in, and one that explains every column. Absent for an unknown name. */
export function templateWorkbook(name: string, language: Language): Uint8Array | undefined {
  const template = templates.find((each) => each.name === name);
  if (template === undefined) return undefined;
  const words = WORDS[language];
  return writeWorkbook([
    {
      name: template.title[language],
      columns: template.columns.map(({ id }) => ({
        header: id,
        kind: 'text',
        width: Math.max(14, id.length + 3),
      })),
      rows: [],
    },
    {
      name: words.sheet,
      title: template.title[language],
      notes: [words.note],
      columns: [
        { header: words.column, kind: 'text' },
        { header: words.required, kind: 'text' },
        { header: words.explanation, kind: 'text', width: 80, wraps: true },
        { header: words.example, kind: 'text' },
      ],
      rows: template.columns.map(({ id, explanation, example, required }) => [
        id,
        required ? words.yes : words.no,
        explanation[language],
        example,
      ]),
    },
  ]);
}

const WORDS = {
  ru: {
    sheet: 'Пояснения',
    note: 'Заполняйте первый лист. Заголовки столбцов не меняйте; необязательные столбцы можно удалить.',
    column: 'Столбец',
    required: 'Обязателен',
    explanation: 'Что писать',
    example: 'Пример',
    yes: 'да',
    no: 'нет',
  },
  en: {
    sheet: 'Пояснения',
    note: 'Fill in the first sheet. Keep the headers as they are; columns that are not required may be deleted.',
    column: 'Column',
    required: 'Required',
    explanation: 'What to write',
    example: 'Example',
    yes: 'yes',
    no: 'no',
  },
} as const;
