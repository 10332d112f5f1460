/**
 * Days of periodic rules, in order.
 *
 * @module
 */
import { assertNever } from '../foundation/assert-never.js';
import { civilOf, dayOf, mondayOf, monthLength } from './local-date.js';
import { weekdayOfMonth, weekOfMonth } from './month-weeks.js';
import type { MonthDay, NthOfMonth, PeriodicRule, YearWindow } from './recurrence.js';
import type { RuleScope, Take } from './rule-scope.js';
import { divided, firstStep } from './rule-scope.js';
import type { DaySpan } from './school-calendar.js';
import { schoolRuleDays } from './school-rule-days.js';
import { schoolYearDays } from './school-year.js';

/** Gives all occurrences that may fall due in the scope, in order of their due days. */
export function ruleDays(rule: PeriodicRule, scope: RuleScope, take: Take): void {
  switch (rule.kind) {
    case 'daily':
      daily(rule.interval, scope, take);
      break;
    case 'weekly':
      weekly(rule, scope, take);
      break;
    case 'weekdays':
      weekdays(rule, scope, take);
      break;
    case 'monthly':
      monthly(rule, scope, take);
      break;
    case 'month-days':
      monthDays(rule, scope, take);
      break;
    case 'weekday-of-month':
      weekdaysOfMonth(rule, scope, take);
      break;
    case 'week-of-month':
      weeksOfMonth(rule, scope, take);
      break;
    case 'quarterly':
      quarterly(rule, scope, take);
      break;
    case 'yearly-windows':
      yearlyWindows(rule.windows, scope, take);
      break;
    case 'yearly':
    case 'school-periods':
    case 'numbered-periods':
    case 'breaks':
      schoolRuleDays(rule, scope, take);
      break;
    default:
      assertNever(rule);
  }
}

function daily(interval: number, { from, to, planYear }: RuleScope, take: Take): void {
  const anchor = schoolYearDays(planYear).start;
  for (let day = firstStep(anchor, interval, from); day <= to; day += interval) take(day, day);
}

function weekly(
  { interval, times }: PeriodicRule & { readonly kind: 'weekly' },
  { from, to, planYear }: RuleScope,
  take: Take,
): void {
  const anchor = mondayOf(schoolYearDays(planYear).start);
  const length = interval * 7;
  for (let start = firstStep(anchor, length, from) - length; start <= to; start += length) {
    divided(start, start + length - 1, times, take);
  }
}

function weekdays(
  rule: PeriodicRule & { readonly kind: 'weekdays' },
  { from, to, planYear }: RuleScope,
  take: Take,
): void {
  const anchor = mondayOf(schoolYearDays(planYear).start);
  const step = rule.interval * 7;
  const days = [...rule.weekdays].sort((one, other) => one - other);
  for (let monday = firstStep(anchor, step, from) - step; monday <= to; monday += step) {
    for (const weekday of days) take(monday + weekday - 1, monday + weekday - 1);
  }
}

/** Months are counted from September of the plan, so that «раз в 2 месяца» is September–October, and so on. */
function monthly(
  { interval, times }: PeriodicRule & { readonly kind: 'monthly' },
  { from, to, planYear }: RuleScope,
  take: Take,
): void {
  const anchor = planYear * 12 + 8;
  const { year, month } = civilOf(from);
  let index = firstStep(anchor, interval, year * 12 + month - 1) - interval;
  let start = startOfMonth(index);
  while (start <= to) {
    index += interval;
    const next = startOfMonth(index);
    divided(start, next - 1, times, take);
    start = next;
  }
}

/** The first day of a month that is counted from year 0. */
function startOfMonth(index: number): number {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

function monthDays(
  { days }: PeriodicRule & { readonly kind: 'month-days' },
  scope: RuleScope,
  take: Take,
): void {
  eachMonth(scope, ({ start, end }) => {
    for (const { first, last } of days) {
      const from = first === undefined ? undefined : Math.min(start + first - 1, end);
      take(from, Math.min(start + last - 1, end));
    }
  });
}

function weekdaysOfMonth(
  { nths, weekday }: PeriodicRule & { readonly kind: 'weekday-of-month' },
  scope: RuleScope,
  take: Take,
): void {
  const sorted = inOrder(nths);
  eachMonth(scope, (month) => {
    for (const nth of sorted) {
      const day = weekdayOfMonth(month, nth, weekday);
      if (day !== undefined) take(day, day);
    }
  });
}

function weeksOfMonth(
  { nths }: PeriodicRule & { readonly kind: 'week-of-month' },
  scope: RuleScope,
  take: Take,
): void {
  const sorted = inOrder(nths);
  eachMonth(scope, (month) => {
    for (const nth of sorted) {
      const week = weekOfMonth(month, nth);
      if (week !== undefined) take(week.start, week.end);
    }
  });
}

/** The last one stands behind all others, and on the fourth or fifth when it is the same: repetitions are dropped. */
function inOrder(nths: readonly NthOfMonth[]): readonly NthOfMonth[] {
  return [...nths].sort((one, other) => (one < 0 ? 6 : one) - (other < 0 ? 6 : other));
}

function eachMonth({ from, to }: RuleScope, visit: (month: DaySpan) => void): void {
  const { year, month } = civilOf(from);
  let start = dayOf(year, month, 1);
  for (let index = year * 12 + month - 1; start <= to; index++) {
    const next = start + monthLength(Math.floor(index / 12), (index % 12) + 1);
    visit({ start, end: next - 1 });
    start = next;
  }
}

function quarterly(
  { times, day }: PeriodicRule & { readonly kind: 'quarterly' },
  { from, to }: RuleScope,
  take: Take,
): void {
  const { year, month } = civilOf(from);
  for (let index = year * 12 + Math.floor((month - 1) / 3) * 3 - 3; startOfMonth(index) <= to; index += 3) {
    if (day === undefined) {
      divided(startOfMonth(index), startOfMonth(index + 3) - 1, times, take);
    } else {
      const due = index + (day.month === 'last' ? 2 : 3);
      const length = startOfMonth(due + 1) - startOfMonth(due);
      take(undefined, startOfMonth(due) + Math.min(day.day, length) - 1);
    }
  }
}

function yearlyWindows(windows: readonly YearWindow[], { from, to }: RuleScope, take: Take): void {
  const firstYear = civilOf(from).year;
  const lastYear = civilOf(to).year;
  for (let year = firstYear; year <= lastYear; year++) {
    const made = windows.map((window) => {
      const end = dayInYear(year, window.end);
      if (window.start === undefined) return { end };
      const start = dayInYear(year, window.start);
      return { start: start <= end ? start : dayInYear(year - 1, window.start), end };
    });
    made.sort((one, other) => one.end - other.end || (one.start ?? 0) - (other.start ?? 0));
    for (const each of made) take(each.start, each.end);
  }
}

function dayInYear(year: number, { month, day }: MonthDay): number {
  return dayOf(year, month, Math.min(day, monthLength(year, month)));
}
