/**
 * The door of school calendars: a school's own calendar as JSON in, a typed calendar or all its problems out.
 *
 * @module
 */
import * as z from 'zod';
import type { CalendarProblem } from '../calendar/calendar-problems.js';
import { calendarProblems, describeCalendarProblem } from '../calendar/calendar-problems.js';
import { periodsFromBreaks } from '../calendar/periods-from-breaks.js';
import type {
  CalendarScheme,
  PeriodKind,
  SchoolCalendar,
  SchoolPeriod,
  Verification,
} from '../calendar/school-calendar.js';
import { parseSchoolYear } from '../calendar/school-year.js';
import { once } from '../foundation/once.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemsOf } from './problem.js';

/** A calendar as people write it: what follows from the rest may be left out. */
type WrittenCalendar = Pick<SchoolCalendar, 'schoolYear' | 'start' | 'end' | 'breaks' | 'source'> &
  Partial<Pick<SchoolCalendar, 'id' | 'scheme' | 'grades' | 'periods' | 'verification'>>;

/**
 * Reads a calendar. Never throws: a wrong document comes back with all its problems. What is only odd (a short break,
 * school days in no quarter) comes back as a remark.
 *
 * Without `periods` they follow from the breaks: three give quarters, five modules and trimesters. A calendar without
 * `verification` is the school's own document.
 */
export function parseSchoolCalendar(value: unknown):
  | {
      readonly kind: 'calendar';
      readonly calendar: SchoolCalendar;
      readonly remarks: readonly CalendarProblem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  const schema = calendarSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  const written = result.data;
  const refused = (wrong: readonly CalendarProblem[]) =>
    ({ kind: 'refused', problems: wrong.map((problem) => problemOf(problem, written)) }) as const;
  // Days are counted only after it is known that they exist.
  const wrong = fatal(calendarProblems(completed(written, written.periods ?? [])));
  if (wrong.length > 0) return refused(wrong);
  const calendar = completed(written, written.periods ?? periodsFromBreaks(written));
  if (calendar.periods.length === 0) return { kind: 'refused', problems: [NO_PERIODS] };
  const remarks = calendarProblems(calendar);
  // Breaks that overlap or reach beyond the year give periods that end before they start.
  const impossible = fatal(remarks);
  return impossible.length > 0 ? refused(impossible) : { kind: 'calendar', calendar, remarks };
}

const NO_PERIODS: Problem = {
  path: 'periods',
  ru: 'по этим каникулам четверти и триместры не вывести (нужно три перерыва или пять): перечислите их в periods',
  en: 'quarters and trimesters do not follow from these breaks (three or five are needed): list them in periods',
};

/** Made when it is first wanted, and kept. */
const calendarSchema = /* @__PURE__ */ once(makeCalendarSchema);

function makeCalendarSchema(): z.ZodType<WrittenCalendar> {
  const text = z.string();
  const days = { start: text, end: text };
  const grades = z.exactOptional(z.array(z.int().min(1).max(12)).min(1));
  return z.strictObject({
    id: z.exactOptional(text.min(1)),
    schoolYear: text,
    scheme: z.exactOptional(z.array(z.enum(SCHEMES)).min(1)),
    grades,
    ...days,
    periods: z.exactOptional(
      z.array(z.strictObject({ kind: z.enum(PERIODS), number: z.int().min(1), ...days })).min(1),
    ),
    breaks: z.array(
      z.strictObject({ name: z.enum(['autumn', 'winter', 'spring', 'summer', 'extra']), ...days, grades }),
    ),
    source: text.min(1),
    verification: z.exactOptional(z.enum(VERIFICATIONS)),
  });
}

const SCHEMES = [
  'quarters',
  'trimesters',
  'modules',
  'half-years',
] as const satisfies readonly CalendarScheme[];
const PERIODS = ['quarter', 'trimester', 'module', 'half-year'] as const satisfies readonly PeriodKind[];
const VERIFICATIONS = ['verified', 'second-hand', 'unverified'] as const satisfies readonly Verification[];

function completed(written: WrittenCalendar, periods: readonly SchoolPeriod[]): SchoolCalendar {
  const schoolYear = parseSchoolYear(written.schoolYear) ?? written.schoolYear;
  return {
    ...written,
    id: written.id ?? `own-${schoolYear}`,
    schoolYear,
    scheme: written.scheme ?? SCHEMES.filter((_, i) => periods.some(({ kind }) => kind === PERIODS[i])),
    periods,
    verification: written.verification ?? 'verified',
  };
}

function fatal(problems: readonly CalendarProblem[]): readonly CalendarProblem[] {
  return problems.filter(({ code }) => FATAL.has(code));
}

const FATAL: ReadonlySet<CalendarProblem['code']> = new Set([
  'school-year-invalid',
  'date-invalid',
  'end-before-start',
  'outside-school-year',
  'periods-overlap',
]);

function problemOf(problem: CalendarProblem, written: WrittenCalendar): Problem {
  return {
    path: pathOf(problem, written),
    ru: describeCalendarProblem(problem, 'ru'),
    en: describeCalendarProblem(problem, 'en'),
  };
}

/** The place in the document that a problem is about. */
function pathOf({ code, where, days }: CalendarProblem, { breaks, periods = [] }: WrittenCalendar): string {
  if (where === 'year') return code === 'school-year-invalid' ? 'schoolYear' : 'start';
  const inBreaks = breaks.findIndex(
    ({ name, start, end }) => where === `break ${name}` && days === `${start}–${end}`,
  );
  if (inBreaks >= 0) return `breaks.${inBreaks}`;
  const inPeriods = periods.findIndex(({ kind, number }) => where === `${kind} ${number}`);
  return inPeriods >= 0 ? `periods.${inPeriods}` : 'breaks';
}
