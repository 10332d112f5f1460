/** How much text fits where nobody can measure it: by the mean width of a letter. @module */

/** Mean width of a letter, Cyrillic or Latin, in parts of the size of the text; rather too wide. */
const LETTER = 0.58;

/** Estimated width of a line. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * LETTER * fontSize;
}

/** The text, cut with an ellipsis where it is too long. */
export function fitText(text: string, width: number, fontSize: number): string {
  const letters = Math.max(1, Math.floor(width / (LETTER * fontSize)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** The text in at most so many lines; absent when it does not fit whole. */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  mostLines: number,
): readonly string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (textWidth(word, fontSize) > width) return undefined;
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= mostLines ? lines : undefined;
}
