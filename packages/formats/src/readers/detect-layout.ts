/**
 * Recognises a sheet by the cells of its header row, never by the name of the file.
 *
 * @module
 */
import type { ItemLevel } from '@orientir/core/assessment';
import { INDICATORS } from '../passport/passport-columns.js';
import type { ProfileFormName } from '../profile/profile-columns.js';
import { profileFormOf } from '../profile/profile-columns.js';
import { isPupilFactsHeader } from '../pupils/pupil-columns.js';
import { isSchoolListHeader } from '../schools/school-columns.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { isSupportHeader } from '../support/support-columns.js';
import { protocolHeader } from './exams/protocol-header.js';
import { itemCodesOfHeader } from './item-code.js';
import { isCodifierHeader } from './read-plan.js';
import type { ReportKind } from './reports/report-kind.js';
import { reportKind } from './reports/report-kind.js';
import type { GroupingColumn, ItemColumn, ResponseLayoutName, Role, TableLayout } from './table-layout.js';

/** What a sheet turned out to be. */
export type SheetKind =
  | { readonly kind: 'responses'; readonly layout: TableLayout }
  | {
      readonly kind:
        | 'plan'
        | 'codifier'
        | 'items'
        | 'scale'
        | 'wide-scale'
        | 'schools'
        | 'passport'
        | 'pupils'
        | 'support';
      readonly header: number;
    }
  | { readonly kind: 'profile'; readonly form: ProfileFormName }
  | { readonly kind: 'protocol'; readonly layout: 'exam-protocol' | 'exam-appeals' }
  | {
      readonly kind: 'report';
      /** Its name for people. */
      readonly report: string;
      /** Absent for reports that are not known. */
      readonly of: ReportKind | undefined;
      readonly header: number;
    }
  | { readonly kind: 'service' }
  | { readonly kind: 'unknown' };

const SEARCHED_ROWS = 40;

/**
 * Looks for a known header among the first rows.
 *
 * @param grouped - headers in lower case of columns that pupils are to be compared by.
 */
export function detectLayout(sheet: Sheet, grouped: ReadonlySet<string> = new Set()): SheetKind {
  if (SERVICE_SHEETS.test(sheet.name)) return { kind: 'service' };
  for (let r = 0; r < Math.min(SEARCHED_ROWS, sheet.rows.length); r++) {
    const cells = sheet.rows[r] ?? [];
    const headers = cells.map(headerText);
    const found =
      detectSidecar(headers, r) ??
      detectProtocol(cells) ??
      detectReport(sheet, headers, r) ??
      detectResponses(sheet, headers, cells, r, grouped);
    if (found !== undefined) return found;
  }
  return { kind: 'unknown' };
}

const SERVICE_SHEETS = /^(служебный|порядковый номер класса|классы|пояснения|инструкция|справочник)$/i;

function headerText(cell: SheetCell): string {
  return cellText(cell)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s*\/\s*/g, '/');
}

function detectSidecar(headers: readonly string[], header: number): SheetKind | undefined {
  const has = (...names: readonly string[]) => names.every((name) => headers.includes(name));
  if (has('assessment', 'item', 'max_points')) return { kind: 'items', header };
  if (has('assessment', 'mark', 'min')) return { kind: 'scale', header };
  if (has('subject', 'min_for_3')) return { kind: 'wide-scale', header };
  if (isSchoolListHeader(headers)) return { kind: 'schools', header };
  if (has('school', 'pupils') && INDICATORS.some(({ id, count }) => has(id) || has(count.id)))
    return { kind: 'passport', header };
  if (isPupilFactsHeader(headers)) return { kind: 'pupils', header };
  if (isSupportHeader(headers)) return { kind: 'support', header };
  const form = profileFormOf(headers);
  if (form !== undefined) return { kind: 'profile', form };
  if (isCodifierHeader(headers)) return { kind: 'codifier', header };
  const max = headers.some((text) => /^макс(имальный|\.)? ?балл/.test(text));
  const numbered = headers.some((text) => /^(№|номер задания)/.test(text));
  // A report of what pupils reached has the same columns, but no levels and no codes.
  const planned = headers.some((text) => /^уровень|кэс|время выполнения/.test(text));
  return max &&
    (planned || headers.some((text) => text.startsWith('максимальный балл за'))) &&
    (numbered || planned)
    ? { kind: 'plan', header }
    : undefined;
}

function detectProtocol(cells: readonly SheetCell[]): SheetKind | undefined {
  const header = protocolHeader(cells.map(cellText));
  return header === undefined ? undefined : { kind: 'protocol', layout: header.kind };
}

function detectReport(sheet: Sheet, headers: readonly string[], header: number): SheetKind | undefined {
  const aggregate = headers[0] === 'группы участников' || headers[0] === 'номер задания';
  const histogram =
    headers.includes('год') && headers.includes('кол-во участников') && !headers.includes('код участника');
  const of = reportKind(headers);
  return aggregate || histogram || of !== undefined
    ? { kind: 'report', report: cellText(sheet.rows[0]?.[0]) || cellText(sheet.name), of, header }
    : undefined;
}

/** A rule for one layout: headers that must be there, and what each header means. */
interface LayoutRule {
  readonly name: ResponseLayoutName;
  matches(headers: readonly string[]): boolean;
  readonly roles: Readonly<Partial<Record<Role, RegExp>>>;
  /** Item number inside a header; by default the whole header. */
  readonly item?: RegExp;
  readonly itemsByPosition: boolean;
}

const JOURNAL = /^отметка (за предыдущ|по журналу)/;

const RULES: readonly LayoutRule[] = [
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

const GENERIC: ReadonlyMap<string, Role | 'ignored'> = new Map(
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

/** Columns of plain tables that nobody needs here: names and numbers of persons, numbers of rows. */
const PERSONAL =
  /^(ф\.?\s?и\.?\s?о\.?( ученика| обучающегося)?|фамилия([ ,].*)?|имя|отчество|снилс|№( п\/п)?|name|first name|last name)$/;

/** Columns that are known and not needed: personal data among them, which never leave the reader. */
const IGNORED =
  /^(учебник|др\.уч\..*|пол|gender|id|номер обучающегося|var-\d+|фио|фамилия.*|имя|отчество|серия|номер|снилс|группы|№|вариант.*|groups|регион|кол-во.*|a-\d+-grade)$/;

function detectResponses(
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  grouped: ReadonlySet<string>,
): SheetKind | undefined {
  const groupings = groupingColumns(headers, cells, grouped);
  const rule = RULES.find((each) => each.matches(headers));
  if (rule !== undefined)
    return { kind: 'responses', layout: layoutByRule(rule, sheet, headers, cells, header, groupings) };
  const generic = headers.map((text) => GENERIC.get(text));
  return generic.includes('pupil') && (generic.includes('school') || generic.includes('class'))
    ? { kind: 'responses', layout: genericLayout(headers, cells, header, groupings) }
    : undefined;
}

function layoutByRule(
  rule: LayoutRule,
  sheet: Sheet,
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout {
  const roles: Partial<Record<Role, number[]>> = {};
  const candidates = cells.map((cell, column): SheetCell => {
    if (groupings.some((of) => of.column === column)) return undefined;
    const text = headers[column] ?? '';
    for (const role of ROLES) {
      if (rule.roles[role]?.test(text)) {
        addColumn(roles, role, column);
        return undefined;
      }
    }
    if (rule.item === undefined) return cell;
    return rule.item.exec(text)?.[1];
  });
  const codes = itemCodesOfHeader(candidates);
  const levels = sheet.rows[header - 1] ?? [];
  const items = codes.flatMap((code, column): ItemColumn[] => {
    if (code === undefined) return [];
    const level = LEVELS.get(headerText(levels[column]));
    return [{ column, ...code, ...(level === undefined ? {} : { level }) }];
  });
  const taken = new Set([
    ...items.map((item) => item.column),
    ...Object.values(roles).flat(),
    ...groupings.map((of) => of.column),
  ]);
  const title = titleOf(sheet, header);
  return {
    name: rule.name,
    header,
    roles,
    items,
    groupings,
    itemsByPosition: rule.itemsByPosition,
    unknown: headers.flatMap((text, column) =>
      text === '' || taken.has(column) || IGNORED.test(text)
        ? []
        : [{ column, header: cellText(cells[column]) }],
    ),
    ...(title === undefined ? {} : { title }),
  };
}

function addColumn(roles: Partial<Record<Role, number[]>>, role: Role, column: number): void {
  const columns = roles[role];
  if (columns === undefined) roles[role] = [column];
  else columns.push(column);
}

function genericLayout(
  headers: readonly string[],
  cells: readonly SheetCell[],
  header: number,
  groupings: readonly GroupingColumn[],
): TableLayout {
  const roles: Partial<Record<Role, number[]>> = {};
  const candidates = cells.map((cell, column): SheetCell => {
    if (groupings.some((of) => of.column === column)) return undefined;
    const role = PERSONAL.test(headers[column] ?? '') ? 'ignored' : GENERIC.get(headers[column] ?? '');
    if (role === undefined) return cell;
    if (role !== 'ignored') addColumn(roles, role, column);
    return undefined;
  });
  const codes = itemCodesOfHeader(candidates);
  return {
    name: 'generic',
    header,
    roles,
    items: candidates.flatMap((cell, column): ItemColumn[] => {
      const text = cellText(cell);
      if (text === '') return [];
      const code = codes[column];
      // A generic file names items as its assessment does: the header stands, unless the spreadsheet spoilt it.
      const spoilt = code !== undefined && (code.fromDate !== undefined || typeof cell === 'number');
      return spoilt ? [{ column, ...code }] : [{ column, code: text }];
    }),
    groupings,
    itemsByPosition: false,
    unknown: [],
  };
}

const SEX = /^(sex|пол|gender)$/;

/** The first column of each name; a place, a mark or a name of a pupil is no group. */
function groupingColumns(
  headers: readonly string[],
  cells: readonly SheetCell[],
  grouped: ReadonlySet<string>,
): readonly GroupingColumn[] {
  const found = new Map<string, GroupingColumn>();
  headers.forEach((text, column) => {
    const isSex = SEX.test(text);
    const role = GENERIC.get(text);
    if (!isSex && (!grouped.has(text) || PERSONAL.test(text) || (role !== undefined && role !== 'ignored')))
      return;
    const name = isSex ? 'sex' : text;
    if (!found.has(name)) found.set(name, { column, name, header: cellText(cells[column]) });
  });
  return [...found.values()];
}

const ROLES: readonly Role[] = [
  'school',
  'schoolName',
  'municipality',
  'region',
  'groups',
  'class',
  'pupil',
  'teacher',
  'variant',
  'mark',
  'journalMark',
  'total',
];
const LEVELS: ReadonlyMap<string, ItemLevel> = new Map(
  Object.entries<ItemLevel>({ б: 'basic', п: 'advanced', в: 'high' }),
);

function titleOf(sheet: Sheet, header: number): string | undefined {
  for (const row of sheet.rows.slice(0, header)) {
    const title = row.map(cellText).find((text) => /впр/i.test(text) && /класс/i.test(text));
    if (title !== undefined) return title;
  }
  return undefined;
}
