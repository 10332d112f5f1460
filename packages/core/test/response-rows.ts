import type { Assessment, ResponseBlock, Unit } from '../src/assessment/index.js';

/** One pupil of a test: unit, points in points (or a state code above 250), marks. */
export interface Row {
  readonly unit?: Unit;
  readonly variant?: string;
  readonly teacher?: string;
  /** Half points or a state code, one for each item. */
  readonly codes: readonly number[];
  readonly mark?: number;
  readonly journalMark?: number;
  readonly absent?: boolean;
  readonly sex?: string;
}

/** An assessment with items `1…n` of the given maxima. */
export function anAssessment(
  maxima: readonly (number | undefined)[],
  extra: Partial<Assessment> = {},
): Assessment {
  return {
    id: 'work',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2025/2026',
    items: maxima.map((max, i) =>
      max === undefined ? { id: `${i + 1}` } : { id: `${i + 1}`, maxPoints: max },
    ),
    ...extra,
  };
}

/** Puts rows into a block. */
export function aBlock(assessment: Assessment, rows: readonly Row[]): ResponseBlock {
  const unitKeys = [...new Set(rows.map((row) => JSON.stringify(row.unit ?? {})))];
  const variants = [...new Set(rows.map((row) => row.variant ?? ''))];
  const teachers = [...new Set(rows.flatMap((row) => (row.teacher === undefined ? [] : [row.teacher])))];
  const sexes = [...new Set(rows.flatMap(({ sex }) => (sex === undefined ? [] : [sex])))];
  return {
    assessment,
    rows: rows.length,
    units: unitKeys.map((key): Unit => JSON.parse(key)),
    unit: Uint32Array.from(rows, (row) => unitKeys.indexOf(JSON.stringify(row.unit ?? {}))),
    variants,
    variant: Uint16Array.from(rows, (row) => variants.indexOf(row.variant ?? '')),
    teachers,
    teacher: Uint32Array.from(rows, (row) =>
      row.teacher === undefined ? 0 : teachers.indexOf(row.teacher) + 1,
    ),
    ...(sexes.length === 0
      ? {}
      : {
          groupings: [
            {
              column: 'sex',
              values: sexes,
              value: Uint32Array.from(rows, ({ sex }) => (sex === undefined ? 0 : sexes.indexOf(sex) + 1)),
            },
          ],
        }),
    points: assessment.items.map((_, item) => Uint8Array.from(rows, (row) => row.codes[item] ?? 255)),
    mark: Uint8Array.from(rows, (row) => row.mark ?? 0),
    journalMark: Uint8Array.from(rows, (row) => row.journalMark ?? 0),
    absent: Uint8Array.from(rows, (row) => (row.absent ? 1 : 0)),
  };
}
