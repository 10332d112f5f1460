/**
 * Characters of symbol fonts, which documents keep by their place in the font.
 *
 * @module
 */

/** The character that a person sees; `\ufffd` where the font would be needed to tell. */
export function symbolText(font: string, code: number): string {
  if (!(code > 0 && code <= 0x10ffff)) return '';
  if (code < PRIVATE || code > PRIVATE + 255) {
    if (code > 255 || !SYMBOL_FONT.test(font)) return String.fromCodePoint(code);
  }
  const place = code & 255;
  const known = /^symbol$/i.test(font)
    ? symbolCharacter(place)
    : /^wingdings$/i.test(font)
      ? WINGDINGS.get(place)
      : undefined;
  if (known !== undefined) return known;
  return SYMBOL_FONT.test(font) || place < 32 ? '\ufffd' : String.fromCharCode(place);
}

/** The mark in front of a paragraph. */
export function bulletText(font: string, text: string): string | undefined {
  const mark = text.trim();
  const code = mark.codePointAt(0);
  if (code === undefined) return undefined;
  const odd = SYMBOL_FONT.test(font) || (code >= PRIVATE && code <= PRIVATE + 255);
  if (!odd) return mark;
  const seen = symbolText(font, code);
  return seen === '\ufffd' || seen === '' || code === BULLET ? '•' : seen;
}

const PRIVATE = 0xf000;
const BULLET = 0xf0b7;
const SYMBOL_FONT = /^(symbol|wingdings|webdings)/i;

const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x2d, '−'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xac, '←'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd7, '·'],
  [0xde, '⇒'],
  [0xe5, '∑'],
]);

function symbolCharacter(place: number): string | undefined {
  if (place >= 0x41 && place <= 0x5a) return GREEK_CAPITALS[place - 0x41];
  if (place >= 0x61 && place <= 0x7a) return GREEK[place - 0x61];
  return SYMBOLS.get(place) ?? (place >= 0x20 && place < 0x7f ? String.fromCharCode(place) : undefined);
}

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '☐'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
