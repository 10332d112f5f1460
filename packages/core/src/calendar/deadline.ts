/**
 * Deadlines of measures («срок исполнения») as people write them, with a meaning.
 *
 * @module
 */
import type { LocalDate } from './local-date.js';
import type { DateSpan, ListedRule, PeriodicRule } from './recurrence.js';
import type { Bounds, SchoolYear } from './school-year.js';

/** An open or closed stretch of days, both ends included; never without both. */
export type Window =
  | { readonly start: LocalDate; readonly end?: LocalDate }
  | { readonly start?: never; readonly end: LocalDate };

interface Written {
  /** The source text, to the letter. */
  readonly raw: string;
}

/** One day. «до 1 октября» has only its end, which still counts; «1 октября» begins and ends on it. */
export interface DateDeadline extends Written {
  readonly kind: 'date';
  readonly start?: LocalDate;
  readonly end: LocalDate;
}

/** From one day to another. */
export interface RangeDeadline extends Written, Bounds {
  readonly kind: 'range';
}

/** One whole month. */
export interface MonthDeadline extends Written, Bounds {
  readonly kind: 'month';
}

/** One whole school year, 1 September to 31 August. */
export interface SchoolYearDeadline extends Written, Bounds {
  readonly kind: 'schoolYear';
  readonly schoolYear: SchoolYear;
}

/** One or several whole calendar years. */
export interface CalendarYearDeadline extends Written, Bounds {
  readonly kind: 'calendarYear';
}

/** Again and again, by a rule; `window` bounds it. */
export type RecurringDeadline = Written & { readonly kind: 'recurring' } & (
    | { readonly rule: PeriodicRule; readonly window?: Window }
    | { readonly rule: ListedRule; readonly window?: never }
  );

/** All the time «постоянно»: never overdue, but to be confirmed now and then. */
export interface OngoingDeadline extends Written {
  readonly kind: 'ongoing';
  /** Up to when, and from when; without an end it would be open-ended. */
  readonly window?: DateSpan;
}

/** From a day on, without end. */
export interface OpenEndedDeadline extends Written {
  readonly kind: 'openEnded';
  readonly start: LocalDate;
}

/** A unit of durations. */
export type DurationUnit =
  | 'hour'
  | 'day'
  | 'working-day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'trimester'
  | 'module'
  | 'half-year'
  | 'calendar-quarter'
  | 'year';

/** A length of time. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** What a relative deadline depends on. */
export type RelativeAnchor =
  /** An event, in the words of the source: «к педсовету», «после получения результатов ВПР». */
  | {
      readonly anchor: 'event';
      readonly event: string;
      /** How far before or after the event. */
      readonly offset?: Duration & { readonly direction: 'before' | 'after' };
      readonly window?: Window;
    }
  /** A length of time that does not say when it begins. */
  | { readonly anchor: 'duration'; readonly duration: Duration; readonly window?: Window }
  | {
      readonly anchor: 'need' | 'request' | 'agreement' | 'at-once' | 'next-period' | 'several-years';
      readonly window?: Window;
    }
  /** «на 3 года» from the plan's year, «на следующие 3 года» from the year after it. */
  | {
      readonly anchor: 'years';
      readonly count: number;
      readonly from: 'plan' | 'next';
      readonly window: Bounds;
    }
  | { readonly anchor: 'previous-school-year'; readonly schoolYear: SchoolYear; readonly window: Bounds };

/** Depends on something that has no date here. */
export type RelativeDeadline = Written & { readonly kind: 'relative' } & RelativeAnchor;

/** The dates stand in another document. */
export interface ScheduleDeadline extends Written {
  readonly kind: 'schedule';
  readonly document: 'schedule' | 'plan' | 'timetable' | 'order';
}

/** No deadline: an empty cell, an amount, a quality, or words that were not understood. */
export interface NoDeadline extends Written {
  readonly kind: 'none';
  readonly reason: 'empty' | 'quantity' | 'quality' | 'not-understood';
}

/** Everything a cell of the column «Сроки» can mean. */
export type Deadline =
  | DateDeadline
  | RangeDeadline
  | MonthDeadline
  | SchoolYearDeadline
  | CalendarYearDeadline
  | RecurringDeadline
  | OngoingDeadline
  | OpenEndedDeadline
  | RelativeDeadline
  | ScheduleDeadline
  | NoDeadline;

/** The kinds of {@link Deadline}. */
export type DeadlineKind = Deadline['kind'];
