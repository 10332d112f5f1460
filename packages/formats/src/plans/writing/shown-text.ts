import { withoutControls } from '../../document/clean-text.js';

/**
 * The text as it is shown to people: without control characters and halves of characters, and without signs that nobody
 * sees but that turn the direction of a text, split its words or hide others in it. Soft hyphens stay.
 */
export function shownText(text: string): string {
  return PLAIN.test(text)
    ? text
    : withoutControls(text)
        .replace(/[\u2028\u2029]/g, '\n')
        .replace(UNSEEN, '');
}

/** Latin and Cyrillic letters, digits, punctuation: nearly every text, and quick to see. */
const PLAIN = /^[\t\n -~\u00a0-\u02ff\u0400-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u22ff]*$/;
/** Marks of direction, joiners and spaces without width, fillers, tags; a joiner within a picture stays. */
const UNSEEN =
  /(?!\u00ad|\u200d|[\ufe00-\ufe0f])\p{DI}|\u200d(?!\p{Extended_Pictographic})|[\ufff9-\ufffb]/gu;
