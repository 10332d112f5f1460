import { unreadable } from '../file-error.js';
import { RowBuffer } from '../row-buffer.js';
import { DETAILS } from '../unreadable-detail.js';
import { afterDeclaration, afterTag, CUT, GT, isDeclaration, isSpace, LT, SLASH } from '../xml/xml-bytes.js';
import { decodeCellText } from './cell-text.js';

/**
 * The texts that cells refer to by number. They are kept as the bytes of their elements and decoded when somebody asks:
 * in a list of pupils most of them are names, which nobody does.
 */
export class SharedStrings {
  readonly #bytes = new GrowingBytes();
  #places = new Float64Array(1024);
  #count = 0;
  readonly #decoded = new Map<number, string>();

  /** Reads the part. @throws {FileError} */
  static async read(content: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const buffer = new RowBuffer();
    for await (const piece of content) if (buffer.add(piece)) strings.#scan(buffer);
    // A long text waits for twice as much as there was: now there is no more.
    strings.#scan(buffer);
    return strings;
  }

  /** @throws {FileError} when there is no such text: the part is cut off, and an empty cell would be a wrong result. */
  text(index: number): string {
    const there = this.#decoded.get(index);
    if (there !== undefined) return there;
    if (!(index >= 0 && index < this.#count)) throw unreadable(DETAILS.textMissing(index));
    const from = this.#places[index] ?? 0;
    const to = index + 1 < this.#count ? (this.#places[index + 1] ?? 0) : this.#bytes.size;
    const text = textOfItem(this.#bytes.bytes.subarray(from, to));
    if (this.#decoded.size >= MOST_KEPT) this.#decoded.clear();
    this.#decoded.set(index, text);
    return text;
  }

  #scan(buffer: RowBuffer): void {
    let at = buffer.from;
    for (;;) {
      const next = this.#scanNext(buffer, at);
      if (next === CUT) break;
      at = next;
    }
    buffer.keepFrom(at, this.#count);
  }

  /** The next tag outside items, or the next item as a whole. */
  #scanNext({ bytes, to }: RowBuffer, from: number): number {
    let at = from;
    while (at < to && bytes[at] !== LT) at++;
    if (at + 1 >= to) return CUT;
    const plain = this.#scanPlainItem(bytes, at, to);
    if (plain !== CUT) return plain;
    if (isDeclaration(bytes[at + 1])) return afterDeclaration(bytes, at, to);
    const inside = afterTag(bytes, at, to);
    if (inside === CUT) return CUT;
    if (!isItem(bytes, at + 1, inside)) return inside;
    let end = inside;
    if (bytes[inside - 2] !== SLASH) {
      for (;;) {
        while (end < to && bytes[end] !== LT) end++;
        if (end + 1 >= to) return CUT;
        if (isDeclaration(bytes[end + 1])) {
          end = afterDeclaration(bytes, end, to);
          if (end === CUT) return CUT;
          continue;
        }
        const after = afterTag(bytes, end, to);
        if (after === CUT) return CUT;
        if (bytes[end + 1] === SLASH && isItem(bytes, end + 2, after)) break;
        end = after;
      }
    }
    this.#add(bytes, inside, end);
    return bytes[inside - 2] === SLASH ? inside : afterTag(bytes, end, to);
  }

  /** `<si><t>…</t></si>`, as nearly all items are, in one look at each byte; {@link CUT} for everything else. */
  #scanPlainItem(bytes: Uint8Array, from: number, to: number): number {
    const inside = from + OPENING.length;
    if (!startsWith(bytes, from, to, OPENING)) return CUT;
    let end = inside + TEXT_OPENING.length;
    if (!startsWith(bytes, inside, to, TEXT_OPENING)) return CUT;
    while (end < to && bytes[end] !== LT) end++;
    if (!startsWith(bytes, end, to, CLOSING)) return CUT;
    this.#add(bytes, inside, end + TEXT_CLOSING_LENGTH);
    return end + CLOSING.length;
  }

  #add(bytes: Uint8Array, from: number, to: number): void {
    if (this.#count === this.#places.length) {
      const larger = new Float64Array(this.#places.length * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[this.#count++] = this.#bytes.size;
    this.#bytes.add(bytes, from, to);
  }
}

const MOST_KEPT = 20_000;
const MAX_BYTES = 256 * 1024 * 1024;
/** Up to so many bytes a loop is quicker than a view and a call. */
const SHORT = 64;

class GrowingBytes {
  bytes = new Uint8Array(65_536);
  size = 0;

  add(from: Uint8Array, start: number, end: number): void {
    const needed = this.size + end - start;
    if (needed > MAX_BYTES) throw unreadable(DETAILS.textsLarge(MAX_BYTES >> 20));
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    if (end - start > SHORT) this.bytes.set(from.subarray(start, end), this.size);
    else for (let at = start, to = this.size; at < end; at++, to++) this.bytes[to] = from[at] ?? 0;
    this.size = needed;
  }
}

const OPENING = bytesOf('<si>');
const TEXT_OPENING = bytesOf('<t>');
const CLOSING = bytesOf('</t></si>');
const TEXT_CLOSING_LENGTH = '</t>'.length;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function startsWith(bytes: Uint8Array, from: number, to: number, mark: Uint8Array): boolean {
  if (from + mark.length > to) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[from + i] !== mark[i]) return false;
  return true;
}

const LOWER_S = 115;
const LOWER_I = 105;

/** Whether the name that begins at a place is `si`, with or without prefix. */
function isItem(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] !== GT && bytes[at] !== SLASH && !isSpace(bytes[at] ?? 0)) at++;
  const before = bytes[at - 3];
  return (
    bytes[at - 1] === LOWER_I &&
    bytes[at - 2] === LOWER_S &&
    (at - 2 === from || (at - 3 > from && before === COLON))
  );
}

const COLON = 58;

/** The text of an item: its runs one after the other, without the reading aids of Japanese. */
function textOfItem(item: Uint8Array): string {
  let text = '';
  let phonetic = false;
  let at = 0;
  for (;;) {
    while (at < item.length && item[at] !== LT) at++;
    if (at >= item.length) return text;
    if (isDeclaration(item[at + 1])) {
      at = afterDeclaration(item, at, item.length);
      if (at === CUT) return text;
      continue;
    }
    const closing = item[at + 1] === SLASH;
    const inside = afterTag(item, at, item.length);
    if (inside === CUT) return text;
    const name = nameIn(item, closing ? at + 2 : at + 1, inside);
    const selfClosed = item[inside - 2] === SLASH;
    if (name === 'rPh' && !selfClosed) phonetic = !closing;
    at = inside;
    if (name !== 't' || closing || phonetic || selfClosed) continue;
    let end = inside;
    for (;;) {
      while (end < item.length && item[end] !== LT) end++;
      if (end >= item.length || !isDeclaration(item[end + 1])) break;
      const after = afterDeclaration(item, end, item.length);
      if (after === CUT) break;
      end = after;
    }
    text += decodeCellText(item.subarray(inside, end));
    at = end;
  }
}

function nameIn(bytes: Uint8Array, from: number, to: number): string {
  let name = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === GT || byte === SLASH || isSpace(byte)) break;
    name = byte === COLON ? '' : name + String.fromCharCode(byte);
  }
  return name;
}
