import type { Missing } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import { itemScores } from '../solve-rates/item-scores.js';
import type { AssessmentTally } from '../tally/tally.js';
import type { PupilResult } from './pupil-result.js';
import type { RouteRules } from './route-rules.js';

/**
 * What the rest of the class got out of all points that it could get, share 0..1, told so coarsely that nothing about any
 * classmate follows from it: tenths between 0.3 and 0.7, and beyond them only the side. With four others and more no end means
 * that all, or none, of them solved an item.
 */
export type ClassRate =
  | {
      readonly kind: 'known';
      readonly estimate: number;
      /** `below`: less than the estimate; `above`: more; absent: about the estimate. */
      readonly side?: 'below' | 'above';
    }
  | Missing;

/** Points of the rest of the class, where they may be told of. */
export interface ClassPoints {
  readonly kind: 'known';
  readonly points: number;
  readonly available: number;
}

/**
 * Points of the pupil's class without the pupil, by item. `too-few`: fewer pupils than the rules ask for have a result on the
 * item; `no-pupils`: the file names no class.
 */
export function classPoints(
  { assessment, groups }: AssessmentTally,
  result: PupilResult,
  { minClass }: RouteRules,
): ReadonlyMap<string, ClassPoints | Missing> {
  const { unit } = result;
  const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
  const sums = assessment.items.map(() => ({ n: 0, sum: 0 }));
  for (const group of groups.values()) {
    if (group.unit.class === undefined || group.unit.class !== unit.class) continue;
    if (group.unit.school !== unit.school) continue;
    itemScores(group.counts, maxima).forEach(({ n, sum }, item) => {
      const of = sums[item];
      if (of === undefined) return;
      of.n += n;
      of.sum += sum;
    });
  }
  return new Map(
    assessment.items.map(({ id, maxPoints }, item): readonly [string, ClassPoints | Missing] => {
      const { n, sum } = sums[item] ?? { n: 0, sum: 0 };
      if (unit.class === undefined || n === 0) return [id, missing('no-pupils')];
      if (maxPoints === undefined) return [id, missing('max-unknown', n)];
      if (n < minClass) return [id, missing('too-few', n)];
      const own = result.responseTo(id);
      const counted = own !== undefined && own !== 'not-taught';
      const points = sum - (typeof own === 'number' ? own : 0);
      return [id, { kind: 'known', points, available: (counted ? n - 1 : n) * maxPoints }];
    }),
  );
}

/** The rate of several items together. Missing where it is missing for any of them. */
export function classRate(of: readonly (ClassPoints | Missing)[]): ClassRate {
  let points = 0;
  let available = 0;
  for (const each of of) {
    if (each.kind === 'missing') return each;
    points += each.points;
    available += each.available;
  }
  if (available === 0) return missing('no-pupils');
  const rate = points / available;
  if (rate < LOW) return { kind: 'known', estimate: LOW, side: 'below' };
  if (rate > HIGH) return { kind: 'known', estimate: HIGH, side: 'above' };
  return { kind: 'known', estimate: Math.round(rate * 10) / 10 };
}

const LOW = 0.3;
const HIGH = 0.7;
