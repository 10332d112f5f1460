/**
 * What a deadline text says, before school year and calendar give it dates.
 *
 * @module
 */
import type { Duration, DurationUnit, NoDeadline, RelativeAnchor, ScheduleDeadline } from '../deadline.js';
import type { Weekday } from '../local-date.js';
import type { Checkpoint, DaysOfMonth, NthOfMonth, OneOrMore, PeriodicRule, Several } from '../recurrence.js';
import type { PeriodKind, SchoolBreak } from '../school-calendar.js';

/** A stretch of the plain text. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** A year as written: a calendar year, a school year, «текущего», «следующего». */
export type YearRef =
  | { readonly is: 'calendar'; readonly year: number }
  | { readonly is: 'school'; readonly first: number }
  | { readonly is: 'plan' }
  | { readonly is: 'next'; readonly school: boolean };

/** Where in a stretch: «начало», «середина», «конец». */
export type Edge = 'start' | 'middle' | 'end';

/** A day, a month, a part of a year … */
export type TimeValue = TextSpan & { readonly edge?: Edge; readonly year?: YearRef } & (
    | { readonly is: 'day'; readonly day: number; readonly month: number; readonly weekday?: Weekday }
    /** A number that the next value completes: «1 и 15 октября», «I, II четверть». */
    | { readonly is: 'number'; readonly value: number }
    /** `genitive`: may repeat the part before it: «конец октября, декабря». */
    | { readonly is: 'month'; readonly month: number; readonly genitive: boolean }
    | { readonly is: 'month-days'; readonly month: number; readonly first: number; readonly last: number }
    | { readonly is: 'week-of-month'; readonly month: number; readonly nth: number }
    | {
        readonly is: 'weekday-of-month';
        readonly month: number;
        readonly nth: number;
        readonly weekday: Weekday;
      }
    /** `number` −1 = the last one; absent = not said. */
    | {
        readonly is: 'period';
        readonly period: PeriodKind | 'calendar-quarter';
        readonly number?: number;
      }
    | { readonly is: 'break'; readonly season?: SchoolBreak['name'] }
    /** Calendar years from `first` to `last`. */
    | { readonly is: 'years'; readonly first: number; readonly last: number }
    /** School years that begin in `first` to `last`. */
    | { readonly is: 'school-years'; readonly first: number; readonly last: number }
    /** The plan's year, the one before or after it. `calendar`: said to be a calendar year. */
    | { readonly is: 'plan-year'; readonly shift: -1 | 0 | 1; readonly school: boolean }
    | { readonly is: 'season' }
  );

/** A value without its place, which its reader fills in. */
export const NOWHERE: TextSpan = { from: 0, to: 0 };

/** The year of a value, if it has one. */
export function withYear(year: YearRef | undefined): { readonly year?: YearRef } {
  return year === undefined ? {} : { year };
}

/** How a value bounds the deadline. */
export type Limit =
  /** In it. */
  | 'within'
  /** Up to its end: «до». */
  | 'until'
  /** Ready when it begins: «к». */
  | 'by'
  | 'from'
  | 'after'
  /** When it is over: «по итогам», «по окончании». */
  | 'at-end';

/** A value or a range of values with its limit. */
export interface TimeItem extends TextSpan {
  readonly limit: Limit;
  readonly first: TimeValue;
  readonly last?: TimeValue;
  /** The limit stands before this item and is not merely inherited. */
  readonly ownLimit: boolean;
}

/** A rule whose month is still to be said: «до 25 числа», «третья среда», «3-я неделя». */
export type RuleOfMonth =
  /** `every`: said to be of every month; `month`: which month of a longer period. */
  | {
      readonly is: 'days';
      readonly every: boolean;
      readonly days: OneOrMore<DaysOfMonth>;
      readonly month?: 'last' | 'next';
    }
  | { readonly is: 'weekday'; readonly nths: OneOrMore<NthOfMonth>; readonly weekday: Weekday }
  | { readonly is: 'week'; readonly nths: OneOrMore<NthOfMonth> };

/** One statement of the text. */
export type Statement =
  | { readonly is: 'time'; readonly item: TimeItem }
  | { readonly is: 'rule'; readonly rule: PeriodicRule }
  | { readonly is: 'rule-of-month'; readonly rule: RuleOfMonth }
  | { readonly is: 'ongoing' }
  /** «и последующий период». */
  | { readonly is: 'onward' }
  | { readonly is: 'schedule'; readonly document: ScheduleDeadline['document'] }
  | { readonly is: 'relative'; readonly anchor: RelativeDraft }
  | ShiftedStatement
  | { readonly is: 'none'; readonly reason: NoDeadline['reason'] }
  | { readonly is: 'checkpoints'; readonly names: Several<Checkpoint> }
  /** Words that change no date. */
  | { readonly is: 'remark' }
  /** A place that was to be filled in. */
  | { readonly is: 'blank' }
  | { readonly is: 'or' }
  /** `silent`: words without any number or time among them. */
  | { readonly is: 'unknown'; readonly silent: boolean };

/** «за 2 недели до 1 июня»: some days before or after a date. */
export interface ShiftedStatement {
  readonly is: 'shifted';
  readonly offset: Duration & { readonly direction: 'before' | 'after' };
  /** «в течение 10 дней после»: the days between count too. */
  readonly within: boolean;
  readonly value: TimeValue;
}

/** A statement and where it stands. */
export type Fragment = TextSpan & { readonly inBrackets: boolean } & Statement;

/** A relative anchor before the plan's year gives it dates. */
export type RelativeDraft =
  | Exclude<RelativeAnchor, { readonly anchor: 'years' | 'previous-school-year' }>
  | { readonly anchor: 'years'; readonly count: number; readonly from: 'plan' | 'next' }
  | { readonly anchor: 'previous-school-year' }
  /** «до конца месяца»: the month in which the plan was written, if that is known. */
  | {
      readonly anchor: 'current';
      readonly unit: Exclude<DurationUnit, 'hour' | 'working-day'>;
      readonly event: string;
    };
