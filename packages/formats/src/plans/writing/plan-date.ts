/**
 * Days of a plan as people write them.
 *
 * @module
 */
import { formatDeadline, isLocalDate } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

/** `15 октября 2025 г.`; a text that is no date stays as it is. */
export function dateInWords(date: string, language: Language): string {
  return isLocalDate(date)
    ? formatDeadline({ kind: 'date', raw: '', start: date, end: date }, language)
    : date;
}

/** `15.10.2025`, in English in words; a text that is no date stays as it is. */
export function shortDate(date: string, language: Language): string {
  if (language === 'en' || !isLocalDate(date)) return dateInWords(date, language);
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** The day after; the date must exist. */
export function nextDay(date: string): string {
  return formatISO(addDays(parseISO(date), 1), { representation: 'date' });
}

/** Days from one to another, both included; the dates must exist. */
export function daysBetween(start: string, end: string): number {
  return differenceInCalendarDays(parseISO(end), parseISO(start)) + 1;
}
