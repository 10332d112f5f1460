/**
 * Years as they stand behind a date or alone.
 *
 * @module
 */
import type { Cursor } from './cursor.js';
import type { YearRef } from './expressions.js';

/** Four digits that can be a year. */
export function takesYearNumber(cursor: Cursor): number | undefined {
  const token = cursor.number();
  if (token === undefined || token.digits !== 4 || token.value < 1950 || token.value > 2150) return undefined;
  cursor.at++;
  return token.value;
}

/**
 * `2024/2025`, `2024-25`, `2024 – 2025`: two years that follow each other. The second may have two digits where a
 * slash or an unspaced dash joins them.
 */
export function takesSchoolYearNumber(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const first = takesYearNumber(c);
    if (first === undefined || !c.takesSign('/-')) return undefined;
    const second = c.number();
    if (second === undefined || second.ordinal) return undefined;
    const follows =
      second.digits === 4
        ? second.value === first + 1
        : second.digits === 2 && second.value === (first + 1) % 100;
    if (!follows) return undefined;
    c.at++;
    return first;
  });
}

/** `год`, `г.`, `гг.`, `г. г.`; whether it was plural. */
export function takesYearWord(cursor: Cursor): 'one' | 'several' | undefined {
  const lexeme = cursor.lexeme();
  if (lexeme?.is !== 'unit' || lexeme.unit !== 'year') return undefined;
  cursor.at++;
  return lexeme.plural ? 'several' : 'one';
}

/** «учебного года», «уч. г.». */
export function takesSchoolYearWords(cursor: Cursor): 'one' | 'several' | undefined {
  if (cursor.takes('this-school-year')) return 'one';
  return cursor.attempt((c) => (c.takes('school') ? takesYearWord(c) : undefined));
}

/** «25 г.», «25 года»: two digits are a year only with its word. */
function takesShortYear(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const token = c.number();
    if (token === undefined || token.digits !== 2 || token.ordinal || token.value > 69) return undefined;
    c.at++;
    return takesYearWord(c) === 'one' ? 2000 + token.value : undefined;
  });
}

/** The year behind a day, month or period: `2025 г.`, `2024/2025 учебного года`, «текущего года». */
export function takesYearRef(cursor: Cursor): YearRef | undefined {
  return cursor.attempt((c): YearRef | undefined => {
    c.takesSign(',');
    c.takes('in', 'on');
    if (c.takes('this-year')) return { is: 'plan' };
    const school = takesSchoolYearNumber(c);
    if (school !== undefined) {
      if (takesSchoolYearWords(c) === undefined) takesYearWord(c);
      return { is: 'school', first: school };
    }
    const year = takesYearNumber(c);
    if (year !== undefined) {
      if (c.seesSign('/-') && c.number(1)?.digits === 4) return undefined;
      takesYearWord(c);
      return c.sees('school') ? undefined : { is: 'calendar', year };
    }
    const short = takesShortYear(c);
    if (short !== undefined) return { is: 'calendar', year: short };
    const next = c.takes('next', 'new');
    const named = next || c.takes('this');
    const schoolWords = takesSchoolYearWords(c);
    if (schoolWords !== undefined) return next ? { is: 'next', school: true } : { is: 'plan' };
    return named && takesYearWord(c) !== undefined
      ? next
        ? { is: 'next', school: false }
        : { is: 'plan' }
      : undefined;
  });
}
