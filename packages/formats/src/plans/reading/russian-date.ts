import type { LocalDate } from '@orientir/core/calendar';
import { isLocalDate } from '@orientir/core/calendar';

/** Dates of documents as they are printed, for use inside other patterns: `30.03.2020`, `30 марта 2020`. */
export const PRINTED_DATE = `\\d{1,2}\\.\\d{1,2}\\.\\d{4}|[«"]?\\d{1,2}[»"]?\\s+(?:${[
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
].join('|')})\\s+\\d{4}`;

/** A date of a document; absent where a part of it is blank or it does not exist: «__» _____ 2020 г. is none. */
export function russianDate(text: string): LocalDate | undefined {
  const digits = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  if (digits !== null) return dateOf(digits[3], digits[2], digits[1]);
  const words = /^\s*[«"]?(\d{1,2})[»"]?\s+([а-я]{3,8})\s+(\d{4})/iu.exec(text);
  if (words === null) return undefined;
  const month = MONTHS.findIndex((stem) => (words[2] ?? '').toLowerCase().startsWith(stem)) + 1;
  return month === 0 ? undefined : dateOf(words[3], String(month), words[1]);
}

/** The first date in a text. */
export function firstDateIn(text: string): LocalDate | undefined {
  const at = text.search(ANYWHERE);
  return at < 0 ? undefined : russianDate(text.slice(at));
}

function dateOf(year = '', month = '', day = ''): LocalDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

const ANYWHERE = new RegExp(`(?<!\\d)(?:${PRINTED_DATE})(?!\\d)`, 'iu');
const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
