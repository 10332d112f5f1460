import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import type { Assessment, ResponseBlock } from '@orientir/core/assessment';
import { NOT_TAUGHT } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';

/** A text that must never become markup. */
export const HOSTILE = '<script>alert("x")</script> & {{x}}';

const ITEMS: Assessment['items'] = [
  { id: '1', maxPoints: 1, level: 'basic', section: 'Числа' },
  { id: '2', maxPoints: 1, level: 'basic', section: 'Числа' },
  { id: '3', maxPoints: 1, level: 'basic', section: 'Числа' },
  { id: '4', maxPoints: 1, level: 'basic', section: 'Задачи' },
  { id: '5', maxPoints: 2, level: 'advanced', section: 'Задачи' },
  { id: '6', maxPoints: 1, level: 'basic', section: 'Чтение таблиц', skill: 'metasubject' },
];

/**
 * Four schools: `s1` solves numbers and no problems; `s2` solves problems and no numbers; `s3` is in the middle; `s4` has four
 * pupils. Invented; nothing in it resembles anybody.
 */
export function inventedRegion(subject = 'Математика', schoolYear = '2025/2026'): FullAnalysis {
  const sizes = [40, 40, 60, 4];
  const school = sizes.flatMap((size, index) => Array.from({ length: size }, () => index));
  const rows = school.length;
  // 0..9, the same in every school: how well a pupil does in numbers, and in problems.
  const numbers = (row: number) => (row * 7) % 10;
  const problems = (row: number) => (row * 3 + Math.floor(row / 10)) % 10;
  const lift = (row: number, ...by: readonly number[]) => by[school[row] ?? 0] ?? 0;
  const column = (points: (row: number) => number) =>
    Uint8Array.from({ length: rows }, (_, row) => points(row));
  const block: ResponseBlock = {
    assessment: {
      id: `vpr-${schoolYear.slice(5)}-5-${subject}`,
      programme: 'ВПР',
      subject,
      grade: 5,
      schoolYear,
      items: ITEMS,
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 3 },
        { mark: 4, min: 5 },
        { mark: 5, min: 6 },
      ],
    },
    rows,
    units: sizes.map((_, index) => ({
      municipality: index < 2 ? 'Северный район' : 'Южный район',
      school: `s${index + 1}`,
      class: '5А',
    })),
    unit: Uint32Array.from(school),
    variants: [''],
    variant: new Uint16Array(rows),
    teachers: ['учитель-17'],
    teacher: new Uint32Array(rows).fill(1),
    groupings: [
      {
        column: 'sex',
        values: ['ж', 'м'],
        value: Uint32Array.from({ length: rows }, (_, row) => 1 + (row % 2)),
      },
    ],
    points: [
      column((row) => (numbers(row) + lift(row, 9, -3, 2, 5) >= 4 ? 2 : 0)),
      column((row) => (numbers(row) + lift(row, 9, -4, 2, 5) >= 5 ? 2 : 0)),
      column((row) => (numbers(row) + lift(row, 8, -4, 2, 5) >= 6 ? 2 : 0)),
      column((row) => (problems(row) + lift(row, -5, 8, 2, 5) >= 3 ? 2 : 0)),
      column((row) =>
        school[row] === 0 && row % 5 === 0 ? NOT_TAUGHT : problems(row) + lift(row, -5, 8, 2, 5) >= 4 ? 4 : 0,
      ),
      column((row) => (row % 10 < (school[row] === 2 ? 2 : 7) ? 2 : 0)),
    ],
    mark: new Uint8Array(rows),
    journalMark: new Uint8Array(rows),
    absent: Uint8Array.from({ length: rows }, (_, row) => (row === rows - 1 ? 1 : 0)),
  };
  return analyseFully(add(empty(), block));
}

/** Sixteen schools with the same pupils; in `s1` whoever is a point under the only border has that point. */
export function bunchedRegion(): FullAnalysis {
  const [schools, pupils, items, border] = [16, 100, 10, 5];
  const rows = schools * pupils;
  const total = (row: number) => {
    const level = (row * 7 + Math.floor(row / pupils)) % (items + 1);
    return row < pupils && level === border - 1 ? border : level;
  };
  return analyseFully(
    add(empty(), {
      assessment: {
        id: 'vpr-2026-5-математика',
        programme: 'ВПР',
        subject: 'Математика',
        grade: 5,
        schoolYear: '2025/2026',
        items: Array.from({ length: items }, (_, item) => ({ id: `${item + 1}`, maxPoints: 1 })),
        markScale: [
          { mark: 2, min: 0 },
          { mark: 3, min: border },
        ],
      },
      rows,
      units: Array.from({ length: schools }, (_, at) => ({ region: 'Край', school: `s${at + 1}` })),
      unit: Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / pupils)),
      variants: [''],
      variant: new Uint16Array(rows),
      teachers: [],
      teacher: new Uint32Array(rows),
      points: Array.from({ length: items }, (_, item) =>
        Uint8Array.from({ length: rows }, (__, row) => (total(row) > item ? 2 : 0)),
      ),
      mark: new Uint8Array(rows),
      journalMark: new Uint8Array(rows),
      absent: new Uint8Array(rows),
    }),
  );
}

/** A work with very many sections with very long names in one school. */
export function overfullRegion(): FullAnalysis {
  const long = 'Очень длинное название раздела программы, которое не помещается ни в одну строку ';
  const rows = 120;
  const items = Array.from({ length: 60 }, (_, index) => ({
    id: `${index + 1}K${index}`,
    maxPoints: 1,
    level: 'basic' as const,
    section: `${long}${HOSTILE} ${Math.floor(index / 2)}`,
  }));
  return analyseFully(
    add(empty(), {
      assessment: {
        id: 'long',
        programme: 'Диагностика',
        subject: `${long}${HOSTILE}`,
        grade: 5,
        schoolYear: '2025/2026',
        items,
      },
      rows,
      units: ['s1', 's2'].map((school) => ({ municipality: `${long}${HOSTILE}`, school, class: '5А' })),
      unit: Uint32Array.from({ length: rows }, (_, row) => row % 2),
      variants: [''],
      variant: new Uint16Array(rows),
      teachers: [],
      teacher: new Uint32Array(rows),
      points: items.map((_, index) =>
        Uint8Array.from({ length: rows }, (__, row) => ((row * (index + 3) + row) % 11 < 3 ? 2 : 0)),
      ),
      mark: new Uint8Array(rows),
      journalMark: new Uint8Array(rows),
      absent: new Uint8Array(rows),
    }),
  );
}
