/**
 * How automatic numbers are printed. The names are those of ST_NumberFormat.
 *
 * @module
 */

/** A number in a format; formats that are not known, and numbers that a format cannot hold, are decimal. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value, LATIN).toUpperCase();
    case 'lowerLetter':
      return letters(value, LATIN);
    case 'russianUpper':
      return letters(value, RUSSIAN).toUpperCase();
    case 'russianLower':
      return letters(value, RUSSIAN);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'numberInDash':
      return `- ${value} -`;
    default:
      return String(value);
  }
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** ECMA-376 part 1, 17.18.59: without ё, й, ъ and ь. */
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя';
const MOST_LETTERS = 20;

/** а … я, аа, бб … яя, ааа … */
function letters(value: number, alphabet: string): string {
  const times = Math.ceil(value / alphabet.length);
  if (times < 1 || times > MOST_LETTERS) return String(value);
  return (alphabet[(value - 1) % alphabet.length] ?? '').repeat(times);
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
