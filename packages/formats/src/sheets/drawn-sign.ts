import { escapeHtml } from '../plans/writing/html/escape-html.js';

/**
 * Text as HTML; a sign with which it begins is drawn, since fonts of a browser may lack such letters, and hidden from
 * readers: the words after it say the same.
 */
export function withDrawnSign(text: string): string {
  const shape = SHAPES.get(text.charAt(0));
  return shape === undefined || text.charAt(1) !== ' '
    ? escapeHtml(text)
    : `<span class="class"><svg class="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shape}</svg><span>${escapeHtml(text.slice(2))}</span></span>`;
}

const OUTLINE = 'fill="none" stroke="currentColor" stroke-width="2"';
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['●', '<circle cx="8" cy="8" r="6"/>'],
  ['○', `<circle cx="8" cy="8" r="5.5" ${OUTLINE}/>`],
  ['◐', `<circle cx="8" cy="8" r="5.5" ${OUTLINE}/><path d="M8 2A6 6 0 0 0 8 14Z"/>`],
  ['▼', '<path d="M8 14.5L1.5 2.5H14.5Z"/>'],
]);
