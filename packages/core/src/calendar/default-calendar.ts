/**
 * The calendar for a school that gave none: a preset of the year, or a nominal one by the federal rule.
 *
 * @module
 */
import { CALENDAR_PRESETS } from './calendar-presets.js';
import { dayOf, mondayOf, toLocalDate, weekdayOf } from './local-date.js';
import { periodsFromBreaks } from './periods-from-breaks.js';
import type { CalendarScheme, SchoolBreak, SchoolCalendar } from './school-calendar.js';
import { calendarsOfYear } from './school-calendar.js';
import type { SchoolYear } from './school-year.js';
import { firstYearOf, schoolYearFrom } from './school-year.js';

const RULE =
  'First and last day: federal calendar of the educational programme, point 172 (1 September or the next working day; 26 May or the working day before). Breaks: nominal, our choice';

/**
 * A nominal calendar for a year that nobody published: quarters, or trimesters of two modules.
 *
 * First day 1 September or the Monday after a weekend; last day 26 May or the Friday before one. Breaks lie where the
 * recommendations of 2022–2026 had them: with quarters nine days from the Saturday of 24–30 October, 31 December to
 * 8 January, and nine days from the Saturday of 22–28 March; with trimesters whole weeks from the Mondays of
 * 5–11 October, 16–22 November, 16–22 February and 3–9 April beside the same winter.
 * Always marked `unverified`.
 */
export function defaultCalendar(
  schoolYear: SchoolYear,
  scheme: 'quarters' | 'trimesters' = 'quarters',
): SchoolCalendar {
  const first = firstYearOf(schoolYear);
  const start = toLocalDate(workingDay(dayOf(first, 9, 1), 1));
  const end = toLocalDate(workingDay(dayOf(first + 1, 5, 26), -1));
  const breaks = scheme === 'quarters' ? quarterBreaks(first) : trimesterBreaks(first);
  const schemes: readonly CalendarScheme[] =
    scheme === 'quarters' ? ['quarters', 'half-years'] : ['trimesters', 'modules'];
  return {
    id: `nominal-${first}-${String(first + 1).slice(2)}-${scheme}`,
    schoolYear: schoolYearFrom(first),
    scheme: schemes,
    start,
    end,
    breaks,
    periods: periodsFromBreaks({ start, end, breaks }),
    source: RULE,
    verification: 'unverified',
  };
}

function workingDay(day: number, step: 1 | -1): number {
  let found = day;
  while (weekdayOf(found) >= 6) found += step;
  return found;
}

function quarterBreaks(first: number): readonly SchoolBreak[] {
  return [
    nineDays('autumn', dayOf(first, 10, 24)),
    winter(first),
    nineDays('spring', dayOf(first + 1, 3, 22)),
  ];
}

function trimesterBreaks(first: number): readonly SchoolBreak[] {
  return [
    oneWeek('autumn', dayOf(first, 10, 5)),
    oneWeek('autumn', dayOf(first, 11, 16)),
    winter(first),
    oneWeek('winter', dayOf(first + 1, 2, 16)),
    oneWeek('spring', dayOf(first + 1, 4, 3)),
  ];
}

function winter(first: number): SchoolBreak {
  return { name: 'winter', start: `${first}-12-31`, end: `${first + 1}-01-08` };
}

function nineDays(name: SchoolBreak['name'], earliest: number): SchoolBreak {
  const start = earliest + ((13 - weekdayOf(earliest)) % 7);
  return { name, start: toLocalDate(start), end: toLocalDate(start + 8) };
}

function oneWeek(name: SchoolBreak['name'], earliest: number): SchoolBreak {
  const monday = mondayOf(earliest + 6);
  return { name, start: toLocalDate(monday), end: toLocalDate(monday + 6) };
}

const made = new Map<number, readonly SchoolCalendar[]>();

/**
 * The calendars to count with in one school year: those given for the year, otherwise the presets of the year,
 * otherwise the nominal ones. Schemes that a preset year lacks are filled up with nominal ones.
 */
export function calendarsFor(given: readonly SchoolCalendar[], firstYear: number): readonly SchoolCalendar[] {
  const own = given.length === 0 ? given : calendarsOfYear(given, firstYear);
  if (own.length > 0) return own;
  const there = made.get(firstYear);
  if (there !== undefined) return there;
  const year = schoolYearFrom(firstYear);
  const presets = calendarsOfYear(CALENDAR_PRESETS, firstYear);
  const lacks = (scheme: CalendarScheme) => !presets.some((each) => each.scheme.includes(scheme));
  const calendars = [
    ...presets,
    ...(lacks('quarters') ? [defaultCalendar(year)] : []),
    ...(lacks('trimesters') ? [defaultCalendar(year, 'trimesters')] : []),
  ];
  made.set(firstYear, calendars);
  return calendars;
}
