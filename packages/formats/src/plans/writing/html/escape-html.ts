import { shownText } from '../shown-text.js';

/**
 * Text for an element. Beyond what HTML asks for, brackets and braces are written as references, so that no content system
 * takes a text for one of its short codes, and so are equals signs and the colon of a script address, so that no filter takes a
 * text for an attribute or a script.
 */
export function escapeHtml(text: string): string {
  const shown = shownText(text);
  if (!ODD.test(shown)) return shown;
  return escaped(shown, /[&<>"'=`[\]{}]/g);
}

/**
 * Text for an attribute in double quotes, on one line. Joomla's filter takes the beginnings of numeric references out of
 * attributes and leaves the number («?id61;1»), so only what few texts have is written as such: brackets, braces, and the
 * equals sign of what looks like a handler.
 */
export function escapeAttribute(text: string): string {
  return escaped(shownText(text).replace(/\s*\n\s*/g, ' '), /[&<>"[\]{}]/g).replace(
    /(\bon\w+\s*)=/gi,
    '$1&#61;',
  );
}

/**
 * An address for `href`, in characters that every filter counts alike: Joomla's takes bytes for characters in the first
 * attribute of a tag, and what follows a Cyrillic one there would be damaged.
 */
export function escapeAddress(href: string): string {
  const plain = shownText(href).replace(
    /[^\x21-\x7e]+|["'<>[\\\]`{}]/g,
    (odd) => ENCODED[odd] ?? encodeURIComponent(odd),
  );
  // «?only=1» is no handler, and %6F is an o.
  return escapeAttribute(plain.replace(/\bo(?=n\w+\s*=)/gi, (o) => (o === 'o' ? '%6F' : '%4F')));
}

function escaped(shown: string, odd: RegExp): string {
  return shown.replace(odd, (character) => ESCAPES[character] ?? '').replace(/(script)\s*:/gi, '$1&#58;');
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
/** What `encodeURIComponent` leaves as it is. */
const ENCODED: Readonly<Record<string, string>> = { "'": '%27' };
