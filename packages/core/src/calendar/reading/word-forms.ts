/** Endings of Russian words: more forms than a word has do no harm, a missing one does. @module */

const ADJECTIVE_ENDINGS =
  /* @__PURE__ */ 'ый ий ой ая яя ья ое ее ье ые ие ьи ого его ьего ому ему ьему ым им ьим ом ем ьем ую юю ью ей ьей ых их ьих ыми ими ьими'.split(
    ' ',
  );

/** All forms of an adjective or ordinal. */
export function adjective(stem: string): readonly string[] {
  return ADJECTIVE_ENDINGS.map((ending) => stem + ending);
}

/** A stem with endings parted by spaces; a leading space gives the stem itself. */
export function noun(stem: string, endings: string): readonly string[] {
  return endings.split(' ').map((ending) => stem + ending);
}
