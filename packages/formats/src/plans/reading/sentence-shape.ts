/**
 * What the ends of a text tell about its place in a sentence.
 *
 * @module
 */

/** Whether a text begins in the middle of a sentence. */
export function startsLowerCase(text: string): boolean {
  return /^[(«"]?\p{Ll}/u.test(text);
}

/** Whether a text ends where a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["»)\]]*$/u.test(text.slice(-10));
}

/** Whether something has to follow: a comma, a hyphen, a preposition. */
export function endsOpen(text: string): boolean {
  return /(?:[,–—(-]|(?:^|\s)(?:и|или|а|в|во|с|со|на|по|для|о|об|к|от|из|до|при|не|за|у|№))$/iu.test(
    text.slice(-10),
  );
}

/** Whether a text of some length is written in capitals. */
export function isUpperCase(text: string): boolean {
  const letters = text.slice(0, 300).match(/\p{L}/gu) ?? [];
  if (letters.length < 4) return false;
  return letters.filter((letter) => letter !== letter.toLowerCase()).length >= 0.85 * letters.length;
}

/**
 * Two pieces of one text that a page or row break parted. A hyphen at the break goes, unless the word is a compound
 * («научно-методический», «учителей-предметников»).
 */
export function joinPieces(one: string, other: string): string {
  if (one === '') return other;
  if (other === '') return one;
  const broken = /(\p{L}+)-$/u.exec(one.slice(-40));
  if (broken === null || !/^\p{Ll}/u.test(other)) return `${one} ${other}`;
  return COMPOUND.test(broken[1] ?? '') ? `${one}${other}` : `${one.slice(0, -1)}${other}`;
}

const COMPOUND =
  /(?:о|учителей|учителя|учителям|учителями|педагог|педагоги|педагога|педагогов|педагогам|мастер|интернет|онлайн|веб|кейс|пресс|бизнес|эксперт|эксперты|школ|школы|школа|лицей|центр|план)$/iu;
