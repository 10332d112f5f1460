/**
 * Russian texts in encodings that are not read: taken for Windows-1251 their schools would have names that nobody knows.
 *
 * @module
 */

/** An encoding with its name for people. */
interface ForeignEncoding {
  readonly label: string;
  readonly name: string;
}

const DOS: ForeignEncoding = { label: 'ibm866', name: 'cp866 (DOS)' };
const MAC: ForeignEncoding = { label: 'x-mac-cyrillic', name: 'MacCyrillic' };
const KOI8: ForeignEncoding = { label: 'koi8-r', name: 'KOI8-R' };

/**
 * The name of the encoding of bytes that are no Windows-1251; absent where they may be.
 *
 * A text is doubted only where it is no Russian in Windows-1251 and plainly is in another encoding. In DOS and on the Mac other
 * bytes are letters, so Windows-1251 shows characters that stand in no Russian text; KOI8-R has the same bytes for letters, but
 * small ones for capitals, and others.
 */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes, 'windows-1251');
  const odd = oddCharacters(text);
  const beyondAscii = countOf(text, BEYOND_ASCII);
  if (odd >= FEWEST_ODD && odd > ODD_SHARE * beyondAscii) return likeliest(bytes, odd);
  return isSwapped(text, decoded(bytes, KOI8.label)) ? KOI8.name : undefined;
}

const FEWEST_ODD = 3;
const ODD_SHARE = 0.05;
/** A right encoding leaves next to nothing of what was odd in a wrong one. */
const LEFT_OVER = 0.05;

/** The encoding in which the text is Russian, by the commonest letters where it might be two. */
function likeliest(bytes: Uint8Array, odd: number): string | undefined {
  const [found] = [DOS, MAC]
    .map(({ label, name }) => ({ name, text: decoded(bytes, label) }))
    .filter(({ text }) => isRussian(text, odd))
    .map(({ name, text }) => ({ name, common: commonLetters(wordsOf(text)) }))
    .sort((one, other) => other.common - one.common);
  return found?.name;
}

function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes, { stream: true });
}

const BEYOND_ASCII = /[^\0-\x7f]/g;
/** What does not stand in Russian tables. */
const ODD = /[^\0-\x7fА-Яа-яЁё\u00a0\u00ad«»„“”‘’–—…•·№§©®°±×™€]/g;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function oddCharacters(text: string): number {
  return countOf(text, ODD);
}

function isRussian(text: string, oddBefore: number): boolean {
  const words = wordsOf(text);
  return (
    oddCharacters(text) <= LEFT_OVER * oddBefore &&
    words.length > 0 &&
    words.filter((word) => SENSIBLE.test(word)).length >= 0.9 * words.length
  );
}

/** Whether a text is Russian only with small letters and capitals changed for others: «ыЛПМБ» for «Школа». */
function isSwapped(text: string, swapped: string): boolean {
  const words = wordsOf(text);
  const mixed = words.filter((word) => !SAME_CASE.test(word));
  return (
    words.length >= 3 &&
    mixed.length > 0 &&
    mixed.every((word) => INVERTED.test(word)) &&
    commonLetters(wordsOf(swapped)) - commonLetters(words) > 0.15
  );
}

/** Different words of three letters or more. */
function wordsOf(text: string): readonly string[] {
  return [...new Set(text.match(/[А-Яа-яЁё]{3,}/g))];
}

/** Small, capital, or with a capital at the beginning. */
const SENSIBLE = /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/;
const SAME_CASE = /^(?:[а-яё]+|[А-ЯЁ]+)$/;
const INVERTED = /^[а-яё][А-ЯЁ]+$/;

/** Share of the ten commonest letters of Russian: two thirds of any text. */
function commonLetters(words: readonly string[]): number {
  const letters = words.join('');
  return letters === '' ? 0 : countOf(letters, /[оеаинтсрвл]/gi) / letters.length;
}
