/** Decodes bytes to text and remembers texts that come again: names of schools and classes stand in every row. */
export class TextCache {
  readonly #texts: (string | undefined)[] = new Array<string | undefined>(SLOTS);
  readonly #bytes: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(SLOTS);
  readonly #decode: (bytes: Uint8Array) => string;

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
  }

  text(bytes: Uint8Array, from: number, to: number): string {
    if (to - from > LONGEST) return this.#decode(bytes.subarray(from, to));
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const kept = this.#bytes[slot];
    const text = this.#texts[slot];
    if (kept !== undefined && text !== undefined && sameBytes(kept, bytes, from, to)) return text;
    const copy = bytes.slice(from, to);
    const decoded = this.#decode(copy);
    this.#bytes[slot] = copy;
    this.#texts[slot] = decoded;
    return decoded;
  }
}

const SLOTS = 4096;
const LONGEST = 64;

function sameBytes(kept: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (kept.length !== to - from) return false;
  for (let i = 0; i < kept.length; i++) if (kept[i] !== bytes[from + i]) return false;
  return true;
}

/** Digits as text, without looking anything up; absent for anything else, a leading zero included. */
export function digitsText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > 9 || to === from || (bytes[from] === ZERO && to - from > 1)) return undefined;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return String(value);
}

const ZERO = 48;
