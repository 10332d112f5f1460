/**
 * Deadlines that hang on an event or have a length but no beginning.
 *
 * @module
 */
import type { Duration, DurationUnit } from '../deadline.js';
import type { Cursor } from './cursor.js';
import type { RelativeDraft, ShiftedStatement } from './expressions.js';
import { skipTail } from './tail.js';
import { takesValue } from './time-value.js';

/** A relative statement, or one whose event is a date after all. */
export type Relative = { readonly is: 'relative'; readonly anchor: RelativeDraft } | ShiftedStatement;

/** The words of the source between two tokens. */
export type WordsOf = (firstToken: number, endToken: number) => string;

/** Reads a relative statement; steps over it. */
export function takesRelative(cursor: Cursor, wordsOf: WordsOf): Relative | undefined {
  const anchor =
    takesYears(cursor) ??
    takesPreviousYear(cursor) ??
    takesOffset(cursor, wordsOf) ??
    takesCurrent(cursor, wordsOf) ??
    takesDuration(cursor) ??
    takesEvent(cursor, wordsOf);
  if (anchor === undefined || 'is' in anchor) return anchor;
  return { is: 'relative', anchor };
}

/** «на 3 года», «в течение трёх лет», «на следующие 3 года», «на следующий 1 год». */
function takesYears(cursor: Cursor): RelativeDraft | undefined {
  return cursor.attempt((c): RelativeDraft | undefined => {
    if (!takesInCourse(c) && !c.takes('on')) return undefined;
    c.takes('course');
    const later = c.seesText(...LATER);
    if (!c.takes('next')) c.takesText('последующие', 'последующих');
    const count = c.takesCount();
    const unit = takesDurationUnit(c);
    if (count === undefined || unit !== 'year' || count > 20) return undefined;
    return takesStartOfOffset(c) ? undefined : { anchor: 'years', count, from: later ? 'next' : 'plan' };
  });
}

const LATER = [
  'следующие',
  'следующих',
  'следующий',
  'следующего',
  'последующие',
  'последующих',
  'будущие',
] as const;

/** «в течение». */
function takesInCourse(cursor: Cursor): boolean {
  if (cursor.takesText('втечение', 'втечении')) return true;
  return cursor.attempt((c) => (c.takes('in') && c.takes('course') ? true : undefined)) === true;
}

/** «прошлого учебного года», «за прошлый год». */
function takesPreviousYear(cursor: Cursor): RelativeDraft | undefined {
  return cursor.attempt((c): RelativeDraft | undefined => {
    c.skip('in', 'on', 'for', 'course', 'along', 'result');
    const value = c.sees('previous') ? takesValue(c) : undefined;
    return value?.is === 'plan-year' ? { anchor: 'previous-school-year' } : undefined;
  });
}

/** «за 2 недели до ЕГЭ», «в течение 10 дней после», «через неделю после», «не позднее чем за 3 дня до». */
function takesOffset(cursor: Cursor, wordsOf: WordsOf): Relative | RelativeDraft | undefined {
  return cursor.attempt((c): Relative | RelativeDraft | undefined => {
    const first = c.at;
    c.skip('not', 'later', 'earlier', 'than', 'less', 'minimum');
    const within = takesInCourse(c);
    if (!within) c.skip('for', 'through', 'in');
    const duration = takesLength(c);
    if (duration === undefined) return undefined;
    const direction = takesStartOfOffset(c);
    if (direction === undefined) return undefined;
    const offset = { ...duration, direction };
    const value = c.attempt((d) => {
      const dated = takesValue(d);
      const open = dated?.is === 'number' || dated?.is === 'break' || dated?.is === 'season';
      const vague = dated?.is === 'period' && dated.number === undefined;
      return dated === undefined || open || vague ? undefined : dated;
    });
    if (value !== undefined) {
      const exact = duration.unit === 'day' || duration.unit === 'week' || duration.unit === 'month';
      return exact ? { is: 'shifted', offset, within, value } : undefined;
    }
    if (skipTail(c) === 0) return undefined;
    return { anchor: 'event', event: wordsOf(first, c.at), offset };
  });
}

function takesStartOfOffset(c: Cursor): 'before' | 'after' | undefined {
  if (c.takes('until')) return 'before';
  if (c.takes('after')) return 'after';
  const from = c.attempt((d) => {
    if (!d.takes('from', 'of')) return undefined;
    return d.takes('moment') || d.takesText('дня', 'даты', 'окончания', 'начала') ? true : undefined;
  });
  return from ? 'after' : undefined;
}

/** «до конца месяца», «до конца четверти»: the one that runs when the plan is written. */
function takesCurrent(cursor: Cursor, wordsOf: WordsOf): RelativeDraft | undefined {
  return cursor.attempt((c): RelativeDraft | undefined => {
    const first = c.at;
    if (!c.takes('until') || !c.takes('end')) return undefined;
    c.skip('this');
    const unit = takesDurationUnit(c);
    if (unit === undefined || unit === 'hour' || unit === 'working-day') return undefined;
    return { anchor: 'current', unit, event: wordsOf(first, c.at) };
  });
}

/** «в течение 2 недель», «в трёхдневный срок», «через месяц», «10 дней». */
function takesDuration(cursor: Cursor): RelativeDraft | undefined {
  return cursor.attempt((c): RelativeDraft | undefined => {
    const within = takesInCourse(c);
    const led = within || c.takes('through', 'on', 'for') || c.sees('in');
    const counted = c.number() !== undefined || c.lexeme()?.is === 'cardinal';
    const duration = takesLength(c);
    return duration === undefined || !(led || counted) ? undefined : { anchor: 'duration', duration };
  });
}

/** «10 дней», «3 рабочих дня», «неделю», «трёхдневный срок». */
function takesLength(cursor: Cursor): Duration | undefined {
  return cursor.attempt((c): Duration | undefined => {
    const term = takesTerm(c);
    if (term !== undefined) return term;
    c.skip('whole', 'this');
    const amount = c.takesCount() ?? 1;
    const unit = takesDurationUnit(c);
    return unit === undefined ? undefined : { amount, unit };
  });
}

function takesDurationUnit(c: Cursor): DurationUnit | undefined {
  const working = c.takes('working') || c.takes('school');
  if (!working) c.takes('calendar');
  const lexeme = c.lexeme();
  if (lexeme?.is !== 'unit' || lexeme.unit === 'decade') return undefined;
  c.at++;
  return working && lexeme.unit === 'day' ? 'working-day' : lexeme.unit;
}

const TERM_WORD = /^(\D{0,12}?)-?(дневн|недельн|месячн|годичн)(ый|ого|ом)$/;
const TERM_UNITS: Readonly<Record<string, DurationUnit>> = {
  дневн: 'day',
  недельн: 'week',
  месячн: 'month',
  годичн: 'year',
};
const TERM_COUNTS: Readonly<Record<string, number>> = {
  '': 1,
  одно: 1,
  двух: 2,
  трех: 3,
  четырех: 4,
  пяти: 5,
  семи: 7,
  десяти: 10,
};

/** «в трёхдневный срок», «10-дневный срок». */
function takesTerm(cursor: Cursor): Duration | undefined {
  return cursor.attempt((c): Duration | undefined => {
    c.skip('in');
    const count = c.number() === undefined ? undefined : c.takesCount();
    c.takesSign('-');
    const token = c.peek();
    const found = token?.is === 'word' ? TERM_WORD.exec(token.text) : null;
    if (found === null) return undefined;
    c.at++;
    const unit = TERM_UNITS[found[2] ?? ''];
    const amount = count ?? TERM_COUNTS[found[1] ?? ''];
    return unit !== undefined && amount !== undefined && c.takes('term') ? { amount, unit } : undefined;
  });
}

/** Events that stand behind «на», «в», «при» and are named by their noun. */
const OCCASIONS =
  /^(заседани|совещани|педсовет|педагогическ|собрани|уроках|урок|занятия|планерк|конференци|линейк|этап|методсовет|семинар|консилиум|экзамен|каждо)/;

/** «к педсовету», «после получения результатов», «во время ВПР», «на заседании ШМО». */
function takesEvent(cursor: Cursor, wordsOf: WordsOf): RelativeDraft | undefined {
  return cursor.attempt((c): RelativeDraft | undefined => {
    const first = c.at;
    if (!takesEventLead(c) || skipTail(c) === 0) return undefined;
    return { anchor: 'event', event: wordsOf(first, c.at) };
  });
}

function takesEventLead(c: Cursor): boolean {
  if (c.sees('every')) return isEveryEvent(c);
  if (c.takes('after', 'before', 'by', 'until', 'at', 'through')) return isEventWord(c) || isEveryEvent(c);
  const read = c.attempt((d) => {
    if (d.takes('along'))
      return d.takes('result', 'end') || d.takesText('мере', 'прибытии') ? true : undefined;
    if (d.takes('from')) return d.takes('moment') || d.takesText('дня', 'даты', 'момента') ? true : undefined;
    if (!d.takes('in', 'on')) return undefined;
    if (isEveryEvent(d)) return true;
    if (d.takesText('день', 'дни', 'время', 'ходе', 'процессе', 'рамках', 'случае')) return true;
    if (d.takes('period', 'course')) return isEventWord(d) ? true : undefined;
    const token = d.peek();
    return token?.is === 'word' && OCCASIONS.test(token.text) ? true : undefined;
  });
  return read === true;
}

/** «каждом уроке»: every time of something that is no time itself. */
function isEveryEvent(c: Cursor): boolean {
  const next = c.peek(1);
  return c.sees('every') && next?.is === 'word' && next.lexeme === undefined;
}

/** The first word of an event means no time of its own. */
function isEventWord(c: Cursor): boolean {
  const token = c.peek();
  if (token?.is !== 'word') return false;
  const { lexeme } = token;
  if (lexeme === undefined) return true;
  return (
    lexeme.is === 'name' && !['until', 'by', 'from', 'in', 'on', 'not', 'and', 'or'].includes(lexeme.name)
  );
}
