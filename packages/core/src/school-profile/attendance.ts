/**
 * Attendance and marks by period («посещаемость и успеваемость по итогам четверти, полугодия, года») beside the works
 * of the year.
 *
 * @module
 */
import { sameName } from '../assessment/procedure.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { wilsonInterval } from '../statistics/intervals.js';
import { newcombeInterval } from '../statistics/two-shares.js';
import type { Mark, MarkCounts, SchoolWork } from './school-facts.js';
import { addMarks, MARKS, markTotal, NO_MARKS } from './school-facts.js';

/** Ends of which marks and attendance are looked at, in their order. */
export const PERIODS = ['quarter-1', 'half-year', 'quarter-3', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** What a row is about; rows of the same add up. */
export interface PeriodKey {
  readonly schoolYear: string;
  readonly period: Period;
  /** Absent = all subjects together. */
  readonly subject?: string;
  /** Absent = all grades together. */
  readonly grade?: number;
}

/** One school, period, subject and grade as a school enters it. */
export interface PeriodRow extends PeriodKey {
  readonly school: string;
  /** Absent = not stated. `lessons`: of all pupils together; `missed` are among them. */
  readonly attendance?: { readonly pupils: number; readonly lessons: number; readonly missed: number };
  /** Pupils by mark of the period; absent = not stated. */
  readonly marks?: MarkCounts;
}

/** Sums of rows about different pupils. All are counts, so groups merge by addition. */
export interface PeriodCounts {
  readonly rows: number;
  /** Rows that state attendance, and marks. */
  readonly withAttendance: number;
  readonly withMarks: number;
  readonly pupils: number;
  readonly lessons: number;
  readonly missed: number;
  readonly marks: MarkCounts;
}

/** No rows: the identity of {@link mergePeriods}. */
export const NO_PERIODS: PeriodCounts = {
  rows: 0,
  withAttendance: 0,
  withMarks: 0,
  pupils: 0,
  lessons: 0,
  missed: 0,
  marks: NO_MARKS,
};

/** Counts of one row. */
export function periodCounts({ attendance, marks }: PeriodRow): PeriodCounts {
  return {
    rows: 1,
    withAttendance: attendance === undefined ? 0 : 1,
    withMarks: marks === undefined ? 0 : 1,
    pupils: attendance?.pupils ?? 0,
    lessons: attendance?.lessons ?? 0,
    missed: attendance?.missed ?? 0,
    marks: marks ?? NO_MARKS,
  };
}

/** Joins counts of different pupils. Order and grouping do not matter. */
export function mergePeriods(one: PeriodCounts, other: PeriodCounts): PeriodCounts {
  return {
    rows: one.rows + other.rows,
    withAttendance: one.withAttendance + other.withAttendance,
    withMarks: one.withMarks + other.withMarks,
    pupils: one.pupils + other.pupils,
    lessons: one.lessons + other.lessons,
    missed: one.missed + other.missed,
    marks: addMarks(one.marks, other.marks),
  };
}

/**
 * Share of lessons attended: `(lessons − missed) / lessons`.
 *
 * Lessons of one pupil go together, so the interval is Wilson's with the number of *pupils*: rather too wide than too narrow.
 * Without pupils there is none. Missing: nobody states attendance → `not-entered`; no lessons → `no-pupils`.
 */
export function attendedShare({ withAttendance, pupils, lessons, missed }: PeriodCounts): Figure {
  if (withAttendance === 0) return missing('not-entered');
  if (lessons === 0) return missing('no-pupils', pupils);
  const share = (lessons - missed) / lessons;
  return pupils === 0
    ? known(share, 0)
    : known(share, pupils, { ...wilsonInterval(share, pupils), method: 'wilson' });
}

/** Share of each mark of the period with Wilson's interval. Missing: `not-entered`, `no-marks`. */
export function periodMarkShares(counts: PeriodCounts): Readonly<Record<Mark, Figure>> {
  return counts.withMarks === 0
    ? { 2: NOT_ENTERED, 3: NOT_ENTERED, 4: NOT_ENTERED, 5: NOT_ENTERED }
    : markShares(counts.marks);
}

/** Marks of a period beside those of one work. */
export interface MarksBeside {
  readonly assessment: SchoolWork['assessment'];
  readonly work: Readonly<Record<Mark, Figure>>;
  /** Share in the period less share in the work. */
  readonly difference: Readonly<Record<Mark, Figure>>;
}

/**
 * Marks of a period beside the works of the same school year, subject and grade; where a row names no subject or grade,
 * beside the works of all.
 *
 * The difference has Newcombe's interval (1998) for separate groups. Here they are largely the same pupils, whose marks
 * go together, so it is rather too wide than too narrow. One school, or the sums of several: works of one assessment
 * are added up.
 */
export function marksBeside(
  key: PeriodKey,
  counts: PeriodCounts,
  works: readonly SchoolWork[],
): readonly MarksBeside[] {
  const byAssessment = new Map<string, { assessment: SchoolWork['assessment']; marks: MarkCounts }>();
  for (const { assessment, marks } of works) {
    if (!fits(key, assessment)) continue;
    const there = byAssessment.get(assessment.id);
    byAssessment.set(assessment.id, {
      assessment,
      marks: there === undefined ? marks : addMarks(there.marks, marks),
    });
  }
  const own = periodMarkShares(counts);
  return [...byAssessment.values()].map(({ assessment, marks }) => {
    const work = markShares(marks);
    return { assessment, work, difference: each((mark) => differenceOf(own[mark], work[mark])) };
  });
}

function fits({ schoolYear, subject, grade }: PeriodKey, assessment: SchoolWork['assessment']): boolean {
  return (
    assessment.schoolYear === schoolYear &&
    (subject === undefined || sameName(assessment.subject, subject)) &&
    (grade === undefined || assessment.grade === grade)
  );
}

function differenceOf(one: Figure, other: Figure): Figure {
  if (one.kind === 'missing') return one;
  if (other.kind === 'missing') return other;
  const period = { share: one.estimate, n: one.n };
  const work = { share: other.estimate, n: other.n };
  return known(period.share - work.share, Math.min(period.n, work.n), newcombeInterval(period, work));
}

function markShares(marks: MarkCounts): Readonly<Record<Mark, Figure>> {
  const n = markTotal(marks);
  return each((mark) => {
    if (n === 0) return missing('no-marks');
    const share = marks[mark] / n;
    return known(share, n, { ...wilsonInterval(share, n), method: 'wilson' });
  });
}

function each(of: (mark: Mark) => Figure): Readonly<Record<Mark, Figure>> {
  const [two, three, four, five] = MARKS;
  return { 2: of(two), 3: of(three), 4: of(four), 5: of(five) };
}

const NOT_ENTERED = missing('not-entered');
