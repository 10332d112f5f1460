/**
 * Whether a text decoded as UTF-8 is that after all, where some of its bytes are not: a letter or two may be damaged; of Windows-1251
 * UTF-8 understands hardly a letter.
 */
export function isDamagedUtf8(decoded: string): boolean {
  const letters = decoded.match(OTHER_LETTERS) ?? [];
  const unknown = letters.filter((letter) => letter === NOT_UNDERSTOOD).length;
  return 2 * unknown <= letters.length;
}

/** The letter that stands for those not understood. */
export const NOT_UNDERSTOOD = '\uFFFD';
/** Those that are not ASCII. */
const OTHER_LETTERS = /[^\0-\x7f]/g;
