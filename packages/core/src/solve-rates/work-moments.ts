import type { Moments } from '../statistics/moments.js';
import { squaredDeviations } from '../statistics/moments.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey, splitTotalKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';

/** Sums over the pupils who have every item of the work; points. */
export interface WorkMoments {
  /** Of the total. */
  readonly total: Moments;
  /** Pupils by total; index = half points. */
  readonly histogram: readonly number[];
  /** Absent when the tally was shared without the cross table. */
  readonly items?: readonly ItemMoments[];
}

/** Sums of one item beside the total, in the order of the items. */
export interface ItemMoments {
  readonly item: number;
  readonly points: Moments;
  /** Σ points × total. */
  readonly sumWithTotal: number;
}

/** Reads the sums out of the counts of a complete. */
export function workMoments(complete: CompleteCounts): WorkMoments {
  const histogram: number[] = [];
  for (let i = complete.totals.from; i < complete.totals.to; i++) {
    const { total } = splitTotalKey(complete.totals.keys[i] ?? 0);
    while (histogram.length <= total) histogram.push(0);
    histogram[total] = (histogram[total] ?? 0) + (complete.totals.counts[i] ?? 0);
  }
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  histogram.forEach((count, half) => {
    n += count;
    sum += (half / 2) * count;
    sumOfSquares += (half / 2) ** 2 * count;
  });
  const total = { n, sum, sumOfSquares };
  return complete.cross === undefined
    ? { total, histogram }
    : { total, histogram, items: itemMoments(complete, n) };
}

/** Sum of points of each item by total; index = half points. Absent without the cross table. */
export function pointsByTotal(complete: CompleteCounts): ReadonlyMap<number, readonly number[]> | undefined {
  if (complete.cross === undefined) return undefined;
  const sums = new Map<number, number[]>(complete.items.map((item) => [item, []]));
  const { keys, counts, from, to } = complete.cross;
  for (let i = from; i < to; i++) {
    const { item, points, total } = splitCrossKey(keys[i] ?? 0);
    const of = sums.get(item);
    if (of !== undefined) of[total] = (of[total] ?? 0) + (points / 2) * (counts[i] ?? 0);
  }
  return sums;
}

/** Sum of products of deviations of an item and the total. */
export function deviationProducts(item: ItemMoments, total: Moments): number {
  return item.sumWithTotal - (item.points.sum * total.sum) / total.n;
}

/** Sum of squared deviations of the total without the item. */
export function restDeviations(item: ItemMoments, total: Moments): number {
  const rest = squaredDeviations(total) - 2 * deviationProducts(item, total) + squaredDeviations(item.points);
  // What is left of a cancellation is noise, not variance.
  return rest <= squaredDeviations(total) * 1e-13 ? 0 : rest;
}

function itemMoments(complete: CompleteCounts, n: number): readonly ItemMoments[] {
  const sums = complete.items.map((item) => ({ item, sum: 0, sumOfSquares: 0, sumWithTotal: 0 }));
  const { keys, counts, from, to } = complete.cross ?? NO_COUNTS;
  // Both are in the order of the items.
  let place = 0;
  for (let i = from; i < to; i++) {
    const { item, points: half, total } = splitCrossKey(keys[i] ?? 0);
    while (place < sums.length && (sums[place]?.item ?? 0) < item) place++;
    const of = sums[place];
    if (of?.item !== item) continue;
    const pupils = counts[i] ?? 0;
    const points = half / 2;
    of.sum += points * pupils;
    of.sumOfSquares += points * points * pupils;
    of.sumWithTotal += points * (total / 2) * pupils;
  }
  return sums.map(({ item, sum, sumOfSquares, sumWithTotal }) => ({
    item,
    points: { n, sum, sumOfSquares },
    sumWithTotal,
  }));
}
