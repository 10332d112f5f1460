/**
 * Words, numbers and signs of a deadline text.
 *
 * @module
 */
import { composeTokens } from './compose-tokens.js';
import { cyrillicWord, plainText, romanValue } from './letters.js';
import type { Lexeme } from './lexicon.js';
import { lexemeOf } from './lexicon.js';

interface Placed {
  /** Where it begins and ends in the plain text. */
  readonly from: number;
  readonly to: number;
}

/** `2024`, `1-я`, `III`: a count or an ordinal, as written. */
export interface NumberToken extends Placed {
  readonly is: 'number';
  readonly value: number;
  /** How many digits it had; 0 for Roman numerals. */
  readonly digits: number;
  /** It had an ending, as in `1-го`. */
  readonly ordinal: boolean;
}

/** `01.10.2025`, `15.09`, `2025-10-01`; not yet checked for existence. */
interface DateToken extends Placed {
  readonly is: 'date';
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

/** `09.2024`. */
interface MonthYearToken extends Placed {
  readonly is: 'month-year';
  readonly month: number;
  readonly year: number;
}

/** A word in one spelling; `lexeme` when it is in the lexicon. */
interface WordToken extends Placed {
  readonly is: 'word';
  readonly text: string;
  readonly lexeme: Lexeme | undefined;
}

/** A sign; quotes and most full stops are left out. */
interface SignToken extends Placed {
  readonly is: 'sign';
  readonly sign: string;
}

/** `10:00`. */
interface TimeToken extends Placed {
  readonly is: 'time';
}

/** A place that was to be filled in: `___`, `«  »`, `…`. */
interface BlankToken extends Placed {
  readonly is: 'blank';
}

export type Token = NumberToken | DateToken | MonthYearToken | WordToken | SignToken | TimeToken | BlankToken;

/** A text taken to pieces, with the way back to the source. */
export interface TokenisedText {
  readonly source: string;
  readonly origins: readonly number[];
  readonly tokens: readonly Token[];
}

const DIGIT = /[0-9]/;
const LETTER = /[a-zа-яіӏ]/;
const ENDINGS: ReadonlySet<string> = new Set(
  /* @__PURE__ */ 'й я е го ой ый ий ая яя ое ье ья ую ью му м х ти ми ю ей ом ые ых ым ыми их им ого его ому ему'.split(
    ' ',
  ),
);

/** Takes a text to pieces. */
export function tokenise(source: string): TokenisedText {
  const { text, origins } = plainText(source);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const from = at;
    const letter = text.charAt(at);
    if (DIGIT.test(letter)) {
      at = endOf(text, at, DIGIT);
      const ending = endingAfter(text, at);
      tokens.push({
        is: 'number',
        value: Number(text.slice(from, Math.min(at, from + 15))),
        digits: at - from,
        ordinal: ending > at,
        from,
        to: ending,
      });
      at = ending;
    } else if (LETTER.test(letter)) {
      at = endOf(text, at, LETTER);
      const token = wordToken(text, from, at);
      tokens.push(token);
      at = token.to;
    } else if (letter === '_' || isDotRun(text, at)) {
      at = endOf(text, at, letter === '_' ? /_/ : /[.,]/);
      tokens.push({ is: 'blank', from, to: at });
    } else if (letter === '"') {
      at = endOf(text, at + 1, / /);
      if (text.charAt(at) === '"') tokens.push({ is: 'blank', from, to: ++at });
    } else {
      at++;
      if (letter !== ' ') tokens.push({ is: 'sign', sign: letter, from, to: at });
    }
  }
  return { source, origins, tokens: composeTokens(tokens, text) };
}

/** The words of the source behind a stretch of the plain text. */
export function sourceWords(of: TokenisedText, from: number, to: number): { at: number; text: string } {
  const at = of.origins[from] ?? of.source.length;
  const last = of.origins[to - 1];
  const end = last === undefined ? of.source.length : last + 1;
  return { at, text: of.source.slice(at, Math.max(at, end)) };
}

function endOf(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text.charAt(at))) at++;
  return at;
}

/** Three or more dots and commas, or a leading run of two: a place left empty. */
function isDotRun(text: string, at: number): boolean {
  return /[.,]/.test(text.charAt(at)) && /[.,]/.test(text.charAt(at + 1)) && /[.,]/.test(text.charAt(at + 2));
}

/** `-го`, `- я` or `го` behind a number. */
function endingAfter(text: string, end: number): number {
  let at = end;
  if (text.charAt(at) === '-') at++;
  else if (text.startsWith(' - ', at) && /^[йяе][^а-я]|^го[^а-я]/.test(text.slice(at + 3, at + 6))) at += 3;
  const last = endOf(text, at, LETTER);
  return last > at && ENDINGS.has(cyrillicWord(text.slice(at, last))) ? last : end;
}

function wordToken(text: string, from: number, to: number): NumberToken | WordToken {
  const written = text.slice(from, to);
  const roman = romanValue(written);
  if (roman !== undefined) {
    const ending = endingAfter(text, to);
    return { is: 'number', value: roman, digits: 0, ordinal: ending > to, from, to: ending };
  }
  const word = cyrillicWord(written);
  return { is: 'word', text: word, lexeme: lexemeOf(word), from, to };
}
