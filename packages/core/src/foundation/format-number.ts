/**
 * Numbers as people read them. The only place where a share becomes a percentage.
 *
 * Rounding is half away from zero on the decimal text («по правилам округления»), as in school reports.
 *
 * @module
 */
import type { Language } from './issue.js';

const NBSP = '\u00a0';

/** A share 0..1 as `41 %` or, with digits, `41,3 %`; the space does not break. */
export function formatShare(share: number, language: Language, digits = 0): string {
  return language === 'ru'
    ? `${formatNumber(share * 100, language, digits)}${NBSP}%`
    : `${formatNumber(share * 100, language, digits)}%`;
}

/** A number with a fixed number of decimals, decimal comma in Russian. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return decimalText(roundHalfUp(value, digits), language, digits);
}

/** A count with digit groups: `24 967`; points may have up to three decimals. */
export function formatCount(count: number, language: Language): string {
  if (Number.isInteger(count)) return decimalText(count, language, 0);
  const rounded = roundHalfUp(count, 3);
  const digits = [0, 1, 2].find((few) => roundHalfUp(rounded, few) === rounded) ?? 3;
  return decimalText(rounded, language, digits);
}

const MARKS = { ru: { group: NBSP, decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** As `Intl.NumberFormat` writes it, whose first use costs a Node process 30 ms: more than all numbers of a report. */
function decimalText(value: number, language: Language, digits: number): string {
  const { group, decimal } = MARKS[language];
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}${decimal}${fraction}`;
}

/** Rounds the shortest decimal text of the number, so that 1.005 is 1.01 and 81.815 is 81.82. */
export function roundHalfUp(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const shifted = Math.floor(Number(`${Number(mantissa)}e${Number(exponent) + digits}`) + 0.5 + 1e-9);
  return Math.sign(value) * Number(`${shifted}e${-digits}`);
}

/**
 * Decimals that show which of two numbers is larger: `digits`, or as many more as that takes. Equal numbers, and those that
 * only the last digits of a fraction tell apart, have `digits`.
 */
export function digitsApart(one: number, other: number, digits: number): number {
  for (let more = digits; more <= MOST_DIGITS; more++) {
    if (roundHalfUp(one, more) !== roundHalfUp(other, more)) return more;
  }
  return digits;
}

const MOST_DIGITS = 12;

/** A probability 0..1 as a share in whole percents, never all or nothing: «больше 99 %», «меньше 1 %». */
export function formatProbability(probability: number, language: Language): string {
  const isRussian = language === 'ru';
  if (probability > 0.99) return `${isRussian ? 'больше' : 'above'} ${formatShare(0.99, language)}`;
  if (probability < 0.01) return `${isRussian ? 'меньше' : 'below'} ${formatShare(0.01, language)}`;
  return formatShare(probability, language);
}
