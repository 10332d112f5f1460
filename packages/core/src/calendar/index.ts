/**
 * School calendars and deadlines: what a phrase of a plan means, when it falls due, how it is written.
 *
 * @module
 */

export { CALENDAR_PRESETS } from './calendar-presets.js';
export type { CalendarProblem, CalendarProblemCode } from './calendar-problems.js';
export { calendarProblems, describeCalendarProblem, SHORTEST_BREAK } from './calendar-problems.js';
export type {
  CalendarYearDeadline,
  DateDeadline,
  Deadline,
  DeadlineKind,
  Duration,
  DurationUnit,
  MonthDeadline,
  NoDeadline,
  OngoingDeadline,
  OpenEndedDeadline,
  RangeDeadline,
  RecurringDeadline,
  RelativeAnchor,
  RelativeDeadline,
  ScheduleDeadline,
  SchoolYearDeadline,
  Window,
} from './deadline.js';
export type { DeadlineIssue, DeadlineIssueCode } from './deadline-issue.js';
export { describeDeadlineIssue } from './deadline-issue.js';
export { calendarsFor, defaultCalendar } from './default-calendar.js';
export type { DeadlineDescription } from './describe-deadline.js';
export { describeDeadline } from './describe-deadline.js';
export type { DueOptions, DueState } from './due-state.js';
export { dueState, evidenceDue, nextDue } from './due-state.js';
export type { LocalDate, Weekday } from './local-date.js';
export { isLocalDate } from './local-date.js';
export type { Occurrence, OccurrenceOptions } from './occurrences.js';
export { occurrences } from './occurrences.js';
export type { ParsedDeadline, ParseOptions } from './parse-deadline.js';
export { LONGEST_DEADLINE, parseDeadline } from './parse-deadline.js';
export { periodsFromBreaks } from './periods-from-breaks.js';
export type {
  Checkpoint,
  DateSpan,
  DayOfQuarter,
  DaysOfMonth,
  ListedRule,
  MonthDay,
  NthOfMonth,
  OneOrMore,
  PeriodicRule,
  PeriodTiming,
  Recurrence,
  Several,
  YearWindow,
} from './recurrence.js';
export { rruleOf } from './rrule.js';
export type {
  CalendarScheme,
  PeriodKind,
  SchoolBreak,
  SchoolCalendar,
  SchoolPeriod,
  Verification,
} from './school-calendar.js';
export type { Bounds, SchoolYear } from './school-year.js';
export { parseSchoolYear, schoolYearBounds, schoolYearOf } from './school-year.js';
export { formatDeadline } from './wording/format-deadline.js';
