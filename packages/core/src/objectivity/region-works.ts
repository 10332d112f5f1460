/**
 * A work laid out by region: the schools of a region beside one another, and the region that each is compared with.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import { compareText } from '../foundation/order.js';
import type { CompleteCounts, GroupCounts } from '../tally/group-counts.js';
import { sumGroupCounts } from '../tally/group-counts.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { TotalMoments } from '../tally/total-moments.js';
import { totalMoments } from '../tally/total-moments.js';

/** One work in one region, with the counts of all its schools: a country's works do not fit into memory together. */
export interface RegionWork {
  readonly assessment: Assessment;
  /** Empty where the input names none. */
  readonly region: string;
  /** True when no variant has all items, so that nobody has a total. */
  readonly severalForms: boolean;
  /** Ordered by id. */
  readonly schools: readonly SchoolWork[];
  /** All pupils of the region, those of unknown schools too. */
  readonly whole: GroupCounts;
}

interface SchoolWork {
  readonly school: string;
  readonly counts: GroupCounts;
}

/** A work by region, in the order of regions. Cost: one step a group. */
export function regionWorks({ assessment, severalForms, groups }: AssessmentSummary): readonly RegionWork[] {
  const municipalities = new Map<string, LevelGroup>();
  const regions = new Map<string, LevelGroup>();
  let all: LevelGroup | undefined;
  for (const group of groups) {
    if (group.level === 'municipality') municipalities.set(group.unit, group);
    if (group.level === 'region') regions.set(group.unit, group);
    if (group.level === 'all') all = group;
  }
  const schools = new Map<string, SchoolWork[]>();
  for (const group of groups) {
    if (group.level !== 'school' || group.counts.wrote === 0) continue;
    const { parent } = group;
    const above = parent?.level === 'municipality' ? municipalities.get(parent.unit)?.parent : parent;
    const region = above?.level === 'region' ? above.unit : '';
    const there = schools.get(region);
    const school = { school: group.unit, counts: group.counts };
    if (there === undefined) schools.set(region, [school]);
    else there.push(school);
  }
  return [...schools]
    .sort(([one], [other]) => compareText(one, other))
    .map(([region, inside]): RegionWork => {
      const whole = region === '' ? (regions.size === 0 ? all : undefined) : regions.get(region);
      return {
        assessment,
        region,
        severalForms,
        schools: inside,
        whole: whole?.counts ?? sumGroupCounts(inside.map(({ counts }) => counts)),
      };
    });
}

/** {@link totalMoments} of schools by place, in columns: three tests and the markers need them. */
export class SchoolSums {
  readonly n: Int32Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;

  constructor(schools: number) {
    this.n = new Int32Array(schools);
    this.sum = new Float64Array(schools);
    this.sumOfSquares = new Float64Array(schools);
  }

  /** Cost: one pass over the totals. */
  add(place: number, complete: CompleteCounts | undefined): void {
    const { n, sum, sumOfSquares } = totalMoments(complete);
    this.n[place] = n;
    this.sum[place] = sum;
    this.sumOfSquares[place] = sumOfSquares;
  }

  at(place: number): TotalMoments {
    return { n: this.n[place] ?? 0, sum: this.sum[place] ?? 0, sumOfSquares: this.sumOfSquares[place] ?? 0 };
  }
}

/** The school year `shift` years on: `2024/2025` + 1 = `2025/2026`; absent when the year is not written so. */
export function shiftedYear(schoolYear: string | undefined, shift: number): string | undefined {
  const years = /^(\d{4})\/(\d{4})$/.exec(schoolYear ?? '');
  if (years === null) return undefined;
  return `${Number(years[1]) + shift}/${Number(years[2]) + shift}`;
}
