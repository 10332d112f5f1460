/** Whether a code of a pupil looks like a name: two words of letters and more. Names are never looked for. */
export function isNameLike(code: string): boolean {
  return NAME.test(code);
}

const NAME = /^\p{L}[\p{L}.-]*(?:\s+\p{L}[\p{L}.-]*)+$/u;
