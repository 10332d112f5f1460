/**
 * Calendar dates without time zone, and the whole days behind them. The only place that knows month lengths.
 *
 * Source of the arithmetic: proleptic Gregorian calendar, ISO 8601; days are counted from 1970-01-01.
 *
 * @module
 */

/** A calendar date `YYYY-MM-DD` without time zone. */
export type LocalDate = string;

/** Monday 1 … Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A date in its parts; `month` 1..12, `day` 1..31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days in each month of a leap year. */
export const LONGEST_MONTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month, February by the year. */
export function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !leap ? 28 : (LONGEST_MONTHS[month - 1] ?? 0);
}

/** Whether there is such a day. */
export function isCivilDate({ year, month, day }: CivilDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Days since 1970-01-01. The date must exist. */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/** The parts of a day number. */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Day of the week of a day number. */
export function weekdayOf(dayNumber: number): Weekday {
  return WEEKDAYS[(((dayNumber + 3) % 7) + 7) % 7] ?? 1;
}

/** The Monday of the week in which the day lies. */
export function mondayOf(dayNumber: number): number {
  return dayNumber + 1 - weekdayOf(dayNumber);
}

/** Texts of days from 1970 on, in blocks of 256: lists of occurrences name the same days again and again. */
const written: (LocalDate | undefined)[][] = [];
const WRITTEN_DAYS = 100_000;

/** The text of a day number. */
export function toLocalDate(dayNumber: number): LocalDate {
  if (dayNumber < 0 || dayNumber >= WRITTEN_DAYS) return textOf(dayNumber);
  const block = blockOf(dayNumber >> 8);
  const there = block[dayNumber & 255];
  if (there !== undefined) return there;
  const text = textOf(dayNumber);
  block[dayNumber & 255] = text;
  return text;
}

function blockOf(index: number): (LocalDate | undefined)[] {
  while (written.length <= index) written.push([]);
  const block = written[index] ?? [];
  if (block.length === 0) for (let each = 0; each < 256; each++) block.push(undefined);
  return block;
}

function textOf(dayNumber: number): LocalDate {
  const { year, month, day } = civilOf(dayNumber);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Days that were read before; only dates from 1970 to 2199 are kept, so the list cannot grow without end. */
const readBefore = new Map<string, number>();

/** The day number of a date; `undefined` when the text is no date that exists. */
export function dayOfLocalDate(date: string): number | undefined {
  const before = readBefore.get(date);
  if (before !== undefined) return before;
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const civil = {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  };
  if (!isCivilDate(civil)) return undefined;
  const day = dayOf(civil.year, civil.month, civil.day);
  if (civil.year >= 1970 && civil.year < 2200) readBefore.set(date, day);
  return day;
}

/** Whether a text is a date `YYYY-MM-DD` that exists. */
export function isLocalDate(text: string): text is LocalDate {
  return dayOfLocalDate(text) !== undefined;
}

/** The day number of a date that our own code or the caller vouches for. Throws on anything else. */
export function toDay(date: LocalDate): number {
  const day = dayOfLocalDate(date);
  if (day === undefined) throw new RangeError(`toDay requires a date YYYY-MM-DD, not "${date}"`);
  return day;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
