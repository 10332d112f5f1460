/**
 * Which results are those of one pupil. A code names a pupil only within a school and a school year.
 *
 * @module
 */
import { compareNatural } from '../foundation/order.js';
import { isSameClass } from './class-name.js';
import type { PupilResult } from './pupil-result.js';

/** Where the pupil learns; what is absent must follow from the results. */
export interface PupilWanted {
  /** School id, as in the results. */
  readonly school?: string;
  /** Class as people write it: `7А`, `7 а`, `7«A»`. */
  readonly class?: string;
}

export type OnePupil =
  | {
      readonly kind: 'one';
      readonly results: readonly PupilResult[];
      readonly school?: string;
      readonly class?: string;
      /** Works of earlier school years, left out: the code may have been another pupil's then. */
      readonly earlier: number;
    }
  /** No result with the code, or none in that school and class. */
  | { readonly kind: 'none' }
  /** Several pupils have the code: `units` as `school, class`, for the question which one is meant. */
  | {
      readonly kind: 'several';
      readonly of: 'school' | 'class' | 'grade';
      readonly units: readonly string[];
    };

/**
 * Picks the results of one pupil out of all results with a code, or says that it cannot be told who is meant.
 *
 * Of several school years the newest counts. A file that names no class is taken for the class of the others when its work is
 * of that grade.
 *
 * @param isSameSchool - whether two ids mean one school; by default equal ids do.
 */
export function onePupil(
  results: readonly PupilResult[],
  wanted: PupilWanted,
  isSameSchool: (one: string, other: string) => boolean = (one, other) => one === other,
): OnePupil {
  const fitting = results.filter(
    ({ unit }) =>
      (wanted.school === undefined ||
        unit.school === undefined ||
        isSameSchool(unit.school, wanted.school)) &&
      (wanted.class === undefined || unit.class === undefined || isSameClass(unit.class, wanted.class)),
  );
  const years = fitting.flatMap(({ assessment: { schoolYear } }) => schoolYear ?? []).sort();
  const newest = years.at(-1);
  const current = fitting.filter(({ assessment: { schoolYear = newest } }) => schoolYear === newest);
  const schools = distinct(current, ({ unit }) => unit.school, isSameSchool);
  if (schools.length > 1) return { kind: 'several', of: 'school', units: schools };
  const classes = distinct(current, ({ unit }) => unit.class, isSameClass);
  if (classes.length > 1) return { kind: 'several', of: 'class', units: classes };
  const classId = classes[0] ?? wanted.class;
  const ofGrade = current.filter(({ unit, assessment: { grade } }) => {
    const own = gradeOf(classId);
    return unit.class !== undefined || own === undefined || grade === undefined || grade === own;
  });
  const grades = distinct(
    ofGrade,
    ({ assessment: { grade } }) => (grade === undefined ? undefined : String(grade)),
    (one, other) => one === other,
  );
  if (classId === undefined && grades.length > 1) return { kind: 'several', of: 'grade', units: grades };
  if (ofGrade.length === 0) return { kind: 'none' };
  const school = schools[0] ?? wanted.school;
  return {
    kind: 'one',
    results: ofGrade,
    ...(school === undefined ? {} : { school }),
    ...(classId === undefined ? {} : { class: classId }),
    earlier: fitting.length - current.length,
  };
}

function gradeOf(name: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,2})/.exec(name ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function distinct(
  results: readonly PupilResult[],
  nameOf: (result: PupilResult) => string | undefined,
  isSame: (one: string, other: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const result of results) {
    const name = nameOf(result);
    if (name !== undefined && !found.some((there) => isSame(there, name))) found.push(name);
  }
  return found.sort(compareNatural);
}
