/**
 * Teachers of results that name classes only, as the official exports do.
 *
 * @module
 */

import { plainText } from '../foundation/plain-text.js';
import type { AssessmentTally, GroupTally, Tally } from '../tally/tally.js';
import { putGroup } from '../tally/tally.js';

/** Which classes a teacher has in a subject. */
export interface TeacherOfClasses {
  readonly teacher: string;
  /** As the tally names it. */
  readonly school?: string;
  readonly subject?: string;
  /** With their grade: `5А`, `5-1`. */
  readonly classes: readonly string[];
}

/**
 * The tally with groups by teacher where a work has none: those of the teacher's classes in the work's subject.
 *
 * A work in which rows name teachers stays as it is. A class that two teachers of the subject have is nobody's: which
 * pupils are whose is not known. Spaces, signs and case of a class do not matter; its grade does, so `5-1` and `5А`
 * mean the classes `1` and `А` of a work for grade 5, and `1` means none.
 */
export function withTeachersOfClasses(tally: Tally, teachers: readonly TeacherOfClasses[]): Tally {
  const teacherOf = new Map<string, string | undefined>();
  for (const { teacher, school, subject, classes } of teachers) {
    if (school === undefined || subject === undefined) continue;
    for (const each of classes) {
      const key = keyOf(school, subject, each);
      teacherOf.set(key, teacherOf.has(key) && teacherOf.get(key) !== teacher ? undefined : teacher);
    }
  }
  if (teacherOf.size === 0) return tally;
  return {
    ...tally,
    assessments: new Map(
      [...tally.assessments].map(([id, of]) => [id, of.teachers.size > 0 ? of : withTeachers(of, teacherOf)]),
    ),
  };
}

function withTeachers(
  of: AssessmentTally,
  teacherOf: ReadonlyMap<string, string | undefined>,
): AssessmentTally {
  const { subject, grade } = of.assessment;
  const teachers = new Map<string, GroupTally>();
  for (const { unit, variant, counts } of of.groups.values()) {
    if (unit.school === undefined || unit.class === undefined) continue;
    const plain = plainClass(unit.class);
    const isNamed = grade === undefined || new RegExp(`^${grade}\\D`).test(plain);
    const teacher = teacherOf.get(keyOf(unit.school, subject, isNamed ? plain : `${grade}${plain}`));
    if (teacher !== undefined) putGroup(teachers, { unit: {}, teacher, variant, counts });
  }
  return { ...of, teachers };
}

function keyOf(school: string, subject: string, of: string): string {
  return JSON.stringify([school, plainText(subject), plainClass(of)]);
}

function plainClass(of: string): string {
  return of
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d]/gu, '');
}
