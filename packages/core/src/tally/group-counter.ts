import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED } from '../assessment/responses.js';
import type { CompleteCounts, GroupCounts } from './group-counts.js';
import { crossKey, MAX_TOTAL, markKey, responseKey, totalKey } from './group-counts.js';
import type { Pupils } from './look-at-pupils.js';
import type { SparseCounts } from './sparse-counts.js';
import { CountWriter } from './sparse-counts.js';
import type { UntaughtCounts } from './untaught-counts.js';

/** Rows that are counted at once: small enough for the fast memory of a processor. */
export const CHUNK = 32_768;

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
  /** Of them those with every item, by set of items not taught and by total; and these. */
  readonly #whole = new Uint32Array(CHUNK);
  readonly #sets = new Uint32Array(CHUNK);
  readonly #totals = new Uint32Array(CHUNK);
  /** Numbers to be sorted, and counted. */
  readonly #keys = new Float64Array(CHUNK);
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
    return this.#withTotals(wrote, to - from - wrote, this.#countResponses(), this.#countMarks());
  }

  #countResponses(): SparseCounts {
    const { points } = this.#block;
    const { codes } = this.#pupils;
    const one = this.#byCode;
    const other = this.#byCode2;
    this.#writer.begin();
    for (let item = 0; item < points.length; item++) {
      const column = points[item];
      const possible = codes[item];
      if (column === undefined || possible === undefined) continue;
      this.#scan(column);
      for (let i = 0; i < possible.length; i++) {
        const code = possible[i] ?? 0;
        const count = (one[code] ?? 0) + (other[code] ?? 0);
        if (count === 0) continue;
        one[code] = 0;
        other[code] = 0;
        if (code !== NOT_ADMINISTERED) this.#writer.write(responseKey(item, code), count);
      }
    }
    return this.#writer.end();
  }

  /** Counts codes of the rows. Two tables, so that no count waits for the one before it. */
  #scan(column: Uint8Array): void {
    const one = this.#byCode;
    const other = this.#byCode2;
    const rows = this.#rows;
    const size = this.#size;
    for (let i = 0; i < size; i += 2) {
      const code = column[rows[i] ?? 0] ?? 0;
      one[code] = (one[code] ?? 0) + 1;
      if (i + 1 === size) break;
      const next = column[rows[i + 1] ?? 0] ?? 0;
      other[next] = (other[next] ?? 0) + 1;
    }
  }

  #countMarks(): SparseCounts {
    const { mark, journalMark } = this.#block;
    for (let i = 0; i < this.#size; i++) {
      const row = this.#rows[i] ?? 0;
      this.#keys[i] = markKey(mark[row] ?? 0, journalMark[row] ?? 0);
    }
    return this.#countKeys(this.#size);
  }

  /** Of the pupils who have every item of the variant: of those who were taught them all, and of the others by set. */
  #withTotals(wrote: number, absent: number, responses: SparseCounts, marks: SparseCounts): GroupCounts {
    const size = this.#wholeByTotal();
    const sets = this.#sets;
    const items = this.#pupils.items[this.#block.variant[this.#rows[0] ?? 0] ?? 0] ?? [];
    const untaught: UntaughtCounts[] = [];
    let complete: CompleteCounts | undefined;
    for (let from = 0, to = 0; from < size; from = to) {
      const set = sets[from] ?? 0;
      while (to < size && sets[to] === set) to++;
      if (set === 0) {
        const totals = this.#countByMark(to);
        complete = this.#crossTables
          ? { items, totals, cross: this.#countCross(items, to) }
          : { items, totals };
        continue;
      }
      for (let i = from; i < to; i++) this.#keys[i - from] = this.#totals[i] ?? 0;
      untaught.push({
        of: items.length,
        items: this.#pupils.untaught[set] ?? [],
        totals: this.#countKeys(to - from),
      });
    }
    return complete === undefined
      ? { wrote, absent, responses, marks, untaught }
      : { wrote, absent, responses, marks, untaught, complete };
  }

  /** Fills `#whole`, `#totals` and `#sets`; returns their size. Pupils with a mark and untaught items are left out. */
  #wholeByTotal(): number {
    const { totals, sets } = this.#pupils;
    const { mark } = this.#block;
    const rows = this.#rows;
    // One number for each pupil: the set, the total, and the place among the rows.
    const keys = this.#keys;
    let size = 0;
    for (let i = 0; i < this.#size; i++) {
      const row = rows[i] ?? 0;
      const total = (totals[row] ?? 0) - 1;
      const set = sets[row] ?? 0;
      if (total >= 0 && (set === 0 || mark[row] === 0)) {
        keys[size++] = (set * (MAX_TOTAL + 1) + total) * CHUNK + i;
      }
    }
    sortFirst(keys, size);
    for (let i = 0; i < size; i++) {
      const key = keys[i] ?? 0;
      const rest = Math.floor(key / CHUNK);
      this.#sets[i] = Math.floor(rest / (MAX_TOTAL + 1));
      this.#totals[i] = rest & MAX_TOTAL;
      this.#whole[i] = rows[key % CHUNK] ?? 0;
    }
    return size;
  }

  #countByMark(size: number): SparseCounts {
    const { mark, journalMark } = this.#block;
    for (let i = 0; i < size; i++) {
      const row = this.#whole[i] ?? 0;
      this.#keys[i] = totalKey((mark[row] ?? 0) > 0, journalMark[row] ?? 0, this.#totals[i] ?? 0);
    }
    return this.#countKeys(size);
  }

  /** Counts the first of `#keys`. */
  #countKeys(size: number): SparseCounts {
    sortFirst(this.#keys, size);
    this.#writer.begin();
    for (let i = 0; i < size; i++) this.#writer.count(this.#keys[i] ?? 0);
    return this.#writer.end();
  }

  #countCross(items: readonly number[], size: number): SparseCounts {
    const { points } = this.#block;
    const { codes } = this.#pupils;
    const rows = this.#whole;
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
      const possible = codes[item] ?? [];
      for (let i = 0; i < possible.length; i++) this.#writeCross(item, possible[i] ?? 0);
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
function sortFirst(values: Float64Array, size: number): void {
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
