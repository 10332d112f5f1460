/**
 * Days, months and stretches of them in English.
 *
 * @module
 */
import type { LocalDate } from '../local-date.js';
import { civilOf, monthLength, toDay } from '../local-date.js';
import type { DateSpan, MonthDay } from '../recurrence.js';

const MONTHS =
  /* @__PURE__ */ 'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `15 October` */
export function dayMonthEn({ day, month }: MonthDay): string {
  return `${day} ${MONTHS[month - 1] ?? ''}`;
}

/** `15 October 2024` */
export function dayEn(date: LocalDate): string {
  const parts = civilOf(toDay(date));
  return `${dayMonthEn(parts)} ${parts.year}`;
}

/** `1 October 2024 – 5 October 2024`, `September 2024 – May 2025`, `May 2025`, `by 1 October 2024`. */
export function spanEn({ start, end }: DateSpan): string {
  if (start === undefined) return `by ${dayEn(end)}`;
  if (start === end) return dayEn(end);
  const first = civilOf(toDay(start));
  const last = civilOf(toDay(end));
  if (first.day !== 1 || last.day !== monthLength(last.year, last.month))
    return `${dayEn(start)} – ${dayEn(end)}`;
  const from = `${MONTHS[first.month - 1] ?? ''} ${first.year}`;
  const to = `${MONTHS[last.month - 1] ?? ''} ${last.year}`;
  return from === to ? from : `${from} – ${to}`;
}

/** `from 1 September 2024 until 31 May 2025`, or one of both. */
export function windowEn({ start, end }: { readonly start?: LocalDate; readonly end?: LocalDate }): string {
  const from = start === undefined ? '' : `from ${dayEn(start)}`;
  const to = end === undefined ? '' : `until ${dayEn(end)}`;
  return `${from} ${to}`.trim();
}
