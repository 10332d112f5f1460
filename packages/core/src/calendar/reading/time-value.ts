/**
 * Days, months and parts of years: what can stand behind «до», «с», «в течение».
 *
 * @module
 */
import type { Cursor } from './cursor.js';
import type { Edge, TimeValue, YearRef } from './expressions.js';
import { NOWHERE, withYear } from './expressions.js';
import { takesPart } from './part-of-time.js';
import { takesBreak, takesPeriod, takesPlanYear, takesSeason } from './school-values.js';
import {
  takesSchoolYearNumber,
  takesSchoolYearWords,
  takesYearNumber,
  takesYearRef,
  takesYearWord,
} from './year-ref.js';

/** Reads one value; steps over it. */
export function takesValue(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c) => {
    const first = c.at;
    const edge = takesEdge(c);
    const value = takesPlainValue(c, edge !== undefined) ?? bareEdge(c, edge);
    if (value === undefined) return undefined;
    return { ...value, ...(edge === undefined ? {} : { edge }), ...c.spanSince(first) };
  });
}

/** «начало и конец года»: the next value completes it. */
function bareEdge(c: Cursor, edge: Edge | undefined): TimeValue | undefined {
  const goesOn = c.sees('and') || c.seesSign(',');
  return edge !== undefined && goesOn ? { is: 'number', value: 0, ...NOWHERE } : undefined;
}

const EDGES = { start: 'start', middle: 'middle', end: 'end' } as const;

function takesEdge(c: Cursor): Edge | undefined {
  return c.attempt((at) => {
    at.skip('in');
    const lexeme = at.lexeme();
    if (lexeme?.is !== 'name') return undefined;
    const { name } = lexeme;
    if (name !== 'start' && name !== 'middle' && name !== 'end') return undefined;
    at.at++;
    return EDGES[name];
  });
}

function takesPlainValue(c: Cursor, afterEdge: boolean): TimeValue | undefined {
  return (
    takesDay(c) ??
    takesPart(c) ??
    takesYears(c) ??
    takesPeriod(c, afterEdge) ??
    takesPlanYear(c) ??
    takesMonth(c) ??
    takesBreak(c) ??
    takesSeason(c) ??
    takesBareNumber(c)
  );
}

function takesDay(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    const before = takesWeekdayBefore(c);
    const token = c.peek();
    if (token?.is === 'date') {
      c.at++;
      const year = token.year === undefined ? takesYearRef(c) : calendarYear(token.year);
      if (token.year !== undefined) takesYearWord(c);
      return dayValue(token.day, token.month, year, before ?? takesWeekdayBehind(c));
    }
    const day = takesDayOfMonth(c);
    const month = c.lexeme();
    if (day === undefined || month?.is !== 'month') return undefined;
    c.at++;
    const year = takesYearRef(c);
    return dayValue(day, month.month, year, before ?? takesWeekdayBehind(c));
  });
}

function calendarYear(year: number): YearRef {
  return { is: 'calendar', year };
}

function dayValue(
  day: number,
  month: number,
  year: YearRef | undefined,
  weekday: ReturnType<typeof takesWeekdayBehind>,
): TimeValue {
  return {
    is: 'day',
    day,
    month,
    ...withYear(year),
    ...(weekday === undefined ? {} : { weekday }),
    ...NOWHERE,
  };
}

/** `15`, «пятнадцатого», «двадцать пятого». */
function takesDayOfMonth(c: Cursor): number | undefined {
  const token = c.number();
  if (token !== undefined) {
    if (token.digits === 0 || token.digits > 2) return undefined;
    c.at++;
    return token.value;
  }
  const tens = c.lexeme();
  const next = c.lexeme(1);
  if (
    tens?.is === 'cardinal' &&
    tens.value >= 20 &&
    next?.is === 'ordinal' &&
    next.value > 0 &&
    next.value < 10
  ) {
    c.at += 2;
    return tens.value + next.value;
  }
  if (tens?.is !== 'ordinal' || tens.value < 1) return undefined;
  c.at++;
  return tens.value;
}

/** «суббота, 25 октября». */
function takesWeekdayBefore(cursor: Cursor) {
  return cursor.attempt((c) => {
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'weekday' || lexeme.plural) return undefined;
    c.at++;
    c.takesSign(',');
    const next = c.peek();
    const day = next?.is === 'number' && next.digits > 0 && next.digits <= 2 && isMonth(c, 1);
    return next?.is === 'date' || day ? lexeme.weekday : undefined;
  });
}

/** «25 октября (суббота)», «25 октября, суббота». */
function takesWeekdayBehind(cursor: Cursor) {
  return cursor.attempt((c) => {
    const bracket = c.takesSign('(');
    const comma = !bracket && c.takesSign(',');
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'weekday' || lexeme.plural) return undefined;
    c.at++;
    if (bracket) return c.takesSign(')') ? lexeme.weekday : undefined;
    return comma && !c.done && !c.seesSign(',;)') ? undefined : lexeme.weekday;
  });
}

function isMonth(c: Cursor, ahead: number): boolean {
  return c.lexeme(ahead)?.is === 'month';
}

/** `2024`, `2024–2026 гг.`, `2024/2025 уч. г.`, `2024, 2025 годы`. */
function takesYears(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    const school = takesSchoolYearNumber(c);
    if (school !== undefined) {
      if (c.takes('calendar')) c.takes('school');
      const words = takesSchoolYearWords(c);
      if (words === undefined && takesYearWord(c) === 'several') {
        takesYearWord(c);
        return { is: 'years', first: school, last: school + 1, ...NOWHERE };
      }
      return { is: 'school-years', first: school, last: school, ...NOWHERE };
    }
    const first = takesYearNumber(c);
    if (first === undefined) return undefined;
    const last = c.attempt((d) => (d.takesSign('-') ? takesYearNumber(d) : undefined)) ?? first;
    const words = takesSchoolYearWords(c);
    if (words !== undefined) {
      if (last === first) return undefined;
      return { is: 'school-years', first, last: last - 1, ...NOWHERE };
    }
    c.takes('calendar');
    takesYearWord(c);
    return { is: 'years', first, last, ...NOWHERE };
  });
}

function takesMonth(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    c.skip('whole');
    const token = c.peek();
    if (token?.is === 'month-year') {
      c.at++;
      takesYearWord(c);
      if (token.month < 1 || token.month > 12) return undefined;
      return { is: 'month', month: token.month, genitive: false, year: calendarYear(token.year), ...NOWHERE };
    }
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'month') return undefined;
    c.at++;
    if (!isMonth(c, 0))
      c.attempt((d) =>
        d.lexeme()?.is === 'unit' && d.takesText('месяц', 'месяца', 'месяце') ? true : undefined,
      );
    return {
      is: 'month',
      month: lexeme.month,
      genitive: lexeme.genitive,
      ...withYear(takesYearRef(c)),
      ...NOWHERE,
    };
  });
}

/** A number whose noun comes later; only where a list or range goes on. */
function takesBareNumber(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    const value = c.takesOrdinal();
    if (value === undefined || value < 1) return undefined;
    const dash = c.seesSign('-');
    const next = c.peek(dash ? 1 : 0);
    const numbered = next?.is === 'number' || next?.is === 'date' || c.lexeme(1)?.is === 'ordinal';
    const goesOn = dash ? numbered : c.seesSign(',;/') || c.sees('and', 'along', 'until', 'or');
    return goesOn ? { is: 'number', value, ...NOWHERE } : undefined;
  });
}
