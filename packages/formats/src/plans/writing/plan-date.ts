/**
 * Days of a plan as people write them.
 *
 * @module
 */
import { formatDeadline, isLocalDate } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';

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
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Days from one to another, both included; the dates must exist. */
export function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
}
