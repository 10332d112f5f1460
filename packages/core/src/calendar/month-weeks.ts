/**
 * Weeks and weekdays of a month by their number. A month is given by its first and last day.
 *
 * @module
 */
import { mondayOf, weekdayOf } from './local-date.js';
import type { DaySpan } from './school-calendar.js';

/**
 * A week of a month, Monday to Sunday, cut at the month's borders; it belongs to the month of its Thursday (as weeks
 * belong to years in ISO 8601). −1 = the last one; `undefined` where the month has no such week.
 */
export function weekOfMonth({ start: first, end: last }: DaySpan, nth: number): DaySpan | undefined {
  const monday = mondayOf(first + 3);
  const weeks = Math.floor((mondayOf(last - 3) - monday) / 7) + 1;
  const index = nth < 0 ? weeks + nth : nth - 1;
  if (index < 0 || index >= weeks) return undefined;
  const start = monday + index * 7;
  return { start: Math.max(first, start), end: Math.min(last, start + 6) };
}

/** The third Wednesday of a month; −1 = the last one; `undefined` where the month has no such day. */
export function weekdayOfMonth(
  { start: first, end: last }: DaySpan,
  nth: number,
  weekday: number,
): number | undefined {
  const day =
    nth < 0
      ? last - ((weekdayOf(last) - weekday + 7) % 7)
      : first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return day > last ? undefined : day;
}
