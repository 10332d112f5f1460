import type { DocumentPart } from './document-parts.js';
import { leadingNumber } from './leading-number.js';
import type { SectionHeading } from './section-tree.js';
import { isUpperCase } from './sentence-shape.js';
import type { TextLine } from './text-line.js';

/**
 * The heading that a paragraph between tables is: numbered, in capitals, bold, or with a heading style. Above the first
 * table, where titles and lists stand too, only the paragraph right before it, if it is both numbered and set off.
 */
export function headingLine(
  { text, number, bold, heading }: TextLine,
  { above, next }: { readonly above: boolean; readonly next: DocumentPart | undefined },
): SectionHeading | undefined {
  if (text.length > LONGEST || /[;,]$/u.test(text) || !/\p{L}{3}/u.test(text)) return undefined;
  const setOff = bold || heading !== undefined || isUpperCase(text);
  const leading = leadingNumber(text);
  const numbered =
    (leading !== undefined && leading.rest !== '') ||
    leading?.style === 'keyword' ||
    (number !== undefined && /[\dIVX]/u.test(number));
  if (above && (next?.kind !== 'table' || !setOff || !numbered)) return undefined;
  if (!setOff && !numbered) return undefined;
  if (TITLE.test(text)) return undefined;
  return {
    text,
    bold,
    ...(number === undefined || !/[\dIVX]/u.test(number) ? {} : { number }),
    ...(heading === undefined ? {} : { heading }),
  };
}

const LONGEST = 300;
const TITLE = /^(?:приложение|продолжение|окончание таблицы|таблица)(?!\p{L})/iu;
