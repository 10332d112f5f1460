/**
 * The counts of one group of pupils on one variant of one assessment: everything that later figures need,
 * and nothing about a single pupil. All numbers are pupils; counts of two groups merge by addition.
 *
 * @module
 */
import type { SparseCounts } from './sparse-counts.js';
import { NO_COUNTS, rekey, sumCounts } from './sparse-counts.js';
import type { UntaughtCounts } from './untaught-counts.js';
import { joinUntaught } from './untaught-counts.js';

/** Pupils who have every item of the variant: answered or not attempted, no topic untaught. */
export interface CompleteCounts {
  /** Indices of the items in the assessment, ascending. */
  readonly items: readonly number[];
  /** Journal mark × total, apart for pupils with and without a mark of the work. Keys: {@link totalKey}. */
  readonly totals: SparseCounts;
  /** Item × points × total, points above zero only. Keys: {@link crossKey}. Absent in a shared tally. */
  readonly cross?: SparseCounts;
}

export interface GroupCounts {
  /** Pupils who wrote the work. */
  readonly wrote: number;
  readonly absent: number;
  /** Item × response. Keys: {@link responseKey}. Items that were not administered are left out. */
  readonly responses: SparseCounts;
  /** Mark of the work × journal mark. Keys: {@link markKey}. */
  readonly marks: SparseCounts;
  /** Absent where nobody has every item that anybody of the tally was administered in the variant. */
  readonly complete?: CompleteCounts;
  /** One table for each set of items; absent or empty where there is nobody. */
  readonly untaught?: readonly UntaughtCounts[];
}

export const NO_PUPILS: GroupCounts = {
  wrote: 0,
  absent: 0,
  responses: NO_COUNTS,
  marks: NO_COUNTS,
};

/** Largest number of items, and of half points in a total, that keys can hold. */
export const MAX_ITEMS = 1023;
export const MAX_TOTAL = 16_383;
/** Of {@link MAX_TOTAL}. */
const TOTAL_BITS = 14;

/** `code` is the response code of `assessment/responses.ts`: half points or a state. */
export function responseKey(item: number, code: number): number {
  return item * 256 + code;
}
export function splitResponseKey(key: number): { readonly item: number; readonly code: number } {
  return { item: key >>> 8, code: key & 255 };
}

// Parts of keys by themselves, for loops over many: an object for each key would cost more than the sums.

/** Marks 0..7, 0 = none. */
export function markKey(mark: number, journalMark: number): number {
  return mark * 8 + journalMark;
}
export function splitMarkKey(key: number): { readonly mark: number; readonly journalMark: number } {
  return { mark: markOfKey(key), journalMark: journalMarkOfKey(key) };
}
/** Of a {@link markKey}. */
export function markOfKey(key: number): number {
  return key >>> 3;
}
/** Of a {@link markKey}. */
export function journalMarkOfKey(key: number): number {
  return key & 7;
}

/** `marked` says whether the pupil has a mark of the work; `total` in half points. */
export function totalKey(marked: boolean, journalMark: number, total: number): number {
  return ((marked ? 8 : 0) + journalMark) * (MAX_TOTAL + 1) + total;
}
export function splitTotalKey(key: number): {
  readonly marked: boolean;
  readonly journalMark: number;
  readonly total: number;
} {
  return { marked: isMarked(key), journalMark: journalMarkOfTotal(key), total: totalOfKey(key) };
}
/** Half points; of a {@link totalKey} or a {@link crossKey}. */
export function totalOfKey(key: number): number {
  return key & MAX_TOTAL;
}
/** Whether the pupils of a {@link totalKey} have a mark of the work; such keys come last. */
export function isMarked(key: number): boolean {
  return key >>> TOTAL_BITS >= 8;
}
/** 0 = none; of a {@link totalKey}. */
export function journalMarkOfTotal(key: number): number {
  return journalMarkOfKey(key >>> TOTAL_BITS);
}

/** `points` and `total` in half points. */
export function crossKey(item: number, points: number, total: number): number {
  return (item * 256 + points) * (MAX_TOTAL + 1) + total;
}
export function splitCrossKey(key: number): {
  readonly item: number;
  readonly points: number;
  readonly total: number;
} {
  return { item: itemOfCross(key), points: pointsOfCross(key), total: totalOfKey(key) };
}
/** Index of the item; of a {@link crossKey}. */
export function itemOfCross(key: number): number {
  return key >>> (TOTAL_BITS + 8);
}
/** Half points; of a {@link crossKey}. */
export function pointsOfCross(key: number): number {
  return (key >>> TOTAL_BITS) & 255;
}

/**
 * Joins groups without a common pupil; {@link NO_PUPILS} is the identity. What is complete is settled for the whole tally at the
 * end: see `onlyComplete`.
 */
export function sumGroupCounts(groups: readonly GroupCounts[]): GroupCounts {
  const [one = NO_PUPILS, other] = groups;
  if (other === undefined) return one;
  const complete = sumComplete(groups.flatMap((group) => group.complete ?? []));
  const counts = {
    wrote: groups.reduce((sum, group) => sum + group.wrote, 0),
    absent: groups.reduce((sum, group) => sum + group.absent, 0),
    responses: sumCounts(groups.map((group) => group.responses)),
    marks: sumCounts(groups.map((group) => group.marks)),
    untaught: joinUntaught(groups.flatMap((group) => group.untaught ?? [])),
  };
  return complete === undefined ? counts : { ...counts, complete };
}

/** Of different items only the set that contains all others can be that of the variant; without one there is none. */
function sumComplete(of: CompleteCounts[]): CompleteCounts | undefined {
  const [most] = of.sort((one, other) => other.items.length - one.items.length);
  if (most === undefined) return undefined;
  const { items } = most;
  const whole = of.filter((each) => sameItems(each.items, items));
  if (whole.length < of.length && of.some((each) => each.items.some((item) => !items.includes(item)))) {
    return undefined;
  }
  const totals = sumCounts(whole.map((each) => each.totals));
  // A sum over groups of which one has no cross table would be a table of somebody else's pupils.
  const cross = whole.flatMap((each) => each.cross ?? []);
  return cross.length < whole.length ? { items, totals } : { items, totals, cross: sumCounts(cross) };
}

/** Moves the counts to another list of items: `newIndex[old]` is the place of the item there. */
export function moveItems(counts: GroupCounts, newIndex: readonly number[]): GroupCounts {
  const { responses, complete, untaught = [] } = counts;
  const moved = (item: number) => newIndex[item] ?? item;
  // The item stands above the lower bits of a key.
  const movedKeys = (of: SparseCounts, below: number) =>
    rekey(of, (key) => moved(Math.floor(key / below)) * below + (key % below));
  return {
    ...counts,
    responses: movedKeys(responses, responseKey(1, 0)),
    untaught: untaught.map((set) => ({ ...set, items: moveList(set.items, moved) })),
    ...(complete !== undefined && {
      complete: {
        ...complete,
        items: moveList(complete.items, moved),
        ...(complete.cross !== undefined && { cross: movedKeys(complete.cross, crossKey(1, 0, 0)) }),
      },
    }),
  };
}

function moveList(items: readonly number[], moved: (item: number) => number): readonly number[] {
  return items.map(moved).sort((a, b) => a - b);
}

/** The same counts, with totals over exactly these items only. */
export function onlyTotalsOf(counts: GroupCounts, items: readonly number[]): GroupCounts {
  const { wrote, absent, responses, marks, complete, untaught = [] } = counts;
  const whole = complete === undefined || sameItems(complete.items, items);
  // Items of a part are among those of the whole: where there are as many, they are the same.
  const left = untaught.filter(({ of }) => of === items.length);
  if (whole && left.length === untaught.length) return counts;
  const rest = { wrote, absent, responses, marks, untaught: left };
  return whole && complete !== undefined ? { ...rest, complete } : rest;
}

/** Both ascending. */
export function sameItems(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((item, i) => item === other[i]));
}
