/**
 * Encodings of texts that do not say theirs.
 *
 * @module
 */
import { isDamagedUtf8 } from '../damaged-utf8.js';
import { foreignEncoding } from './foreign-encoding.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** Text of a file whose encoding is not said. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes, false)).decode(bytes);
}

/**
 * Encoding by byte order mark, else UTF-16 when it plainly is, else UTF-8 when it is valid but for a few bytes, else Windows-1251.
 *
 * @param cut - the bytes may end within a character.
 */
function encodingOf(bytes: Uint8Array, cut: boolean): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isMarkedUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== LATIN_BLOCK && byte !== CYRILLIC_BLOCK) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > sample.length / 4 && odd > even * 8) return 'utf-16le';
  if (even > sample.length / 4 && even > odd * 8) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return 'utf-8';
  } catch {
    return isDamagedUtf8(new TextDecoder('utf-8').decode(bytes, { stream: cut })) ? 'utf-8' : 'windows-1251';
  }
}

function isMarkedUtf8([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** High bytes of nearly all characters of our files in UTF-16; as characters of their own they stand in no text. */
const LATIN_BLOCK = 0;
const CYRILLIC_BLOCK = 4;

/** Decodes a file that comes in pieces. */
export class TextDecoding {
  #encoding: Encoding;
  #first = true;
  readonly #utf16: TextDecoder | undefined;
  /** A file that says UTF-8, or begins with letters of it, is, also where a byte of it is wrong. */
  readonly #utf8: TextDecoder;
  /** Made when it is wanted: few files are in it, and it takes longer to make than a small file to read. */
  #cyrillic: TextDecoder | undefined;

  /** @param first - the beginning of the file. */
  constructor(first: Uint8Array) {
    this.#encoding = encodingOf(first, true);
    this.#utf8 = new TextDecoder('utf-8', { fatal: first.every((byte) => byte < 128), ignoreBOM: true });
    if (this.#encoding === 'utf-16le' || this.#encoding === 'utf-16be') {
      this.#utf16 = new TextDecoder(this.#encoding);
    }
  }

  /** The encoding of the file, by its name for people, where it is one that is not read. */
  foreign(first: Uint8Array): string | undefined {
    return this.#encoding === 'windows-1251' ? foreignEncoding(first) : undefined;
  }

  /** The beginning of the file as text. */
  sample(first: Uint8Array): string {
    return new TextDecoder(this.#encoding).decode(first, { stream: true });
  }

  /** A piece with its ASCII characters as single bytes, without a byte order mark. */
  bytes(piece: Uint8Array): Uint8Array {
    if (this.#utf16 !== undefined)
      return new TextEncoder().encode(this.#utf16.decode(piece, { stream: true }));
    const marked = this.#first && isMarkedUtf8(piece);
    this.#first = false;
    return marked ? piece.subarray(3) : piece;
  }

  /** Text of a cell. The first one that is no UTF-8 shows that the file is not. */
  text(bytes: Uint8Array): string {
    if (this.#encoding === 'windows-1251') return this.#inCyrillic(bytes);
    try {
      return this.#utf8.decode(bytes);
    } catch {
      this.#encoding = 'windows-1251';
      return this.#inCyrillic(bytes);
    }
  }

  #inCyrillic(bytes: Uint8Array): string {
    this.#cyrillic ??= new TextDecoder('windows-1251');
    return this.#cyrillic.decode(bytes);
  }
}
