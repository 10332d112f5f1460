/**
 * Medals «За особые успехи в учении» by school and year: counts, never pupils.
 *
 * @module
 */
import type { LocalDate } from '@orientir/core/calendar';
import { parseSchoolYear } from '@orientir/core/calendar';
import type { Issue, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { MedalCounts } from '@orientir/core/objectivity';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import type { FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import { isFutureYear, YearOrder } from '../forms/year-order.js';
import { unknownSchool } from '../schools/unknown-school.js';
import { SCHOOL } from './passport-columns.js';
import type { WhyUnknown } from './school-row.js';

const SCHOOL_YEAR = formColumn(
  'school_year',
  'учебный год',
  'Учебный год, в котором сдавали ЕГЭ',
  'School year of the ЕГЭ',
  '2025/2026',
);
const HOLDERS = formColumn(
  'holders',
  'претендентов на медаль',
  'Сколько выпускников должны были получить медаль по отметкам: целое число; никого — 0',
  'Leavers who were to get a medal by their marks: a whole number; nobody = 0',
  '12',
);
const UNCONFIRMED = formColumn(
  'unconfirmed',
  'не подтвердили на егэ',
  'Из них тех, кто на ЕГЭ набрал меньше баллов, чем требовалось в этом году для медали: целое число',
  'Of them those whose ЕГЭ is under the points that a medal needed in that year: a whole number',
  '2',
);
const EXPECTED = formColumn(
  'expected',
  'предполагаемые медалисты',
  'Скольких медалистов школа ждёт в этом году: целое число, можно без двух столбцов перед ним; пусто — не известно. Столбец можно не заводить; в проверках не участвует',
  'Medals that the school expects in that year: a whole number, which may stand without the two columns before it; empty = not known. The column may be left out; no test uses it',
  '14',
);

/** Columns without which it is no such form. */
export const MEDAL_NEEDED: readonly FormColumn[] = [SCHOOL, SCHOOL_YEAR, HOLDERS, UNCONFIRMED];
/** Columns of the form: written in the empty form, read back. */
export const MEDAL_COLUMNS: readonly FormColumn[] = [...MEDAL_NEEDED, EXPECTED];

/**
 * How many medals a school expects («предполагаемые медалисты»): a count that the school gives, to be printed inside. A type
 * of its own, so that nothing which tests {@link MedalCounts} can see it.
 */
export interface ExpectedMedals {
  readonly school: string;
  /** `2025/2026`. */
  readonly schoolYear: string;
  /** Pupils; whole, from 0. */
  readonly expected: number;
}

/** What was read from one file. A row that was accepted stands in one of the lists, or in both. */
export interface MedalsRead {
  readonly medals: readonly MedalCounts[];
  readonly expected: readonly ExpectedMedals[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/**
 * Reads a sheet of a workbook, or a csv. A row without one of its values, with more unconfirmed medals than
 * holders, of a school that nobody knows, or of a school and year that already have one is refused and named. Before the
 * ЕГЭ a row may have the medals that are expected and neither of the other two numbers. A year
 * that stands after a later one of the same school is told and kept. Never throws for what is in the file.
 *
 * @param schoolOf - the school behind a login; absent = nobody knows it.
 */
export async function readMedals(
  source: ByteSource,
  file: string,
  schoolOf: (login: string) => string | undefined,
  also: MedalOptions = {},
): Promise<MedalsRead> {
  const seen: Seen = { rows: new SeenRows(), years: new YearOrder() };
  const read = await readForm(source, file, {
    layout: 'medals',
    columns: MEDAL_COLUMNS,
    required: MEDAL_NEEDED,
    repeated: [SCHOOL],
    read: (row) => medalRow(row, schoolOf, seen, also),
  });
  const rows = read.rows.map(({ value }) => value);
  return {
    medals: rows.flatMap(({ medals }) => medals ?? []),
    expected: rows.flatMap(({ expected }) => expected ?? []),
    file: read.file,
    issues: read.issues,
  };
}

export interface MedalOptions {
  /** What may be meant by a login that nobody knows. @defaultValue nothing is said of it */
  readonly whyUnknown?: WhyUnknown;
  /** `YYYY-MM-DD`: medals of a school year that has not begun by then are told. @defaultValue no year is */
  readonly today?: LocalDate;
}

/** What one row says; an accepted one says something. */
interface MedalRow {
  readonly medals?: MedalCounts;
  readonly expected?: ExpectedMedals;
}

/** What stood in rows before. */
interface Seen {
  /** Rows by school and year. */
  readonly rows: SeenRows;
  readonly years: YearOrder;
}

function medalRow(
  row: FormRow,
  schoolOf: (login: string) => string | undefined,
  seen: Seen,
  { whyUnknown, today }: MedalOptions,
): MedalRow | undefined {
  const login = row.text(SCHOOL);
  const school = login === '' ? undefined : schoolOf(login);
  const isBeforeExam = row.text(EXPECTED) !== '' && row.text(HOLDERS) === '' && row.text(UNCONFIRMED) === '';
  const needed = isBeforeExam ? [SCHOOL, SCHOOL_YEAR] : MEDAL_NEEDED;
  const empty = needed.filter((column) => row.text(column) === '' && !row.isRefused);
  for (const column of empty) {
    row.issues.push(
      column === SCHOOL
        ? issue('school-missing', 'error', row.placeOf(column), {})
        : issue('profile-empty', 'error', row.placeOf(column), { column: column.id }),
    );
  }
  if (login !== '' && school === undefined)
    row.issues.push(unknownSchool('profile-school-unknown', row.placeOf(SCHOOL), login, whyUnknown?.(login)));
  const year = row.text(SCHOOL_YEAR);
  const schoolYear = parseSchoolYear(year);
  if (year !== '' && schoolYear === undefined) {
    const parameters = { column: SCHOOL_YEAR.id, found: year };
    row.issues.push(issue('profile-year-invalid', 'error', row.placeOf(SCHOOL_YEAR), parameters));
  }
  const holders = row.count(HOLDERS);
  const unconfirmed = row.count(UNCONFIRMED);
  const expected = row.count(EXPECTED);
  if (holders !== undefined && unconfirmed !== undefined && unconfirmed > holders) {
    const parameters = { column: UNCONFIRMED.id, part: unconfirmed, of: HOLDERS.id, whole: holders };
    row.issues.push(issue('profile-part-above', 'error', row.placeOf(UNCONFIRMED), parameters));
  }
  if (row.isRefused || school === undefined || schoolYear === undefined) return undefined;
  const key = JSON.stringify([school, schoolYear]);
  const before = seen.rows.before(key, row.place);
  if (before !== undefined) {
    const parameters = { columns: 'school, school_year', ...before };
    row.issues.push(issue('profile-duplicate', 'error', row.placeOf(SCHOOL), parameters));
    return undefined;
  }
  seen.rows.add(key, row.place);
  const later = seen.years.later(school, schoolYear, row.place);
  if (later !== undefined)
    row.issues.push(
      issue('profile-year-order', 'warning', row.placeOf(SCHOOL_YEAR), { schoolYear, ...later }),
    );
  // Medals that are expected may be of a later year.
  if (holders !== undefined && isFutureYear(schoolYear, today))
    row.issues.push(issue('profile-year-future', 'warning', row.placeOf(SCHOOL_YEAR), { schoolYear }));
  return {
    ...(holders === undefined || unconfirmed === undefined
      ? {}
      : { medals: { school, schoolYear, holders, unconfirmed } }),
    ...(expected === undefined ? {} : { expected: { school, schoolYear, expected } }),
  };
}
