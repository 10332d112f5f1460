/**
 * What rows of a form say together that none of them says alone: years that stand out of order, parts larger than
 * their whole, rulesets that judged nobody.
 *
 * @module
 */
import type { LocalDate } from '@orientir/core/calendar';
import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Period, PeriodRow } from '@orientir/core/school-profile';
import type { YearOrder } from '../forms/year-order.js';
import { isFutureYear } from '../forms/year-order.js';
import { earlier } from '../row-place.js';
import { DATE, LESSONS, MISSED, RULESET, SCHOOL_YEAR } from './profile-columns.js';
import type { ProfileFormRow } from './profile-form-row.js';
import type { ProfileRow } from './profile-rows.js';
import { PERIOD_TEXTS } from './profile-texts.js';

/** An issue for a row whose year stands after a later one of the same series; absent when all is well. */
export function yearIssue(read: ProfileRow, at: ProfileFormRow, years: YearOrder): Issue | undefined {
  if (read.form !== 'attendance' && read.form !== 'annual-card') return undefined;
  const { schoolYear } = read.value;
  const series = [read.form, ...read.key.filter((part) => part !== schoolYear)];
  const later = years.later(JSON.stringify(series), schoolYear, at.place);
  return later && issue('profile-year-order', 'warning', at.placeOf(SCHOOL_YEAR), { schoolYear, ...later });
}

/** An issue for a row that tells of a school year that has not begun, or of a day that has not come; absent when all is well. */
export function futureIssue(
  { form, value }: ProfileRow,
  at: ProfileFormRow,
  today: LocalDate | undefined,
): Issue | undefined {
  if (today === undefined) return undefined;
  if (form === 'attendance' || form === 'annual-card') {
    const { schoolYear } = value;
    return isFutureYear(schoolYear, today)
      ? issue('profile-year-future', 'warning', at.placeOf(SCHOOL_YEAR), { schoolYear })
      : undefined;
  }
  // What is planned for a checkpoint may be of any day.
  const isDone = form === 'stages' || (form === 'checkpoints' && value.measured !== undefined);
  if (!isDone || value.date === undefined || value.date <= today) return undefined;
  return issue('profile-date-future', 'warning', at.placeOf(DATE), { date: value.date });
}

/** An issue for a row that names a ruleset which judged nobody; absent when all is well, and where there are no results. */
export function rulesetIssue(
  read: ProfileRow,
  at: ProfileFormRow,
  known: readonly string[],
): Issue | undefined {
  if (read.form !== 'special-control' || known.length === 0) return undefined;
  const { ruleset: found } = read.value;
  if (found === undefined || known.includes(found)) return undefined;
  const parameters = { column: RULESET.id, found, known: known.join(', ') };
  return issue('profile-ruleset-unknown', 'warning', at.placeOf(RULESET), parameters);
}

/** A row about a period, where it stands. */
interface PlacedPeriod {
  readonly value: PeriodRow;
  readonly at: ProfileFormRow;
}

/**
 * Lessons, and missed ones, of a period that are more than those of the longer period that holds it, by the same
 * school, year, subject and grade: each with the row of the longer one. Either may be wrong, so both stay.
 */
export function periodIssues<Row extends PlacedPeriod>(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly issue: Issue }[] {
  const byKey = new Map(rows.map((row) => [keyOf(row.value, row.value.period), row]));
  return rows.flatMap((row) => {
    const { period, attendance } = row.value;
    const around = HELD_BY[period].flatMap((longer) => byKey.get(keyOf(row.value, longer)) ?? []);
    const whole = around.find(({ value }) => value.attendance !== undefined);
    if (attendance === undefined || whole?.value.attendance === undefined) return [];
    const { lessons, missed } = whole.value.attendance;
    const longer = whole.value.period;
    const { firstRow, firstSheet, firstFile } = earlier(whole.at.place, row.at.place);
    return [
      { column: LESSONS, part: attendance.lessons, most: lessons },
      { column: MISSED, part: attendance.missed, most: missed },
    ].flatMap(({ column, part, most }) => {
      if (part <= most) return [];
      const parameters = {
        column: column.id,
        part,
        whole: most,
        period: PERIOD_TEXTS.en[longer],
        periodRu: PERIOD_TEXTS.ru[longer],
        row: firstRow,
        inSheet: firstSheet,
        inFile: firstFile,
      };
      return [{ row, issue: issue('profile-period-above', 'warning', row.at.placeOf(column), parameters) }];
    });
  });
}

function keyOf({ school, schoolYear, subject, grade }: PeriodRow, period: Period): string {
  return JSON.stringify([school, schoolYear, subject?.toLowerCase() ?? null, grade ?? null, period]);
}

/** Longer periods that hold a period, the shortest first. */
const HELD_BY: Readonly<Record<Period, readonly Period[]>> = {
  'quarter-1': ['half-year', 'year'],
  'half-year': ['year'],
  'quarter-3': ['year'],
  year: [],
};
