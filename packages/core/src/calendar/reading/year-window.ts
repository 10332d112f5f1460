/**
 * What stands beside «ежегодно»: days and months without a year, or numbered parts of the school year.
 *
 * @module
 */
import { LONGEST_MONTHS } from '../local-date.js';
import type { MonthDay, PeriodicRule, YearWindow } from '../recurrence.js';
import type { TimeItem, TimeValue } from './expressions.js';
import { thirdOfMonth } from './part-of-time.js';

/** Whether some year has this day. */
export function exists({ month, day }: MonthDay): boolean {
  return day >= 1 && day <= lastOf(month);
}

/** An item as days of every year; `undefined` where its days differ from year to year. */
export function yearWindow({ limit, first, last }: TimeItem): YearWindow | undefined {
  const begin = monthDays(first);
  const finish = last === undefined ? begin : monthDays(last);
  if (begin === undefined || finish === undefined) return undefined;
  const monthly = first.is === 'month';
  switch (limit) {
    case 'within':
      return { start: begin.first, end: finish.last };
    case 'until':
      if (monthly && first.edge === 'start') return { end: dayBefore(first.month) };
      return { end: monthly && first.edge === 'middle' ? { month: first.month, day: 15 } : finish.last };
    case 'by':
      if (monthly && first.edge === 'middle') return { end: { month: first.month, day: 15 } };
      return { end: first.edge === undefined || first.edge === 'start' ? begin.first : finish.last };
    case 'at-end':
      return { end: finish.last };
    case 'from':
    case 'after':
      return undefined;
  }
}

function monthDays(value: TimeValue): { readonly first: MonthDay; readonly last: MonthDay } | undefined {
  switch (value.is) {
    case 'day': {
      const day = { month: value.month, day: value.day };
      return { first: day, last: day };
    }
    case 'month': {
      const [first, last] = value.edge === undefined ? [1, 31] : thirdOfMonth(value.edge);
      return between(value.month, first, last);
    }
    case 'month-days':
      return between(value.month, value.first, value.last);
    case 'period': {
      const { period, number = 0 } = value;
      if (period !== 'calendar-quarter' || number < 1 || number > 4) return undefined;
      const { last } = between(number * 3, 1, 31);
      return { first: { month: number * 3 - 2, day: 1 }, last };
    }
    default:
      return undefined;
  }
}

function between(month: number, first: number, last: number) {
  return { first: { month, day: first }, last: { month, day: Math.min(last, lastOf(month)) } };
}

function lastOf(month: number): number {
  return LONGEST_MONTHS[month - 1] ?? 0;
}

function dayBefore(month: number): MonthDay {
  const before = month === 1 ? 12 : month - 1;
  return { month: before, day: lastOf(before) };
}

/** «ежегодно в I и III четверти», «ежегодно в конце учебного года», «ежегодно по итогам I полугодия». */
export function numberedPeriods(items: readonly TimeItem[]): PeriodicRule | undefined {
  const parts = items.map(numberedPeriod);
  const [first] = parts;
  if (first === undefined) return undefined;
  const numbers = new Set<number>();
  for (const part of parts) {
    if (part === undefined || part.period !== first.period || part.at !== first.at) return undefined;
    numbers.add(part.number);
  }
  const [least, ...others] = [...numbers].sort((one, other) => one - other);
  if (least === undefined || least < 1) return undefined;
  return { kind: 'numbered-periods', period: first.period, at: first.at, numbers: [least, ...others] };
}

function numberedPeriod({ limit, first, last }: TimeItem) {
  if (last !== undefined) return undefined;
  const end = limit === 'at-end' || limit === 'until' || first.edge === 'end';
  if (first.is === 'plan-year' && first.shift === 0 && end) {
    return { period: 'half-year', number: 2, at: 'end' } as const;
  }
  if (first.is !== 'period' || first.period === 'calendar-quarter' || first.number === undefined)
    return undefined;
  if (limit === 'by' || first.edge === 'middle' || (limit === 'until' && first.edge === 'start'))
    return undefined;
  const at = end ? 'end' : first.edge === 'start' ? 'start' : 'within';
  return { period: first.period, number: first.number, at } as const;
}
