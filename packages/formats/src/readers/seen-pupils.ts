/**
 * Which pupils were seen before, and where. Of each pupil 16 bytes are kept: two independent 32-bit hashes, the file and
 * the row. The chance that any two of three million pupils are taken for one is about one in four million.
 */
export class SeenPupils {
  /** Four numbers a slot, side by side: both hashes, the file, the row; row 0 = free. */
  #slots = new Uint32Array(4 * 1024);
  #size = 0;
  /** Files that were refused in the end: their pupils were not seen. */
  readonly #refused = new Set<number>();

  /**
   * Where the pupil was seen first; absent the first time, which is remembered.
   *
   * @param file - number of the file. @param row - as people count.
   */
  firstPlace(
    pupil: Hash,
    file: number,
    row: number,
  ): { readonly file: number; readonly row: number } | undefined {
    if ((this.#size + 1) * 4 * 10 > this.#slots.length * 7) this.#grow();
    const slots = this.#slots;
    const mask = slots.length / 4 - 1;
    let at = (pupil.low & mask) * 4;
    while (slots[at + 3] !== 0) {
      if (slots[at] === pupil.high && slots[at + 1] === pupil.low) {
        const first = slots[at + 2] ?? 0;
        if (!this.#refused.has(first)) return { file: first, row: slots[at + 3] ?? 0 };
        break;
      }
      at = (at + 4) % slots.length;
    }
    if (slots[at + 3] === 0) this.#size++;
    slots[at] = pupil.high;
    slots[at + 1] = pupil.low;
    slots[at + 2] = file;
    slots[at + 3] = row;
    return undefined;
  }

  /** Forgets the pupils of a file. */
  forget(file: number): void {
    this.#refused.add(file);
  }

  #grow(): void {
    const old = this.#slots;
    const larger = new Uint32Array(old.length * 2);
    const mask = larger.length / 4 - 1;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 3] === 0) continue;
      let at = ((old[from + 1] ?? 0) & mask) * 4;
      while (larger[at + 3] !== 0) at = (at + 4) % larger.length;
      for (let i = 0; i < 4; i++) larger[at + i] = old[from + i] ?? 0;
    }
    this.#slots = larger;
  }
}

export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** Hashes a text; `before` is the hash of what stands in front of it. */
export function hashText(text: string, before: Hash = START): Hash {
  let high = before.high;
  let low = before.low;
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    high = Math.imul(high ^ character, 0x9e3779b1);
    low = Math.imul(low ^ character, 0x5f356495);
    high ^= low >>> 15;
    low ^= high >>> 13;
  }
  high = Math.imul(high ^ text.length ^ (high >>> 16), 0x85ebca6b);
  low = Math.imul(low ^ text.length ^ (low >>> 16), 0xc2b2ae35);
  return { high: (high ^ (low >>> 13)) >>> 0, low: (low ^ (high >>> 16)) >>> 0 };
}

const START: Hash = { high: 0xdeadbeef, low: 0x41c6ce57 };
