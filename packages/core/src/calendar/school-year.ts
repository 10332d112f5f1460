/**
 * School years («учебный год»): 1 September to 31 August.
 *
 * @module
 */
import { firstYear } from '../foundation/school-year.js';
import type { LocalDate } from './local-date.js';
import { civilOf, dayOf, toDay, toLocalDate } from './local-date.js';

/** `"2024/2025"`. */
export type SchoolYear = string;

/** First and last day, both included. */
export interface Bounds {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** The school year that begins in a calendar year. */
export function schoolYearFrom(first: number): SchoolYear {
  return `${first}/${first + 1}`;
}

/**
 * Reads a school year as people write it: `2024/2025`, `2024-25`, `2022/ 2023`, `2020–2021 уч. г.`.
 * Two years that do not follow each other, or anything else, give `undefined`.
 */
export function parseSchoolYear(text: string): SchoolYear | undefined {
  const found = /^[^0-9]{0,20}(\d{4})\s{0,5}[/\\‐‑‒–—−-]\s{0,5}(\d{4}|\d\d)(?!\d)\D{0,40}$/.exec(
    text.slice(0, 100),
  );
  if (found === null) return undefined;
  const first = Number(found[1]);
  const second = found[2] ?? '';
  const follows = second.length === 2 ? (first + 1) % 100 === Number(second) : first + 1 === Number(second);
  return follows && first >= 1900 && first <= 2200 ? schoolYearFrom(first) : undefined;
}

/** The calendar year in which a school year begins. Throws when the text is no school year. */
export function firstYearOf(schoolYear: SchoolYear): number {
  const before = firstYears.get(schoolYear);
  if (before !== undefined) return before;
  const year = parseSchoolYear(schoolYear);
  if (year === undefined)
    throw new RangeError(`a school year such as 2024/2025 is required, not "${schoolYear}"`);
  const first = firstYear(year);
  if (year === schoolYear) firstYears.set(schoolYear, first);
  return first;
}

/** School years that were read before, in their one proper spelling. */
const firstYears = new Map<SchoolYear, number>();

/** 1 September and 31 August of a school year. Throws when the text is no school year. */
export function schoolYearBounds(schoolYear: SchoolYear): Bounds {
  const first = firstYearOf(schoolYear);
  return { start: `${first}-09-01`, end: `${first + 1}-08-31` };
}

/** The school year in which a date lies. */
export function schoolYearOf(date: LocalDate): SchoolYear {
  return schoolYearFrom(firstYearOfDay(toDay(date)));
}

/** The calendar year in which the school year of a day began. */
export function firstYearOfDay(day: number): number {
  const { year, month } = civilOf(day);
  return month >= 9 ? year : year - 1;
}

/** First and last day number of the school year that begins in a calendar year. */
export function schoolYearDays(first: number): { readonly start: number; readonly end: number } {
  return { start: dayOf(first, 9, 1), end: dayOf(first + 1, 8, 31) };
}

/** Bounds as texts. */
export function boundsOf(start: number, end: number): Bounds {
  return { start: toLocalDate(start), end: toLocalDate(end) };
}
