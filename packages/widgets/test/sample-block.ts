/** Results of invented pupils, for tests of builders. @module */
import type { Assessment, ResponseBlock } from '@orientir/core/assessment';

export interface SampleSchool {
  readonly id: string;
  /** Pupils. */
  readonly n: number;
  /** Those of them who have mark 2 and no points; the others have mark 4 and all points. */
  readonly low: number;
}

/** A work written by schools of one municipality. Items have one point at most. */
export function sampleBlock(assessment: Assessment, schools: readonly SampleSchool[]): ResponseBlock {
  const rows = schools.flatMap(({ n, low }, school) =>
    Array.from({ length: n }, (_, pupil) => ({ school, isLow: pupil < low })),
  );
  const zeros = () => new Uint8Array(rows.length);
  return {
    assessment,
    rows: rows.length,
    units: schools.map(({ id }) => ({ municipality: 'Район', school: id })),
    unit: Uint32Array.from(rows, ({ school }) => school),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: ['учитель-17'],
    teacher: Uint32Array.from(rows, () => 1),
    points: assessment.items.map(() => Uint8Array.from(rows, ({ isLow }) => (isLow ? 0 : 2))),
    mark: Uint8Array.from(rows, ({ isLow }) => (isLow ? 2 : 4)),
    journalMark: zeros(),
    absent: zeros(),
  };
}
