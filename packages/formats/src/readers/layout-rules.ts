/**
 * What the headers of tables of results mean, layout by layout.
 *
 * @module
 */
import type { ResponseLayoutName, Role } from './table-layout.js';
import { ROLES } from './table-layout.js';

/** A rule for one layout: headers that must be there, and what each header means. */
export interface LayoutRule {
  readonly name: ResponseLayoutName;
  matches(headers: readonly string[]): boolean;
  readonly roles: Readonly<Partial<Record<Role, RegExp>>>;
  /** Item number inside a header; by default the whole header. */
  readonly item?: RegExp;
  readonly itemsByPosition: boolean;
}

const JOURNAL = /^отметка (за предыдущ|по журналу)/;

export const RULES: readonly LayoutRule[] = [
  {
    name: 'vpr-2021',
    matches: (headers) => headers.includes('логин школы') && headers.some((text) => /^балл за /.test(text)),
    roles: {
      school: /^логин школы$/,
      region: /^регион$/,
      pupil: /^код обучающегося$/,
      journalMark: JOURNAL,
      class: /^класс$/,
      variant: /^вариант$/,
      total: /^всего баллов$/,
    },
    item: /^балл за (.+)$/,
    itemsByPosition: true,
  },
  {
    name: 'vpr-2020',
    matches: (headers) =>
      headers.includes('user') && headers.includes('sum') && headers.some((text) => A_GRADE.test(text)),
    roles: {
      school: /^user$/,
      groups: /^groups$/,
      pupil: /^code$/,
      journalMark: /^otc$/,
      class: /^klass$/,
      variant: /^var-1$/,
      total: /^sum$/,
    },
    item: /^a-(\d+)-grade$/,
    itemsByPosition: true,
  },
  {
    name: 'vpr-form-two-parts',
    matches: (headers) => headers.includes('вариант (часть 1)') && headers.includes('вариант (часть 2)'),
    roles: {
      pupil: /^код( участника)?$/,
      variant: /^вариант \(часть \d\)$/,
      class: /^(класс №|порядковый номер класса)/,
      journalMark: JOURNAL,
      total: /^итого баллов$/,
    },
    itemsByPosition: false,
  },
  {
    name: 'vpr-individual-2026',
    matches: (headers) => headers.includes('код участника') && headers.includes('первичный балл'),
    roles: {
      school: /^(оо|логин оо|логин)$/,
      municipality: /^муниципалитет$/,
      schoolName: /^название оо$/,
      pupil: /^код участника$/,
      class: /^класс$/,
      variant: /^вариант$/,
      total: /^первичный балл$/,
      mark: /^отметка$/,
      journalMark: /^отметка по журналу$/,
    },
    itemsByPosition: false,
  },
  {
    name: 'vpr-form-2026',
    matches: (headers) =>
      headers.includes('код участника') &&
      headers.includes('вариант') &&
      headers.some((text) => text === 'итого баллов' || text.startsWith('порядковый номер класса')),
    roles: {
      pupil: /^код участника$/,
      variant: /^вариант$/,
      class: /^порядковый номер класса/,
      journalMark: JOURNAL,
      total: /^итого баллов$/,
    },
    itemsByPosition: false,
  },
  {
    name: 'vpr-2022',
    matches: (headers) =>
      headers.includes('пользователь') && headers.includes('код') && headers.includes('вариант'),
    roles: {
      school: /^пользователь$/,
      pupil: /^код$/,
      variant: /^вариант$/,
      class: /^наименование класса$/,
      journalMark: JOURNAL,
      total: /^(итого баллов|всего баллов|сумма)$/,
    },
    itemsByPosition: true,
  },
];

const A_GRADE = /^a-\d+-grade$/;

type GenericRole = Role | 'ignored';

/** What people write over the columns of tables of their own; small letters, without «ё». */
const GENERIC_HEADERS: Readonly<Partial<Record<GenericRole, readonly string[]>>> = {
  school: [
    ...['school', 'школа', 'школа №', '№ школы', 'номер школы', 'код школы', 'логин школы', 'логин'],
    ...['оо', 'код оо', 'логин оо', '№ оо', 'оу', 'код оу', 'образовательная организация'],
    ...['общеобразовательная организация', 'образовательное учреждение', 'общеобразовательное учреждение'],
  ],
  schoolName: [
    ...['школа (название)', 'название школы', 'наименование школы', 'название оо', 'наименование оо'],
    ...['краткое наименование оо', 'полное наименование оо', 'название оу', 'наименование оу'],
    ...['наименование образовательной организации', 'название образовательной организации'],
    ...['наименование общеобразовательной организации', 'название общеобразовательной организации'],
  ],
  class: ['class', 'класс', 'класс (литера)', 'наименование класса', 'название класса', 'номер класса'],
  pupil: [
    ...['pupil', 'ученик', 'код ученика', 'код', 'участник', 'код участника', '№ участника'],
    ...['номер участника', 'обучающийся', 'код обучающегося', 'учащийся', 'код учащегося'],
  ],
  municipality: [
    ...['municipality', 'муниципалитет', 'муниципальное образование', 'мо', 'район', 'муниципальный район'],
    ...['муниципальный округ', 'наименование муниципалитета', 'название муниципалитета', 'наименование мо'],
  ],
  region: ['region', 'регион', 'субъект', 'субъект рф'],
  teacher: ['teacher', 'учитель', 'педагог', 'преподаватель', 'фио учителя', 'ф.и.о. учителя'],
  variant: ['variant', 'вариант', '№ варианта', 'номер варианта', 'вар', 'вар.'],
  mark: [
    'mark',
    'отметка',
    'оценка',
    'отметка за работу',
    'оценка за работу',
    'отметка за впр',
    'оценка за впр',
  ],
  journalMark: [
    ...['journal_mark', 'отметка по журналу', 'оценка по журналу', 'отметка в журнале', 'оценка в журнале'],
  ],
  total: [
    ...['total', 'итого', 'итого баллов', 'всего', 'всего баллов', 'сумма', 'сумма баллов', 'первичный балл'],
    ...['балл', 'баллы', 'общий балл', 'суммарный балл', 'количество баллов', 'кол-во баллов'],
  ],
  ignored: [
    ...['sex', 'пол', 'предмет', 'дата', 'дата проведения', 'дата работы', 'год', 'учебный год', 'параллель'],
    ...['%', 'процент', '% выполнения', 'процент выполнения', 'примечание', 'примечания', 'комментарий'],
  ],
};

const GENERIC_ROLES: ReadonlyMap<string, GenericRole> = new Map(
  ([...ROLES, 'ignored'] as const).flatMap((role) =>
    (GENERIC_HEADERS[role] ?? []).map((text): [string, GenericRole] => [text, role]),
  ),
);

/** What a column of a plain table is for, besides items; `ignored` = nobody needs it here. Absent: it may be an item. */
export function genericRole(header: string): GenericRole | undefined {
  return GENERIC_ROLES.get(header) ?? (isPersonal(header) ? 'ignored' : undefined);
}

/** Whether a text in small letters is one of the words over columns of plain tables. */
export function genericWord(text: string): boolean {
  return GENERIC_ROLES.has(text);
}

/** Whether a column identifies a person, or numbers rows. */
export function isPersonal(header: string): boolean {
  return PERSONAL.test(header);
}

/** A whole name in one column: where pupils have no codes, it tells them apart. */
export const FULL_NAME =
  /^(ф\.?\s?и\.?\s?о\.?( (ученика|учащегося|обучающегося|участника|полностью))?|фамилия[ ,]+имя.*|(full )?name)$/;

/** Columns of plain tables that nobody needs here: what identifies a person, and numbers of rows. */
const PERSONAL = new RegExp(
  `^(${[
    'ф\\.?\\s?и\\.?\\s?о\\.?( .*)?',
    'фамилия([ ,].*)?',
    '(имя|отчество)( .*)?',
    '(номер )?снилс( .*)?',
    '(серия|номер|серия и номер|данные)? ?(паспорт|документ|свидетельств|полис|телефон).*',
    '(дата|год) рожд.*',
    'д\\.?\\s?р\\.?',
    'адрес.*',
    '(эл\\S* )?почта.*',
    '№( п\\/п)?',
    'name|(first|last|full|middle) name|surname',
    'passport.*|snils',
    'birth ?(date|day)|date of birth',
    'phone.*|address|e-?mail.*',
  ].join('|')})$`,
);

/** Columns that are known and not needed: personal data among them, which never leave the reader. */
export const IGNORED =
  /^(учебник|др\.уч\..*|пол|gender|id|номер обучающегося|var-\d+|фио|фамилия.*|имя|отчество|серия|номер|снилс|группы|№|вариант.*|groups|регион|кол-во.*|a-\d+-grade)$/;
