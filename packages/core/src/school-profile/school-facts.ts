/**
 * What the cross-check and the annual card look at: everything that is known of one school, from whatever table it comes.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { SchoolPassport } from '../context/context-index.js';
import type { SchoolRisk } from '../risk/low-results.js';
import type { DirectionChoice } from './directions.js';
import type { FactorRating } from './risk-profile.js';
import type { SwotEntry } from './swot.js';

/** The four marks of the Russian school. */
export const MARKS = [2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];

/** Number of marks of each kind. */
export type MarkCounts = Readonly<Record<Mark, number>>;

/** Results of a school on one work, as counts. */
export interface SchoolWork {
  readonly assessment: Pick<
    Assessment,
    'id' | 'programme' | 'subject' | 'grade' | 'schoolYear' | 'sameItemsAs'
  > &
    /** Absent = not known: then nothing shows that two works have the same. */
    Partial<Pick<Assessment, 'items'>>;
  /** Pupils who wrote the work. */
  readonly wrote: number;
  /** Of those who have a mark. */
  readonly marks: MarkCounts;
}

/** What a ruleset of low results says of a school. */
export type RiskFact = Pick<SchoolRisk, 'ruleset' | 'class' | 'listed'>;

export interface SchoolFacts {
  readonly school: string;
  readonly passport?: SchoolPassport;
  readonly ratings: readonly FactorRating[];
  readonly swot: readonly SwotEntry[];
  readonly directions?: DirectionChoice;
  readonly risks: readonly RiskFact[];
  /** Whether the conditions are among the hardest; absent = not known. */
  readonly hardConditions?: boolean;
  readonly works: readonly SchoolWork[];
  /** Names of forms (`passport`, `self-rating`, `swot`, `directions` …) in which a row of the school was refused. */
  readonly refused?: ReadonlySet<string>;
}

/** Number of marks of all kinds. */
export function markTotal(marks: MarkCounts): number {
  return marks[2] + marks[3] + marks[4] + marks[5];
}

/** Counts of two groups of pupils together. */
export function addMarks(one: MarkCounts, other: MarkCounts): MarkCounts {
  return {
    2: one[2] + other[2],
    3: one[3] + other[3],
    4: one[4] + other[4],
    5: one[5] + other[5],
  };
}

export const NO_MARKS: MarkCounts = { 2: 0, 3: 0, 4: 0, 5: 0 };

/** Works of the last school year; those without a year are not among them. */
export function worksOfLastYear(works: readonly SchoolWork[]): readonly SchoolWork[] {
  const last = works.reduce((year, { assessment }) => maxText(year, assessment.schoolYear ?? ''), '');
  return last === '' ? [] : works.filter(({ assessment }) => assessment.schoolYear === last);
}

function maxText(one: string, other: string): string {
  return one < other ? other : one;
}
