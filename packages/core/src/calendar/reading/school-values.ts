/**
 * Parts of the school year, the year itself and its breaks.
 *
 * @module
 */
import type { Cursor } from './cursor.js';
import type { TimeValue, YearRef } from './expressions.js';
import { NOWHERE, withYear } from './expressions.js';
import { periodKind } from './part-of-time.js';
import { takesSchoolYearWords, takesYearRef, takesYearWord } from './year-ref.js';

/** «I четверть», «последний триместр», «полугодие». */
export function takesPeriod(cursor: Cursor, afterEdge: boolean): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    c.skip('whole', 'this');
    const counted = (c.number()?.digits ?? 0) > 0;
    const number = c.takesOrdinal();
    c.takes('school');
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'unit' || (counted && lexeme.plural)) return undefined;
    const period = periodKind(lexeme.unit);
    if (period === undefined) return undefined;
    if (number === undefined && lexeme.plural && !afterEdge) return undefined;
    c.at++;
    const year = takesYearRef(c) ?? takesOwnYear(c);
    return {
      is: 'period',
      period,
      ...(number === undefined ? {} : { number }),
      ...withYear(year),
      ...NOWHERE,
    };
  });
}

/** «полугодия года»: the year adds nothing. */
function takesOwnYear(cursor: Cursor): YearRef | undefined {
  return cursor.attempt((c): YearRef | undefined =>
    c.takesText('года') && !c.sees('from', 'after') ? { is: 'plan' } : undefined,
  );
}

/** «учебный год», «год», «текущего года», «следующий учебный год»; «новый год» is 31 December. */
export function takesPlanYear(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    let shift: -1 | 0 | 1 = 0;
    let fresh = false;
    for (;;) {
      if (c.takes('next')) shift = 1;
      else if (c.takes('new')) fresh = true;
      else if (c.takes('previous')) shift = -1;
      else if (!c.takes('whole', 'this')) break;
    }
    if (c.takes('this-year')) return { is: 'plan-year', shift: 0, school: false, ...NOWHERE };
    const calendar = c.takes('calendar');
    const school = takesSchoolYearWords(c) !== undefined;
    if (!school && takesYearWord(c) !== 'one') return undefined;
    if (fresh && !school) return { is: 'day', day: 31, month: 12, ...NOWHERE };
    if (calendar) return undefined;
    return { is: 'plan-year', shift: fresh ? 1 : shift, school, ...NOWHERE };
  });
}

/** «осенние каникулы», «каникулы». */
export function takesBreak(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    c.skip('whole', 'this');
    const lexeme = c.lexeme();
    const season = lexeme?.is === 'seasonal' ? lexeme.season : undefined;
    if (season !== undefined) {
      c.at++;
      if (sharesNoun(c)) return { is: 'break', season, ...NOWHERE };
    }
    c.skip('school');
    if (!c.takes('break')) return undefined;
    c.takesText('время', 'дни', 'период', 'времени');
    return {
      is: 'break',
      ...(season === undefined ? {} : { season }),
      ...withYear(takesYearRef(c)),
      ...NOWHERE,
    };
  });
}

/** «осенние, зимние и весенние каникулы»: the noun stands behind the last one. */
function sharesNoun(c: Cursor): boolean {
  let ahead = 0;
  while (c.seesSign(',', ahead) || c.seesAt(ahead, 'and') || c.lexeme(ahead)?.is === 'seasonal') ahead++;
  return ahead > 0 && c.seesAt(ahead, 'break');
}

export function takesSeason(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c): TimeValue | undefined => {
    const lexeme = c.lexeme();
    if (lexeme?.is === 'seasonal') {
      c.at++;
      if (!c.takes('period') && !c.takesText('время')) return undefined;
    } else if (lexeme?.is === 'season') c.at++;
    else return undefined;
    return { is: 'season', ...withYear(takesYearRef(c)), ...NOWHERE };
  });
}
