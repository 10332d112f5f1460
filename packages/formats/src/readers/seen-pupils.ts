/**
 * Which pupils were seen before, and where. Of each pupil 16 bytes are kept, and some ten to find it by: two
 * independent 32-bit hashes, the sheet and the row. The chance that any two of three million pupils are taken for one is
 * about one in four million.
 */
export class SeenPupils {
  /** Four numbers a pupil, in the order of the rows: both hashes, the sheet, the row. What stands here is never moved. */
  readonly #stretches: Uint32Array[] = [];
  #size = 0;
  /** By slot, which one hash tells: a tag of the other one, 0 = free, small enough to stay in fast memory; and the number of the pupil. */
  #tags = new Uint8Array(FIRST_SLOTS);
  #numbers = new Uint32Array(FIRST_SLOTS);
  /** Sheets of files that were refused in the end: their pupils were not seen. */
  readonly #refused = new Set<number>();

  /**
   * Where the pupil was seen first; absent the first time, which is remembered.
   *
   * @param sheet - number of the sheet, of all files together. @param row - as people count.
   */
  firstPlace(
    { high, low }: Hash,
    sheet: number,
    row: number,
  ): { readonly sheet: number; readonly row: number } | undefined {
    if ((this.#size + 1) * 10 > this.#tags.length * 7) this.#grow();
    const tags = this.#tags;
    const mask = tags.length - 1;
    const own = tagOf(high);
    let slot = low & mask;
    for (let tag = tags[slot]; tag !== 0; tag = tags[slot]) {
      if (tag === own) {
        const number = this.#numbers[slot] ?? 0;
        const pupil = this.#stretches[number >>> STRETCH_BITS] ?? NOBODY;
        const at = (number & STRETCH_MASK) * 4;
        if (pupil[at] === high && pupil[at + 1] === low) {
          const first = pupil[at + 2] ?? 0;
          if (!this.#refused.has(first)) return { sheet: first, row: pupil[at + 3] ?? 0 };
          pupil[at + 2] = sheet;
          pupil[at + 3] = row;
          return undefined;
        }
      }
      slot = (slot + 1) & mask;
    }
    tags[slot] = own;
    this.#numbers[slot] = this.#add(high, low, sheet, row);
    return undefined;
  }

  /** Forgets the pupils of a sheet. */
  forget(sheet: number): void {
    this.#refused.add(sheet);
  }

  #add(high: number, low: number, sheet: number, row: number): number {
    const at = (this.#size & STRETCH_MASK) * 4;
    if (at === 0) this.#stretches.push(new Uint32Array(4 << STRETCH_BITS));
    const stretch = this.#stretches[this.#size >>> STRETCH_BITS] ?? NOBODY;
    stretch[at] = high;
    stretch[at + 1] = low;
    stretch[at + 2] = sheet;
    stretch[at + 3] = row;
    return this.#size++;
  }

  #grow(): void {
    const slots = this.#tags.length * 2;
    const tags = new Uint8Array(slots);
    const numbers = new Uint32Array(slots);
    for (let number = 0; number < this.#size; number++) {
      const pupil = this.#stretches[number >>> STRETCH_BITS] ?? NOBODY;
      const at = (number & STRETCH_MASK) * 4;
      let slot = (pupil[at + 1] ?? 0) & (slots - 1);
      while (tags[slot] !== 0) slot = (slot + 1) & (slots - 1);
      tags[slot] = tagOf(pupil[at] ?? 0);
      numbers[slot] = number;
    }
    this.#tags = tags;
    this.#numbers = numbers;
  }
}

const FIRST_SLOTS = 1024;
const STRETCH_BITS = 12;
const STRETCH_MASK = (1 << STRETCH_BITS) - 1;
const NOBODY = new Uint32Array(0);

/** Seven bits of a hash; never 0. */
function tagOf(high: number): number {
  return (high >>> 24) | 1;
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
