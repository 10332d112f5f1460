import { shownText } from '../plans/writing/shown-text.js';

/** A text of the data: on one line, without signs that nobody sees, and not too long for a page. */
export function short(text: string, most: number): string {
  const line = shownText(text)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
