/**
 * The single forms: what a row of each says.
 *
 * @module
 */
import type { Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { DeclaredDeficit, Offer, Teacher, TeacherAndOffer } from '@orientir/core/support';
import { SUPPORT_RULES, topicKey } from '@orientir/core/support';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import type { FormRead, FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import {
  CLASSES,
  COST,
  COURSE,
  COURSE_COLUMNS,
  DEFICIT_COLUMNS,
  DONE,
  DUE,
  FORMAT,
  GROUP_COLUMNS,
  HOURS,
  HOURS_LEFT,
  KIND,
  LIMIT,
  LOCKED,
  MIN_GROUP,
  OFFER,
  OFFER_COLUMNS,
  PAIR_COLUMNS,
  PLACE,
  PLACES,
  SCHOOL,
  SEVERITY,
  SLOT,
  SLOTS,
  SOURCE,
  STRENGTH,
  SUBJECT,
  TEACHER,
  TEACHER_COLUMNS,
  TOPIC,
  TOPICS,
} from './support-columns.js';

/** A teacher and the offers that the row settles. */
export interface TeacherRow {
  readonly teacher: Teacher;
  readonly classes: readonly string[];
  readonly locked: readonly string[];
  /** The cell that settles them. */
  readonly lockedAt?: Place;
}

/** A course that a teacher has to take («КПК»). */
export interface CourseDue {
  readonly teacher: string;
  readonly course: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly hours?: number;
  readonly done: boolean;
}

export function readTeachers(source: ByteSource, file: string): Promise<FormRead<TeacherRow>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'teachers',
    columns: TEACHER_COLUMNS,
    required: [TEACHER],
    read: (row) => {
      const teacher = once(row, seen, row.needed(TEACHER), TEACHER);
      const hours = row.number(HOURS_LEFT);
      const locked = row.list(LOCKED);
      const value: Teacher = {
        teacher,
        ...stated(row.text(SCHOOL), (text) => ({ school: text })),
        ...stated(row.text(SUBJECT), (text) => ({ subject: text })),
        limit: row.count(LIMIT) ?? SUPPORT_RULES.limit,
        slots: row.list(SLOTS),
        ...(hours === undefined ? {} : { hours }),
        groups: groupsOf(row),
      };
      if (row.isRefused) return undefined;
      seen.add(teacher, row.place);
      return {
        teacher: value,
        classes: row.list(CLASSES),
        locked,
        ...(locked.length === 0 ? {} : { lockedAt: row.placeOf(LOCKED) }),
      };
    },
  });
}

export function readOffers(source: ByteSource, file: string, seen: SeenRows): Promise<FormRead<Offer>> {
  return readForm(source, file, {
    layout: 'offers',
    columns: OFFER_COLUMNS,
    required: [OFFER, TOPICS, PLACES],
    read: (row) => {
      const offer = once(row, seen, row.needed(OFFER), OFFER);
      row.needed(TOPICS);
      row.needed(PLACES);
      const strength = row.degree(STRENGTH);
      const places = row.count(PLACES);
      const minGroup = row.count(MIN_GROUP) ?? 0;
      const rest = {
        kind: row.text(KIND),
        topics: row.list(TOPICS),
        minGroup,
        ...stated(row.text(SLOT), (text) => ({ slot: text })),
        ...stated(row.text(FORMAT), (text) => ({ format: text })),
        ...stated(row.text(PLACE), (text) => ({ place: text })),
        hours: row.number(HOURS) ?? 0,
        cost: row.number(COST) ?? 0,
      };
      if (places !== undefined && places > 0 && minGroup > places)
        row.issues.push(issue('support-group-above', 'error', row.placeOf(MIN_GROUP), { minGroup, places }));
      if (strength === undefined || places === undefined || row.isRefused) return undefined;
      if (places === 0)
        row.issues.push(issue('support-places-none', 'warning', row.placeOf(PLACES), { offer }));
      seen.add(offer, row.place);
      return { offer, strength, places, ...rest };
    },
  });
}

/** Takes `private/deficits.csv` of an analysis too; its rows without a severity say why there is none. */
export function readDeficits(
  source: ByteSource,
  file: string,
  isTeacher: ReadonlySet<string>,
): Promise<FormRead<DeclaredDeficit>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'deficits',
    columns: [...DEFICIT_COLUMNS, REASON],
    required: [TEACHER, TOPIC, SEVERITY],
    passedOver: ['probability', 'n', 'note'],
    read: (row) => {
      const teacher = known(row, isTeacher);
      const topic = row.needed(TOPIC);
      if (row.text(SEVERITY) === '' && row.text(REASON) !== '') return undefined;
      const severity = row.degree(SEVERITY);
      const from = row.text(SOURCE);
      const key = JSON.stringify([teacher, topicKey(topic), topicKey(from)]);
      const before = seen.before(key, row.place);
      if (before !== undefined) {
        const columns = `${TEACHER.id}, ${TOPIC.id}, ${SOURCE.id}`;
        row.issues.push(issue('support-duplicate', 'error', row.placeOf(TOPIC), { columns, ...before }));
      }
      if (severity === undefined || row.isRefused) return undefined;
      seen.add(key, row.place);
      return { teacher, topic, severity, ...stated(from, (text) => ({ source: text })) };
    },
  });
}

/** Settled pairs, or those of an earlier `matches.csv`, whose other columns are passed over. */
export function readPairs(
  source: ByteSource,
  file: string,
  layout: 'locks' | 'matches',
): Promise<FormRead<TeacherAndOffer>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout,
    columns: PAIR_COLUMNS,
    required: PAIR_COLUMNS,
    passedOver: ['covers', 'price', 'alternative', 'loss', 'reason', 'note'],
    read: (row) => {
      const [teacher, offer] = [row.needed(TEACHER), row.needed(OFFER)];
      const key = JSON.stringify([teacher, offer]);
      const before = seen.before(key, row.place);
      if (before !== undefined && layout === 'matches') {
        const columns = `${TEACHER.id}, ${OFFER.id}`;
        row.issues.push(issue('support-duplicate', 'error', row.placeOf(OFFER), { columns, ...before }));
      }
      seen.add(key, row.place);
      return { teacher, offer };
    },
  });
}

export function readCourses(
  source: ByteSource,
  file: string,
  isTeacher: ReadonlySet<string>,
): Promise<FormRead<CourseDue>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'courses',
    columns: COURSE_COLUMNS,
    required: [TEACHER, COURSE],
    read: (row) => {
      const teacher = known(row, isTeacher);
      const course = row.needed(COURSE);
      const due = row.date(DUE);
      const hours = row.number(HOURS);
      const key = JSON.stringify([teacher, topicKey(course)]);
      const before = seen.before(key, row.place);
      if (before !== undefined) {
        const columns = `${TEACHER.id}, ${COURSE.id}`;
        row.issues.push(issue('support-duplicate', 'error', row.placeOf(COURSE), { columns, ...before }));
      }
      const done = row.flag(DONE);
      if (row.isRefused) return undefined;
      seen.add(key, row.place);
      return {
        teacher,
        course,
        ...(due === undefined ? {} : { due }),
        ...(hours === undefined ? {} : { hours }),
        done,
      };
    },
  });
}

const REASON: FormColumn = {
  id: 'reason',
  also: 'почему нет значения',
  ru: 'Почему нет значения',
  en: 'Why there is no value',
  example: '',
};

/** An id that stands a second time is refused. */
function once(row: FormRow, seen: SeenRows, id: string, column: FormColumn): string {
  const before = seen.before(id, row.place);
  if (before !== undefined)
    row.issues.push(
      issue('support-duplicate', 'error', row.placeOf(column), { columns: column.id, ...before }),
    );
  return id;
}

/** A teacher who has a row among the teachers. */
function known(row: FormRow, isTeacher: ReadonlySet<string>): string {
  const id = row.needed(TEACHER);
  if (id !== '' && !isTeacher.has(id))
    row.issues.push(issue('support-unknown', 'error', row.placeOf(TEACHER), { column: TEACHER.id, id }));
  return id;
}

function groupsOf(row: FormRow): Teacher['groups'] {
  return GROUP_COLUMNS.filter((column) => row.flag(column)).map(({ id }) => id);
}

/** A field for a text that is there. */
function stated<Field extends object>(
  text: string,
  field: (text: string) => Field,
): Field | Record<string, never> {
  return text === '' ? {} : field(text);
}
