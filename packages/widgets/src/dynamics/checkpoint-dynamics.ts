import type { Language } from '@orientir/core/foundation';
import type { Checkpoint, CheckpointSchedule } from '@orientir/core/school-profile';
import type { ChartOrigin } from '../chart/chart-data.js';
import { shareOf } from '../chart/chart-data.js';
import type { DynamicsData } from './dynamics-data.js';

export interface CheckpointDynamicsOptions extends ChartOrigin {
  /** Name of the school as people know it. */
  readonly schoolName: string;
  /** Of the names of checkpoints and series. */
  readonly language: Language;
}

const WORDS: Readonly<Record<Language, Readonly<Record<Checkpoint | 'planned' | 'measured', string>>>> = {
  ru: {
    primary: 'Первичный',
    intermediate: 'Промежуточный',
    final: 'Итоговый',
    planned: 'План',
    measured: 'Измерено',
  },
  en: {
    primary: 'Primary',
    intermediate: 'Intermediate',
    final: 'Final',
    planned: 'Planned',
    measured: 'Measured',
  },
};

/** Three checkpoints of an indicator: what was measured, with its interval, and what was planned. */
export function checkpointDynamics(
  { indicator, points }: CheckpointSchedule,
  { schoolName, language, source, synthetic }: CheckpointDynamicsOptions,
): DynamicsData {
  const words = WORDS[language];
  return {
    schema: 'orientir.dynamics',
    version: 1,
    unit: { name: schoolName },
    measure: indicator,
    steps: points.map(({ checkpoint, date }) => ({
      id: checkpoint,
      name: words[checkpoint],
      ...(date === undefined ? {} : { date }),
    })),
    series: [
      { name: words.measured, values: points.map(({ measured }) => shareOf(measured)) },
      { name: words.planned, values: points.map(({ planned }) => shareOf(planned)) },
    ],
    ...(source === undefined ? {} : { source }),
    ...(synthetic === true ? { synthetic } : {}),
  };
}
