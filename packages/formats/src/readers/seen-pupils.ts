/**
 * Which pupils were seen before, and where. Of each pupil 16 bytes are kept: two independent 32-bit hashes, the file and
 * the row. The chance that any two of three million pupils are taken for one is about one in four million.
 */
export class SeenPupils {
  #slots = makeSlots(1024);
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
    if ((this.#size + 1) * 10 > this.#slots.high.length * 7) this.#grow();
    const { high, low, files, rows } = this.#slots;
    const mask = high.length - 1;
    let slot = pupil.low & mask;
    while (rows[slot] !== 0) {
      if (high[slot] === pupil.high && low[slot] === pupil.low) {
        const first = files[slot] ?? 0;
        if (!this.#refused.has(first)) return { file: first, row: rows[slot] ?? 0 };
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (rows[slot] === 0) this.#size++;
    high[slot] = pupil.high;
    low[slot] = pupil.low;
    files[slot] = file;
    rows[slot] = row;
    return undefined;
  }

  /** Forgets the pupils of a file. */
  forget(file: number): void {
    this.#refused.add(file);
  }

  #grow(): void {
    const old = this.#slots;
    const larger = makeSlots(old.high.length * 2);
    const mask = larger.high.length - 1;
    for (let i = 0; i < old.high.length; i++) {
      if (old.rows[i] === 0) continue;
      let slot = (old.low[i] ?? 0) & mask;
      while (larger.rows[slot] !== 0) slot = (slot + 1) & mask;
      larger.high[slot] = old.high[i] ?? 0;
      larger.low[slot] = old.low[i] ?? 0;
      larger.files[slot] = old.files[i] ?? 0;
      larger.rows[slot] = old.rows[i] ?? 0;
    }
    this.#slots = larger;
  }
}

function makeSlots(length: number) {
  return {
    high: new Uint32Array(length),
    low: new Uint32Array(length),
    files: new Uint32Array(length),
    rows: new Uint32Array(length),
  };
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
