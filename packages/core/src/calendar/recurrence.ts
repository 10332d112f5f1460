/**
 * Rules of what happens again and again.
 *
 * @module
 */
import type { LocalDate, Weekday } from './local-date.js';
import type { PeriodKind } from './school-calendar.js';

/** Two or more of a kind. */
export type Several<T> = readonly [T, T, ...T[]];

/** One or more of a kind. */
export type OneOrMore<T> = readonly [T, ...T[]];

/** A stretch of days, both included; without `start` it is a day until which something is due. */
export interface DateSpan {
  readonly start?: LocalDate;
  readonly end: LocalDate;
}

/** A day of every year; a day that a month lacks is its last day. */
export interface MonthDay {
  /** 1..12. */
  readonly month: number;
  /** 1..31. */
  readonly day: number;
}

/** A stretch of days of every year; it may run over new year. */
export interface YearWindow {
  readonly start?: MonthDay;
  readonly end: MonthDay;
}

/** Days of a month, 1..31; without `first` due until `last`. A day that the month lacks is its last day. */
export interface DaysOfMonth {
  readonly first?: number;
  readonly last: number;
}

/** Which one in a month: the first to fifth, or the last (−1). */
export type NthOfMonth = 1 | 2 | 3 | 4 | 5 | -1;

/**
 * A rule without beginning or end.
 *
 * `interval`: every so many days, weeks, months, years. Intervals above one are counted from the beginning of the
 * plan's school year. `times`: how often in each interval; the interval is then divided into equal parts.
 */
export type PeriodicRule =
  | { readonly kind: 'daily'; readonly interval: number }
  | { readonly kind: 'weekly'; readonly interval: number; readonly times: number }
  | { readonly kind: 'weekdays'; readonly interval: number; readonly weekdays: OneOrMore<Weekday> }
  | { readonly kind: 'monthly'; readonly interval: number; readonly times: number }
  | { readonly kind: 'month-days'; readonly days: OneOrMore<DaysOfMonth> }
  | { readonly kind: 'weekday-of-month'; readonly nths: OneOrMore<NthOfMonth>; readonly weekday: Weekday }
  /** Monday to Sunday; a week belongs to the month in which its Thursday lies and is cut at the month's borders. */
  | { readonly kind: 'week-of-month'; readonly nths: OneOrMore<NthOfMonth> }
  /** Calendar quarters «квартал»; `day`: due on this day of the quarter's last month or of the month after it. */
  | { readonly kind: 'quarterly'; readonly times: number; readonly day?: DayOfQuarter }
  /** Without dates: due on the last day of the school year. */
  | { readonly kind: 'yearly'; readonly interval: number; readonly times: number }
  | { readonly kind: 'yearly-windows'; readonly windows: OneOrMore<YearWindow> }
  /** Every part of the school year of one kind, by the school calendar. */
  | ({ readonly kind: 'school-periods'; readonly period: PeriodKind } & PeriodTiming)
  /** Only these parts, every year. */
  | {
      readonly kind: 'numbered-periods';
      readonly period: PeriodKind;
      readonly numbers: OneOrMore<number>;
      readonly at: 'within' | 'end' | 'start';
    }
  /** Every break «каникулы» of the school calendar. */
  | { readonly kind: 'breaks' };

/**
 * When in a part of the school year. `within`: in the course of it; `end`: on its last day; `start`: in its first
 * seven days; `day`: due on a day of its last month.
 */
export type PeriodTiming =
  | { readonly at: 'within'; readonly times: number }
  | { readonly at: 'end' | 'start' }
  | { readonly at: 'day'; readonly day: number };

/** A step of control. */
export type Checkpoint =
  | 'first'
  | 'introductory'
  | 'entry'
  | 'starting'
  | 'preliminary'
  | 'interim'
  | 'boundary'
  | 'control'
  | 'repeated'
  | 'final'
  | 'concluding';

/** A day of the last month of a calendar quarter, or of the month that follows it. */
export interface DayOfQuarter {
  readonly day: number;
  readonly month: 'last' | 'next';
}

/** Rules that name their dates, or only the steps, and need no repetition. */
export type ListedRule =
  /** Separate dates or stretches, in order. */
  | { readonly kind: 'set'; readonly spans: Several<DateSpan> }
  /** Steps in order without dates: «первичный, промежуточный, итоговый». */
  | { readonly kind: 'checkpoints'; readonly names: Several<Checkpoint> };

/** What a recurring deadline repeats. */
export type Recurrence = PeriodicRule | ListedRule;
