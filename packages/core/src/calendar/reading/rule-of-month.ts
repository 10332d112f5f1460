/**
 * Parts of a month that is not named: «третья среда месяца», «до 25 числа», «первая неделя».
 *
 * @module
 */
import type { DaysOfMonth, NthOfMonth, PeriodicRule } from '../recurrence.js';
import type { Cursor } from './cursor.js';
import type { RuleOfMonth } from './expressions.js';
import { takesPartOfMonth, takesUnit } from './part-of-time.js';
import { sorted } from './sorted.js';

/** Reads a part of a month that is not named: «третья среда», «до 25 числа». */
export function takesRuleOfMonth(cursor: Cursor): RuleOfMonth | undefined {
  return takesDayNumbers(cursor) ?? takesParts(cursor);
}

/** «третья среда месяца», «до 25 числа каждого месяца», «первая неделя каждого месяца». */
export function takesPartOfEachMonth(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    const part = takesRuleOfMonth(c);
    if (part === undefined) return undefined;
    const every = takesOfMonth(c) || (part.is === 'days' && part.every);
    return !every || (part.is === 'days' && part.month !== undefined) ? undefined : wholeRule(part);
  });
}

/** «каждого месяца», «месяца», «ежемесячно», «следующего за отчетным месяца». */
export function takesOfMonth(cursor: Cursor): boolean {
  return (
    cursor.attempt((c) => {
      c.skip('in');
      c.skip('every', 'this');
      const lexeme = c.lexeme();
      if (lexeme?.is === 'frequency' && lexeme.unit === 'month') {
        c.at++;
        return true;
      }
      if (lexeme?.is !== 'unit' || lexeme.unit !== 'month') return undefined;
      c.at++;
      return true;
    }) ?? false
  );
}

/** The rule when it holds in every month. */
export function wholeRule(part: RuleOfMonth): PeriodicRule {
  switch (part.is) {
    case 'days':
      return { kind: 'month-days', days: part.days };
    case 'weekday':
      return { kind: 'weekday-of-month', nths: part.nths, weekday: part.weekday };
    case 'week':
      return { kind: 'week-of-month', nths: part.nths };
  }
}

/** «до 25 числа», «25-го числа», «с 1 по 5 число», «5, 15 и 25 числа», «последний день». */
function takesDayNumbers(cursor: Cursor): RuleOfMonth | undefined {
  return cursor.attempt((c) => {
    const every = c.takes('every');
    const until = takesUntil(c);
    if (!until) c.skip('from', 'in', 'on');
    const named = takesEndDay(c);
    const days: DaysOfMonth[] = [];
    while (named === undefined) {
      const next = takesDays(c, until);
      if (next === undefined) return undefined;
      days.push(next);
      if (!c.takesSign(',') && !c.takes('and')) break;
    }
    if (named !== undefined) days.push(until ? { last: named } : { first: named, last: named });
    else if (!c.takes('day-number')) return undefined;
    const month = takesMonthOfReport(c);
    const [first, ...others] = days.sort((one, other) => one.last - other.last);
    if (first === undefined) return undefined;
    return { is: 'days', every, days: [first, ...others], ...(month === undefined ? {} : { month }) };
  });
}

function takesDays(c: Cursor, until: boolean): DaysOfMonth | undefined {
  const first = takesDay(c);
  if (first === undefined) return undefined;
  const last =
    c.attempt((d) => (d.takesSign('-') || d.takes('along', 'until') ? takesDay(d) : undefined)) ?? first;
  if (last < first) return undefined;
  return until ? { last } : { first, last };
}

function takesDay(c: Cursor): number | undefined {
  const value = c.takesOrdinal();
  return value !== undefined && value >= 1 && value <= 31 ? value : undefined;
}

/** «первый день», «последний день». */
function takesEndDay(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const nth = c.takesOrdinal();
    return (nth === 1 || nth === -1) && c.takesText('день') ? (nth === 1 ? 1 : 31) : undefined;
  });
}

function takesUntil(cursor: Cursor): boolean {
  return (
    cursor.attempt((c) => {
      if (c.takes('until', 'by')) return true;
      return c.takes('not') && c.takes('later') ? true : undefined;
    }) ?? false
  );
}

/** «последнего месяца квартала», «месяца, следующего за отчетным». */
function takesMonthOfReport(cursor: Cursor): 'last' | 'next' | undefined {
  return cursor.attempt((c): 'last' | 'next' | undefined => {
    const last = c.lexeme()?.is === 'ordinal' && c.takesOrdinal() === -1;
    const before = !last && c.takes('next');
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'unit' || lexeme.unit !== 'month') return undefined;
    c.at++;
    if (last) {
      takesUnit(c);
      return 'last';
    }
    c.takesSign(',');
    if (!before && !c.takes('next')) return undefined;
    if (c.takes('for')) {
      c.skip('previous');
      if (c.peek()?.is === 'word' && c.lexeme() === undefined) c.at++;
      takesUnit(c);
    }
    return 'next';
  });
}

/** «первая и третья среда», «последняя пятница», «3-я неделя», «первая декада». */
export function takesParts(cursor: Cursor): RuleOfMonth | undefined {
  return cursor.attempt((c) => {
    c.skip('in', 'on');
    const before: number[] = [];
    for (;;) {
      const another = c.attempt((d) => {
        const nth = d.takesOrdinal();
        return nth !== undefined && (d.takesSign(',') || d.takes('and')) ? nth : undefined;
      });
      if (another === undefined) break;
      before.push(another);
    }
    const part = takesPartOfMonth(c);
    if (part === undefined) return undefined;
    if (part.is === 'days') {
      const { first, last } = part;
      return before.length === 0 ? { is: 'days', every: false, days: [{ first, last }] } : undefined;
    }
    const nths = sorted([...before, part.nth].flatMap((nth) => nthOfMonth(nth) ?? []));
    if (nths === undefined || nths.length !== new Set([...before, part.nth]).size) return undefined;
    return part.is === 'week' ? { is: 'week', nths } : { is: 'weekday', nths, weekday: part.weekday };
  });
}

const NTHS: readonly NthOfMonth[] = [1, 2, 3, 4, 5, -1];

function nthOfMonth(value: number): NthOfMonth | undefined {
  return NTHS.find((each) => each === value);
}
