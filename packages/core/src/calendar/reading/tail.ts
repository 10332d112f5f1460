/**
 * Free words behind «после», «к», «по плану»: the name of an event or a document.
 *
 * @module
 */
import type { Cursor } from './cursor.js';
import { takesItem } from './time-item.js';

/**
 * Steps over words up to a comma, bracket, the end or a statement of time of its own; years belong to the name
 * («ВПР 2025 года»), and so does the date of an order («от 30.08.2024»). How many tokens it took.
 */
export function skipTail(cursor: Cursor): number {
  const first = cursor.at;
  while (!cursor.done && !endsTail(cursor)) {
    if (cursor.sees('of') && takesItem(cursor, undefined) !== undefined) continue;
    cursor.at++;
  }
  while (cursor.at > first && isLoose(cursor)) cursor.at--;
  return cursor.at - first;
}

function endsTail(cursor: Cursor): boolean {
  const token = cursor.peek();
  switch (token?.is) {
    case 'sign':
      return !'№-/%'.includes(token.sign);
    case 'number':
      return token.digits > 0 && token.digits <= 2 && cursor.lexeme(1)?.is === 'month';
    case 'word': {
      const { lexeme } = token;
      if (lexeme?.is === 'name') {
        const next = cursor.peek(1);
        const everyTime = next?.is === 'word' && next.lexeme !== undefined;
        return (lexeme.name === 'every' && everyTime) || lexeme.name === 'times' || lexeme.name === 'except';
      }
      return (
        lexeme?.is === 'month' ||
        lexeme?.is === 'weekday' ||
        (lexeme?.is === 'frequency' && !lexeme.adjective)
      );
    }
    default:
      return true;
  }
}

/** A preposition or «и» that belongs to what comes next. */
function isLoose(cursor: Cursor): boolean {
  const lexeme = cursor.lexeme(-1);
  if (lexeme?.is === 'name') return LOOSE.has(lexeme.name);
  const token = cursor.peek(-1);
  return token?.is === 'sign' && token.sign !== '%';
}

const LOOSE: ReadonlySet<string> = new Set([
  'until',
  'by',
  'from',
  'along',
  'in',
  'on',
  'for',
  'of',
  'after',
  'before',
  'at',
  'and',
  'or',
  'not',
  'but',
  'later',
  'earlier',
  'than',
  'course',
  'term',
]);
