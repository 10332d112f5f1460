import type { Offer, Seat, SupportPlan, Teacher, UnmetNeed } from '@orientir/core/support';
import { fileNames } from './support-document.js';
import type { CourseDue } from './support-forms.js';

/** What a plan says of one teacher. */
export interface TeacherContent {
  readonly teacher: Teacher;
  readonly seats: readonly { readonly seat: Seat; readonly offer: Offer }[];
  readonly unmet: readonly UnmetNeed[];
  /** Courses that are not done. */
  readonly courses: readonly CourseDue[];
}

/** Of each teacher who has a topic, an offer or a course that is due, with the name of the teacher's files. By teacher. */
export function teacherContents(
  plan: SupportPlan,
  courses: readonly CourseDue[],
): readonly { readonly name: string; readonly content: TeacherContent }[] {
  const { candidates, figures } = plan;
  const own = {
    seats: byTeacher(figures.seats),
    unmet: byTeacher(figures.unmet),
    courses: byTeacher(courses.filter(({ done }) => !done)),
  };
  const nameOf = fileNames();
  return candidates.teachers.flatMap((teacher) => {
    const content: TeacherContent = {
      teacher,
      seats: (own.seats.get(teacher.teacher) ?? []).flatMap((seat) => {
        const offer = candidates.offers[candidates.offerAt(seat.offer) ?? -1];
        return offer === undefined ? [] : [{ seat, offer }];
      }),
      unmet: own.unmet.get(teacher.teacher) ?? [],
      courses: own.courses.get(teacher.teacher) ?? [],
    };
    if (content.seats.length + content.unmet.length + content.courses.length === 0) return [];
    return [{ name: nameOf(teacher.teacher), content }];
  });
}

function byTeacher<Row extends { readonly teacher: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.teacher);
    if (own === undefined) groups.set(row.teacher, [row]);
    else own.push(row);
  }
  return groups;
}
