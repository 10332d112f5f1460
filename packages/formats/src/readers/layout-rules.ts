/**
 * What the headers of tables of results mean, layout by layout.
 *
 * @module
 */
import type { ResponseLayoutName, Role } from './table-layout.js';

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

export const GENERIC: ReadonlyMap<string, Role | 'ignored'> = new Map(
  Object.entries<Role | 'ignored'>({
    school: 'school',
    школа: 'school',
    class: 'class',
    класс: 'class',
    pupil: 'pupil',
    ученик: 'pupil',
    'код ученика': 'pupil',
    municipality: 'municipality',
    муниципалитет: 'municipality',
    region: 'region',
    регион: 'region',
    teacher: 'teacher',
    учитель: 'teacher',
    variant: 'variant',
    вариант: 'variant',
    sex: 'ignored',
    пол: 'ignored',
    mark: 'mark',
    отметка: 'mark',
    journal_mark: 'journalMark',
    'отметка по журналу': 'journalMark',
    total: 'total',
    итого: 'total',
  }),
);

/** Columns of plain tables that nobody needs here: what identifies a person, and numbers of rows. */
export const PERSONAL = new RegExp(
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
