import { shownText } from '../shown-text.js';

/**
 * Text for an element or an attribute in double quotes. Beyond what HTML asks for, brackets and braces are written as
 * references, so that no content system takes a text for one of its short codes, and so are equals signs and the colon of
 * a script address, so that no filter takes a text for an attribute or a script.
 */
export function escapeHtml(text: string): string {
  const shown = shownText(text);
  if (!ODD.test(shown)) return shown;
  return shown
    .replace(/[&<>"'=`[\]{}]/g, (character) => ESCAPES[character] ?? '')
    .replace(/(script)\s*:/gi, '$1&#58;');
}

/** The same with a `<br>` for each line break. */
export function escapeLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

const ODD = /[&<>"'=`[\]{}]|script\s*:/i;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '=': '&#61;',
  '`': '&#96;',
  '[': '&#91;',
  ']': '&#93;',
  '{': '&#123;',
  '}': '&#125;',
};
