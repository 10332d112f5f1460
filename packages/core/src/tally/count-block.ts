/**
 * Counts a block of responses by group.
 *
 * Columns are walked twice: once whole, for the total of every pupil, and once group by group, for the
 * counts of each item. Rows need no order; where a file has its classes together, as files do, nothing is moved.
 *
 * @module
 */
import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/responses.js';
import type { CompleteCounts, GroupCounts } from './group-counts.js';
import {
  crossKey,
  MAX_ITEMS,
  MAX_TOTAL,
  markKey,
  mergeGroupCounts,
  NO_PUPILS,
  responseKey,
  totalKey,
} from './group-counts.js';
import type { ItemProducts } from './item-products.js';
import { countProducts, wantsProducts } from './item-products.js';
import type { SparseCounts } from './sparse-counts.js';
import { CountWriter } from './sparse-counts.js';
import type { AssessmentTally, GroupTally } from './tally.js';
import { putGroup } from './tally.js';

/** The tally of one block. @throws as `add` does. */
export function countBlock(block: ResponseBlock, crossTables: boolean): AssessmentTally {
  if (block.points.length > MAX_ITEMS) throw new RangeError(`add takes at most ${MAX_ITEMS} items`);
  const pupils = lookAtPupils(block);
  const variants = Math.max(1, block.variants.length);
  const variantOf = (key: number) => block.variants[key % variants] ?? '';
  const counter = new GroupCounter(block, pupils, crossTables);
  const groups = new Map<string, GroupTally>();
  const byUnit = groupRows(block, (row) => (block.unit[row] ?? 0) * variants + (block.variant[row] ?? 0));
  countGroups(counter, byUnit, (key, counts) => {
    putGroup(groups, {
      unit: block.units[Math.floor(key / variants)] ?? {},
      variant: variantOf(key),
      counts,
    });
  });
  const teachers = new Map<string, GroupTally>();
  if (block.teachers.length > 0) {
    const byTeacher = groupRows(block, (row) => {
      const teacher = block.teacher[row] ?? 0;
      return teacher === 0 ? NOBODY : (teacher - 1) * variants + (block.variant[row] ?? 0);
    });
    countGroups(counter, byTeacher, (key, counts) => {
      const teacher = block.teachers[Math.floor(key / variants)] ?? '';
      putGroup(teachers, { unit: {}, teacher, variant: variantOf(key), counts });
    });
  }
  return {
    assessment: block.assessment,
    groups,
    teachers,
    groupings: countGroupings(block, counter, variantOf),
    products: crossTables && wantsProducts(block) ? countByVariant(block, pupils) : new Map(),
  };
}

function countGroupings(
  block: ResponseBlock,
  counter: GroupCounter,
  variantOf: (key: number) => string,
): ReadonlyMap<string, GroupTally> {
  const groupings = new Map<string, GroupTally>();
  const variants = Math.max(1, block.variants.length);
  for (const { column, values, value } of block.groupings ?? []) {
    const byValue = groupRows(block, (row) => {
      const index = value[row] ?? 0;
      return index === 0 ? NOBODY : (index - 1) * variants + (block.variant[row] ?? 0);
    });
    countGroups(counter, byValue, (key, counts) => {
      const grouping = { column, value: values[Math.floor(key / variants)] ?? '' };
      putGroup(groupings, { unit: {}, grouping, variant: variantOf(key), counts });
    });
  }
  return groupings;
}

function countByVariant(
  block: ResponseBlock,
  { complete, items }: Pupils,
): ReadonlyMap<string, ItemProducts> {
  const products = new Map<string, ItemProducts>();
  items.forEach((of, index) => {
    const counted = complete.map((whole, row) =>
      (block.variant[row] ?? 0) === index && block.absent[row] !== 1 ? whole : 0,
    );
    const counts = countProducts(block, of, counted);
    if (counts.pupils > 0) products.set(block.variants[index] ?? '', counts);
  });
  return products;
}

/** What is known of a block before its groups are counted. */
interface Pupils {
  /** Of those with every item, in half points. */
  readonly totals: Uint32Array;
  /** 1 = every item of the variant, all of them taught. */
  readonly complete: Uint8Array;
  /** Items of each variant: administered to anybody who wrote it; ascending. */
  readonly items: readonly (readonly number[])[];
  /** Codes that occur in each column, ascending. */
  readonly codes: readonly (readonly number[])[];
}

const NOBODY = -1;

function lookAtPupils(block: ResponseBlock): Pupils {
  const { points, rows, variant } = block;
  const items = itemsOfVariants(block);
  const totals = new Uint32Array(rows);
  const complete = new Uint8Array(rows);
  const occurs = points.map(() => new Uint8Array(256));
  const sums = new Int32Array(STRETCH);
  for (let from = 0; from < rows; from += STRETCH) {
    const size = Math.min(STRETCH, rows - from);
    sums.fill(0);
    points.forEach((column, item) => {
      addColumn(sums, column.subarray(from, from + size), occurs[item] ?? NO_CODES);
    });
    for (let i = 0; i < size; i++) {
      const row = from + i;
      const of = items[variant[row] ?? 0]?.length ?? 0;
      const sum = sums[i] ?? 0;
      // Items of other variants are lacking for everybody who wrote this one.
      if (of === 0 || sum >>> LACKING_BITS !== points.length - of) continue;
      const total = sum & (LACKING - 1);
      if (total > MAX_TOTAL) throw new RangeError(`add takes totals of at most ${MAX_TOTAL / 2} points`);
      totals[row] = total;
      complete[row] = 1;
    }
  }
  const codes = occurs.map((seen) => Array.from(seen.keys()).filter((code) => seen[code] === 1));
  return { totals, complete, items, codes };
}

/** Rows whose sums stay in the fastest memory while the columns pass. */
const STRETCH = 4096;
const NO_CODES = new Uint8Array(256);

/** A pupil's sum holds the points below and how many items are lacking or untaught above: 1023 items fit into both. */
const LACKING_BITS = 18;
const LACKING = 1 << LACKING_BITS;
const ADDS = Int32Array.from({ length: 256 }, (_, code) =>
  code <= MAX_HALF_POINTS ? code : code === NOT_ADMINISTERED || code === NOT_TAUGHT ? LACKING : 0,
);

function addColumn(sums: Int32Array, column: Uint8Array, occurs: Uint8Array): void {
  for (let i = 0; i < column.length; i++) {
    const code = column[i] ?? NOT_ADMINISTERED;
    sums[i] = (sums[i] ?? 0) + (ADDS[code] ?? 0);
    occurs[code] = 1;
  }
}

function itemsOfVariants({ points, rows, variant, variants, absent }: ResponseBlock) {
  const items = Array.from({ length: Math.max(1, variants.length) }, (): number[] => []);
  points.forEach((column, item) => {
    const seen = new Uint8Array(items.length);
    let left = items.length;
    for (let row = 0; row < rows && left > 0; row++) {
      const of = variant[row] ?? 0;
      if (seen[of] === 1 || column[row] === NOT_ADMINISTERED || absent[row] === 1) continue;
      seen[of] = 1;
      left--;
      items[of]?.push(item);
    }
  });
  return items;
}

/** Rows of a block group by group: those of `keys[g]` are `order[from[g]]` … `order[from[g + 1] - 1]`. */
interface GroupedRows {
  readonly keys: readonly number[];
  readonly from: readonly number[];
  /** Absent where the groups stand in the block as they should: then row `r` is at place `r`. */
  readonly order?: Uint32Array;
}

function groupRows({ rows }: ResponseBlock, keyOf: (row: number) => number): GroupedRows {
  const runs: number[] = [];
  const keysOfRuns: number[] = [];
  let last = Number.NaN;
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row);
    if (key === last) continue;
    last = key;
    runs.push(row);
    keysOfRuns.push(key);
  }
  const keys = [...new Set(keysOfRuns)];
  return keys.length === runs.length && !keys.includes(NOBODY)
    ? { keys, from: [...runs, rows] }
    : sortRuns(keysOfRuns, [...runs, rows], keys);
}

function sortRuns(
  keysOfRuns: readonly number[],
  runs: readonly number[],
  keys: readonly number[],
): GroupedRows {
  const wanted = keys.filter((key) => key !== NOBODY);
  const places = new Map(wanted.map((key, place) => [key, place]));
  const lengthOf = (run: number) => (runs[run + 1] ?? 0) - (runs[run] ?? 0);
  const sizes = new Array<number>(wanted.length).fill(0);
  keysOfRuns.forEach((key, run) => {
    const place = places.get(key);
    if (place !== undefined) sizes[place] = (sizes[place] ?? 0) + lengthOf(run);
  });
  const from = [0];
  for (const size of sizes) from.push((from.at(-1) ?? 0) + size);
  const next = [...from];
  const order = new Uint32Array(from.at(-1) ?? 0);
  keysOfRuns.forEach((key, run) => {
    const place = places.get(key);
    if (place === undefined) return;
    const at = next[place] ?? 0;
    const length = lengthOf(run);
    for (let i = 0; i < length; i++) order[at + i] = (runs[run] ?? 0) + i;
    next[place] = at + length;
  });
  return { keys: wanted, from, order };
}

function countGroups(
  counter: GroupCounter,
  { keys, from, order }: GroupedRows,
  put: (key: number, counts: GroupCounts) => void,
): void {
  for (let g = 0; g < keys.length; g++) {
    const end = from[g + 1] ?? 0;
    let counts = NO_PUPILS;
    for (let at = from[g] ?? 0; at < end; at += CHUNK) {
      const part = counter.count(order, at, Math.min(end, at + CHUNK));
      counts = counts === NO_PUPILS ? part : mergeGroupCounts(counts, part);
    }
    put(keys[g] ?? 0, counts);
  }
}

/** Rows that are counted at once: small enough for the fast memory of a processor. */
const CHUNK = 32_768;

const NOT_TOGETHER = -1;

/** Counts rows of one block; its tables are reused from group to group. */
class GroupCounter {
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
  /** Totals of the pupils with one point value on one item, ascending; a list for each value that occurred. */
  readonly #totalsOf = new Map<number, Uint32Array>();

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
    const there = this.#totalsOf.get(code);
    if (there !== undefined) return there;
    const made = new Uint32Array(CHUNK);
    this.#totalsOf.set(code, made);
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
