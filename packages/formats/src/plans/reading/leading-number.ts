/**
 * The number in front of a heading or an item of a list, as people type it.
 *
 * @module
 */

export interface LeadingNumber {
  /** As printed: `1.2.`, `II.`, `Раздел 1.` */
  readonly number: string;
  readonly style: 'decimal' | 'roman' | 'keyword';
  /** Parts of a decimal number. */
  readonly path: readonly number[];
  /** What follows. */
  readonly rest: string;
}

/** The number in front of a text. A single figure needs a dot or a bracket behind it, unless `bare` is allowed. */
export function leadingNumber(text: string, { bare = false } = {}): LeadingNumber | undefined {
  const head = text.slice(0, 60);
  const keyword = KEYWORD.exec(head);
  if (keyword !== null) return found('keyword', keyword[0], text);
  const roman = ROMAN.exec(head);
  if (roman !== null) return found('roman', roman[0], text);
  const decimal = DECIMAL.exec(head);
  if (decimal === null) return undefined;
  const [whole, digits = '', mark = ''] = decimal;
  if (mark === '' && !digits.includes('.') && !bare) return undefined;
  return { ...found('decimal', whole, text), path: digits.split('.').map(Number) };
}

/** A cell that holds nothing but a number of a row: `1`, `1.`, `1.2.`, `II`, `3)`. */
export function isRowNumber(text: string): boolean {
  return /^(?:\d{1,4}(?:\.\d{1,4}){0,4}[.)]{0,2}|[IVXLХ]{1,7}[.)]?)$/u.test(text);
}

/** Parts of a decimal number as printed; absent for others. */
export function numberPath(number: string): readonly number[] | undefined {
  const digits = /^(\d{1,4}(?:\.\d{1,4}){0,4})[.)]{0,2}$/.exec(number.trim())?.[1];
  return digits?.split('.').map(Number);
}

function found(style: LeadingNumber['style'], whole: string, text: string): LeadingNumber {
  return { style, number: whole.trim(), path: [], rest: text.slice(whole.length).trim() };
}

const KEYWORD =
  /^(?:раздел|направление|блок|этап|часть|модуль|глава)\s+(?:№\s*)?(?:[IVXLХ]{1,7}|\d{1,2}(?:\.\d{1,2}){0,3})(?![\p{L}\d])\s*[.:)]?/iu;
const ROMAN = /^[IVXХ]{1,7}(?:[.)]\s*(?=\S)|\s+(?=\p{Lu}))/u;
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){0,4})([.)]{0,2})\s*(?=[^\d\s.,%)])/u;
