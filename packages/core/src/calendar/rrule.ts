/**
 * Recurring deadlines for calendars of other programs.
 *
 * @module
 */
import type { Deadline } from './deadline.js';
import type { LocalDate, Weekday } from './local-date.js';
import { LONGEST_MONTHS } from './local-date.js';
import type { PeriodicRule, YearWindow } from './recurrence.js';

/**
 * The rule of a recurring deadline as RFC 5545 writes it, without `RRULE:`; its days are the due days. Start it
 * (`DTSTART`) at the first occurrence.
 *
 * `undefined` where no such rule exists: only the school calendar knows the days, the days are listed, or there are
 * several in one interval. Use the occurrences (`RDATE`) then.
 * Source: RFC 5545, 3.3.10. A day that a month lacks is its last day, which RFC 5545 says by `BYSETPOS`.
 */
export function rruleOf(deadline: Deadline): string | undefined {
  if (deadline.kind !== 'recurring' || deadline.window === undefined) {
    return deadline.kind === 'recurring' ? ruleText(deadline.rule) : undefined;
  }
  const rule = ruleText(deadline.rule);
  const { end } = deadline.window;
  return rule === undefined || end === undefined ? rule : `${rule};UNTIL=${compact(end)}`;
}

const DAYS: Readonly<Record<Weekday, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
};

function ruleText(rule: (Deadline & { readonly kind: 'recurring' })['rule']): string | undefined {
  switch (rule.kind) {
    case 'daily':
      return `FREQ=DAILY${interval(rule.interval)}`;
    case 'weekly':
      return rule.times === 1 ? `FREQ=WEEKLY${interval(rule.interval)};BYDAY=SU` : undefined;
    case 'weekdays':
      return `FREQ=WEEKLY${interval(rule.interval)};BYDAY=${rule.weekdays.map((day) => DAYS[day]).join(',')}`;
    case 'monthly':
      return rule.times === 1 ? `FREQ=MONTHLY${interval(rule.interval)};BYMONTHDAY=-1` : undefined;
    case 'month-days':
      return monthDays(rule.days.map(({ last }) => last));
    case 'weekday-of-month':
      return `FREQ=MONTHLY;BYDAY=${rule.nths.map((nth) => `${nth}${DAYS[rule.weekday]}`).join(',')}`;
    case 'quarterly':
      return quarterly(rule);
    case 'yearly':
      return rule.times === 1 ? `FREQ=YEARLY${interval(rule.interval)};BYMONTH=8;BYMONTHDAY=31` : undefined;
    case 'yearly-windows':
      return yearly(rule.windows);
    case 'week-of-month':
    case 'school-periods':
    case 'numbered-periods':
    case 'breaks':
    case 'set':
    case 'checkpoints':
      return undefined;
  }
}

function interval(value: number): string {
  return value === 1 ? '' : `;INTERVAL=${value}`;
}

/** Days of every month; a day that February lacks can stand only alone. */
function monthDays(days: readonly number[]): string | undefined {
  const [day, another] = [...new Set(days)];
  if (day === undefined) return undefined;
  if (another !== undefined) {
    const sure = days.every((each) => each <= 28 || each === 31);
    const listed = [...new Set(days)].map((each) => (each === 31 ? -1 : each));
    return sure ? `FREQ=MONTHLY;BYMONTHDAY=${listed.join(',')}` : undefined;
  }
  if (day === 31) return 'FREQ=MONTHLY;BYMONTHDAY=-1';
  if (day <= 28) return `FREQ=MONTHLY;BYMONTHDAY=${day}`;
  return `FREQ=MONTHLY;BYMONTHDAY=${[28, 29, 30].filter((each) => each <= day).join(',')};BYSETPOS=-1`;
}

function quarterly({ times, day }: PeriodicRule & { readonly kind: 'quarterly' }): string | undefined {
  if (times !== 1) return undefined;
  const months = day?.month === 'next' ? '1,4,7,10' : '3,6,9,12';
  if (day === undefined) return `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=-1`;
  return day.day > 30
    ? `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=-1`
    : `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${day.day}`;
}

function yearly(windows: readonly YearWindow[]): string | undefined {
  const days = new Set(windows.map(({ end }) => (isLast(end) ? 31 : end.day)));
  const [day, another] = days;
  if (day === undefined || another !== undefined) return undefined;
  const months = [...new Set(windows.map(({ end }) => end.month))].sort((one, other) => one - other);
  return `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=${day === 31 ? -1 : day}`;
}

function isLast({ month, day }: { readonly month: number; readonly day: number }): boolean {
  return day >= (LONGEST_MONTHS[month - 1] ?? 31);
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}
