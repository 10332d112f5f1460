/**
 * A value or a range with its limit: «до 1 октября», «с сентября по май», «в течение 2024 года».
 *
 * @module
 */
import type { Cursor } from './cursor.js';
import type { Limit, TimeItem, TimeValue } from './expressions.js';
import { takesValue } from './time-value.js';

/** Reads one item; an item without a limit of its own inherits `inherited`. */
export function takesItem(cursor: Cursor, inherited: Limit | undefined): TimeItem | undefined {
  return cursor.attempt((c) => {
    const first = c.at;
    const item = takesBetween(c) ?? takesLimited(c) ?? takesPlain(c, inherited ?? 'within');
    if (item === undefined || isPreviousYear(item)) return undefined;
    c.skip('inclusive');
    return { ...item, ...c.spanSince(first) };
  });
}

/** «прошлого учебного года» is no deadline but names what is looked back upon. */
function isPreviousYear({ first, last }: Unplaced): boolean {
  return first.is === 'plan-year' && first.shift === -1 && last === undefined;
}

type Unplaced = Omit<TimeItem, 'from' | 'to'>;

function takesBetween(cursor: Cursor): Unplaced | undefined {
  return cursor.attempt((c) => {
    if (!c.takes('between')) return undefined;
    const first = takesValue(c);
    if (first === undefined || !c.takes('and')) return undefined;
    const last = takesValue(c);
    return last === undefined ? undefined : { limit: 'within', first, last, ownLimit: true };
  });
}

function takesPlain(cursor: Cursor, inherited: Limit): Unplaced | undefined {
  return cursor.attempt((c) => {
    const first = takesValue(c);
    if (first === undefined) return undefined;
    const last = takesEndOfRange(c);
    if (last === undefined) return { limit: inherited, first, ownLimit: false };
    return { limit: 'within', first, last, ownLimit: false };
  });
}

function takesLimited(cursor: Cursor): Unplaced | undefined {
  return cursor.attempt((c) => {
    const limit = takesLimit(c);
    if (limit === undefined) return undefined;
    if (c.peek()?.is === 'time') c.at++;
    const first = takesValue(c);
    if (first === undefined || (first.is === 'break' && first.season === undefined)) return undefined;
    c.skip('inclusive');
    switch (limit) {
      case 'within':
      case 'of':
      case 'from': {
        const last = takesEndOfRange(c);
        if (last !== undefined) return { limit: 'within', first, last, ownLimit: true };
        if (limit === 'of') return { limit: 'within', first, ownLimit: true };
        return isVague(first) ? undefined : { limit, first, ownLimit: true };
      }
      case 'until': {
        const last = c.attempt((d) => (d.takesSign('-') ? takesValue(d) : undefined));
        return last === undefined && isVague(first)
          ? undefined
          : { limit, first: last ?? first, ownLimit: true };
      }
      default:
        return { limit, first, ownLimit: true };
    }
  });
}

/** «в течение четверти», «до конца четверти» do not say which one. */
function isVague(value: TimeValue): boolean {
  return value.is === 'period' && value.number === undefined;
}

/** «по 31 мая», «до 31 мая», «- 31 мая» behind a value. */
function takesEndOfRange(cursor: Cursor): TimeValue | undefined {
  return cursor.attempt((c) => {
    c.skip('inclusive');
    if (c.takesSign('-')) c.takes('along', 'until');
    else if (!c.takes('along', 'until')) return undefined;
    return takesValue(c);
  });
}

function takesLimit(c: Cursor): Limit | 'of' | undefined {
  const lead = takesLeadIn(c);
  if (c.takes('until')) return 'until';
  if (c.takes('by')) return 'by';
  if (c.takes('beginning')) {
    c.takes('from');
    return 'from';
  }
  if (c.takes('from')) return 'from';
  if (c.takes('of')) return 'of';
  return takesNotLater(c) ?? takesAtEnd(c) ?? takesAfter(c) ?? takesAlong(c) ?? takesWithin(c) ?? lead;
}

/** «в срок до», «срок:», «в период с», «период»: what comes next is the limit. */
function takesLeadIn(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    c.skip('in', 'on', 'for');
    if (!c.takes('term', 'period')) return undefined;
    c.skip('filler');
    c.takesSign(':-');
    return 'within';
  });
}

/** «не позднее», «не ранее». */
function takesNotLater(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    if (!c.takes('not')) return undefined;
    const later = c.takes('later');
    if (!later && !c.takes('earlier')) return undefined;
    c.skip('than');
    return later ? 'until' : 'from';
  });
}

/** «по итогам», «по окончании», «после завершения», «на конец» is an edge and not meant here. */
function takesAtEnd(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    const after = c.takes('after');
    if (!after && !c.takes('along')) return undefined;
    if (!c.takes('end') && (after || !c.takes('result'))) return undefined;
    c.skip('course');
    return 'at-end';
  });
}

function takesAfter(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    if (!c.takes('after')) return undefined;
    const next = c.lexeme();
    const dated = c.peek()?.is === 'date' || c.number() !== undefined || next?.is === 'month';
    return dated ? 'after' : undefined;
  });
}

/** «по 31 мая», «по май», «по состоянию на 15 сентября». */
function takesAlong(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    if (!c.takes('along')) return undefined;
    if (c.takes('state')) return c.takes('on') ? 'within' : undefined;
    const next = c.peek();
    const numbered = next?.is === 'number' && (next.digits === 0 || c.lexeme(1)?.is === 'month');
    const dated = next?.is === 'date' || numbered || c.lexeme()?.is === 'month';
    return dated ? 'until' : undefined;
  });
}

/** «в», «на», «за», «в течение», «на протяжении», «во время»; slips of the pen: «втечение», «течение». */
function takesWithin(cursor: Cursor): Limit | undefined {
  return cursor.attempt((c): Limit | undefined => {
    if (c.takesText('втечение', 'втечении') || c.takes('course')) return 'within';
    if (!c.takes('in', 'on', 'for')) return undefined;
    if (!c.takes('course')) c.takesText('время', 'дни');
    return 'within';
  });
}
