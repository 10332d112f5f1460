/**
 * The data of `<orientir-dynamics>`: a share over years or checkpoints, and where the series breaks.
 *
 * @module
 */
import type { Analysis } from '@orientir/core/analysis';
import { compareNatural } from '@orientir/core/foundation';
import type { ChartAssessment, ChartGroup, ChartOptions, ChartOrigin, Checked } from '../chart/chart-data.js';
import {
  ALL,
  chartAssessment,
  chartFacts,
  checkDocument,
  isChartAssessment,
  isList,
  isRecord,
  shareOf,
} from '../chart/chart-data.js';
import type { ChartMeasure } from '../chart/measures.js';
import type { ChartSeries } from '../chart/series.js';
import { isSeriesList } from '../chart/series.js';

/** Why a step must not be compared with those before: another instrument, or another scale of marks. */
export type BreakReason = 'instrument' | 'scale';

/** A year or a checkpoint. */
export interface DynamicsStep {
  readonly id: string;
  readonly name: string;
  /** `2025-09-30`, shown below the name as the language writes it. */
  readonly date?: string;
  /** The series breaks before this step; a reason in words of its own is shown as it is. */
  readonly breakBefore?: BreakReason | string;
}

/** Version 1. A file with another version is refused politely. */
export interface DynamicsData extends ChartOrigin {
  readonly schema: 'orientir.dynamics';
  readonly version: 1;
  readonly unit: { readonly name: string };
  /** The work without its year, where all steps are of one. */
  readonly assessment?: ChartAssessment;
  /** What the shares are of; text of its own is shown as it is. */
  readonly measure: ChartMeasure | string;
  /** The oldest first. */
  readonly steps: readonly DynamicsStep[];
  /** One or two: a school and its municipality. */
  readonly series: readonly ChartSeries[];
}

export interface DynamicsOptions extends ChartOptions {
  /** Points of different works are different things, so only shares of marks. @defaultValue `quality` */
  readonly measure?: Exclude<ChartMeasure, 'solve-rate'>;
  /** What the group is set beside. */
  readonly comparator?: { readonly group: ChartGroup; readonly name: string };
  /** Before which works the series breaks, by their id: the figures alone cannot tell. */
  readonly breaks?: ReadonlyMap<string, BreakReason>;
}

/**
 * Takes all years of a work out of an analysis: works with its programme, subject and grade. Absent when it has no such work or
 * group, or fewer than two years. Name only groups that the reader may see.
 */
export function dynamicsData(
  analysis: Analysis,
  { measure = 'quality', comparator, breaks = new Map(), ...options }: DynamicsOptions,
): DynamicsData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, assessment: _, unit, ...origin } = found;
  const works = analysis.assessments
    .filter(
      ({ programme, subject, grade, schoolYear }) =>
        programme === of.programme &&
        subject === of.subject &&
        grade === of.grade &&
        schoolYear !== undefined,
    )
    .sort(
      (one, other) =>
        compareNatural(one.schoolYear ?? '', other.schoolYear ?? '') || compareNatural(one.id, other.id),
    );
  if (new Set(works.map(({ schoolYear }) => schoolYear)).size < 2) return undefined;
  const seriesOf = (group: ChartGroup, name: string): ChartSeries => {
    const own = new Map(
      analysis.testResults
        .filter((test) => test.level === group.level && test.unit === group.unit)
        .map((test) => [test.assessment, measure === 'pass' ? test.passShare : test.qualityShare]),
    );
    return {
      name,
      values: works.map(({ id }) => {
        const figure = own.get(id);
        return figure === undefined ? { n: 0, reason: 'no-pupils' } : shareOf(figure);
      }),
    };
  };
  const { schoolYear: _year, ...work } = chartAssessment(of);
  return {
    schema: 'orientir.dynamics',
    version: 1,
    unit: { name: unit.name },
    assessment: work,
    measure,
    steps: works.map(({ id, schoolYear = '' }) => {
      const breakBefore = breaks.get(id);
      return { id, name: schoolYear, ...(breakBefore === undefined ? {} : { breakBefore }) };
    }),
    series: [
      seriesOf(options.whole ?? ALL, options.wholeName),
      ...(comparator === undefined ? [] : [seriesOf(comparator.group, comparator.name)]),
    ],
    ...origin,
  };
}

/** The door of the widget. */
export function checkDynamicsData(value: unknown): Checked<DynamicsData> {
  return checkDocument(
    value,
    'orientir.dynamics',
    ({ unit, assessment, measure, steps, series }) =>
      isRecord(unit) &&
      typeof unit.name === 'string' &&
      (assessment === undefined || (isRecord(assessment) && isChartAssessment(assessment))) &&
      typeof measure === 'string' &&
      isList(
        steps,
        ({ id, name, date, breakBefore }) =>
          typeof id === 'string' &&
          typeof name === 'string' &&
          (date === undefined || typeof date === 'string') &&
          (breakBefore === undefined || typeof breakBefore === 'string'),
      ) &&
      isSeriesList(series, steps.length),
  );
}
