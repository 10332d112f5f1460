/**
 * Parts of months and years: decades, halves, weeks, weekdays.
 *
 * @module
 */
import type { DurationUnit } from '../deadline.js';
import type { PeriodKind } from '../school-calendar.js';
import type { Cursor } from './cursor.js';
import type { TimeValue } from './expressions.js';
import { takesSchoolYearWords, takesYearRef, takesYearWord } from './year-ref.js';

/** The unit as a part of the school year or a calendar quarter, if it is one. */
export function periodKind(unit: DurationUnit | 'decade'): PeriodKind | 'calendar-quarter' | undefined {
  switch (unit) {
    case 'quarter':
    case 'trimester':
    case 'module':
    case 'half-year':
    case 'calendar-quarter':
      return unit;
    default:
      return undefined;
  }
}

/** A unit of repetition; «учебный год» is a year. */
export function takesUnit(c: Cursor): DurationUnit | 'decade' | undefined {
  if (takesSchoolYearWords(c) !== undefined) return 'year';
  if (c.takes('school', 'calendar', 'working')) return takesUnit(c);
  const lexeme = c.lexeme();
  if (lexeme?.is !== 'unit') return undefined;
  c.at++;
  return lexeme.unit;
}

/** Days of the parts of a month; 31 stands for its last day. Decades «декада» are the bureaucratic thirds. */
const THIRDS: readonly (readonly [first: number, last: number])[] = [
  [1, 10],
  [11, 20],
  [21, 31],
];
const HALVES: readonly (readonly [first: number, last: number])[] = [
  [1, 15],
  [16, 31],
];

/** `-1` counts from the end. */
export function partAt<T>(parts: readonly T[], nth: number): T | undefined {
  return nth < 0 ? parts.at(nth) : parts[nth - 1];
}

/** Days of the beginning, middle and end of a month. */
export function thirdOfMonth(part: 'start' | 'middle' | 'end'): readonly [first: number, last: number] {
  return THIRDS[part === 'start' ? 0 : part === 'middle' ? 1 : 2] ?? [1, 31];
}

/** A part by its number; the words for it are stepped over. */
export type PartOfMonth =
  | { readonly is: 'days'; readonly first: number; readonly last: number }
  | { readonly is: 'week'; readonly nth: number }
  | { readonly is: 'weekday'; readonly nth: number; readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7 };

/** «первая декада», «вторая половина», «3-я неделя», «последняя среда», «первые числа». */
export function takesPartOfMonth(cursor: Cursor): PartOfMonth | undefined {
  return cursor.attempt((c) => {
    const nth = c.takesOrdinal();
    return nth === undefined ? undefined : takesNoun(c, nth);
  });
}

/** The noun behind an ordinal. */
function takesNoun(c: Cursor, nth: number): PartOfMonth | undefined {
  const daysOf = (part: readonly [number, number] | undefined): PartOfMonth | undefined =>
    part === undefined ? undefined : { is: 'days', first: part[0], last: part[1] };
  if (c.takes('half')) return daysOf(partAt(HALVES, nth));
  if (c.sees('day-number') && (nth === 1 || nth === -1) && c.seesText('числах', 'числа')) {
    if (c.number(-1) !== undefined) return undefined;
    c.at++;
    return daysOf(partAt(THIRDS, nth));
  }
  const lexeme = c.lexeme();
  if (lexeme?.is === 'weekday') {
    c.at++;
    return { is: 'weekday', nth, weekday: lexeme.weekday };
  }
  if (lexeme?.is !== 'unit') return undefined;
  if (lexeme.unit === 'decade') {
    c.at++;
    return daysOf(partAt(THIRDS, nth));
  }
  if (lexeme.unit !== 'week') return undefined;
  c.at++;
  return { is: 'week', nth };
}

/** A part of a named month, or half of the school year. */
export function takesPart(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    const ordinal = c.attempt((d) => {
      const nth = d.takesOrdinal();
      return nth !== undefined && d.sees('half') ? nth : undefined;
    });
    if (ordinal !== undefined) {
      const half = c.attempt((d): TimeValue | undefined => {
        d.takes('half');
        const words = takesSchoolYearWords(d) ?? takesYearWord(d);
        return words === 'one' && (ordinal === 1 || ordinal === 2)
          ? { is: 'period', period: 'half-year', number: ordinal, from: 0, to: 0 }
          : undefined;
      });
      if (half !== undefined) return half;
      c.at--;
    }
    const part = takesPartOfMonth(c);
    if (part === undefined) return undefined;
    c.skip('in');
    const month = c.lexeme();
    if (month?.is !== 'month') return undefined;
    c.at++;
    const year = takesYearRef(c);
    const rest = { month: month.month, ...(year === undefined ? {} : { year }), from: 0, to: 0 };
    switch (part.is) {
      case 'days':
        return { is: 'month-days', first: part.first, last: part.last, ...rest };
      case 'week':
        return { is: 'week-of-month', nth: part.nth, ...rest };
      case 'weekday':
        return { is: 'weekday-of-month', nth: part.nth, weekday: part.weekday, ...rest };
    }
  });
}
