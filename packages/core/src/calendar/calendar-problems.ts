/**
 * What is wrong with a school calendar.
 *
 * @module
 */
import type { Language } from '../foundation/issue.js';
import { dayOfLocalDate, toLocalDate } from './local-date.js';
import { isDayOff } from './periods-from-breaks.js';
import type { SchoolCalendar } from './school-calendar.js';
import { parseSchoolYear, schoolYearBounds } from './school-year.js';

/** Codes of defects in a calendar. */
export type CalendarProblemCode =
  | 'school-year-invalid'
  | 'date-invalid'
  | 'end-before-start'
  | 'outside-school-year'
  | 'break-too-short'
  | 'periods-overlap'
  | 'periods-gap'
  | 'period-in-break';

/** One defect; `where` names the part of the calendar (`year`, `quarter 2`, `break autumn`), `days` the days meant. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly where: string;
  readonly days: string;
}

/** Fewest days of a break. Source: federal calendar of the educational programme, point 172. */
export const SHORTEST_BREAK = 7;

/**
 * Checks a calendar: dates that exist and lie in the school year, ends after starts, breaks of at least
 * {@link SHORTEST_BREAK} days (those of some grades and extra days off may be shorter), periods of one kind that
 * neither overlap nor leave days between them that are no break, weekend or fixed public holiday.
 */
export function calendarProblems(calendar: SchoolCalendar): readonly CalendarProblem[] {
  if (parseSchoolYear(calendar.schoolYear) === undefined) {
    return [{ code: 'school-year-invalid', where: 'year', days: calendar.schoolYear }];
  }
  const problems: CalendarProblem[] = [];
  const stretch = (where: string, start: string, end: string): Stretch | undefined => {
    const found = stretchOf(where, start, end);
    const days = `${start}–${end}`;
    if (found === undefined) problems.push({ code: 'date-invalid', where, days });
    else if (found.end < found.start) problems.push({ code: 'end-before-start', where, days });
    else if (start < bounds.start || end > bounds.end)
      problems.push({ code: 'outside-school-year', where, days });
    else return found;
    return undefined;
  };
  const bounds = schoolYearBounds(calendar.schoolYear);
  stretch('year', calendar.start, calendar.end);

  const breaks: Stretch[] = [];
  for (const each of calendar.breaks) {
    const found = stretch(`break ${each.name}`, each.start, each.end);
    if (found === undefined) continue;
    const common = each.grades === undefined;
    if (common && each.name !== 'extra' && found.end - found.start + 1 < SHORTEST_BREAK) {
      problems.push({ code: 'break-too-short', where: found.where, days: daysOf(found.start, found.end) });
    }
    if (common) breaks.push(found);
  }

  for (const kind of ['quarter', 'trimester', 'module', 'half-year'] as const) {
    const periods = calendar.periods
      .filter((period) => period.kind === kind)
      .sort((one, other) => one.number - other.number)
      .flatMap((period) => stretch(`${kind} ${period.number}`, period.start, period.end) ?? []);
    problems.push(...problemsOfPeriods(periods, breaks, kind === 'quarter' || kind === 'module'));
  }
  return problems;
}

interface Stretch {
  readonly where: string;
  readonly start: number;
  readonly end: number;
}

function stretchOf(where: string, startText: string, endText: string): Stretch | undefined {
  const start = dayOfLocalDate(startText);
  const end = dayOfLocalDate(endText);
  return start === undefined || end === undefined ? undefined : { where, start, end };
}

function problemsOfPeriods(
  periods: readonly Stretch[],
  breaks: readonly Stretch[],
  withoutBreaks: boolean,
): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  periods.forEach((period, index) => {
    const next = periods[index + 1];
    if (next !== undefined && next.start <= period.end) {
      problems.push({ code: 'periods-overlap', where: next.where, days: daysOf(next.start, period.end) });
    }
    if (next !== undefined) {
      const free = daysBetween(period.end, next.start).filter(
        (day) => !isDayOff(day) && !breaks.some((each) => each.start <= day && day <= each.end),
      );
      const [from] = free;
      const to = free.at(-1);
      if (from !== undefined && to !== undefined) {
        problems.push({ code: 'periods-gap', where: next.where, days: daysOf(from, to) });
      }
    }
    const inside = breaks.find((each) => each.start <= period.end && period.start <= each.end);
    if (withoutBreaks && inside !== undefined && inside.where !== 'break extra') {
      problems.push({ code: 'period-in-break', where: period.where, days: daysOf(inside.start, inside.end) });
    }
  });
  return problems;
}

/** The days between two others; both stand within one school year. */
function daysBetween(before: number, after: number): readonly number[] {
  return Array.from({ length: Math.max(0, after - before - 1) }, (_, index) => before + 1 + index);
}

function daysOf(start: number, end: number): string {
  return `${toLocalDate(start)}–${toLocalDate(end)}`;
}

type Texts = { readonly [Code in CalendarProblemCode]: (where: string, days: string) => string };

const ru: Texts = {
  'school-year-invalid': (_, days) => `«${days}» — не учебный год. Напишите, например, 2025/2026.`,
  'date-invalid': (where, days) => `${where}: такой даты нет (${days}). Даты пишутся так: 2025-09-01.`,
  'end-before-start': (where, days) => `${where}: конец раньше начала (${days}).`,
  'outside-school-year': (where, days) => `${where}: даты вне учебного года (${days}).`,
  'break-too-short': (where, days) =>
    `${where}: каникулы короче ${SHORTEST_BREAK} календарных дней (${days}).`,
  'periods-overlap': (where, days) => `${where}: пересекается с предыдущим периодом (${days}).`,
  'periods-gap': (where, days) =>
    `${where}: перед ним учебные дни, не вошедшие ни в период, ни в каникулы (${days}).`,
  'period-in-break': (where, days) => `${where}: внутри периода стоят каникулы (${days}).`,
};

const en: Texts = {
  'school-year-invalid': (_, days) => `"${days}" is no school year. Write, for example, 2025/2026.`,
  'date-invalid': (where, days) => `${where}: there is no such date (${days}). Write dates as 2025-09-01.`,
  'end-before-start': (where, days) => `${where}: the end is before the start (${days}).`,
  'outside-school-year': (where, days) => `${where}: the dates lie outside the school year (${days}).`,
  'break-too-short': (where, days) => `${where}: shorter than ${SHORTEST_BREAK} calendar days (${days}).`,
  'periods-overlap': (where, days) => `${where}: overlaps with the period before (${days}).`,
  'periods-gap': (where, days) => `${where}: days before it belong to no period and no break (${days}).`,
  'period-in-break': (where, days) => `${where}: a break lies inside the period (${days}).`,
};

/** The sentence for people. */
export function describeCalendarProblem(problem: CalendarProblem, language: Language): string {
  const { code, where, days } = problem;
  return language === 'ru' ? ru[code](partInRussian(where), days) : en[code](where, days);
}

function partInRussian(where: string): string {
  const [kind = '', of = ''] = where.split(' ');
  const name = PARTS.get(kind === 'break' ? of : kind) ?? where;
  return kind === 'break' || of === '' ? name : `${name} ${of}`;
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ['year', 'учебный год'],
  ['quarter', 'четверть'],
  ['trimester', 'триместр'],
  ['module', 'модуль'],
  ['half-year', 'полугодие'],
  ['autumn', 'осенние каникулы'],
  ['winter', 'зимние каникулы'],
  ['spring', 'весенние каникулы'],
  ['summer', 'летние каникулы'],
  ['extra', 'дополнительные каникулы'],
]);
