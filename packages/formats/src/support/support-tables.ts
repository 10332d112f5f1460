/**
 * A plan of support as tables for programs.
 *
 * @module
 */
import type { Cell, Column, ColumnKind, Table } from '@orientir/core/analysis';
import { compareText } from '@orientir/core/foundation';
import type { CapacityRow, DeclaredDeficit, SupportPlan } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import type { TeacherDeficits } from '@orientir/core/teacher-deficits';
import { privateDeficitTable } from '@orientir/core/teacher-deficits';
import type { CourseDue } from './support-forms.js';

/** Tables that name teachers, and tables that do not. */
export interface SupportTables {
  readonly open: readonly Table[];
  /** Only for those who arrange the support. */
  readonly private: readonly Table[];
}

/** What a plan was made from. */
export interface SupportGiven {
  /** All that count. */
  readonly deficits: readonly DeclaredDeficit[];
  readonly courses: readonly CourseDue[];
  /** What results were found to say; absent = none were given. */
  readonly results?: TeacherDeficits;
}

/** Lists inside a cell are joined by `|`; an empty cell is missing, and `reason` says why. */
export function supportTables(plan: SupportPlan, given: SupportGiven): SupportTables {
  const { figures, overview } = plan;
  const hasEarlier = overview.churn !== undefined;
  return {
    private: [
      table('deficits', DEFICITS, deficitRows(plan, given)),
      ...(given.courses.length === 0 ? [] : [table('courses-due', COURSES, courseRows(plan, given.courses))]),
      table(
        'matches',
        MATCHES,
        figures.seats.map((seat) => [
          seat.teacher,
          seat.offer,
          seat.covers.join('|'),
          seat.price,
          seat.alternative?.offers.join('|'),
          seat.alternative?.loss,
          seat.isLocked ? 'locked' : undefined,
          [seat.isLocked ? 'locked' : '', hasEarlier ? (seat.isKept ? 'kept' : 'new') : '']
            .filter((note) => note !== '')
            .join('|') || undefined,
        ]),
      ),
      table(
        'unmet',
        UNMET,
        figures.unmet.map(({ teacher, topic, severity, why, note }) => [teacher, topic, severity, why, note]),
      ),
      ...(figures.floors.length === 0
        ? []
        : [
            table(
              'floors',
              FLOORS,
              figures.floors.map(({ group, school, needs, asked, met, most }) => [
                group,
                school,
                needs,
                asked,
                met,
                most,
                met >= asked ? undefined : most < asked ? 'not-possible' : 'not-reached',
              ]),
            ),
          ]),
    ],
    open: [
      table(
        'capacity',
        CAPACITY,
        overview.capacity.map((row) => [
          row.offer,
          row.places,
          row.used,
          row.price,
          row.gainOfOneMore,
          capacityNote(row),
        ]),
      ),
      table(
        'needs',
        NEEDS,
        overview.needRows.map(({ topic, subject, severity, needs, met, unmet, hasWeakOffers }) => [
          topic,
          subject,
          severity,
          needs,
          met,
          unmet.map(({ why, needs: count }) => `${why}:${count}`).join('|') || undefined,
          hasWeakOffers ? 'weak-offers' : undefined,
        ]),
      ),
    ],
  };
}

function capacityNote({ places, used, isTooSmall }: CapacityRow): string | undefined {
  if (places === 0) return 'no-places';
  if (isTooSmall) return 'group-too-small';
  return used === places ? 'full' : undefined;
}

/**
 * Declared ones in their order, then all that results say of these teachers; of the latter the severity is empty, with the reason
 * `declared-first`, where a declared one goes before it.
 */
function deficitRows(
  { candidates }: SupportPlan,
  { deficits, results }: SupportGiven,
): readonly (readonly Cell[])[] {
  if (results === undefined) return deficits.map(deficitRow);
  const keyOf = (teacher: string, topic: string) => JSON.stringify([teacher, topicKey(topic)]);
  const table = privateDeficitTable(results);
  const [teacherAt = 0, topicAt = 0, severityAt = 0, reasonAt = 0] = [
    'teacher',
    'topic',
    'severity',
    'reason',
  ].map((id) => table.columns.findIndex((column) => column.id === id));
  const supposed = new Set(
    table.rows.flatMap((row) =>
      row[severityAt] === undefined ? [] : [keyOf(String(row[teacherAt]), String(row[topicAt]))],
    ),
  );
  const declared = deficits.filter(
    (of) => of.source !== 'results' || !supposed.has(keyOf(of.teacher, of.topic)),
  );
  const first = new Set(declared.map((of) => keyOf(of.teacher, of.topic)));
  return [
    ...declared.map(deficitRow),
    ...table.rows
      .filter((row) => candidates.teacherAt(String(row[teacherAt])) !== undefined)
      .map((row) =>
        row[severityAt] !== undefined && first.has(keyOf(String(row[teacherAt]), String(row[topicAt])))
          ? row.map((cell, c) => (c === severityAt ? undefined : c === reasonAt ? 'declared-first' : cell))
          : row,
      ),
  ];
}

/** Courses that are not done, by teacher in the order of their codes, then by the day. */
function courseRows(
  { candidates }: SupportPlan,
  courses: readonly CourseDue[],
): readonly (readonly Cell[])[] {
  return courses
    .filter(({ done }) => !done)
    .sort(
      (one, other) =>
        compareText(one.teacher, other.teacher) ||
        compareText(one.due ?? '9', other.due ?? '9') ||
        compareText(one.course, other.course),
    )
    .map(({ teacher, course, due, hours }) => {
      const { school, subject } = candidates.teachers[candidates.teacherAt(teacher) ?? -1] ?? {};
      return [teacher, school, subject, course, due, hours, due === undefined ? 'no-date' : undefined];
    });
}

function deficitRow({ teacher, topic, severity, source }: DeclaredDeficit): readonly Cell[] {
  return [teacher, topic, severity, undefined, undefined, source, 'declared', undefined];
}

const text = (id: string): Column => ({ id, kind: 'text' });
const number = (id: string, kind: ColumnKind = 'number'): Column => ({ id, kind });

const DEFICITS = [
  text('teacher'),
  text('topic'),
  number('severity', 'count'),
  number('probability', 'share'),
  number('n', 'count'),
  text('source'),
  text('reason'),
  text('note'),
];
const COURSES = [
  text('teacher'),
  text('school'),
  text('subject'),
  text('course'),
  text('due'),
  number('hours'),
  text('reason'),
];
const MATCHES = [
  text('teacher'),
  text('offer'),
  text('covers'),
  number('price'),
  text('alternative'),
  number('loss'),
  text('reason'),
  text('note'),
];
const UNMET = [text('teacher'), text('topic'), number('severity', 'count'), text('why'), text('note')];
const FLOORS = [
  text('group'),
  text('school'),
  number('needs', 'count'),
  number('asked', 'share'),
  number('met', 'share'),
  number('most', 'share'),
  text('note'),
];
const CAPACITY = [
  text('offer'),
  number('places', 'count'),
  number('used', 'count'),
  number('price'),
  number('gain_of_one_more'),
  text('note'),
];
const NEEDS = [
  text('topic'),
  text('subject'),
  number('severity', 'count'),
  number('teachers', 'count'),
  number('met', 'count'),
  text('why_unmet'),
  text('note'),
];

function table(name: string, columns: readonly Column[], rows: Table['rows']): Table {
  return { name, columns, rows };
}
