/**
 * The counts of one group of pupils on one variant of one assessment: everything that later figures need,
 * and nothing about a single pupil. All numbers are pupils; counts of two groups merge by addition.
 *
 * @module
 */
import type { SparseCounts } from './sparse-counts.js';
import { mergeCounts, NO_COUNTS, rekey, sumCounts } from './sparse-counts.js';
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
  /** As {@link joinUntaught} makes them; absent where there is nobody. */
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

/** `code` is the response code of `assessment/responses.ts`: half points or a state. */
export function responseKey(item: number, code: number): number {
  return item * 256 + code;
}
export function splitResponseKey(key: number): { readonly item: number; readonly code: number } {
  return { item: key >>> 8, code: key & 255 };
}

/** Marks 0..7, 0 = none. */
export function markKey(mark: number, journalMark: number): number {
  return mark * 8 + journalMark;
}
export function splitMarkKey(key: number): { readonly mark: number; readonly journalMark: number } {
  return { mark: key >>> 3, journalMark: key & 7 };
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
  const head = key >>> 14;
  return { marked: head >= 8, journalMark: head & 7, total: key & MAX_TOTAL };
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
  return { item: key >>> 22, points: (key >>> 14) & 255, total: key & MAX_TOTAL };
}

/**
 * Joins two groups without a common pupil; {@link NO_PUPILS} is the identity. What is complete is settled for the whole
 * tally at the end: see `onlyComplete`.
 */
export function mergeGroupCounts(one: GroupCounts, other: GroupCounts): GroupCounts {
  const complete = mergeComplete(one.complete, other.complete);
  return {
    wrote: one.wrote + other.wrote,
    absent: one.absent + other.absent,
    responses: mergeCounts(one.responses, other.responses),
    marks: mergeCounts(one.marks, other.marks),
    ...(complete === undefined ? {} : { complete }),
    ...sumUntaught([one, other]),
  };
}

/** Joins any number of groups of one set of complete items, as {@link mergeGroupCounts} joins two. */
export function sumGroupCounts(groups: readonly GroupCounts[]): GroupCounts {
  const [one = NO_PUPILS, other] = groups;
  if (other === undefined) return one;
  if (groups.length === 2) return mergeGroupCounts(one, other);
  const complete = sumComplete(groups.flatMap((group) => group.complete ?? []));
  return {
    wrote: groups.reduce((sum, group) => sum + group.wrote, 0),
    absent: groups.reduce((sum, group) => sum + group.absent, 0),
    responses: sumCounts(groups.map((group) => group.responses)),
    marks: sumCounts(groups.map((group) => group.marks)),
    ...(complete === undefined ? {} : { complete }),
    ...sumUntaught(groups),
  };
}

function sumUntaught(groups: readonly GroupCounts[]): Pick<GroupCounts, 'untaught'> {
  const parts = groups.flatMap(({ untaught = [] }) => untaught);
  return parts.length === 0 ? {} : { untaught: joinUntaught(parts) };
}

function sumComplete(of: readonly CompleteCounts[]): CompleteCounts | undefined {
  const [first] = of;
  if (first === undefined) return undefined;
  if (!of.every(({ items }) => sameItems(items, first.items))) {
    return of.reduce((sum: CompleteCounts | undefined, each) => mergeComplete(sum, each), undefined);
  }
  const totals = sumCounts(of.map((each) => each.totals));
  const cross = of.flatMap((each) => each.cross ?? []);
  return cross.length < of.length
    ? { items: first.items, totals }
    : { items: first.items, totals, cross: sumCounts(cross) };
}

/** Moves the counts to another list of items: `newIndex[old]` is the place of the item there. */
export function moveItems(of: GroupCounts, newIndex: readonly number[]): GroupCounts {
  const moved = (item: number) => newIndex[item] ?? item;
  return {
    ...of,
    responses: rekey(of.responses, (key) => {
      const { item, code } = splitResponseKey(key);
      return responseKey(moved(item), code);
    }),
    ...(of.complete === undefined ? {} : { complete: moveComplete(of.complete, moved) }),
    ...(of.untaught === undefined
      ? {}
      : {
          untaught: joinUntaught(of.untaught.map((set) => ({ ...set, items: moveList(set.items, moved) }))),
        }),
  };
}

function moveComplete(of: CompleteCounts, moved: (item: number) => number): CompleteCounts {
  return {
    items: moveList(of.items, moved),
    totals: of.totals,
    ...(of.cross === undefined
      ? {}
      : {
          cross: rekey(of.cross, (key) => {
            const { item, points, total } = splitCrossKey(key);
            return crossKey(moved(item), points, total);
          }),
        }),
  };
}

function moveList(items: readonly number[], moved: (item: number) => number): readonly number[] {
  return items.map(moved).sort((a, b) => a - b);
}

/** Of different items only the larger set can be that of the variant; of two that are not nested, neither. */
function mergeComplete(
  one: CompleteCounts | undefined,
  other: CompleteCounts | undefined,
): CompleteCounts | undefined {
  if (one === undefined) return other;
  if (other === undefined) return one;
  if (!sameItems(one.items, other.items)) {
    if (containsItems(one.items, other.items)) return one;
    return containsItems(other.items, one.items) ? other : undefined;
  }
  const totals = mergeCounts(one.totals, other.totals);
  // A sum over groups of which one has no cross table would be a table of somebody else's pupils.
  return one.cross === undefined || other.cross === undefined
    ? { items: one.items, totals }
    : { items: one.items, totals, cross: mergeCounts(one.cross, other.cross) };
}

/** The same counts, with totals over exactly these items only. */
export function onlyTotalsOf(of: GroupCounts, items: readonly number[]): GroupCounts {
  if (of.complete === undefined && of.untaught === undefined) return of;
  const { complete, untaught = [], ...counts } = of;
  // Items of a part are among those of the whole: where there are as many, they are the same.
  const whole = untaught.filter((set) => set.of === items.length);
  return {
    ...counts,
    ...(complete !== undefined && sameItems(complete.items, items) ? { complete } : {}),
    ...(whole.length === 0 ? {} : { untaught: whole }),
  };
}

/** Both ascending. */
export function sameItems(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((item, i) => item === other[i]));
}

function containsItems(whole: readonly number[], part: readonly number[]): boolean {
  const items = new Set(whole);
  return part.every((item) => items.has(item));
}
