/**
 * Days, months and stretches of them in Russian.
 *
 * @module
 */
import type { CivilDate, LocalDate } from '../local-date.js';
import { civilOf, LONGEST_MONTHS, monthLength, toDay } from '../local-date.js';
import type { DateSpan, MonthDay, YearWindow } from '../recurrence.js';

const MONTHS: readonly (readonly [nominative: string, genitive: string])[] = [
  ['январь', 'января'],
  ['февраль', 'февраля'],
  ['март', 'марта'],
  ['апрель', 'апреля'],
  ['май', 'мая'],
  ['июнь', 'июня'],
  ['июль', 'июля'],
  ['август', 'августа'],
  ['сентябрь', 'сентября'],
  ['октябрь', 'октября'],
  ['ноябрь', 'ноября'],
  ['декабрь', 'декабря'],
];

const month = (number: number) => MONTHS[number - 1]?.[0] ?? '';
const dayMonth = ({ day, month: number }: MonthDay) => `${day} ${MONTHS[number - 1]?.[1] ?? ''}`;
const partsOf = (date: LocalDate) => civilOf(toDay(date));

/** `15 октября 2024 г.` */
export function dayRu(date: LocalDate): string {
  const parts = partsOf(date);
  return `${dayMonth(parts)} ${parts.year} г.`;
}

/** `сентябрь 2024 г.` */
export function monthRu(date: LocalDate): string {
  const parts = partsOf(date);
  return `${month(parts.month)} ${parts.year} г.`;
}

/** `с 1 по 5 октября 2024 г.`, `сентябрь 2024 г. – май 2025 г.` */
export function rangeRu(start: LocalDate, end: LocalDate): string {
  const first = partsOf(start);
  const last = partsOf(end);
  const sameYear = first.year === last.year;
  if (isWholeMonths(first, last) && !(sameYear && first.month === last.month)) {
    const from = sameYear ? month(first.month) : monthRu(start);
    return `${from} – ${monthRu(end)}`;
  }
  if (!sameYear) return `с ${dayRu(start)} по ${dayRu(end)}`;
  const from = first.month === last.month ? `${first.day}` : dayMonth(first);
  return `с ${from} по ${dayRu(end)}`;
}

function isWholeMonths(first: CivilDate, last: CivilDate): boolean {
  return first.day === 1 && last.day === monthLength(last.year, last.month);
}

/** One of several dates. */
export function spanRu({ start, end }: DateSpan): string {
  if (start === undefined) return `до ${dayRu(end)}`;
  if (start === end) return dayRu(end);
  const first = partsOf(start);
  const last = partsOf(end);
  const wholeMonth = isWholeMonths(first, last) && first.year === last.year && first.month === last.month;
  return wholeMonth ? monthRu(start) : rangeRu(start, end);
}

/** `с 1 сентября 2024 г.`, `до 31 мая 2025 г.`, or both. */
export function windowRu({ start, end }: { readonly start?: LocalDate; readonly end?: LocalDate }): string {
  if (start === undefined) return end === undefined ? '' : `до ${dayRu(end)}`;
  return end === undefined ? `с ${dayRu(start)}` : `с ${dayRu(start)} по ${dayRu(end)}`;
}

/** Days of every year. */
export function yearWindowRu({ start, end }: YearWindow): string {
  if (start === undefined) return `до ${dayMonth(end)}`;
  if (start.month === end.month && start.day === end.day) return dayMonth(end);
  if (start.day !== 1 || end.day !== LONGEST_MONTHS[end.month - 1]) {
    return `с ${dayMonth(start)} по ${dayMonth(end)}`;
  }
  return start.month === end.month ? month(end.month) : `${month(start.month)} – ${month(end.month)}`;
}
