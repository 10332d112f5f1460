/** Whether two spellings mean one class: `7А` (Cyrillic), `7 a`, `7«А»`, `7-А`. */
export function isSameClass(one: string, other: string): boolean {
  return classKey(one) === classKey(other);
}

/** The same for all spellings of one class. */
export function classKey(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ABEKMHOPCTX]/g, (letter) => 'АВЕКМНОРСТХ'['ABEKMHOPCTX'.indexOf(letter)] ?? letter);
}
