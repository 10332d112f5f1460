/**
 * Periods between breaks, for calendars that publish only their breaks.
 *
 * @module
 */
import { civilOf, toDay, toLocalDate, weekdayOf } from './local-date.js';
import type { PeriodKind, SchoolBreak, SchoolPeriod } from './school-calendar.js';

/** What is known of the year. */
export interface YearWithBreaks {
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly SchoolBreak[];
}

/**
 * Quarters, modules and trimesters out of breaks: the lessons between two breaks are one period. Three breaks give
 * four quarters; five give six modules, and two modules are a trimester. A period begins on the first day after the
 * break that is neither a weekend nor a fixed public holiday, and ends the day before the next one.
 *
 * Breaks of some grades, extra ones and the summer divide nothing. Another number of breaks gives no periods.
 */
export function periodsFromBreaks(year: YearWithBreaks): readonly SchoolPeriod[] {
  const dividing = year.breaks
    .filter((each) => each.grades === undefined && each.name !== 'extra' && each.name !== 'summer')
    .map(({ start, end }) => ({ start: toDay(start), end: toDay(end) }))
    .sort((one, other) => one.start - other.start);
  const starts = [toDay(year.start), ...dividing.map((each) => firstSchoolDay(each.end + 1))];
  const ends = [...dividing.map((each) => each.start - 1), toDay(year.end)];
  const period = (kind: PeriodKind, number: number, from: number, to: number): SchoolPeriod => ({
    kind,
    number,
    start: toLocalDate(starts[from] ?? 0),
    end: toLocalDate(ends[to] ?? 0),
  });
  if (dividing.length === 3) return [0, 1, 2, 3].map((index) => period('quarter', index + 1, index, index));
  if (dividing.length !== 5) return [];
  return [
    ...[0, 1, 2, 3, 4, 5].map((index) => period('module', index + 1, index, index)),
    ...[0, 1, 2].map((index) => period('trimester', index + 1, index * 2, index * 2 + 1)),
  ];
}

/** Public holidays with a fixed date (Labour Code of Russia, article 112), `month-day`. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  '1-1',
  '1-2',
  '1-3',
  '1-4',
  '1-5',
  '1-6',
  '1-7',
  '1-8',
  '2-23',
  '3-8',
  '5-1',
  '5-9',
  '6-12',
  '11-4',
]);

/** Whether nobody is taught by the general calendar: a weekend or a fixed public holiday. */
export function isDayOff(day: number): boolean {
  const { month, day: ofMonth } = civilOf(day);
  return weekdayOf(day) >= 6 || HOLIDAYS.has(`${month}-${ofMonth}`);
}

/** The day itself, or the next one that is no weekend and no fixed holiday. */
function firstSchoolDay(day: number): number {
  let found = day;
  while (isDayOff(found)) found++;
  return found;
}
