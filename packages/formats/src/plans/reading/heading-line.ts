import type { DocumentPart } from './document-parts.js';
import { leadingNumber } from './leading-number.js';
import type { SectionHeading } from './section-tree.js';
import { isUpperCase } from './sentence-shape.js';
import type { TextLine } from './text-line.js';

/**
 * The headings among the paragraphs right above the first table, the outermost first. Titles and lists stand there too:
 * a heading is both numbered and set off, or looks like the paragraph right above another table.
 */
export function headingsAbove(parts: readonly DocumentPart[], title: string): readonly SectionHeading[] {
  const first = parts.findIndex(({ kind }) => kind === 'table');
  const found: SectionHeading[] = [];
  for (const part of parts.slice(0, Math.max(first, 0)).reverse()) {
    if (part.kind !== 'line' || title.includes(part.line.text)) break;
    const heading = headingLine(part.line);
    const sure = isSetOff(part.line) && isNumbered(part.line);
    if (
      heading === undefined ||
      !(sure || (found.length === 0 && hasAlike(parts.slice(first + 1), part.line)))
    )
      break;
    found.unshift(heading);
  }
  return found;
}

/** Whether a paragraph right above one of the tables is set off in the same way. */
function hasAlike(parts: readonly DocumentPart[], line: TextLine): boolean {
  const style = (each: TextLine) =>
    `${each.heading} ${each.bold} ${isUpperCase(each.text)} ${isNumbered(each)} ${leadingNumber(each.text)?.style}`;
  return parts.some(
    (part, i) =>
      part.kind === 'line' &&
      parts[i + 1]?.kind === 'table' &&
      headingLine(part.line) !== undefined &&
      style(part.line) === style(line),
  );
}

/** The heading that a paragraph between tables is: numbered, in capitals, bold, or with a heading style. */
export function headingLine(line: TextLine): SectionHeading | undefined {
  const { text, number, bold, heading } = line;
  if (text.length > LONGEST || /[;,]$/u.test(text) || !/\p{L}{3}/u.test(text)) return undefined;
  if (!isSetOff(line) && !isNumbered(line)) return undefined;
  if (TITLE.test(text)) return undefined;
  return {
    text,
    bold,
    ...(number === undefined || !/[\dIVX]/u.test(number) ? {} : { number }),
    ...(heading === undefined ? {} : { heading }),
  };
}

function isSetOff({ text, bold, heading }: TextLine): boolean {
  return bold || heading !== undefined || isUpperCase(text);
}

function isNumbered({ text, number }: TextLine): boolean {
  const leading = leadingNumber(text);
  return (
    (leading !== undefined && leading.rest !== '') ||
    leading?.style === 'keyword' ||
    (number !== undefined && /[\dIVX]/u.test(number))
  );
}

const LONGEST = 300;
const TITLE = /^(?:приложение|продолжение|окончание таблицы|таблица)(?!\p{L})/iu;
