/**
 * Dates, times and abbreviations that consist of several pieces.
 *
 * @module
 */
import type { Lexeme } from './lexicon.js';
import { lexemeOf } from './lexicon.js';
import type { NumberToken, Token } from './tokens.js';

/**
 * Joins pieces that are one thing: `01.10.2025`, `2025-10-01`, `15.09`, `09.2024`, `10:00`, `т.г.`, `п/г`. Full stops
 * that are left are the ends of abbreviations and sentences and are dropped.
 */
export function composeTokens(pieces: readonly Token[], text: string): readonly Token[] {
  const made: Token[] = [];
  let at = 0;
  while (at < pieces.length) {
    if (isListNumber(pieces, at, text) || isCommaBeforeThan(pieces, at)) {
      at += pieces[at]?.is === 'number' ? 2 : 1;
      continue;
    }
    const composed = dateAt(pieces, at, text) ?? timeAt(pieces, at) ?? abbreviationAt(pieces, at);
    if (composed === undefined) {
      const piece = pieces[at];
      if (piece !== undefined && !(piece.is === 'sign' && piece.sign === '.')) made.push(piece);
      at++;
    } else {
      made.push(composed.token);
      at += composed.pieces;
    }
  }
  return made;
}

/** «1. Сентябрь», «1) сентябрь 2) май»: the number of a list entry. */
function isListNumber(pieces: readonly Token[], at: number, text: string): boolean {
  const number = numberAt(pieces, at);
  const next = pieces[at + 2];
  if (number === undefined || number.digits > 2 || next?.is !== 'word') return false;
  if (signAt(pieces, at + 1) === ')') return !text.includes('(');
  const spaced = text.charAt(number.to + 1) === ' ';
  const genitive = next.lexeme?.is === 'month' && next.lexeme.genitive;
  const opens = at === 0 || (at === 1 && signAt(pieces, 0) === '(');
  return opens && signAt(pieces, at + 1) === '.' && spaced && !genitive;
}

/** «не позднее, чем»: the comma parts nothing. */
function isCommaBeforeThan(pieces: readonly Token[], at: number): boolean {
  const next = pieces[at + 1];
  return signAt(pieces, at) === ',' && next?.is === 'word' && next.text === 'чем';
}

interface Composed {
  readonly token: Token;
  readonly pieces: number;
}

function numberAt(pieces: readonly Token[], at: number): NumberToken | undefined {
  const piece = pieces[at];
  return piece?.is === 'number' && piece.digits > 0 && !piece.ordinal ? piece : undefined;
}

function signAt(pieces: readonly Token[], at: number): string | undefined {
  const piece = pieces[at];
  return piece?.is === 'sign' ? piece.sign : undefined;
}

function dateAt(pieces: readonly Token[], at: number, text: string): Composed | undefined {
  const one = numberAt(pieces, at);
  const two = numberAt(pieces, at + 2);
  const sign = signAt(pieces, at + 1);
  if (one === undefined || two === undefined || sign === undefined || !'.-/,'.includes(sign))
    return undefined;
  const unspaced = one.to + 1 === two.from;
  const three = signAt(pieces, at + 3) === sign ? numberAt(pieces, at + 4) : undefined;
  if (three !== undefined && (sign === '.' || (unspaced && two.to + 1 === three.from))) {
    const whole = wholeDate(one, two, three, sign);
    if (whole !== undefined) return { token: { ...whole, from: one.from, to: three.to }, pieces: 5 };
  }
  if (!unspaced || !(sign === '.' || (sign === '/' && two.digits === 4)) || one.digits > 2) return undefined;
  if (two.digits === 4) {
    const token = {
      is: 'month-year',
      month: one.value,
      year: two.value,
      from: one.from,
      to: two.to,
    } as const;
    return { token, pieces: 3 };
  }
  if (two.digits !== 2 || two.value === 0 || isTimeOfDay(pieces[at + 3])) return undefined;
  const emptyYear = /^\.\s?(_|" *")/.test(text.slice(two.to, two.to + 9));
  if (emptyYear) return undefined;
  return {
    token: { is: 'date', day: one.value, month: two.value, year: undefined, from: one.from, to: two.to },
    pieces: 3,
  };
}

function wholeDate(one: NumberToken, two: NumberToken, three: NumberToken, sign: string) {
  if (two.digits > 2) return undefined;
  if (one.digits === 4 && two.digits === 2 && three.digits === 2 && sign !== ',') {
    return { is: 'date', day: three.value, month: two.value, year: one.value } as const;
  }
  const long = three.digits === 4;
  const short = three.digits === 2 && (sign === '.' || sign === '/');
  if (one.digits > 2 || !(long || short) || (sign !== '.' && (one.digits < 2 || two.digits < 2))) {
    return undefined;
  }
  const year = long ? three.value : three.value + (three.value < 70 ? 2000 : 1900);
  return { is: 'date', day: one.value, month: two.value, year } as const;
}

function isTimeOfDay(piece: Token | undefined): boolean {
  return piece?.is === 'word' && (piece.text === 'ч' || /^час(а|ов|ам)?$/.test(piece.text));
}

function timeAt(pieces: readonly Token[], at: number): Composed | undefined {
  const hours = numberAt(pieces, at);
  const minutes = numberAt(pieces, at + 2);
  const sign = signAt(pieces, at + 1);
  if (hours === undefined || minutes === undefined || (sign !== ':' && sign !== '.')) return undefined;
  const named = isTimeOfDay(pieces[at + 3]);
  if (
    minutes.digits !== 2 ||
    hours.value > 24 ||
    minutes.value > 59 ||
    (sign === '.' && !named && minutes.value > 0)
  )
    return undefined;
  const last = named ? (pieces[at + 3] ?? minutes) : minutes;
  return { token: { is: 'time', from: hours.from, to: last.to }, pieces: named ? 4 : 3 };
}

/** Letters with signs between them, and what they stand for. */
const ABBREVIATIONS: readonly { readonly written: readonly string[]; readonly lexeme: string }[] = [
  { written: ['т', '.', 'г'], lexeme: 'текущего-года' },
  { written: ['с', '.', 'г'], lexeme: 'текущего-года' },
  { written: ['г', '.', 'г'], lexeme: 'гг' },
  { written: ['п', '/', 'г'], lexeme: 'полугодие' },
  { written: ['п', '/', 'годие'], lexeme: 'полугодие' },
  { written: ['п', '/', 'годия'], lexeme: 'полугодие' },
  { written: ['п', '/', 'годии'], lexeme: 'полугодие' },
  { written: ['у', '.', 'г'], lexeme: 'учебного-года' },
];

function abbreviationAt(pieces: readonly Token[], at: number): Composed | undefined {
  const first = pieces[at];
  if (first?.is !== 'word') return undefined;
  for (const { written, lexeme } of ABBREVIATIONS) {
    const last = pieces[at + written.length - 1];
    if (last !== undefined && written.every((part, index) => isWritten(pieces[at + index], part))) {
      return { token: wordOf(lexeme, first.from, last.to), pieces: written.length };
    }
  }
  return romanLetterAt(pieces, at);
}

function isWritten(piece: Token | undefined, part: string): boolean {
  if (piece?.is === 'sign') return piece.sign === part;
  return piece?.is === 'word' && piece.text === part;
}

function wordOf(text: string, from: number, to: number): Token {
  return { is: 'word', text, lexeme: lexemeOf(text), from, to };
}

const PERIODS: ReadonlySet<string> = new Set([
  'quarter',
  'trimester',
  'module',
  'half-year',
  'calendar-quarter',
]);

/** Scanned papers have «П» and «Ш» for II and III: read so only before a part of the year. */
function romanLetterAt(pieces: readonly Token[], at: number): Composed | undefined {
  const letter = pieces[at];
  const next = pieces[at + 1];
  if (letter?.is !== 'word' || next?.is !== 'word') return undefined;
  const value = letter.text === 'п' ? 2 : letter.text === 'ш' ? 3 : undefined;
  const lexeme: Lexeme | undefined = next.lexeme;
  if (value === undefined || lexeme?.is !== 'unit' || !PERIODS.has(lexeme.unit)) return undefined;
  return {
    token: { is: 'number', value, digits: 0, ordinal: false, from: letter.from, to: letter.to },
    pieces: 1,
  };
}
