/**
 * Solve rates of weaker and stronger pupils: on which items do pupils of each mark, or of each quarter by total,
 * succeed.
 *
 * @module
 */

import type { Assessment } from '../assessment/assessment.js';
import { markOfTotal } from '../assessment/mark-scale.js';
import type { Figure, Missing } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { Mutable } from '../foundation/mutable.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import { solveRate } from '../solve-rates/solve-rate.js';
import { quantileOfCounts } from '../statistics/quantile.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey } from '../tally/group-counts.js';
import type { SparseCounts } from '../tally/sparse-counts.js';
import { rateDifference } from './difference.js';
import { pupilsByTotal } from './pupils-by-total.js';

/** Pupils of one mark or one quarter. */
export interface PupilsOfLevel {
  /** The mark, or the number of the quarter: 1 = weakest. */
  readonly group: number;
  readonly n: number;
  /** Lowest and highest total that occurs, points; absent in an empty group. */
  readonly totals?: { readonly from: number; readonly to: number };
}

/** Solve rates of one item, weakest group first. */
export interface ItemByGroup {
  /** Index of the item in the assessment. */
  readonly item: number;
  /** In the order of the groups. */
  readonly rates: readonly Figure[];
  /** A lower group is above a higher one by more than chance. */
  readonly crossing: boolean;
  /** The solve rate falls from a group to the next higher one by more than chance. */
  readonly nonMonotone: boolean;
}

export interface RatesByGroup {
  readonly kind: 'known';
  readonly groups: readonly PupilsOfLevel[];
  /** In the order of the items. */
  readonly items: readonly ItemByGroup[];
}

/**
 * Solve rates by mark of the scale («решаемость по группам отметок»), over pupils with every item of the work.
 *
 * Groups: the marks of the scale, lowest first, by total; marks that a file gives are not looked at. Totals below
 * every border belong to no group.
 * Units: share with the interval of `solveRate`. Flags: `rateDifference` at 5 % over all pairs of groups of an item
 * together (Bonferroni).
 * Missing: no scale, or marks with side conditions → `no-marks`; totals without some item of the work, to which the scale does not apply →
 * `several-forms`; nobody → `no-complete`; shared tally → `no-cross-table`; an empty group → `no-pupils` in its
 * rates.
 * Cost: one pass over the cross table.
 */
export function ratesByMark(complete: CompleteCounts, assessment: Assessment): RatesByGroup | Missing {
  const { markScale, markConditions, items } = assessment;
  if (markScale === undefined || markScale.length === 0 || markConditions !== undefined)
    return missing('no-marks');
  if (complete.items.length < items.length) return missing('several-forms');
  const marks = [...new Set(markScale.map(({ mark }) => mark))].sort((a, b) => a - b);
  return ratesByGroup(complete, {
    maxima: items.map(({ maxPoints }) => maxPoints),
    groups: marks,
    placeOf: (half) => marks.indexOf(markOfTotal(markScale, half / 2) ?? Number.NaN),
    pupils: pupilsByTotal(complete),
  });
}

/**
 * Solve rates by quarter of the total («по квартилям»), over pupils with every item of the variant.
 *
 * Groups: totals up to the 25th, 50th and 75th percentile (type 7) and above. Pupils with equal totals stay together,
 * so quarters differ in size and one may be empty (missing), and the order of pupils does not matter.
 * Flags and missing as in {@link ratesByMark}.
 *
 * @param maxima - points by index of the item.
 */
export function ratesByQuarter(
  complete: CompleteCounts,
  maxima: readonly (number | undefined)[],
): RatesByGroup | Missing {
  const pupils = pupilsByTotal(complete);
  if (pupils.every((count) => count === 0)) return missing('no-complete');
  const ends = [0.25, 0.5, 0.75].map((probability) => quantileOfCounts(pupils, probability));
  return ratesByGroup(complete, {
    maxima,
    groups: [1, 2, 3, 4],
    placeOf: (half) => ends.filter((end) => half > end).length,
    pupils,
  });
}

interface Grouping {
  readonly maxima: readonly (number | undefined)[];
  readonly groups: readonly number[];
  /** Place of the group of a total in half points; −1 = none. */
  readonly placeOf: (half: number) => number;
  readonly pupils: Float64Array;
}

function ratesByGroup(complete: CompleteCounts, grouping: Grouping): RatesByGroup | Missing {
  const { maxima, groups, pupils } = grouping;
  const n = pupils.reduce((sum, count) => sum + count, 0);
  if (n === 0) return missing('no-complete');
  if (complete.cross === undefined) return missing('no-cross-table', n);
  const places = Int16Array.from(pupils, (_, half) => grouping.placeOf(half));
  const levels = groups.map((group, place) => levelOf(group, (half) => places[half] === place, pupils));
  const scores = scoresByGroup(complete.cross, places, {
    items: complete.items,
    maxima,
    sizes: levels.map((level) => level.n),
  });
  const items = complete.items.map((item, place): ItemByGroup => {
    const of = scores[place] ?? [];
    return { item, rates: of.map((each) => solveRate(each, maxima[item])), ...fallsOf(of, maxima[item]) };
  });
  return { kind: 'known', groups: levels, items };
}

function levelOf(group: number, isIn: (half: number) => boolean, pupils: Float64Array): PupilsOfLevel {
  let n = 0;
  let from = -1;
  let to = -1;
  pupils.forEach((count, half) => {
    if (count === 0 || !isIn(half)) return;
    if (n === 0) from = half;
    to = half;
    n += count;
  });
  return n === 0 ? { group, n } : { group, n, totals: { from: from / 2, to: to / 2 } };
}

interface ScoredItems {
  readonly items: readonly number[];
  readonly maxima: readonly (number | undefined)[];
  readonly sizes: readonly number[];
}

/**
 * Scores by place of the item and of the group. Who has no points and who did not attempt the item is not told apart.
 */
function scoresByGroup(
  { keys, counts, from, to }: SparseCounts,
  places: Int16Array,
  { items, maxima, sizes }: ScoredItems,
): readonly (readonly ItemScores[])[] {
  const scores = items.map(() => sizes.map((n): Mutable<ItemScores> => ({ ...NO_SCORES, n, zero: n })));
  let at = 0;
  for (let i = from; i < to; i++) {
    const { item, points: half, total } = splitCrossKey(keys[i] ?? 0);
    while (at < items.length && (items[at] ?? 0) < item) at++;
    const score = items[at] === item ? scores[at]?.[places[total] ?? -1] : undefined;
    if (score === undefined) continue;
    const count = counts[i] ?? 0;
    const points = half / 2;
    score.sum += points * count;
    score.sumOfSquares += points * points * count;
    score.zero -= count;
    if (points !== 1) score.zeroOne = false;
    if (points === maxima[item]) score.full += count;
  }
  return scores;
}

function fallsOf(
  scores: readonly ItemScores[],
  maxPoints: number | undefined,
): Pick<ItemByGroup, 'crossing' | 'nonMonotone'> {
  const filled = scores.filter(({ n }) => n > 0);
  const level = LEVEL / ((filled.length * (filled.length - 1)) / 2);
  let crossing = false;
  let nonMonotone = false;
  filled.forEach((lower, place) => {
    filled.slice(place + 1).forEach((higher, further) => {
      // Nearly always weaker pupils solve less, which needs no test.
      if (lower.sum * higher.n <= higher.sum * lower.n) return;
      const { difference, p = 1 } = rateDifference(lower, higher, maxPoints);
      if (difference.kind === 'missing' || p >= level) return;
      crossing = true;
      if (further === 0) nonMonotone = true;
    });
  });
  return { crossing, nonMonotone };
}

const LEVEL = 0.05;
