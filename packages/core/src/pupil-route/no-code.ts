import { isNameLike } from './name-like.js';

/** What stands where the code of a pupil should: something that tells who the pupil is. */
export type NoCode = 'name' | 'document';

/**
 * Why a text is not taken for the code of a pupil; absent where it may be one. It looks at the form alone: a word that begins with a
 * capital or has nothing but letters beside it may be a surname, and some numbers are written as those of documents are.
 */
export function whyNoCode(text: string): NoCode | undefined {
  if (DOCUMENTS.some((number) => number.test(text))) return 'document';
  const own = text.replace(PUPIL, '');
  return isNameLike(text) || SURNAME.test(own) || LETTERS.test(own) ? 'name' : undefined;
}

/** СНИЛС, passport, birth certificate. */
const DOCUMENTS: readonly RegExp[] = [
  /^\d{3}[-\s]\d{3}[-\s]\d{3}[-\s]?\d{2}$/,
  /^\d{2}\s?\d{2}\s(?:№\s?)?\d{6}$/,
  /^[IVXLC]{1,6}\s?-\s?[А-ЯЁ]{2}\s?(?:№\s?)?\d{6}$/i,
];

/** Words for a pupil that codes begin with. */
const PUPIL = /ученик|ученица|участник|участница|обучающийся|обучающаяся|pupil|student|participant/giu;

const SURNAME = /\p{Lu}\p{Ll}{3,}/u;
const LETTERS = /^\p{L}{3,}$/u;
