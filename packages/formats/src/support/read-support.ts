/**
 * Everything that a plan of support is made from: teachers, offers, deficits, settled pairs, an earlier plan, courses due.
 *
 * @module
 */
import type { Issue, LockFault, Place, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { MOST_NEEDS } from '@orientir/core/matching';
import type {
  Candidates,
  DeclaredDeficit,
  JoinedDeficits,
  Offer,
  ResultsTopic,
  Teacher,
  TeacherAndOffer,
} from '@orientir/core/support';
import { joinDeficits, settleLocks, topicKey } from '@orientir/core/support';
import type { ByteSource } from '../byte-source.js';
import type { FormRead, Placed } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import { LOCKED } from './support-columns.js';
import type { CourseDue, TeacherRow } from './support-forms.js';
import { readCourses, readDeficits, readOffers, readPairs, readTeachers } from './support-forms.js';

/** A teacher, and the classes that the row names. */
export type TeacherWithClasses = Teacher & { readonly classes: readonly string[] };

/** A file and the name that issues give it. */
export interface SupportFile {
  readonly name: string;
  readonly source: ByteSource;
}

export interface SupportFiles {
  readonly teachers: SupportFile;
  /** Several are one list: the second may hold offers to try out. */
  readonly offers: readonly SupportFile[];
  readonly deficits?: SupportFile;
  readonly locks?: SupportFile;
  /** `matches.csv` of an earlier plan. */
  readonly earlier?: SupportFile;
  readonly courses?: SupportFile;
}

export interface SupportRead {
  readonly teachers: readonly Teacher[];
  readonly offers: readonly Offer[];
  /** Those of the file that count, then those that results suppose. */
  readonly deficits: readonly DeclaredDeficit[];
  readonly locks: readonly TeacherAndOffer[];
  /** Absent where no file was given. */
  readonly earlier?: readonly TeacherAndOffer[];
  readonly courses: readonly CourseDue[];
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
  /** Issues that only the pairs and the plan show: teachers whom no offer suits, topics beyond the most, settled groups that cannot come together. */
  pairIssues(of: Candidates, brokenLocks: readonly TeacherAndOffer[]): readonly Issue[];
}

/**
 * Reads the files and holds them against each other. What cannot be is an issue with its place; the rest is taken. A settled pair
 * that cannot hold is refused in a table of such pairs, and passed over in the row of a teacher. Never throws for what is in the
 * files.
 *
 * @param resultsOf what results say of the topics of these teachers; they are joined with the deficits of the file.
 */
export async function readSupport(
  files: SupportFiles,
  resultsOf: (teachers: readonly TeacherWithClasses[]) => readonly ResultsTopic[] = () => [],
): Promise<SupportRead> {
  const offers = await readAll(files.offers);
  const teachers = await readTeachers(files.teachers.source, files.teachers.name);
  const isTeacher = new Set(teachers.rows.map(({ value }) => value.teacher.teacher));
  const deficits = await optional(files.deficits, (source, name) => readDeficits(source, name, isTeacher));
  const locks = await optional(files.locks, (source, name) => readPairs(source, name, 'locks'));
  const earlier = await optional(files.earlier, (source, name) => readPairs(source, name, 'matches'));
  const courses = await optional(files.courses, (source, name) => readCourses(source, name, isTeacher));
  const settled = settledPairs(
    teachers.rows,
    offers.flatMap(({ rows }) => rows),
    locks?.rows ?? [],
  );
  const results = resultsOf(teachers.rows.map(({ value }) => ({ ...value.teacher, classes: value.classes })));
  const joined = joinDeficits(
    deficits?.rows.map(({ value, place }) => ({ ...value, place })) ?? [],
    results.filter(({ teacher }) => isTeacher.has(teacher)),
  );
  const taken = [teachers, ...offers, deficits, earlier, courses].filter((each) => each !== undefined);
  return {
    teachers: teachers.rows.map(({ value }) => value.teacher),
    offers: offers.flatMap(({ rows }) => rows.map(({ value }) => value)),
    deficits: [...joined.kept.map(({ place: _, ...deficit }) => deficit), ...joined.supposed],
    locks: settled.held.map(({ value }) => value),
    ...(earlier === undefined ? {} : { earlier: valuesOf(earlier) }),
    courses: valuesOf(courses),
    files: [
      ...taken.map(({ file }) => file),
      ...(locks === undefined ? [] : [withRefused(locks.file, settled.refusedRows)]),
    ],
    issues: [
      ...taken.flatMap(({ issues }) => issues),
      ...(locks?.issues ?? []),
      ...settled.issues,
      ...joinIssues(joined),
      ...unknownInResults(results, isTeacher, teachers.file.file),
    ],
    pairIssues: (of, brokenLocks) => [
      ...withoutCandidate(of, teachers.rows),
      ...beyondTheMost(of, deficits?.rows ?? []),
      ...brokenLocks.flatMap((lock) =>
        settled.held
          .filter(({ value }) => value.teacher === lock.teacher && value.offer === lock.offer)
          .map(({ place }) =>
            issue('support-lock-ignored', 'warning', place, { offer: lock.offer, why: 'group' }),
          ),
      ),
      ...(earlier?.rows ?? [])
        .filter(({ value }) => of.pairOf(of.problem, value.teacher, value.offer) === undefined)
        .map(({ value, place }) => issue('support-earlier-gone', 'warning', place, value)),
    ],
  };
}

/** Which of two rows about the same topic counts. */
function joinIssues({
  yielded,
  replaced,
}: JoinedDeficits<DeclaredDeficit & { readonly place: Place }>): readonly Issue[] {
  return [
    ...yielded.map(({ row, severity }) =>
      issue('support-declared-first', 'warning', row.place, {
        topic: row.topic,
        declared: row.severity,
        supposed: severity,
      }),
    ),
    ...replaced.map(({ place, topic }) => issue('support-results-newer', 'warning', place, { topic })),
  ];
}

function unknownInResults(
  results: readonly ResultsTopic[],
  isTeacher: ReadonlySet<string>,
  file: string,
): readonly Issue[] {
  const unknown = new Set(results.flatMap(({ teacher }) => (isTeacher.has(teacher) ? [] : [teacher])));
  return [...unknown].map((teacher) => issue('support-results-unknown', 'warning', { file }, { teacher }));
}

/** Ids must not repeat over all files of offers. */
async function readAll(files: readonly SupportFile[]): Promise<readonly FormRead<Offer>[]> {
  const seen = new SeenRows();
  const read: FormRead<Offer>[] = [];
  for (const { source, name } of files) read.push(await readOffers(source, name, seen));
  return read;
}

async function optional<Value>(
  file: SupportFile | undefined,
  read: (source: ByteSource, name: string) => Promise<FormRead<Value>>,
): Promise<FormRead<Value> | undefined> {
  return file === undefined ? undefined : read(file.source, file.name);
}

function valuesOf<Value>(read: FormRead<Value> | undefined): readonly Value[] {
  return read?.rows.map(({ value }) => value) ?? [];
}

/** Pairs of the teachers' own rows come first, in the order of the rows. */
function settledPairs(
  teachers: readonly Placed<TeacherRow>[],
  offers: readonly Placed<Offer>[],
  locks: readonly Placed<TeacherAndOffer>[],
) {
  const own = teachers.flatMap(({ value, place }) =>
    value.locked.map((offer) => ({
      value: { teacher: value.teacher.teacher, offer },
      place: value.lockedAt ?? { ...place, column: LOCKED.id },
      isOwn: true,
    })),
  );
  const all = [...own, ...locks.map((each) => ({ ...each, isOwn: false }))];
  const settled = settleLocks(
    teachers.map(({ value }) => value.teacher),
    offers.map(({ value }) => value),
    all.map(({ value }, i) => ({ ...value, i })),
  );
  const issues: Issue[] = [];
  const held: Placed<TeacherAndOffer>[] = [];
  let refusedRows = 0;
  for (const { lock, clash } of settled) {
    const given = all[lock.i];
    if (given === undefined) continue;
    if (clash === undefined) held.push(given);
    else {
      issues.push(lockIssue(given.value, given.place, given.isOwn, clash));
      if (!given.isOwn) refusedRows += 1;
    }
  }
  return { held, issues, refusedRows };
}

function lockIssue({ teacher, offer }: TeacherAndOffer, place: Place, isOwn: boolean, why: LockFault): Issue {
  return isOwn
    ? issue('support-lock-ignored', 'warning', place, { offer, why })
    : issue('support-lock-refused', 'error', place, { teacher, offer, why });
}

function withRefused(file: SourceFile, rows: number): SourceFile {
  return {
    ...file,
    rowsAccepted: file.rowsAccepted - rows,
    rowsRejected: file.rowsRejected + rows,
  };
}

function withoutCandidate(of: Candidates, teachers: readonly Placed<TeacherRow>[]): readonly Issue[] {
  const { needStart, pairStart } = of.problem;
  return teachers.flatMap(({ value, place }) => {
    const { teacher } = value.teacher;
    const t = of.teacherAt(teacher) ?? 0;
    const hasNeeds = (needStart[t + 1] ?? 0) > (needStart[t] ?? 0);
    const hasPairs = (pairStart[t + 1] ?? 0) > (pairStart[t] ?? 0);
    return hasNeeds && !hasPairs ? [issue('support-no-candidate', 'warning', place, { teacher })] : [];
  });
}

function beyondTheMost(of: Candidates, deficits: readonly Placed<DeclaredDeficit>[]): readonly Issue[] {
  if (of.leftOut.length === 0) return [];
  const keyOf = ({ teacher, topic }: DeclaredDeficit) => JSON.stringify([teacher, topicKey(topic)]);
  const out = new Set(of.leftOut.map(keyOf));
  return deficits
    .filter(({ value }) => out.has(keyOf(value)))
    .map(({ place }) => issue('support-needs-many', 'warning', place, { most: MOST_NEEDS }));
}
