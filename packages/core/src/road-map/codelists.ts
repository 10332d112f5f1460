/**
 * The closed lists of the road map («дорожная карта»): codes that stay, with their words in both languages.
 *
 * A code may be added in a minor version; one is never renamed or given another meaning.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';

type Words = Readonly<Record<Language, string>>;

const words = (ru: string, en: string): Words => ({ ru, en });

/** What the document calls itself. */
export const PLAN_KINDS = {
  roadMap: words('дорожная карта', 'road map'),
  project: words('проект', 'project'),
  plan: words('план мероприятий', 'plan of measures'),
  programme: words('программа', 'programme'),
} as const satisfies Record<string, Words>;
export type PlanKind = keyof typeof PLAN_KINDS;

/** Whose plan it is. */
export const PLAN_LEVELS = {
  region: words('регион', 'region'),
  municipality: words('муниципалитет', 'municipality'),
  school: words('школа', 'school'),
} as const satisfies Record<string, Words>;
export type PlanLevel = keyof typeof PLAN_LEVELS;

/** How far a goal reaches. */
export const HORIZONS = {
  examCampaign: words('нынешняя экзаменационная кампания', 'this exam campaign'),
  schoolYear: words('следующий учебный год', 'next school year'),
  threeYears: words('три года', 'three years'),
} as const satisfies Record<string, Words>;
export type Horizon = keyof typeof HORIZONS;

/** States of a plan; an event of the workflow has the name of the state that it leads to. */
export const PLAN_STATES = {
  drafted: words('разработана', 'drafted'),
  submitted: words('на согласовании', 'submitted'),
  returned: words('на доработке', 'returned'),
  agreed: words('согласована', 'agreed'),
  approved: words('утверждена', 'approved'),
  published: words('опубликована', 'published'),
  underWay: words('реализуется', 'under way'),
  corrected: words('скорректирована', 'corrected'),
  completed: words('реализована', 'completed'),
  withdrawn: words('снята', 'withdrawn'),
} as const satisfies Record<string, Words>;
export type PlanState = keyof typeof PLAN_STATES;

/** Who moves a plan. */
export const ROLES = {
  school: words('школа', 'school'),
  methodicalCentre: words('методический центр', 'methodical centre'),
  department: words('орган управления образованием', 'education department'),
} as const satisfies Record<string, Words>;
export type Role = keyof typeof ROLES;

/** States of a measure. */
export const MEASURE_STATUSES = {
  planned: words('запланировано', 'planned'),
  underWay: words('выполняется', 'under way'),
  done: words('выполнено', 'done'),
  notDone: words('не выполнено', 'not done'),
  cancelled: words('отменено', 'cancelled'),
} as const satisfies Record<string, Words>;
export type MeasureStatus = keyof typeof MEASURE_STATUSES;

/** Whom a measure or a recommendation is for. */
export const AUDIENCES = {
  heads: words('руководители школ', 'heads of schools'),
  deputyHeads: words('заместители руководителей', 'deputy heads'),
  teachers: words('учителя-предметники', 'subject teachers'),
  associations: words('методические объединения', 'teachers’ associations'),
  pupils: words('обучающиеся', 'pupils'),
  parents: words('родители', 'parents'),
  municipality: words('муниципальный орган управления образованием', 'municipal department'),
} as const satisfies Record<string, Words>;
export type Audience = keyof typeof AUDIENCES;

/** What was done with whom. */
export const ACTIVITY_KINDS = {
  meeting: words('совещание', 'meeting'),
  consultation: words('консультация', 'consultation'),
  seminar: words('семинар', 'seminar'),
  visit: words('методический выезд', 'visit'),
  openDay: words('день открытых дверей', 'open day'),
  interview: words('собеседование', 'interview'),
  monitoring: words('мониторинг', 'monitoring'),
} as const satisfies Record<string, Words>;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Where a plan comes from. */
export const ORIGIN_KINDS = {
  interview: words('собеседование', 'interview'),
  meeting: words('совещание', 'meeting'),
  analysis: words('анализ результатов', 'analysis of results'),
  inspection: words('проверка', 'inspection'),
} as const satisfies Record<string, Words>;
export type OriginKind = keyof typeof ORIGIN_KINDS;

/** What a stamp on the first page says. */
export const STAMP_KINDS = {
  considered: words('Рассмотрено', 'Considered'),
  accepted: words('Принято', 'Accepted'),
  agreed: words('Согласовано', 'Agreed'),
  approved: words('Утверждаю', 'Approved'),
} as const satisfies Record<string, Words>;
export type StampKind = keyof typeof STAMP_KINDS;

/** Columns that a table of measures can have, in the order in which a person reads them. */
export const PLAN_FIELDS = {
  number: words('№ п/п', 'No.'),
  text: words('Мероприятие', 'Measure'),
  recommendation: words('Рекомендация', 'Recommendation'),
  situation: words('Описание ситуации (проблемы)', 'Situation (problem)'),
  solution: words('Способ решения', 'Solution'),
  deadline: words('Срок', 'Deadline'),
  responsible: words('Ответственные', 'Responsible'),
  result: words('Ожидаемый результат', 'Expected result'),
  indicator: words('Показатель', 'Indicator'),
  risks: words('Риски', 'Risks'),
  audience: words('Адресат', 'Audience'),
  basis: words('Основание', 'Basis'),
  place: words('Место', 'Place'),
  status: words('Отметка о выполнении', 'Status'),
} as const satisfies Record<string, Words>;
export type PlanField = keyof typeof PLAN_FIELDS;

/** The codes of {@link PLAN_FIELDS} in their order. */
export const PLAN_FIELD_ORDER: readonly PlanField[] = [
  'number',
  'text',
  'recommendation',
  'situation',
  'solution',
  'deadline',
  'responsible',
  'result',
  'indicator',
  'risks',
  'audience',
  'basis',
  'place',
  'status',
];

/** All lists by name, as they stand in the package beside the JSON Schema. */
export const CODELISTS = {
  planKind: PLAN_KINDS,
  planLevel: PLAN_LEVELS,
  horizon: HORIZONS,
  planState: PLAN_STATES,
  role: ROLES,
  measureStatus: MEASURE_STATUSES,
  audience: AUDIENCES,
  activityKind: ACTIVITY_KINDS,
  originKind: ORIGIN_KINDS,
  stampKind: STAMP_KINDS,
  planField: PLAN_FIELDS,
} as const;
