/**
 * Text that is written as UTF-8 at once: a region has millions of cells, and putting texts together costs more than all the rest.
 *
 * @module
 */

/** Bytes that grow. */
export class TextBytes {
  #bytes: Uint8Array;
  size = 0;

  /** `room`: bytes to begin with. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  byte(value: number): void {
    if (this.size === this.#bytes.length) this.#grow(1);
    this.#bytes[this.size++] = value;
  }

  /** The shortest text that reads back as the same number. */
  number(value: number): void {
    if (value >= 0 && value < 10 && Number.isInteger(value)) {
      this.byte(48 + value);
      return;
    }
    if (this.size + LONGEST_NUMBER > this.#bytes.length) this.#grow(LONGEST_NUMBER);
    numberTexts ??= new NumberTexts();
    this.size = numberTexts.write(value, this.#bytes, this.size);
  }

  write(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    const into = this.#bytes;
    const at = this.size;
    if (bytes.length > LONG) into.set(bytes, at);
    else for (let i = 0; i < bytes.length; i++) into[at + i] = bytes[i] ?? 0;
    this.size = at + bytes.length;
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    return this.passing().slice();
  }

  /** The same in its place: gone with the next that is written. */
  passing(): Uint8Array {
    const written = this.#bytes.subarray(0, this.size);
    this.size = 0;
    return written;
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * (this.size + by));
    larger.set(this.#bytes.subarray(0, this.size));
    this.#bytes = larger;
  }
}

/** Bytes of texts; names of units and items come again and again. */
export class EncodedTexts {
  readonly #escaped: (text: string) => string;
  readonly #known = new Map<string, Uint8Array>();
  readonly #encoder = new TextEncoder();

  constructor(escaped: (text: string) => string) {
    this.#escaped = escaped;
  }

  of(text: string): Uint8Array {
    const there = this.#known.get(text);
    if (there !== undefined) return there;
    const bytes = this.#encoder.encode(this.#escaped(text));
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(text, bytes);
    return bytes;
  }
}

/**
 * The shortest texts of numbers, as bytes. Shares of small classes come again and again, and finding the shortest text
 * of a number takes longer than everything else that is written.
 */
class NumberTexts {
  readonly #values = new Float64Array(NUMBER_SLOTS).fill(Number.NaN);
  readonly #lengths = new Uint8Array(NUMBER_SLOTS);
  readonly #bytes = new Uint8Array(NUMBER_SLOTS * LONGEST_NUMBER);
  readonly #value = new Float64Array(1);
  readonly #halves = new Uint32Array(this.#value.buffer);

  /** Writes a number at a place; returns the place after it. */
  write(value: number, into: Uint8Array, at: number): number {
    this.#value[0] = value;
    const mixed = Math.imul((this.#halves[0] ?? 0) ^ Math.imul(this.#halves[1] ?? 0, 0x9e3779b1), 0x85ebca6b);
    const slot = mixed >>> (32 - NUMBER_BITS);
    const first = slot * LONGEST_NUMBER;
    if (this.#values[slot] !== value) {
      const text = String(value);
      for (let i = 0; i < text.length; i++) this.#bytes[first + i] = text.charCodeAt(i);
      this.#values[slot] = value;
      this.#lengths[slot] = text.length;
    }
    const length = this.#lengths[slot] ?? 0;
    for (let i = 0; i < length; i++) into[at + i] = this.#bytes[first + i] ?? 0;
    return at + length;
  }
}

/** One for all that is written, as the same numbers stand in tables and in the workbook; a megabyte that small tables do not need. */
let numberTexts: NumberTexts | undefined;

const MOST_KEPT = 4096;
/** From here on the platform copies faster than a loop. */
const LONG = 48;
const NUMBER_BITS = 15;
const NUMBER_SLOTS = 1 << NUMBER_BITS;
/** `-1.2345678901234567e-300` */
const LONGEST_NUMBER = 32;
