import type { Assessment } from '../assessment/assessment.js';
import type { GroupCount } from '../statistics/group-sums.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { eachMark, marksByTotal } from './marks.js';
import { eachUntaughtMark } from './untaught-marks.js';

/** Pupils with a low result among those with a mark, where some marks rest on items that were not taught. */
export interface LowResultCounts extends GroupCount {
  /** Pupils of `n` who may have a low result or not; those of `count` have one whatever they could have got. */
  readonly uncertain: number;
  /** Those of them whose mark is given or follows from every item. */
  readonly known: GroupCount;
}

/**
 * Pupils with a low result: mark 2, or the lowest mark of the scale and what is below it. The mark in the file stands; pupils
 * without one get that of the scale if they have every item of the work, and those who lack untaught items only get its bounds
 * ({@link eachUntaughtMark}). So the share lies between count / n and (count + uncertain) / n, and can reach both.
 */
export function lowResultCounts(assessment: Assessment, counts: GroupCounts): LowResultCounts {
  const { markScale } = assessment;
  const lowest = markScale?.[0]?.mark ?? 2;
  const { complete } = counts;
  let count = 0;
  let n = 0;
  eachMark(
    counts,
    marksByTotal(assessment, complete) ? complete : undefined,
    markScale,
    (mark, _, pupils) => {
      n += pupils;
      if (mark <= lowest) count += pupils;
    },
  );
  const known = { count, n };
  let uncertain = 0;
  eachUntaughtMark(assessment, counts, (from, to, pupils) => {
    n += pupils;
    if (to <= lowest) count += pupils;
    else if (from <= lowest) uncertain += pupils;
  });
  return { count, n, uncertain, known };
}
