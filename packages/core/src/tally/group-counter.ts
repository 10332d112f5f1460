import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/responses.js';
import type { CompleteCounts, GroupCounts } from './group-counts.js';
import { crossKey, markKey, responseKey, totalKey } from './group-counts.js';
import type { Pupils } from './look-at-pupils.js';
import { SOME_UNTAUGHT } from './look-at-pupils.js';
import type { SparseCounts } from './sparse-counts.js';
import { CountWriter, sparseCounts } from './sparse-counts.js';
import type { UntaughtCounts } from './untaught-counts.js';
import { joinUntaught } from './untaught-counts.js';

/** Rows that are counted at once: small enough for the fast memory of a processor. */
export const CHUNK = 32_768;

const NOT_TOGETHER = -1;

/** Counts rows of one block; its tables are reused from group to group. */
export class GroupCounter {
  readonly #block: ResponseBlock;
  readonly #pupils: Pupils;
  readonly #crossTables: boolean;
  readonly #writer = new CountWriter();
  readonly #byCode = new Uint32Array(256);
  readonly #byCode2 = new Uint32Array(256);
  /** Rows in hand; the first {@link #size} count. */
  readonly #rows = new Uint32Array(CHUNK);
  #size = 0;
  /** The first row, where they stand together in the block, as they do in most files. */
  #first = NOT_TOGETHER;
  /** Of them those with every item, by total; and their totals. */
  readonly #complete = new Uint32Array(CHUNK);
  readonly #totals = new Uint32Array(CHUNK);
  /** Totals of the pupils with one point value on one item, ascending; by value, a list for each that occurred. */
  readonly #totalsOf: (Uint32Array | undefined)[] = [];

  constructor(block: ResponseBlock, pupils: Pupils, crossTables: boolean) {
    this.#block = block;
    this.#pupils = pupils;
    this.#crossTables = crossTables;
  }

  /** Rows `order[from]` … `order[to - 1]`, at most {@link CHUNK}, of one variant. Without order, the rows themselves. */
  count(order: Uint32Array | undefined, from: number, to: number): GroupCounts {
    const { absent } = this.#block;
    const rows = this.#rows;
    let wrote = 0;
    for (let at = from; at < to; at++) {
      const row = order === undefined ? at : (order[at] ?? 0);
      if (absent[row] !== 1) rows[wrote++] = row;
    }
    this.#size = wrote;
    const first = rows[0] ?? 0;
    this.#first = wrote > 0 && (rows[wrote - 1] ?? 0) - first === wrote - 1 ? first : NOT_TOGETHER;
    const counts = {
      wrote,
      absent: to - from - wrote,
      responses: this.#countResponses(),
      marks: this.#countMarks(),
      untaught: this.#countUntaught(),
    };
    const complete = this.#countComplete();
    return complete === undefined ? counts : { ...counts, complete };
  }

  #countResponses(): SparseCounts {
    const { points } = this.#block;
    const { codes } = this.#pupils;
    const one = this.#byCode;
    const other = this.#byCode2;
    this.#writer.begin();
    for (let item = 0; item < points.length; item++) {
      const column = points[item];
      const occurring = codes[item];
      if (column === undefined || occurring === undefined) continue;
      if (this.#first === NOT_TOGETHER) this.#scatter(column);
      else this.#scan(column);
      for (let i = 0; i < occurring.length; i++) {
        const code = occurring[i] ?? 0;
        const count = (one[code] ?? 0) + (other[code] ?? 0);
        if (count === 0) continue;
        one[code] = 0;
        other[code] = 0;
        if (code !== NOT_ADMINISTERED) this.#writer.write(responseKey(item, code), count);
      }
    }
    return this.#writer.end();
  }

  /** Counts codes of rows that stand together. Two tables, so that no count waits for the one before it. */
  #scan(column: Uint8Array): void {
    const one = this.#byCode;
    const other = this.#byCode2;
    const end = this.#first + this.#size;
    let row = this.#first;
    for (; row + 1 < end; row += 2) {
      const code = column[row] ?? NOT_ADMINISTERED;
      const next = column[row + 1] ?? NOT_ADMINISTERED;
      one[code] = (one[code] ?? 0) + 1;
      other[next] = (other[next] ?? 0) + 1;
    }
    if (row < end) {
      const code = column[row] ?? NOT_ADMINISTERED;
      one[code] = (one[code] ?? 0) + 1;
    }
  }

  /** The same for rows in any order. */
  #scatter(column: Uint8Array): void {
    const byCode = this.#byCode;
    const rows = this.#rows;
    for (let i = 0; i < this.#size; i++) {
      const code = column[rows[i] ?? 0] ?? NOT_ADMINISTERED;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
  }

  #countMarks(): SparseCounts {
    const { mark, journalMark } = this.#block;
    const byKey = this.#byCode;
    const rows = this.#rows;
    let highest = 0;
    for (let i = 0; i < this.#size; i++) {
      const row = rows[i] ?? 0;
      const key = markKey(mark[row] ?? 0, journalMark[row] ?? 0);
      byKey[key] = (byKey[key] ?? 0) + 1;
      if (key > highest) highest = key;
    }
    this.#writer.begin();
    for (let key = 0; key <= highest; key++) {
      const count = byKey[key] ?? 0;
      if (count > 0) this.#writer.write(key, count);
      byKey[key] = 0;
    }
    return this.#writer.end();
  }

  #countComplete(): CompleteCounts | undefined {
    const size = this.#completeByTotal();
    if (size === 0) return undefined;
    const items = this.#pupils.items[this.#block.variant[this.#rows[0] ?? 0] ?? 0] ?? [];
    const totals = this.#countTotals(size);
    return this.#crossTables ? { items, totals, cross: this.#countCross(items, size) } : { items, totals };
  }

  #countUntaught(): readonly UntaughtCounts[] {
    const { points, variant, mark } = this.#block;
    const { totals, complete, items } = this.#pupils;
    const parts: UntaughtCounts[] = [];
    for (let i = 0; i < this.#size; i++) {
      const row = this.#rows[i] ?? 0;
      if (complete[row] !== SOME_UNTAUGHT || mark[row] !== 0) continue;
      const of = items[variant[row] ?? 0] ?? [];
      parts.push({
        of: of.length,
        items: of.filter((item) => points[item]?.[row] === NOT_TAUGHT),
        totals: sparseCounts([totals[row] ?? 0], [1]),
      });
    }
    return joinUntaught(parts);
  }

  /** Fills `#complete` and `#totals`; returns their size. */
  #completeByTotal(): number {
    const { totals, complete } = this.#pupils;
    const rows = this.#rows;
    // One number for each pupil: the total, and the place among the rows.
    const keys = this.#complete;
    let size = 0;
    for (let i = 0; i < this.#size; i++) {
      const row = rows[i] ?? 0;
      if (complete[row] === 1) keys[size++] = (totals[row] ?? 0) * CHUNK + i;
    }
    sortFirst(keys, size);
    for (let i = 0; i < size; i++) {
      const key = keys[i] ?? 0;
      this.#totals[i] = Math.floor(key / CHUNK);
      keys[i] = rows[key % CHUNK] ?? 0;
    }
    return size;
  }

  #countTotals(size: number): SparseCounts {
    const { mark, journalMark } = this.#block;
    const rows = this.#complete;
    const totals = this.#totals;
    let heads = 0;
    for (let i = 0; i < size; i++) {
      const row = rows[i] ?? 0;
      heads |= 1 << (((mark[row] ?? 0) === 0 ? 0 : 8) + (journalMark[row] ?? 0));
    }
    this.#writer.begin();
    for (let head = 0; head < 16; head++) {
      if ((heads & (1 << head)) === 0) continue;
      for (let i = 0; i < size; i++) {
        const row = rows[i] ?? 0;
        if (((mark[row] ?? 0) === 0 ? 0 : 8) + (journalMark[row] ?? 0) !== head) continue;
        this.#writer.count(totalKey(head >= 8, head & 7, totals[i] ?? 0));
      }
    }
    return this.#writer.end();
  }

  #countCross(items: readonly number[], size: number): SparseCounts {
    const { points } = this.#block;
    const { codes } = this.#pupils;
    const rows = this.#complete;
    const totals = this.#totals;
    const sizes = this.#byCode;
    this.#writer.begin();
    for (let place = 0; place < items.length; place++) {
      const item = items[place] ?? 0;
      const column = points[item];
      if (column === undefined) continue;
      let list = this.#totalsWith(0);
      let ofCode = 0;
      for (let i = 0; i < size; i++) {
        const code = column[rows[i] ?? 0] ?? 0;
        if (code === 0 || code > MAX_HALF_POINTS) continue;
        if (code !== ofCode) {
          ofCode = code;
          list = this.#totalsWith(code);
        }
        const at = sizes[code] ?? 0;
        list[at] = totals[i] ?? 0;
        sizes[code] = at + 1;
      }
      const occurring = codes[item] ?? [];
      for (let i = 0; i < occurring.length; i++) this.#writeCross(item, occurring[i] ?? 0);
    }
    return this.#writer.end();
  }

  #writeCross(item: number, code: number): void {
    const size = this.#byCode[code] ?? 0;
    if (size === 0) return;
    this.#byCode[code] = 0;
    const list = this.#totalsWith(code);
    const first = crossKey(item, code, 0);
    let total = list[0] ?? 0;
    let pupils = 0;
    for (let i = 0; i < size; i++) {
      const next = list[i] ?? 0;
      if (next !== total) {
        this.#writer.write(first + total, pupils);
        total = next;
        pupils = 0;
      }
      pupils++;
    }
    this.#writer.write(first + total, pupils);
  }

  #totalsWith(code: number): Uint32Array {
    const there = this.#totalsOf[code];
    if (there !== undefined) return there;
    const made = new Uint32Array(CHUNK);
    this.#totalsOf[code] = made;
    return made;
  }
}

/** Sorts the first elements in place. Classes are small: for them nothing beats insertion. */
function sortFirst(values: Uint32Array, size: number): void {
  if (size > 64) {
    values.subarray(0, size).sort();
    return;
  }
  for (let i = 1; i < size; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}
