import { inCyrillic } from '../lookalikes.js';

/**
 * One spelling of a class for all that people write: «5 а», «5-А», «5 "А"», `5A` with a Latin letter → «5А»; «5 класс», `5.0` → «5».
 * Names of another kind stay as they are.
 */
export function className(text: string): string {
  const [, grade = '', letter = ''] = NUMBERED.exec(text) ?? LETTER.exec(text) ?? [];
  return grade === '' && letter === '' ? text : `${grade}${inCyrillic(letter.toLowerCase()).toUpperCase()}`;
}

/** The class that a line above its pupils names: «Класс 5А», «5А класс», «5А»; a number alone may be anything. */
export function classOfLine(text: string): string | undefined {
  const name = text.replace(/^класс\s*/iu, '').replace(/\s*класс$/iu, '');
  const isSaid = name !== text || /\p{L}/u.test(name);
  return isSaid && NUMBERED.test(name) ? className(name) : undefined;
}

/** Whether a sheet has the name of a class. */
export function isClassName(text: string): boolean {
  return NUMBERED.test(text);
}

const QUOTES = '["«»“”„\'’–—-]';
const NUMBERED = new RegExp(
  `^(1[01]|[1-9])(?:[.,]0)?\\s?${QUOTES}?\\s?(\\p{L}?)${QUOTES}?(?:\\s?класс)?$`,
  'u',
);
const LETTER = new RegExp(`^()${QUOTES}?(\\p{L})${QUOTES}?$`, 'u');
