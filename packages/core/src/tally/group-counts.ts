/**
 * The counts of one group of pupils on one variant of one assessment: everything that later figures need,
 * and nothing about a single pupil. All numbers are pupils; counts of two groups merge by addition.
 *
 * @module
 */
import type { SparseCounts } from './sparse-counts.js';
import { mergeCounts, NO_COUNTS, rekey } from './sparse-counts.js';

/** Pupils who were administered exactly these items and had been taught all of them. */
export interface FormCounts {
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
  /** Ordered by {@link compareForms}; no two with the same items. */
  readonly forms: readonly FormCounts[];
}

export const NO_PUPILS: GroupCounts = {
  wrote: 0,
  absent: 0,
  responses: NO_COUNTS,
  marks: NO_COUNTS,
  forms: [],
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

/** Joins two groups without a common pupil. Commutative and associative; {@link NO_PUPILS} is the identity. */
export function mergeGroupCounts(one: GroupCounts, other: GroupCounts): GroupCounts {
  return {
    wrote: one.wrote + other.wrote,
    absent: one.absent + other.absent,
    responses: mergeCounts(one.responses, other.responses),
    marks: mergeCounts(one.marks, other.marks),
    forms: mergeForms(one.forms, other.forms),
  };
}

/** Canonical order of forms: by their item indices, as texts would be ordered. */
export function compareForms(one: FormCounts, other: FormCounts): number {
  for (let i = 0; i < Math.min(one.items.length, other.items.length); i++) {
    const order = (one.items[i] ?? 0) - (other.items[i] ?? 0);
    if (order !== 0) return order;
  }
  return one.items.length - other.items.length;
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
    forms: of.forms
      .map((form) => ({
        ...form,
        items: form.items.map(moved).sort((a, b) => a - b),
        ...(form.cross === undefined
          ? {}
          : {
              cross: rekey(form.cross, (key) => {
                const { item, points, total } = splitCrossKey(key);
                return crossKey(moved(item), points, total);
              }),
            }),
      }))
      .sort(compareForms),
  };
}

function mergeForms(one: readonly FormCounts[], other: readonly FormCounts[]): readonly FormCounts[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const merged: FormCounts[] = [];
  let left = 0;
  let right = 0;
  while (true) {
    const a = one[left];
    const b = other[right];
    if (a === undefined && b === undefined) return merged;
    const order = a === undefined ? 1 : b === undefined ? -1 : compareForms(a, b);
    if (a !== undefined && order < 0) {
      merged.push(a);
      left++;
    } else if (b !== undefined && order > 0) {
      merged.push(b);
      right++;
    } else if (a !== undefined && b !== undefined) {
      merged.push(mergeForm(a, b));
      left++;
      right++;
    }
  }
}

function mergeForm(one: FormCounts, other: FormCounts): FormCounts {
  const totals = mergeCounts(one.totals, other.totals);
  // A sum over groups of which one has no cross table would be a table of somebody else's pupils.
  return one.cross === undefined || other.cross === undefined
    ? { items: one.items, totals }
    : { items: one.items, totals, cross: mergeCounts(one.cross, other.cross) };
}
