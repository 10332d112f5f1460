/**
 * From a value of the text to days, given its year.
 *
 * @module
 */

import { civilOf, dayOf, isCivilDate, monthLength, weekdayOf } from '../local-date.js';
import { weekdayOfMonth, weekOfMonth } from '../month-weeks.js';
import type { DaySpan } from '../school-calendar.js';
import { schoolYearDays } from '../school-year.js';
import type { TimeValue, YearRef } from './expressions.js';
import { partAt } from './part-of-time.js';
import type { ReadingContext } from './reading-context.js';

/** What a stretch of days is. */
export type Shape = 'day' | 'month' | 'part' | 'period' | 'school-year' | 'years' | 'plan-year';

/** Days with what they are. */
export interface Stretch extends DaySpan {
  readonly shape: Shape;
}

/** Whether the value can take a year from its neighbours. */
export function takesNeighboursYear(value: TimeValue): boolean {
  return value.is !== 'years' && value.is !== 'school-years' && value.is !== 'plan-year';
}

/**
 * The days of a value. Without a year, September to December are in the plan's first calendar year, January to
 * August in its second; August of the first one when the plan was written before its school year began.
 */
export function resolveValue(
  value: TimeValue,
  year: YearRef | undefined,
  context: ReadingContext,
): Stretch | undefined {
  if (year?.is === 'calendar' && (year.year < 1900 || year.year > 2200)) {
    return context.report('date-impossible', value);
  }
  switch (value.is) {
    case 'day':
      return resolveDay(value, yearOfMonth(value.month, year, context), context);
    case 'month':
      return monthStretch(yearOfMonth(value.month, year, context), value.month, 1, 31, 'month');
    case 'month-days':
      return monthStretch(
        yearOfMonth(value.month, year, context),
        value.month,
        value.first,
        value.last,
        'part',
      );
    case 'week-of-month': {
      const month = monthStretch(yearOfMonth(value.month, year, context), value.month, 1, 31, 'month');
      const week = weekOfMonth(month, value.nth);
      return week === undefined ? context.report('date-impossible', value) : { ...week, shape: 'part' };
    }
    case 'weekday-of-month': {
      const month = monthStretch(yearOfMonth(value.month, year, context), value.month, 1, 31, 'month');
      const day = weekdayOfMonth(month, value.nth, value.weekday);
      return day === undefined
        ? context.report('date-impossible', value)
        : { start: day, end: day, shape: 'day' };
    }
    case 'period':
      return resolvePeriod(value, year, context);
    case 'break':
      return resolveBreak(value, year, context);
    case 'years':
      if (value.last < value.first) return context.report('end-before-start', value);
      return { start: dayOf(value.first, 1, 1), end: dayOf(value.last, 12, 31), shape: 'years' };
    case 'school-years': {
      if (value.last < value.first) return context.report('end-before-start', value);
      const { start } = schoolYearDays(value.first);
      const shape = value.first === value.last ? 'school-year' : 'part';
      return { start, end: schoolYearDays(value.last).end, shape };
    }
    case 'plan-year':
      return {
        ...schoolYearDays(context.planYear + value.shift),
        shape: value.shift === 0 ? 'plan-year' : 'school-year',
      };
    case 'number':
      return context.report('date-incomplete', value);
    case 'season':
      return context.report('season-vague', value);
  }
}

/** The calendar year of a month. */
function yearOfMonth(month: number, year: YearRef | undefined, context: ReadingContext): number {
  if (year?.is === 'calendar') return year.year;
  if (year?.is === 'next' && !year.school) return context.planYear + 1;
  const first = schoolYearOfRef(year, context);
  const early = month === 8 && year === undefined && isWrittenBefore(context);
  return month >= 9 || early ? first : first + 1;
}

function isWrittenBefore(context: ReadingContext): boolean {
  return context.asOf !== undefined && context.asOf < schoolYearDays(context.planYear).start;
}

function schoolYearOfRef(year: YearRef | undefined, context: ReadingContext): number {
  if (year?.is === 'school') return year.first;
  return context.planYear + (year?.is === 'next' && year.school ? 1 : 0);
}

function resolveDay(
  value: TimeValue & { readonly is: 'day' },
  year: number,
  context: ReadingContext,
): Stretch | undefined {
  const { month, day } = value;
  if (!isCivilDate({ year, month, day })) return context.report('date-impossible', value);
  const found = dayOf(year, month, day);
  if (value.weekday !== undefined && weekdayOf(found) !== value.weekday) {
    return context.report('weekday-differs', value);
  }
  return { start: found, end: found, shape: 'day' };
}

function monthStretch(year: number, month: number, first: number, last: number, shape: Shape): Stretch {
  return {
    start: dayOf(year, month, first),
    end: dayOf(year, month, Math.min(last, monthLength(year, month))),
    shape,
  };
}

/**
 * A half-year of a calendar year is one of that year, unless the plan's own half-year of the same number lies in it too:
 * «I полугодие 2025 г.» in a plan for 2025/2026 may be the spring or the autumn.
 */
function resolvePeriod(
  value: TimeValue & { readonly is: 'period' },
  year: YearRef | undefined,
  context: ReadingContext,
): Stretch | undefined {
  const { period, number } = value;
  if (number === undefined) return context.report('period-unclear', value);
  if (period === 'calendar-quarter') {
    if (number > 4 || number < 1) return context.report('date-impossible', value);
    if (number === 3 && year?.is !== 'calendar') return context.report('year-unclear', value);
    return months(yearOfMonth(number * 3, year, context), number * 3 - 2, 3);
  }
  if (period === 'half-year' && year?.is === 'calendar') {
    if (number !== 1 && number !== 2) return context.report('period-not-in-calendar', value);
    if (year.year === context.planYear + number - 1) return context.report('year-unclear', value);
    return months(year.year, number * 6 - 5, 6);
  }
  const years = year?.is === 'calendar' ? [year.year - 1, year.year] : [schoolYearOfRef(year, context)];
  for (const first of years) {
    const found = partAt(context.periods(period, first, value), number);
    const fits = found !== undefined && (year?.is !== 'calendar' || civilOf(found.end).year === year.year);
    if (fits) return { ...found, shape: 'period' };
  }
  return context.report('period-not-in-calendar', value);
}

function months(year: number, firstMonth: number, count: number): Stretch {
  const lastMonth = firstMonth + count - 1;
  return {
    start: dayOf(year, firstMonth, 1),
    end: dayOf(year, lastMonth, monthLength(year, lastMonth)),
    shape: 'period',
  };
}

function resolveBreak(
  value: TimeValue & { readonly is: 'break' },
  year: YearRef | undefined,
  context: ReadingContext,
): Stretch | undefined {
  if (value.season === undefined) return context.report('period-unclear', value);
  const years = year?.is === 'calendar' ? [year.year - 1, year.year] : [schoolYearOfRef(year, context)];
  for (const first of years) {
    const found = context.breaks(value.season, first, value);
    const fitting = found.filter((each) => year?.is !== 'calendar' || civilOf(each.start).year === year.year);
    const [only, another] = fitting;
    if (another !== undefined) return context.report('period-unclear', value);
    if (only !== undefined) return { ...only, shape: 'period' };
  }
  return context.report('period-not-in-calendar', value);
}
