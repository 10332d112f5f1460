/** Invented data of charts with one or two series, of any size, for tests. @module */
import type { Language } from '@orientir/core/foundation';
import { checkpointSchedules } from '@orientir/core/school-profile';
import { checkpointDynamics } from '../src/dynamics/checkpoint-dynamics.js';
import type { DynamicsData } from '../src/dynamics/dynamics-data.js';
import type { QuadrantData } from '../src/quadrant/quadrant-data.js';
import type { RadarData } from '../src/radar/radar-data.js';
import { about, schoolName, wave } from './sample-charts.js';

const AXES = [
  'Числа и вычисления',
  'Текстовые задачи',
  'Геометрия',
  'Работа с данными',
  'Алгебраические выражения',
  'Уравнения и неравенства',
  'Функции',
  'Вероятность',
];

const valuesOf = (count: number, by: number, n: number) =>
  Array.from({ length: count }, (_, i) =>
    i === 5 && by < 2 ? { n: 0, reason: 'not-taught' } : about(0.25 + 0.6 * wave(i + 1, by), n + 7 * i),
  );

export function sampleRadar(axes: number, series = 2): RadarData {
  return {
    schema: 'orientir.radar',
    version: 1,
    unit: { name: 'СОШ № 3' },
    assessment: {
      id: 'vpr-2026-7-математика',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 7,
      schoolYear: '2025/2026',
    },
    axes: Array.from({ length: axes }, (_, i) => ({ id: `s${i + 1}`, name: AXES[i % AXES.length] ?? '' })),
    series: [
      { name: 'СОШ № 3', values: valuesOf(axes, 1.7, 48) },
      { name: 'Заречный район', values: valuesOf(axes, 2.3, 1240) },
    ].slice(0, series),
    source: 'вымышленные данные',
    synthetic: true,
  };
}

export function sampleQuadrant(schools: number): QuadrantData {
  return {
    schema: 'orientir.quadrant',
    version: 1,
    unit: { name: 'Заречный район' },
    measure: 'quality',
    context: { name: 'индекс условий по социальному паспорту', from: 0, to: 100, hardFrom: 60 },
    borders: { lowBelow: 0.35, highFrom: 0.6 },
    schools: Array.from({ length: schools }, (_, i) => {
      const identity = { id: `school-${i + 1}`, name: schoolName(i) };
      if (i % 13 === 12) return { ...identity, context: 40, n: 6, reason: 'suppressed-small' };
      const n = 12 + ((i * 37) % 90);
      const context = Math.round(100 * wave(i, 2.4));
      const share = Math.max(0.04, Math.min(0.96, 0.7 - context * 0.004 + 0.4 * (wave(i, 1.1) - 0.5)));
      const [low, high] = [share - 1 / Math.sqrt(n), share + 1 / Math.sqrt(n)];
      const result =
        low >= 0.6 ? 'high' : high < 0.35 ? 'low' : low >= 0.35 && high < 0.6 ? 'middle' : 'undetermined';
      return { ...identity, ...(i % 11 === 10 ? {} : { context }), ...about(share, n * 2), result };
    }),
    source: 'вымышленные данные',
    synthetic: true,
  };
}

export function sampleDynamics(years: number, series = 2): DynamicsData {
  const reasons: Readonly<Record<number, string>> = { 3: 'instrument', 7: 'пересмотрены задания' };
  return {
    schema: 'orientir.dynamics',
    version: 1,
    unit: { name: 'СОШ № 3' },
    assessment: { id: 'vpr-5-математика', programme: 'ВПР', subject: 'Математика', grade: 5 },
    measure: 'quality',
    steps: Array.from({ length: years }, (_, i) => {
      const breakBefore = reasons[i];
      return {
        id: `year-${i + 1}`,
        name: `${2019 + i}/${2020 + i}`,
        ...(breakBefore === undefined ? {} : { breakBefore }),
      };
    }),
    series: [
      { name: 'СОШ № 3', values: valuesOf(years, 1.7, 48) },
      { name: 'Заречный район', values: valuesOf(years, 2.3, 1240) },
    ].slice(0, series),
    source: 'вымышленные данные',
    synthetic: true,
  };
}

/** Three checkpoints of a school as its form states them; the last one is still to come. */
export function sampleCheckpoints(language: Language): DynamicsData {
  const about = { school: 's3', indicator: language === 'ru' ? 'Успеваемость' : 'Pass share' };
  const { schedules } = checkpointSchedules([
    {
      ...about,
      checkpoint: 'primary',
      date: '2025-09-30',
      planned: 0.6,
      measured: { share: 0.5, n: 60 },
    },
    {
      ...about,
      checkpoint: 'intermediate',
      date: '2026-01-20',
      planned: 0.65,
      measured: { share: 0.62, n: 58 },
    },
    { ...about, checkpoint: 'final', date: '2026-05-18', planned: 0.7 },
  ]);
  const [schedule] = schedules;
  if (schedule === undefined) throw new Error('no schedule');
  return checkpointDynamics(schedule, {
    schoolName: language === 'ru' ? 'СОШ № 3' : 'School 3',
    language,
    synthetic: true,
  });
}
