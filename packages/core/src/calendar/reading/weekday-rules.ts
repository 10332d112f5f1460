/**
 * Days of the week: «по вторникам», «каждую пятницу», «пн–пт», «по рабочим дням».
 *
 * @module
 */
import type { Weekday } from '../local-date.js';
import type { OneOrMore, PeriodicRule } from '../recurrence.js';
import type { Cursor } from './cursor.js';
import { takesOfMonth, takesParts, wholeRule } from './rule-of-month.js';
import { sorted } from './sorted.js';

/** «по вторникам и четвергам», «понедельник, среда»; an adjective takes its nouns along. */
export function takesWeekdayRule(cursor: Cursor): PeriodicRule | undefined {
  const weekdays = takesWeekdays(cursor);
  return weekdays === undefined ? undefined : { kind: 'weekdays', interval: 1, weekdays };
}

/** «каждый вторник», «каждую третью среду месяца». */
export function takesEachWeekday(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    c.skip('in', 'on');
    if (!c.takes('every')) return undefined;
    const weekdays = takesWeekdays(c);
    if (weekdays !== undefined) {
      takesOfMonth(c);
      return { kind: 'weekdays', interval: 1, weekdays };
    }
    const part = takesParts(c);
    if (part?.is !== 'weekday') return undefined;
    takesOfMonth(c);
    return wholeRule(part);
  });
}

function takesWeekdays(cursor: Cursor): OneOrMore<Weekday> | undefined {
  return cursor.attempt((c) => {
    c.skip('along', 'in', 'on');
    const from = c.takes('from');
    const found = new Set(takesDays(c));
    while (found.size > 0) {
      const next = c.attempt((d) => {
        if (!d.takesSign(',/')) d.takes('and');
        d.skip('along', 'in');
        return takesDays(d);
      });
      if (next === undefined) break;
      for (const day of next) found.add(day);
    }
    if (from && found.size < 2) return undefined;
    const last = c.lexeme(-1);
    if (last?.is === 'weekday' && last.adjective) c.skipUnknownWords();
    return sorted([...found]);
  });
}

function takesWeekday(c: Cursor): Weekday | undefined {
  const lexeme = c.lexeme();
  if (lexeme?.is !== 'weekday') return undefined;
  const next = c.peek(c.seesSign(',', 1) ? 2 : 1);
  if (next?.is === 'date' || (next?.is === 'number' && next.digits > 0)) return undefined;
  c.at++;
  return lexeme.weekday;
}

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];

/** One weekday, «понедельник – пятница», «рабочим дням», «выходные». */
function takesDays(cursor: Cursor): readonly Weekday[] | undefined {
  return cursor.attempt((c) => {
    if (c.takes('working') || c.takesText('будним', 'будни')) {
      return c.takesText('дням', 'дни') || c.lexeme(-1) === undefined ? WORKING_DAYS : undefined;
    }
    if (c.takesText('выходным', 'выходные')) {
      c.takesText('дням', 'дни');
      return WEEKEND;
    }
    const first = takesWeekday(c);
    if (first === undefined) return undefined;
    const last = c.attempt((d) => (d.takesSign('-') || d.takes('along') ? takesWeekday(d) : undefined));
    if (last === undefined || last <= first) return last === undefined ? [first] : undefined;
    return [...WORKING_DAYS, ...WEEKEND].slice(first - 1, last);
  });
}
