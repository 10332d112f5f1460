/**
 * Columns of the forms about schools: written in the empty forms, read back.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Named } from '@orientir/core/school-profile';
import { omskStages, riskProfile500, sevenDirections } from '@orientir/core/school-profile';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn, hasColumn, headerNames } from '../forms/form-columns.js';
import { SCHOOL } from '../passport/passport-columns.js';
import type { SheetCell } from '../sheet.js';

const whole = (id: string, also: string, en: string, example: string): FormColumn =>
  formColumn(
    id,
    also,
    `${also.charAt(0).toUpperCase()}${also.slice(1)}: целое число; пусто — не известно (это не ноль)`,
    `${en}: a whole number; empty = not known (which is not zero)`,
    example,
  );

/** What may be written: «1 — Низкий уровень … (equipment); 2 — …». */
function listed(of: readonly Named[], language: Language): string {
  return of.map(({ id, name }, place) => `${place + 1} — ${name[language]} (${id})`).join('; ');
}

export const FACTOR = formColumn(
  'factor',
  'фактор риска',
  `Фактор риска — номер, название или код: ${listed(riskProfile500.factors, 'ru')}`,
  `Risk factor, its number, name or code: ${listed(riskProfile500.factors, 'en')}`,
  'parents',
);
export const SIGNIFICANCE = formColumn(
  'significance',
  'значимость',
  'Значимость для школы: высокая, средняя, низкая',
  'How much it matters: high, medium, low',
  'высокая',
);
export const ASKED_OF = formColumn(
  'asked_of',
  'кого спрашивали',
  'Кого спрашивали, своими словами; имена не нужны',
  'Who was asked, in your own words; no names',
  'анкеты учителей и родителей',
);
export const CHOSEN = formColumn(
  'chosen',
  'взят в программу',
  'Взят ли фактор в программу школы: да, нет; пусто — не решено',
  'Whether the factor is taken into the programme: yes, no; empty = not decided',
  'да',
);

export const KIND = formColumn(
  'kind',
  'вид записи',
  'Сильная сторона, слабая сторона, возможность, угроза',
  'strength, weakness, opportunity, threat',
  'слабая сторона',
);
export const TEXT = formColumn(
  'text',
  'содержание',
  'Запись своими словами',
  'The entry in your own words',
  'Родители редко приходят на собрания',
);
export const ABOUT = formColumn(
  'about',
  'о чём',
  'О чём запись, чтобы сверить её с другим: код или номер фактора риска, results (результаты), conditions (условия); пусто — ни о чём из этого',
  'What it is about, for comparing: code or number of a risk factor, results, conditions; empty = none of these',
  'parents',
);

export const DIRECTIONS = formColumn(
  'directions',
  'направления',
  `Три направления из семи через | — номера или коды: ${listed(sevenDirections.directions, 'ru')}`,
  `Three of the seven directions, joined by |, numbers or codes: ${listed(sevenDirections.directions, 'en')}`,
  '1|4|5',
);

export const STAGE = formColumn(
  'stage',
  'этап',
  `Этап — номер, название или код: ${listed(omskStages.stages, 'ru')}. Этап засчитывается, когда пройден прежний`,
  `Stage, its number, name or code: ${listed(omskStages.stages, 'en')}. A stage counts when the one before is done`,
  'passport',
);
export const DATE = formColumn(
  'date',
  'дата',
  'Когда пройден: 2025-09-30 или 30.09.2025; пусто — не известно',
  'The day: 2025-09-30 or 30.09.2025; empty = not known',
  '2025-09-30',
);

export const SCHOOL_YEAR = formColumn(
  'school_year',
  'учебный год',
  'Учебный год',
  'School year',
  '2025/2026',
);
export const PERIOD = formColumn(
  'period',
  'период',
  '1 четверть, полугодие, 3 четверть, год',
  'quarter-1, half-year, quarter-3, year',
  '1 четверть',
);
export const SUBJECT = formColumn(
  'subject',
  'предмет',
  'Предмет; пусто — все предметы вместе',
  'Subject; empty = all together',
  'Математика',
);
export const GRADE = formColumn(
  'grade',
  'параллель',
  'Класс (параллель): 1–11; пусто — все вместе',
  'Grade: 1–11; empty = all together',
  '5',
);
export const PUPILS = whole('pupils', 'учеников', 'Pupils', '50');
export const LESSONS = whole(
  'lessons',
  'уроков у всех учеников вместе',
  'Lessons of all pupils together',
  '2000',
);
export const MISSED = whole('missed', 'из них пропущено', 'How many of them were missed', '120');
export const MARK_COLUMNS = {
  2: whole('mark_2', 'учеников с отметкой 2', 'Pupils with mark 2', '3'),
  3: whole('mark_3', 'учеников с отметкой 3', 'Pupils with mark 3', '20'),
  4: whole('mark_4', 'учеников с отметкой 4', 'Pupils with mark 4', '18'),
  5: whole('mark_5', 'учеников с отметкой 5', 'Pupils with mark 5', '9'),
} as const;

/** A number, and the number that it is a part of. */
export interface CardColumn {
  readonly column: FormColumn;
  readonly of?: string;
}
const card = (id: string, also: string, en: string, example: string, of?: string): CardColumn => ({
  column: whole(id, also, en, example),
  ...(of === undefined ? {} : { of }),
});
export const CARD_COLUMNS: readonly CardColumn[] = [
  card('teachers', 'всего педагогов', 'Teachers', '24'),
  card('highest_category', 'с высшей категорией', 'Teachers of the highest category', '6', 'teachers'),
  card('first_category', 'с первой категорией', 'Teachers of the first category', '10', 'teachers'),
  card('no_category', 'без категории', 'Teachers without a category', '8', 'teachers'),
  card('documents_required', 'документов должно быть на сайте', 'Documents that the site must have', '40'),
  card('documents_present', 'документов есть на сайте', 'Documents that it has', '36', 'documents_required'),
  card('prescriptions', 'выдано предписаний', 'Prescriptions issued', '3'),
  card('prescriptions_done', 'исполнено предписаний', 'Prescriptions carried out', '2', 'prescriptions'),
  card('innovation_activities', 'инновационных проектов и площадок', 'Projects and pilot sites', '1'),
  card(
    'extracurricular_directions',
    'направлений внеурочной деятельности',
    'Directions of extracurricular work',
    '5',
  ),
  card('courses', 'курсов внеурочной деятельности', 'Courses of extracurricular work', '20'),
  card('short_courses', 'из них краткосрочных', 'Short ones among them', '12', 'courses'),
];

export const OWNER = formColumn(
  'owner',
  'ответственный',
  'Кто отвечает: должность или учреждение',
  'Who answers for it: a post or an office',
  'методист ММС',
);
export const SINCE = formColumn(
  'since',
  'с какой даты',
  'С какого дня: 2025-09-30 или 30.09.2025',
  'From which day: 2025-09-30 or 30.09.2025',
  '2025-09-30',
);
export const REASON = formColumn(
  'reason',
  'причина',
  'Почему школа на особом контроле',
  'Why the school is under special control',
  'стабильно низкие результаты',
);
export const EXIT_RULE = formColumn(
  'exit_rule',
  'условие снятия',
  'Когда контроль снимается: «правило не относит к низким» (not-listed) или «результаты не низкие» — вероятно, не низкие (not-low)',
  'What ends it: not-listed = the rule lists the school no more; not-low = results are probably not low',
  'not-low',
);
export const RULESET = formColumn(
  'ruleset',
  'правило',
  'Чьё правило решает (omsk-2025 …); пусто — все, по которым считали',
  'The ruleset that decides (omsk-2025 …); empty = all that were used',
  'omsk-2025',
);

export const INDICATOR = formColumn(
  'indicator',
  'показатель',
  'Показатель своими словами',
  'The indicator in your own words',
  'Успеваемость по математике, 5 класс',
);
export const CHECKPOINT = formColumn(
  'checkpoint',
  'контрольная точка',
  'Первичный, промежуточный, итоговый',
  'primary, intermediate, final',
  'первичный',
);
const share = (id: string, also: string, en: string, example: string): FormColumn =>
  formColumn(
    id,
    also,
    `${also.charAt(0).toUpperCase()}${also.slice(1)}: от 0 до 1 (0,45) или процент со знаком (45 %)`,
    `${en}: 0 to 1 (0.45) or percent with the sign (45%)`,
    example,
  );
export const PLANNED = share('planned', 'запланированная доля', 'Planned share', '70 %');
export const MEASURED = share('measured', 'измеренная доля', 'Measured share', '66 %');
export const MEASURED_PUPILS = whole(
  'n',
  'на скольких учениках измерено',
  'Pupils that it was measured on',
  '50',
);

/** Forms by name; each begins with the school. */
export const PROFILE_FORMS = {
  'self-rating': [SCHOOL, FACTOR, SIGNIFICANCE, ASKED_OF, CHOSEN],
  swot: [SCHOOL, KIND, TEXT, ABOUT],
  directions: [SCHOOL, DIRECTIONS],
  stages: [SCHOOL, STAGE, DATE],
  attendance: [
    SCHOOL,
    SCHOOL_YEAR,
    PERIOD,
    SUBJECT,
    GRADE,
    PUPILS,
    LESSONS,
    MISSED,
    ...Object.values(MARK_COLUMNS),
  ],
  'annual-card': [SCHOOL, SCHOOL_YEAR, ...CARD_COLUMNS.map(({ column: of }) => of)],
  'special-control': [SCHOOL, OWNER, SINCE, REASON, EXIT_RULE, RULESET],
  checkpoints: [SCHOOL, INDICATOR, CHECKPOINT, DATE, PLANNED, MEASURED, MEASURED_PUPILS],
} as const satisfies Readonly<Record<string, readonly FormColumn[]>>;

export type ProfileFormName = keyof typeof PROFILE_FORMS;
/** What schools fill in, passports too. */
export type SchoolFormName = ProfileFormName | 'passport';

/** Columns without which a row means nothing; a form is known by them. */
export const NEEDED: Readonly<Record<ProfileFormName, readonly FormColumn[]>> = {
  'self-rating': [SCHOOL, FACTOR, SIGNIFICANCE],
  swot: [SCHOOL, KIND, TEXT],
  directions: [SCHOOL, DIRECTIONS],
  stages: [SCHOOL, STAGE],
  attendance: [SCHOOL, SCHOOL_YEAR, PERIOD],
  'annual-card': [SCHOOL, SCHOOL_YEAR],
  'special-control': [SCHOOL, OWNER, SINCE, REASON, EXIT_RULE],
  checkpoints: [SCHOOL, INDICATOR, CHECKPOINT],
};

export const PROFILE_FORM_NAMES: readonly ProfileFormName[] = [
  'self-rating',
  'swot',
  'directions',
  'stages',
  'attendance',
  'annual-card',
  'special-control',
  'checkpoints',
];

/** The form that a header is of; absent for everything else. A year and a school alone are no annual card. */
export function profileFormOf(cells: readonly SheetCell[]): ProfileFormName | undefined {
  const headers = headerNames(cells);
  const has = (column: FormColumn) => hasColumn(headers, column);
  if (!has(SCHOOL)) return undefined;
  return PROFILE_FORM_NAMES.find(
    (name) =>
      NEEDED[name].every(has) &&
      (name !== 'annual-card' || CARD_COLUMNS.some(({ column: of }) => has(of))) &&
      (name !== 'attendance' || [LESSONS, ...Object.values(MARK_COLUMNS)].some(has)),
  );
}
