import type { Figure, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { markFigures, marksByTotal } from '../solve-rates/marks.js';
import { alpha, standardError } from '../solve-rates/reliability.js';
import { workMoments } from '../solve-rates/work-moments.js';
import { tInterval } from '../statistics/intervals.js';
import type { Moments } from '../statistics/moments.js';
import { mean, standardDeviation } from '../statistics/moments.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { TestResult } from './analysis.js';

/** Results of one group on a whole work. */
export function testResultOf(summary: AssessmentSummary, group: LevelGroup, shared: boolean): TestResult {
  const { assessment } = summary;
  const { complete } = group.counts;
  const work = complete && workMoments(complete);
  const none = missing(whyIncomplete(summary, group));
  return {
    assessment: assessment.id,
    level: group.level,
    unit: group.unit,
    ...(group.parent === undefined ? {} : { parent: group.parent }),
    wrote: group.counts.wrote,
    absent: group.counts.absent,
    n: work?.total.n ?? 0,
    mean: work === undefined ? none : meanOf(work.total),
    sd: work === undefined ? none : sdOf(work.total),
    alpha: work === undefined ? none : alpha(work),
    sem: work === undefined ? none : standardError(work),
    ...markFigures(
      group.counts,
      marksByTotal(assessment, complete) ? complete : undefined,
      assessment.markScale,
      shared,
    ),
    totals: work?.histogram ?? [],
  };
}

/** Why a group has no totals. */
export function whyIncomplete({ severalForms }: AssessmentSummary, group: LevelGroup): MissingReason {
  if (group.counts.wrote === 0) return 'no-pupils';
  return severalForms ? 'several-forms' : 'no-complete';
}

function meanOf(of: Moments): Figure {
  return of.n < 2
    ? known(mean(of), of.n)
    : known(mean(of), of.n, tInterval(mean(of), standardDeviation(of), of.n));
}

/** Sample standard deviation, in the unit of the values. */
export function sdOf(of: Moments): Figure {
  if (of.n === 0) return missing('no-pupils');
  return of.n < 2 ? missing('too-few', of.n) : known(standardDeviation(of), of.n);
}
