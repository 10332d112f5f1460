/**
 * Medals «За особые успехи в учении» by school and year: counts, never pupils.
 *
 * @module
 */
import { parseSchoolYear } from '@orientir/core/calendar';
import type { Issue, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { MedalCounts } from '@orientir/core/objectivity';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import type { FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { YearOrder } from '../forms/year-order.js';
import { SCHOOL } from './passport-columns.js';

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

/** Columns of the form: written in the empty form, read back. All of them are needed. */
export const MEDAL_COLUMNS: readonly FormColumn[] = [SCHOOL, SCHOOL_YEAR, HOLDERS, UNCONFIRMED];

/** What was read from one file. */
export interface MedalsRead {
  readonly medals: readonly MedalCounts[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/**
 * Reads the first sheet of a workbook, or a csv. A row without one of its values, with more unconfirmed medals than
 * holders, of a school that nobody knows, or of a school and year that already have one is refused and named. A year
 * that stands after a later one of the same school is told and kept. Never throws for what is in the file.
 *
 * @param schoolOf - the school behind a login; absent = nobody knows it.
 */
export async function readMedals(
  source: ByteSource,
  file: string,
  schoolOf: (login: string) => string | undefined,
): Promise<MedalsRead> {
  const seen: Seen = { rows: new Map(), years: new YearOrder() };
  const read = await readForm(source, file, {
    layout: 'medals',
    columns: MEDAL_COLUMNS,
    required: MEDAL_COLUMNS,
    read: (row) => medalRow(row, schoolOf, seen),
  });
  return { medals: read.rows.map(({ value }) => value), file: read.file, issues: read.issues };
}

/** What stood in rows before. */
interface Seen {
  /** Rows by school and year. */
  readonly rows: Map<string, number>;
  readonly years: YearOrder;
}

function medalRow(
  row: FormRow,
  schoolOf: (login: string) => string | undefined,
  seen: Seen,
): MedalCounts | undefined {
  const login = row.text(SCHOOL);
  const school = login === '' ? undefined : schoolOf(login);
  const isEmpty = MEDAL_COLUMNS.filter((column) => row.text(column) === '' && !row.isRefused);
  for (const column of isEmpty) {
    row.issues.push(
      column === SCHOOL
        ? issue('school-missing', 'error', row.placeOf(column), {})
        : issue('profile-empty', 'error', row.placeOf(column), { column: column.id }),
    );
  }
  if (login !== '' && school === undefined)
    row.issues.push(issue('profile-school-unknown', 'error', row.placeOf(SCHOOL), { school: login }));
  const year = row.text(SCHOOL_YEAR);
  const schoolYear = parseSchoolYear(year);
  if (year !== '' && schoolYear === undefined) {
    const parameters = { column: SCHOOL_YEAR.id, found: year };
    row.issues.push(issue('profile-year-invalid', 'error', row.placeOf(SCHOOL_YEAR), parameters));
  }
  const holders = row.count(HOLDERS);
  const unconfirmed = row.count(UNCONFIRMED);
  if (holders !== undefined && unconfirmed !== undefined && unconfirmed > holders) {
    const parameters = { column: UNCONFIRMED.id, part: unconfirmed, of: HOLDERS.id, whole: holders };
    row.issues.push(issue('profile-part-above', 'error', row.placeOf(UNCONFIRMED), parameters));
  }
  if (row.isRefused || school === undefined || schoolYear === undefined) return undefined;
  if (holders === undefined || unconfirmed === undefined) return undefined;
  const key = JSON.stringify([school, schoolYear]);
  const first = seen.rows.get(key);
  if (first !== undefined) {
    const parameters = { columns: 'school, school_year', firstRow: first, firstFile: '' };
    row.issues.push(issue('profile-duplicate', 'error', row.placeOf(SCHOOL), parameters));
    return undefined;
  }
  seen.rows.set(key, row.place.row);
  const later = seen.years.later(school, schoolYear, row.place.row);
  if (later !== undefined)
    row.issues.push(
      issue('profile-year-order', 'warning', row.placeOf(SCHOOL_YEAR), { schoolYear, ...later }),
    );
  return { school, schoolYear, holders, unconfirmed };
}
