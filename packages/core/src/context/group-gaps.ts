/**
 * Gaps between groups of schools: city and village, lyceums and the rest, hard conditions and others.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';
import { clusteredMean } from '../statistics/clustered-mean.js';
import type { Moments } from '../statistics/moments.js';
import { satterthwaiteTest } from '../statistics/satterthwaite.js';
import type { SchoolResult } from './school-results.js';

/** One group of schools against all others that have a group. */
export interface GroupGap {
  readonly group: string;
  readonly schools: number;
  /** Mean of the group less that of the others, in standard deviations of the pupils of all schools; `n` = papers of both. */
  readonly gap: Figure;
}

/**
 * Gaps of all groups, in the order of their names.
 *
 * Formula: difference of two means over schools as clusters (`clusteredMean`), t interval with the degrees of freedom of
 * Satterthwaite, v² / (v₁² / (k₁ − 1) + v₂² / (k₂ − 1)). The gap is not adjusted for anything.
 * Edge cases: fewer than two schools on a side → `too-few-schools`; schools without a group are left out; where no school differs
 * from its group the gap has no interval.
 */
export function groupGaps(
  results: ReadonlyMap<string, SchoolResult>,
  groupOf: ReadonlyMap<string, string>,
): readonly GroupGap[] {
  const groups = new Map<string, Moments[]>();
  // In the order of schools, so that sums do not depend on how they came.
  for (const [school, { papers }] of [...results].sort(([one], [other]) => compareText(one, other))) {
    const group = groupOf.get(school);
    if (group === undefined) continue;
    const there = groups.get(group);
    if (there === undefined) groups.set(group, [papers]);
    else there.push(papers);
  }
  const sorted = [...groups].sort(([one], [other]) => compareText(one, other));
  return sorted.map(([group, own]) => {
    const others = sorted.flatMap(([name, schools]) => (name === group ? [] : schools));
    return { group, schools: own.length, gap: gapOf(own, others) };
  });
}

function gapOf(own: readonly Moments[], others: readonly Moments[]): Figure {
  const n = [...own, ...others].reduce((sum, papers) => sum + papers.n, 0);
  const [one, other] = [clusteredMean(own), clusteredMean(others)];
  if (one === undefined || other === undefined) return missing('too-few-schools', n);
  const gap = one.mean - other.mean;
  const test = satterthwaiteTest(gap, varianceOf(one), varianceOf(other));
  return test === undefined
    ? known(gap, n)
    : known(gap, n, { low: gap - test.half, high: gap + test.half, method: 'clustered' });
}

function varianceOf({ standardError, clusters }: ClusteredMean) {
  return { variance: standardError ** 2, freedom: clusters - 1 };
}
