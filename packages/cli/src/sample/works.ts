/**
 * The works of the sample region.
 *
 * Maxima, levels, mark borders and solve rates of 2021 are those of one Russian region as a whole (Altai, ВПР 2021,
 * marks by the official description of the works); the works of 2026 have the columns of real protocols and invented
 * difficulties, those of 2025 other items of the same kind. Sections are our own short words.
 *
 * @module
 */
import type { Assessment, ItemLevel, MarkScale } from '@orientir/core/assessment';

/** An item and how it is solved. Shares 0..1. */
export interface SampleItem {
  readonly id: string;
  readonly max: number;
  readonly level: ItemLevel;
  readonly section: string;
  readonly solveRate: number;
  /** Share of pupils whose class has not had the topic. */
  readonly notTaught: number;
  readonly notAttempted: number;
}

export interface SampleWork {
  readonly year: 2021 | 2025 | 2026;
  readonly grade: number;
  readonly subject: string;
  /** Dative, for the name of the file of 2021. */
  readonly bySubject: string;
  readonly short: string;
  readonly items: readonly SampleItem[];
  readonly scale: MarkScale;
  /** Cumulated shares of the journal marks 2, 3, 4. */
  readonly journal: readonly [number, number, number];
}

const items = (
  section: string,
  level: ItemLevel,
  rows: readonly (readonly [
    id: string,
    max: number,
    rate: number,
    notTaught: number,
    notAttempted: number,
  ])[],
): readonly SampleItem[] =>
  rows.map(([id, max, solveRate, notTaught, notAttempted]) => ({
    id,
    max,
    level,
    section,
    solveRate,
    notTaught,
    notAttempted,
  }));

const borders = (three: number, four: number, five: number): MarkScale => [
  { mark: 2, min: 0 },
  { mark: 3, min: three },
  { mark: 4, min: four },
  { mark: 5, min: five },
];

const OWN_WORKS: readonly SampleWork[] = [
  {
    year: 2021,
    grade: 5,
    subject: 'Математика',
    bySubject: 'математике',
    short: 'МА',
    scale: borders(7, 11, 15),
    journal: [0.012, 0.403, 0.86],
    items: [
      ...items('Числа и дроби', 'basic', [
        ['1', 1, 0.609, 0.005, 0.03],
        ['2', 1, 0.558, 0.071, 0.042],
        ['3', 1, 0.732, 0.101, 0.025],
      ]),
      ...items('Текстовые задачи', 'basic', [
        ['4', 1, 0.394, 0.002, 0.095],
        ['5', 1, 0.757, 0, 0.015],
        ['6', 2, 0.445, 0.006, 0.094],
        ['7', 1, 0.573, 0, 0.046],
        ['8', 1, 0.357, 0.356, 0.083],
      ]),
      ...items('Вычисления', 'basic', [
        ['9', 2, 0.472, 0, 0.031],
        ['10', 2, 0.398, 0.001, 0.108],
      ]),
      ...items('Таблицы и диаграммы', 'basic', [
        ['11.1', 1, 0.901, 0.002, 0.008],
        ['11.2', 1, 0.768, 0.002, 0.011],
      ]),
      ...items('Геометрия', 'basic', [
        ['12.1', 1, 0.601, 0, 0.031],
        ['12.2', 1, 0.584, 0.002, 0.066],
      ]),
      ...items('Геометрия', 'advanced', [['13', 1, 0.304, 0.018, 0.142]]),
      ...items('Текстовые задачи', 'high', [['14', 2, 0.068, 0.008, 0.353]]),
    ],
  },
  {
    year: 2021,
    grade: 5,
    subject: 'Русский язык',
    bySubject: 'русскому языку',
    short: 'РУ',
    scale: borders(18, 29, 39),
    journal: [0.011, 0.404, 0.884],
    items: [
      ...items('Списывание текста', 'basic', [
        ['1K1', 4, 0.576, 0, 0.002],
        ['1K2', 3, 0.56, 0, 0.002],
        ['1K3', 2, 0.906, 0, 0.002],
      ]),
      ...items('Разборы', 'basic', [
        ['2K1', 3, 0.484, 0, 0.024],
        ['2K2', 3, 0.798, 0, 0.024],
        ['2K3', 3, 0.425, 0.011, 0.055],
        ['2K4', 3, 0.478, 0, 0.054],
      ]),
      ...items('Произношение и части речи', 'basic', [
        ['3', 2, 0.717, 0, 0.002],
        ['4.1', 3, 0.753, 0, 0.012],
        ['4.2', 2, 0.471, 0, 0.035],
      ]),
      ...items('Пунктуация', 'basic', [
        ['5.1', 2, 0.567, 0, 0.016],
        ['5.2', 2, 0.439, 0, 0.065],
        ['6.1', 2, 0.572, 0, 0.024],
        ['6.2', 1, 0.465, 0, 0.08],
        ['7.1', 2, 0.547, 0, 0.034],
        ['7.2', 1, 0.43, 0, 0.091],
      ]),
      ...items('Работа с текстом', 'advanced', [
        ['8', 2, 0.493, 0, 0.035],
        ['9', 2, 0.513, 0, 0.052],
        ['10', 1, 0.501, 0, 0.047],
        ['11', 1, 0.674, 0, 0.039],
        ['12', 1, 0.821, 0, 0.031],
      ]),
    ],
  },
  {
    year: 2026,
    grade: 4,
    subject: 'Русский язык',
    bySubject: 'русскому языку',
    short: 'РУ',
    scale: borders(10, 16, 21),
    journal: [0.011, 0.35, 0.87],
    items: [
      ...items('Звуки и ударение', 'basic', [
        ['1', 2, 0.71, 0, 0.01],
        ['2', 1, 0.74, 0, 0.012],
      ]),
      ...items('Предложение', 'basic', [
        ['3', 2, 0.62, 0, 0.02],
        ['4', 3, 0.66, 0, 0.02],
        ['5', 2, 0.55, 0.02, 0.03],
      ]),
      ...items('Слово', 'basic', [
        ['6', 1, 0.7, 0, 0.02],
        ['7', 1, 0.72, 0, 0.02],
        ['8', 2, 0.6, 0, 0.03],
      ]),
      ...items('Работа с текстом', 'advanced', [
        ['9.1', 1, 0.52, 0, 0.05],
        ['9.2', 2, 0.41, 0, 0.07],
        ['10.1', 1, 0.48, 0, 0.05],
        ['10.2', 2, 0.44, 0, 0.08],
      ]),
      ...items('Слово', 'basic', [['11', 1, 0.63, 0.03, 0.04]]),
      ...items('Работа с текстом', 'basic', [
        ['12.1', 2, 0.58, 0, 0.05],
        ['12.2', 1, 0.5, 0, 0.06],
      ]),
    ],
  },
  {
    year: 2026,
    grade: 5,
    subject: 'Математика',
    bySubject: 'математике',
    short: 'МА',
    scale: borders(7, 11, 16),
    journal: [0.012, 0.4, 0.86],
    items: [
      ...items('Числа и дроби', 'basic', [
        ['1', 1, 0.72, 0, 0.02],
        ['2', 1, 0.63, 0.06, 0.03],
        ['3', 1, 0.68, 0.04, 0.02],
        ['4', 1, 0.57, 0, 0.04],
      ]),
      ...items('Текстовые задачи', 'basic', [
        ['5', 1, 0.66, 0, 0.03],
        ['6', 1, 0.49, 0, 0.06],
        ['7', 2, 0.45, 0, 0.08],
        ['8', 1, 0.38, 0.18, 0.08],
      ]),
      ...items('Вычисления', 'basic', [
        ['9', 1, 0.7, 0, 0.02],
        ['10', 2, 0.47, 0, 0.06],
      ]),
      ...items('Таблицы и диаграммы', 'basic', [
        ['11.1', 1, 0.88, 0, 0.01],
        ['11.2', 1, 0.74, 0, 0.02],
      ]),
      ...items('Геометрия', 'basic', [
        ['12.1', 1, 0.62, 0, 0.03],
        ['12.2', 1, 0.55, 0, 0.06],
        ['13', 1, 0.5, 0, 0.06],
      ]),
      ...items('Геометрия', 'advanced', [['14', 2, 0.33, 0.02, 0.12]]),
      ...items('Текстовые задачи', 'advanced', [['15', 1, 0.31, 0, 0.15]]),
      ...items('Текстовые задачи', 'high', [['16', 2, 0.11, 0, 0.3]]),
    ],
  },
];

/** The work of the year before: other items on the same topics, some easier and some harder. */
function workYearBefore(work: SampleWork): SampleWork {
  return {
    ...work,
    year: 2025,
    items: work.items.map((item, i) => ({ ...item, solveRate: item.solveRate + ((i % 5) - 2) * 0.02 })),
  };
}

export const works: readonly SampleWork[] = [
  ...OWN_WORKS,
  ...OWN_WORKS.filter(({ year }) => year === 2026).map(workYearBefore),
];

/** The description that lies beside the files as `assessment.json`. */
export function describeSampleWork(work: SampleWork): Assessment {
  return {
    id: `vpr-${work.year}-${work.grade}-${work.subject.toLowerCase().replace(' ', '-')}`,
    programme: 'ВПР',
    subject: work.subject,
    grade: work.grade,
    schoolYear: `${work.year - 1}/${work.year}`,
    items: work.items.map(({ id, max, level, section }) => ({ id, maxPoints: max, level, section })),
    markScale: work.scale,
  };
}
