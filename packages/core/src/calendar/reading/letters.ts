/**
 * One spelling for letters, spaces, dashes and quotes, with the way back to the source.
 *
 * @module
 */

/** A text in one spelling; `origins[i]` is where character `i` stood in the source. */
export interface PlainText {
  readonly text: string;
  readonly origins: readonly number[];
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const DASH = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/;
const QUOTE = /[«»"„“”‟'’‘‚`]/;
const OPENING = /[([{]/;
const CLOSING = /[)\]}]/;
const COMBINING = /[\u0300-\u036f]/;
/** Roman numerals as single characters, and full-width forms of some keyboards. */
const COMPATIBLE = /[\u2026\u2160-\u217f\uff01-\uff5e]/;

/**
 * Lower case, `е` for `ё`, one kind of space, dash, quote and bracket; soft hyphens and other invisible characters
 * are gone, letters that were written as two characters are one.
 */
export function plainText(source: string): PlainText {
  const letters: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const raw = source.charAt(at);
    if (INVISIBLE.test(raw)) continue;
    if (COMBINING.test(raw)) {
      if (raw === '\u0306' && letters.at(-1) === 'и') letters[letters.length - 1] = 'й';
      continue;
    }
    for (const letter of plainLetters(raw)) {
      letters.push(letter);
      origins.push(at);
    }
  }
  return { text: letters.join(''), origins };
}

function plainLetters(raw: string): string {
  if (/\s/.test(raw)) return ' ';
  if (raw === '-' || DASH.test(raw)) return '-';
  if (QUOTE.test(raw)) return '"';
  if (OPENING.test(raw)) return '(';
  if (CLOSING.test(raw)) return ')';
  if (raw === '\\') return '/';
  return (COMPATIBLE.test(raw) ? raw.normalize('NFKC') : raw).toLowerCase().replaceAll('ё', 'е');
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  i: 'і',
};

/**
 * A Russian word in which some Latin letters stand for Cyrillic ones that look the same. Words with a Latin letter
 * that has no such twin stay as they are.
 */
export function cyrillicWord(word: string): string {
  if (!/[a-z]/.test(word)) return word;
  let made = '';
  for (const letter of word) {
    const twin = /[a-z]/.test(letter) ? LOOK_ALIKES[letter] : letter;
    if (twin === undefined) return word;
    made += twin;
  }
  return made;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = {
  i: 1,
  і: 1,
  ӏ: 1,
  l: 1,
  v: 5,
  у: 5,
  y: 5,
  x: 10,
  х: 10,
};

/**
 * The value of a Roman numeral up to 39, written with Latin or Cyrillic letters; `undefined` for other words and for
 * Cyrillic words that merely consist of such letters.
 */
export function romanValue(word: string): number | undefined {
  if (word.length > 6 || !/[iіӏvxl]/.test(word)) return undefined;
  let value = 0;
  let previous = 0;
  for (let index = word.length - 1; index >= 0; index--) {
    const digit = ROMAN_DIGITS[word.charAt(index)];
    if (digit === undefined) return undefined;
    value += digit < previous ? -digit : digit;
    previous = Math.max(previous, digit);
  }
  return value > 0 && value < 40 ? value : undefined;
}
