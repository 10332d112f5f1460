import type { Moments } from '../statistics/moments.js';
import { squaredDeviations } from '../statistics/moments.js';
import type { FormCounts } from '../tally/group-counts.js';
import { splitCrossKey, splitTotalKey } from '../tally/group-counts.js';

/** Sums over the pupils who have every item of the work; points. */
export interface WorkMoments {
  /** Of the total. */
  readonly total: Moments;
  /** Pupils by total; index = half points. */
  readonly histogram: readonly number[];
  /** Absent when the tally was shared without the cross table. */
  readonly items?: readonly ItemMoments[];
}

/** Sums of one item beside the total, in the order of the form's items. */
export interface ItemMoments {
  readonly item: number;
  readonly points: Moments;
  /** Σ points × total. */
  readonly sumWithTotal: number;
  /** Sum of points by total; index = half points. */
  readonly sumByTotal: readonly number[];
}

/** Reads the sums out of the counts of a form. */
export function workMoments(form: FormCounts): WorkMoments {
  const histogram: number[] = [];
  for (let i = 0; i < form.totals.keys.length; i++) {
    const { total } = splitTotalKey(form.totals.keys[i] ?? 0);
    while (histogram.length <= total) histogram.push(0);
    histogram[total] = (histogram[total] ?? 0) + (form.totals.counts[i] ?? 0);
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
  return form.cross === undefined
    ? { total, histogram }
    : { total, histogram, items: itemMoments(form, n, histogram.length) };
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

function itemMoments(form: FormCounts, n: number, totals: number): readonly ItemMoments[] {
  const sums = new Map(
    form.items.map((item) => [
      item,
      { item, sum: 0, sumOfSquares: 0, sumWithTotal: 0, sumByTotal: new Array<number>(totals).fill(0) },
    ]),
  );
  const { keys, counts } = form.cross ?? { keys: [], counts: [] };
  for (let i = 0; i < keys.length; i++) {
    const { item, points: half, total } = splitCrossKey(keys[i] ?? 0);
    const of = sums.get(item);
    if (of === undefined) continue;
    const pupils = counts[i] ?? 0;
    const points = half / 2;
    of.sum += points * pupils;
    of.sumOfSquares += points * points * pupils;
    of.sumWithTotal += points * (total / 2) * pupils;
    of.sumByTotal[total] = (of.sumByTotal[total] ?? 0) + points * pupils;
  }
  return Array.from(sums.values(), ({ item, sum, sumOfSquares, sumWithTotal, sumByTotal }) => ({
    item,
    points: { n, sum, sumOfSquares },
    sumWithTotal,
    sumByTotal,
  }));
}
