/**
 * Rules in English, for display only.
 *
 * @module
 */
import type { Weekday } from '../local-date.js';
import type { DaysOfMonth, NthOfMonth, PeriodicRule, Recurrence, YearWindow } from '../recurrence.js';
import { dayMonthEn, spanEn } from './dates-en.js';

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};
const NTHS: Readonly<Record<NthOfMonth, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
};

/** A rule in words. */
export function recurrenceEn(rule: Recurrence): string {
  switch (rule.kind) {
    case 'set':
      return rule.spans.map(spanEn).join('; ');
    case 'checkpoints':
      return `checkpoints: ${rule.names.join(', ')}`;
    case 'daily':
      return rule.interval === 1 ? 'every day' : `every ${rule.interval} days`;
    case 'weekly':
      return often(rule, 'week');
    case 'monthly':
      return often(rule, 'month');
    case 'yearly':
      return often(rule, 'year');
    case 'quarterly':
      return quarterly(rule);
    case 'weekdays': {
      const days = listed(rule.weekdays.map((day) => WEEKDAYS[day]));
      return rule.interval === 1 ? `every ${days}` : `every ${rule.interval} weeks on ${days}`;
    }
    case 'month-days':
      return `${listed(rule.days.map(monthDays))} of every month`;
    case 'weekday-of-month':
      return `${nths(rule.nths)} ${WEEKDAYS[rule.weekday]} of every month`;
    case 'week-of-month':
      return `${nths(rule.nths)} week of every month`;
    case 'yearly-windows':
      return `every year: ${rule.windows.map(yearWindow).join('; ')}`;
    case 'school-periods':
      return schoolPeriods(rule);
    case 'numbered-periods': {
      const at = rule.at === 'within' ? 'in' : `at the ${rule.at} of`;
      return `every year ${at} ${rule.period} ${listed(rule.numbers.map(String))}`;
    }
    case 'breaks':
      return 'in the school breaks';
  }
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function nths(values: readonly NthOfMonth[]): string {
  const inOrder = [...values.filter((each) => each > 0), ...values.filter((each) => each < 0)];
  return listed(inOrder.map((each) => NTHS[each]));
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function often(
  { interval, times: count }: { readonly interval: number; readonly times: number },
  unit: string,
) {
  if (interval === 1) return count === 1 ? `every ${unit}` : `${times(count)} a ${unit}`;
  return `${times(count)} in ${interval} ${unit}s`;
}

function quarterly({ times: count, day }: PeriodicRule & { readonly kind: 'quarterly' }): string {
  const base = count === 1 ? 'every calendar quarter' : `${times(count)} in every calendar quarter`;
  if (day === undefined) return base;
  return `${base}, by day ${day.day} of ${day.month === 'last' ? 'its last month' : 'the month after it'}`;
}

function monthDays({ first, last }: DaysOfMonth): string {
  if (first === undefined) return `by day ${last}`;
  return first === last ? `on day ${last}` : `days ${first}–${last}`;
}

function yearWindow({ start, end }: YearWindow): string {
  if (start === undefined) return `by ${dayMonthEn(end)}`;
  const same = start.month === end.month && start.day === end.day;
  return same ? dayMonthEn(end) : `${dayMonthEn(start)} – ${dayMonthEn(end)}`;
}

function schoolPeriods(rule: PeriodicRule & { readonly kind: 'school-periods' }): string {
  switch (rule.at) {
    case 'within':
      return rule.times === 1 ? `once every ${rule.period}` : `${times(rule.times)} every ${rule.period}`;
    case 'day':
      return `once every ${rule.period}, by day ${rule.day} of its last month`;
    case 'start':
    case 'end':
      return `at the ${rule.at} of every ${rule.period}`;
  }
}
