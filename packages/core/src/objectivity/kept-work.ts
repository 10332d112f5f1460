/**
 * What stays of a work in a region when its counts are gone: all that is held against another year.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import { maxTotal } from '../assessment/mark-scale.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import type { TotalMoments } from '../tally/total-moments.js';
import { totalMoments } from '../tally/total-moments.js';
import type { RankCorrelations } from './rank-correlation.js';
import { rankCorrelations } from './rank-correlation.js';
import type { RegionWork, SchoolSums } from './region-works.js';
import type { OfficialRules } from './rules.js';
import type { UntestedReason } from './test-column.js';
import { whyNoTotals } from './totals-tests.js';
import { isWorkOf } from './work-of-marker.js';

export interface KeptWork {
  readonly assessment: Assessment;
  readonly region: string;
  /** Ids, ordered; the columns stand by their places. */
  readonly schools: readonly string[];
  /** Of all pupils of the region. */
  readonly whole: TotalMoments;
  /** Points of a total without a mistake: of the items that totals are made of, which need not be all; absent = not known. */
  readonly most: number | undefined;
  readonly sums: SchoolSums;
  /** Why a school has no totals, where it has none. */
  readonly withoutTotals: UntestedReason;
  /** Where an official marker asks for them. */
  readonly correlations?: RankCorrelations;
}

function mostOf({ items }: Assessment, { items: counted }: CompleteCounts): number | undefined {
  return maxTotal({ items: counted.flatMap((item) => items[item] ?? []) });
}

/** `sums`: every school was added to them. Cost: where correlations are asked for one pass over the totals of every school. */
export function keepWork(
  work: RegionWork,
  sums: SchoolSums,
  { markers, correlation }: OfficialRules,
): KeptWork {
  const { assessment, region, schools, whole } = work;
  const isRanked = markers.some(
    (marker) => marker.kind === 'journal-mismatch' && isWorkOf(marker, assessment),
  );
  return {
    assessment,
    region,
    schools: schools.map(({ school }) => school),
    whole: totalMoments(whole.complete),
    most: whole.complete && mostOf(assessment, whole.complete),
    sums,
    withoutTotals: whyNoTotals(work),
    ...(isRanked
      ? {
          correlations: rankCorrelations(
            schools.map(({ counts }) => counts.complete),
            correlation,
          ),
        }
      : {}),
  };
}
