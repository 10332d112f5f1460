/**
 * When a school teaches and rests («календарный учебный график»).
 *
 * Nothing here is unified by law: the school decides, the ministry recommends. A calendar therefore belongs to a
 * school (or one building, or some grades) and one school year, and says where it comes from.
 *
 * @module
 */
import type { LocalDate } from './local-date.js';
import { dayOf, toDay } from './local-date.js';
import type { SchoolYear } from './school-year.js';
import { firstYearOf, schoolYearFrom } from './school-year.js';

/** Parts of a school year: «четверть», «триместр», «модуль», «полугодие». */
export type PeriodKind = 'quarter' | 'trimester' | 'module' | 'half-year';

/** How a school divides the year; a school may have several schemes at once. */
export type CalendarScheme = 'quarters' | 'trimesters' | 'modules' | 'half-years';

/** One part of the school year; both days are included. */
export interface SchoolPeriod {
  readonly kind: PeriodKind;
  /** From 1. */
  readonly number: number;
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Days without lessons («каникулы»); both days are included. */
export interface SchoolBreak {
  /** `extra`: an additional break of some grades or single days off. */
  readonly name: 'autumn' | 'winter' | 'spring' | 'summer' | 'extra';
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** Only these grades; absent = all. */
  readonly grades?: readonly number[];
}

/**
 * How far the dates can be trusted. `verified`: seen in the school's own document. `second-hand`: from the press or
 * from another school. `unverified`: computed by a rule, nobody published it.
 */
export type Verification = 'verified' | 'second-hand' | 'unverified';

/** One calendar. */
export interface SchoolCalendar {
  readonly id: string;
  readonly schoolYear: SchoolYear;
  readonly scheme: readonly CalendarScheme[];
  /** Only these grades; absent = all. */
  readonly grades?: readonly number[];
  /** First and last day of lessons. */
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly periods: readonly SchoolPeriod[];
  readonly breaks: readonly SchoolBreak[];
  /** Document or page with its date. */
  readonly source: string;
  readonly verification: Verification;
}

/** A period or break as day numbers. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** Periods and breaks that were read before: rules ask for them again and again. */
const spansOfCalendar = new WeakMap<SchoolCalendar, Map<string, readonly DaySpan[]>>();

function remembered(
  calendar: SchoolCalendar,
  what: string,
  read: () => readonly DaySpan[],
): readonly DaySpan[] {
  const there = spansOfCalendar.get(calendar) ?? new Map<string, readonly DaySpan[]>();
  spansOfCalendar.set(calendar, there);
  const before = there.get(what);
  if (before !== undefined) return before;
  const spans = read();
  there.set(what, spans);
  return spans;
}

/**
 * The periods of one kind in order; empty when the calendar does not know them.
 *
 * Half-years follow from the quarters (two each) or, where a school has none, from the winter break.
 */
export function periodsOf(calendar: SchoolCalendar, kind: PeriodKind): readonly DaySpan[] {
  return remembered(calendar, kind, () => {
    const listed = calendar.periods
      .filter((period) => period.kind === kind)
      .sort((one, other) => one.number - other.number)
      .map(({ start, end }) => ({ start: toDay(start), end: toDay(end) }));
    return listed.length > 0 || kind !== 'half-year' ? listed : halfYearsOf(calendar);
  });
}

function halfYearsOf(calendar: SchoolCalendar): readonly DaySpan[] {
  const [first, second, third, fourth] = periodsOf(calendar, 'quarter');
  if (first && second && third && fourth) {
    return [
      { start: first.start, end: second.end },
      { start: third.start, end: fourth.end },
    ];
  }
  const newYear = dayOf(firstYearOf(calendar.schoolYear) + 1, 1, 1);
  const winter = calendar.breaks.find(
    (each) => each.grades === undefined && toDay(each.start) <= newYear && newYear <= toDay(each.end),
  );
  if (winter === undefined) return [];
  return [
    { start: toDay(calendar.start), end: toDay(winter.start) - 1 },
    { start: toDay(winter.end) + 1, end: toDay(calendar.end) },
  ];
}

/** Breaks of all grades in order; the summer reaches to 31 August even where the calendar does not list it. */
export function breaksOf(calendar: SchoolCalendar, name?: SchoolBreak['name']): readonly DaySpan[] {
  return remembered(calendar, `break ${name}`, () => {
    const common = calendar.breaks.filter((each) => each.grades === undefined && each.name !== 'extra');
    const summer = common.some((each) => each.name === 'summer');
    const spans = common
      .filter((each) => name === undefined || each.name === name)
      .map(({ start, end }) => ({ start: toDay(start), end: toDay(end) }));
    if (!summer && (name === undefined || name === 'summer')) {
      const lastDay = dayOf(firstYearOf(calendar.schoolYear) + 1, 8, 31);
      spans.push({ start: toDay(calendar.end) + 1, end: lastDay });
    }
    return spans.sort((one, other) => one.start - other.start);
  });
}

/** The calendars of one school year among those given. */
export function calendarsOfYear(
  calendars: readonly SchoolCalendar[],
  firstYear: number,
): readonly SchoolCalendar[] {
  const year = schoolYearFrom(firstYear);
  return calendars.filter((calendar) => calendar.schoolYear === year);
}
