/**
 * Pieces of WordprocessingML (ECMA-376, part 1, 17): paragraphs, runs, cells.
 *
 * @module
 */

import { cleanText } from '../../../document/clean-text.js';

/** Text of an element or an attribute. Characters that XML cannot hold must be out already. */
export function escapeWord(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}

/** A run of text; `\n` is a line break, a tab a tab. */
export function run(text: string): string {
  const pieces = text
    .split(/([\n\t])/)
    .map((piece) =>
      piece === '\n'
        ? '<w:br/>'
        : piece === '\t'
          ? '<w:tab/>'
          : piece === ''
            ? ''
            : `<w:t xml:space="preserve">${escapeWord(piece)}</w:t>`,
    );
  return text === '' ? '' : `<w:r>${pieces.join('')}</w:r>`;
}

export interface ParagraphOptions {
  /** Elements of `w:pPr` after the style. */
  readonly properties?: string;
  /** Elements in front of the text. */
  readonly before?: string;
}

/** One paragraph in a style. */
export function paragraph(text: string, style: string, options: ParagraphOptions = {}): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${options.properties ?? ''}</w:pPr>${options.before ?? ''}${run(text)}</w:p>`;
}

/** A text with each line as a paragraph; lines around blank ones stay together, so that the text comes back the same. */
export function paragraphs(text: string, style: string, options: ParagraphOptions = {}): string {
  const lines = cleanText(text).split(/(?<!\n)\n(?!\n)/);
  return lines
    .map((line, i) => paragraph(line, style, i === 0 ? options : { properties: options.properties ?? '' }))
    .join('');
}

/** A field that Word computes, such as a page number; until then `shown`. */
export function simpleField(instruction: string, shown: string): string {
  return `<w:fldSimple w:instr=" ${instruction} ">${run(shown)}</w:fldSimple>`;
}

/** A cell of so many columns; `content` is at least one paragraph. */
export function cell(content: string, width: number, span = 1): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}</w:tcPr>${content}</w:tc>`;
}
