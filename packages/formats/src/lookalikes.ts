/** Letters of two alphabets that look alike: spreadsheets are full of them, for people type what they see. @module */

/** Russian letters for Latin ones that look alike; of a text in small letters. */
export function inCyrillic(lower: string): string {
  return lower.replace(/[aceopxykmthb]/g, (letter) => LOOKALIKES.get(letter) ?? letter);
}

/** The same in words that have a Russian letter. */
export function cyrillicWords(lower: string): string {
  if (!/[а-я]/u.test(lower) || !/[a-z]/.test(lower)) return lower;
  return lower.replace(/\S+/gu, (word) => (/[а-я]/u.test(word) ? inCyrillic(word) : word));
}

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from('aаeеoоpрcсxхkкmмtтbвhнyу'.matchAll(/(.)(.)/g), ([, latin = '', cyrillic = '']) => [
    latin,
    cyrillic,
  ]),
);
