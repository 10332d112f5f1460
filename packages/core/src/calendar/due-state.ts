/**
 * Where a measure stands on a day: not yet, due, overdue, done.
 *
 * @module
 */
import type { Deadline } from './deadline.js';
import { calendarsFor } from './default-calendar.js';
import type { LocalDate } from './local-date.js';
import { toDay, toLocalDate } from './local-date.js';
import type { Occurrence } from './occurrences.js';
import { occurrences } from './occurrences.js';
import type { SchoolCalendar } from './school-calendar.js';
import { periodsOf } from './school-calendar.js';
import type { SchoolYear } from './school-year.js';
import { firstYearOf, firstYearOfDay, schoolYearDays } from './school-year.js';

/**
 * `not-yet`: its time has not begun · `due`: it can be done now · `overdue`: a sure date has passed · `done` ·
 * `confirm`: it goes on all the time and nobody confirmed it in this half-year («нужно подтверждение») ·
 * `undated`: no date is known.
 */
export type DueState = 'not-yet' | 'due' | 'overdue' | 'done' | 'confirm' | 'undated';

/** The day and what is known on it. */
export interface DueOptions {
  readonly asOf: LocalDate;
  /** The plan's school year. */
  readonly schoolYear: SchoolYear;
  readonly calendars?: readonly SchoolCalendar[];
  /** Done altogether, or the days on which it was done or confirmed. */
  readonly done?: boolean | readonly LocalDate[];
}

/**
 * The state on a day.
 *
 * One-time deadlines are done by any day of `done` up to `asOf`. A recurring one is overdue when it was not done
 * between the start of the last occurrence that has passed (where it has none: the day after the occurrence before)
 * and today; what was done late counts for that one and not for the next. Counting begins with the plan's school
 * year. Without a start, a deadline is due from the beginning.
 * Ongoing and open-ended deadlines are never overdue.
 */
export function dueState(deadline: Deadline, options: DueOptions): DueState {
  const { asOf, done } = options;
  if (done === true) return 'done';
  const days = done === undefined || done === false ? [] : done.filter((day) => day <= asOf);
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear':
      if (days.length > 0) return 'done';
      if (deadline.end < asOf) return 'overdue';
      return deadline.start !== undefined && asOf < deadline.start ? 'not-yet' : 'due';
    case 'recurring':
      return recurringState(deadline, days, options);
    case 'ongoing':
    case 'openEnded': {
      const start = deadline.kind === 'openEnded' ? deadline.start : deadline.window?.start;
      if (start !== undefined && asOf < start) return 'not-yet';
      const { from } = halfYearAround(options);
      return days.some((day) => day >= from) ? 'done' : 'confirm';
    }
    case 'relative':
    case 'schedule':
    case 'none':
      return days.length > 0 ? 'done' : 'undated';
  }
}

function recurringState(
  deadline: Deadline & { readonly kind: 'recurring' },
  done: readonly LocalDate[],
  options: DueOptions,
): DueState {
  const { asOf } = options;
  if (deadline.rule.kind === 'checkpoints') {
    return done.length >= deadline.rule.names.length ? 'done' : 'undated';
  }
  const all = occurrences(deadline, stretch(options));
  const next = all.findIndex((each) => each.due >= asOf);
  const passed = next < 0 ? all.at(-1) : all[next - 1];
  const coming = next < 0 ? undefined : all[next];
  if (passed === undefined && coming === undefined) return done.length > 0 ? 'done' : 'undated';
  const index = next < 0 ? all.length - 1 : next - 1;
  const sinceThen = done.filter((day) => day >= firstDay(all, index));
  if (passed !== undefined && sinceThen.length === 0) return 'overdue';
  if (coming === undefined) return 'done';
  const inTime = passed === undefined || sinceThen.some((day) => day <= passed.due);
  const [late] = inTime ? [] : [...sinceThen].sort();
  const start = firstDay(all, next);
  if (asOf < start) return passed === undefined ? 'not-yet' : 'done';
  return done.some((day) => day >= start && day !== late) ? 'done' : 'due';
}

/** The first day on which an occurrence can be done. */
function firstDay(all: readonly Occurrence[], index: number): LocalDate {
  const start = all[index]?.start;
  const before = all[index - 1]?.due;
  return start ?? (before === undefined ? '0000-01-01' : toLocalDate(toDay(before) + 1));
}

/** From the plan's beginning, or earlier when the day is earlier, to the end of the school year after next. */
function stretch({ asOf, schoolYear, calendars }: DueOptions) {
  const plan = schoolYearDays(firstYearOf(schoolYear));
  const today = toDay(asOf);
  return {
    from: toLocalDate(Math.min(plan.start, today)),
    to: toLocalDate(schoolYearDays(Math.max(firstYearOfDay(today), firstYearOf(schoolYear)) + 2).end),
    schoolYear,
    ...(calendars === undefined ? {} : { calendars }),
  };
}

/** The next day, `asOf` included, on which something falls due; `undefined` when nothing does in the next years. */
export function nextDue(deadline: Deadline, options: Omit<DueOptions, 'done'>): LocalDate | undefined {
  const { to, ...rest } = stretch(options);
  const far = 'end' in deadline && deadline.end > to ? deadline.end : to;
  return occurrences(deadline, { ...rest, to: far, from: options.asOf })[0]?.due;
}

/**
 * The next day by which evidence («подтверждение») is expected: the next due day; of ongoing and open-ended deadlines
 * the end of the half-year that runs or comes next (our choice).
 */
export function evidenceDue(deadline: Deadline, options: Omit<DueOptions, 'done'>): LocalDate | undefined {
  if (deadline.kind !== 'ongoing' && deadline.kind !== 'openEnded') return nextDue(deadline, options);
  const start = deadline.kind === 'openEnded' ? deadline.start : deadline.window?.start;
  const asOf = start !== undefined && start > options.asOf ? start : options.asOf;
  const end = deadline.kind === 'ongoing' ? deadline.window?.end : undefined;
  const { to } = halfYearAround({ ...options, asOf });
  return end !== undefined && end < to ? end : to;
}

/** The half-year that runs on a day; holidays belong to the half-year before them. */
function halfYearAround({ asOf, calendars = [] }: DueOptions): {
  readonly from: LocalDate;
  readonly to: LocalDate;
} {
  const today = toDay(asOf);
  const year = firstYearOfDay(today);
  const halves = calendarsFor(calendars, year)
    .map((calendar) => periodsOf(calendar, 'half-year'))
    .find((periods) => periods.length === 2);
  const { start, end } = schoolYearDays(year);
  const second = halves?.[1]?.start ?? start + 123;
  const middle = halves?.[0]?.end ?? second - 1;
  return today < second
    ? { from: toLocalDate(start), to: toLocalDate(Math.max(middle, today)) }
    : { from: toLocalDate(second), to: toLocalDate(Math.max(halves?.[1]?.end ?? end, today)) };
}
