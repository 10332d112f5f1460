import type { Assessment } from '../src/assessment/index.js';
import { markKey, NO_PUPILS } from '../src/tally/group-counts.js';
import { sparseCounts } from '../src/tally/sparse-counts.js';
import type { AssessmentSummary, LevelGroup } from '../src/tally/summarise.js';
import { anAssessment } from './response-rows.js';

/** Pupils of one school on one work. */
export interface SchoolResults {
  readonly school: string;
  readonly low: number;
  /** With a mark, the low ones counted. */
  readonly n: number;
  /** Further pupils whose mark is 2 or 3, since an item was not taught. */
  readonly open?: number;
  /** Further pupils without any mark. */
  readonly unmarked?: number;
}

/** A work whose second item some were not taught: it decides between marks 2 and 3 for those with 3 points. */
export function workOf(extra: Partial<Assessment> = {}): Assessment {
  return anAssessment([6, 2], {
    markScale: [
      { mark: 2, min: 0 },
      { mark: 3, min: 4 },
    ],
    ...extra,
  });
}

/** Summary of a work of whole schools, as if rows had been read. */
export function summaryOf(assessment: Assessment, schools: readonly SchoolResults[]): AssessmentSummary {
  return {
    assessment,
    severalForms: false,
    groups: schools.map(
      ({ school, low, n, open = 0, unmarked = 0 }): LevelGroup => ({
        level: 'school',
        unit: school,
        counts: {
          ...NO_PUPILS,
          wrote: n + open + unmarked,
          marks: sparseCounts([markKey(2, 0), markKey(4, 0)], [low, n - low]),
          ...(open === 0 ? {} : { untaught: [{ of: 2, items: [1], totals: sparseCounts([6], [open]) }] }),
        },
      }),
    ),
    teachers: [],
    groupings: [],
  };
}
