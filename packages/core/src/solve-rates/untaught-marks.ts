import type { Assessment } from '../assessment/assessment.js';
import { markOfTotal } from '../assessment/mark-scale.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { eachCount } from '../tally/sparse-counts.js';

/**
 * Visits pupils without a mark of the work whose only lacking items were not taught («не пройдено»), by the lowest and the
 * highest mark that these items could have given them.
 *
 * Formula: with T points of the items that were taught and U the maximum of the others, the total lies in T … T + U,
 * and the mark between those that the scale gives to the two ends. They are equal where both ends lie in one band: then
 * the mark is known. Every mark between them occurs at some total, as far as the points of the untaught items leave no
 * gap. Missing: no scale, marks with side conditions, or a variant without some item of the work → nobody; a total
 * below every border → no mark, and the pupil is left out. An unknown maximum could have given anything. Source: none
 * says how the official procedure marks such pupils; that the points lie between none and all of them needs none
 * (Manski, 2003, Partial Identification of Probability Distributions, ch. 1).
 */
export function eachUntaughtMark(
  { items, markScale, markConditions }: Assessment,
  { untaught = [] }: GroupCounts,
  visit: (lowest: number, highest: number, pupils: number) => void,
): void {
  if (markScale === undefined || markConditions !== undefined) return;
  for (const set of untaught) {
    if (set.of !== items.length) continue;
    const most = set.items.reduce(
      (sum, item) => sum + (items[item]?.maxPoints ?? Number.POSITIVE_INFINITY),
      0,
    );
    eachCount(set.totals, (half, pupils) => {
      const lowest = markOfTotal(markScale, half / 2);
      const highest = markOfTotal(markScale, half / 2 + most);
      if (lowest !== undefined && highest !== undefined) visit(lowest, highest, pupils);
    });
  }
}
