import type { Assessment } from '../src/assessment/index.js';
import type { Objectivity, ObjectivityOptions } from '../src/objectivity/index.js';
import { objectivityOf as objectivityOfSummaries } from '../src/objectivity/index.js';
import type { Tally } from '../src/tally/index.js';
import { add, empty, summarise } from '../src/tally/index.js';
import type { Row } from './response-rows.js';
import { aBlock, anAssessment } from './response-rows.js';

/** Points of the items that give a total: the first items are filled up first, or the last. */
function pointsOf(total: number, maxima: readonly number[], fromEnd: boolean): readonly number[] {
  if (fromEnd) return pointsOf(total, maxima.toReversed(), false).toReversed();
  let left = total;
  return maxima.map((max) => {
    const points = Math.min(max, left);
    left -= points;
    return points;
  });
}

/** A pupil with a total; marks 0 = none. */
export interface Pupil {
  readonly total: number;
  readonly mark?: number;
  readonly journal?: number;
}

export const SCALE = [
  { mark: 2, min: 0 },
  { mark: 3, min: 8 },
  { mark: 4, min: 13 },
  { mark: 5, min: 17 },
];

/** A work of 20 points in maths. */
export function aWork(extra: Partial<Assessment> = {}, maxima: readonly number[] = [8, 8, 4]): Assessment {
  return anAssessment(maxima, { id: 'work', markScale: SCALE, ...extra });
}

/** Rows of pupils by school, all in one region; every third pupil has his points on the last items. */
export function rowsOf(
  work: Assessment,
  schools: Readonly<Record<string, readonly Pupil[]>>,
  region: string | null = 'Область',
): readonly Row[] {
  const maxima = work.items.map(({ maxPoints = 0 }) => maxPoints);
  return Object.entries(schools).flatMap(([school, pupils]) =>
    pupils.map(
      ({ total, mark = 0, journal = 0 }, pupil): Row => ({
        unit: region === null ? { school } : { region, school },
        codes: pointsOf(total, maxima, pupil % 3 === 1).map((points) => points * 2),
        mark,
        journalMark: journal,
      }),
    ),
  );
}

/** The tally of several works. */
export function tallyOf(...works: readonly (readonly [Assessment, readonly Row[]])[]): Tally {
  return works.reduce((tally, [work, rows]) => add(tally, aBlock(work, rows)), empty());
}

/** The objectivity of a tally. */
export function objectivityOf(tally: Tally, options: ObjectivityOptions = {}): Objectivity {
  return objectivityOfSummaries(summarise(tally), { ...options, shared: tally.shared });
}
