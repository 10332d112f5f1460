/** The text trimmed at its ends and around line breaks, without characters that no text has. */
export function cleanText(text: string): string {
  const plain = ODD.test(text) ? withoutControls(text) : text;
  return plain.includes('\n') ? plain.trim().replace(/[^\S\n]*\n[^\S\n]*/g, '\n') : plain.trim();
}

/** The text without control characters, byte order marks and halves of characters. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(HALVES, '\ufffd');
}

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;
const HALVES = /\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|\p{Surrogate}/u;
