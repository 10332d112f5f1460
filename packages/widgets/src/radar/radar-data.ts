/**
 * The data of `<orientir-radar>`: shares on a few axes, for one group or for two side by side.
 *
 * @module
 */
import type { FullAnalysis } from '@orientir/core/analysis';
import type { ChartAssessment, ChartGroup, ChartOptions, ChartOrigin, Checked } from '../chart/chart-data.js';
import {
  ALL,
  chartFacts,
  checkDocument,
  isChartAssessment,
  isList,
  isRecord,
  shareOf,
} from '../chart/chart-data.js';
import type { ChartSeries } from '../chart/series.js';
import { isSeriesList } from '../chart/series.js';
import { sectionKey, sectionsOf } from '../section-map/section-map-data.js';

/** Fewer axes have no shape, more have no room. */
const AXES = { least: 3, most: 12 };

/** Version 1. A file with another version is refused politely. */
export interface RadarData extends ChartOrigin {
  readonly schema: 'orientir.radar';
  readonly version: 1;
  /** The question that it answers. @defaultValue where the group is strong and where it needs help */
  readonly title?: string;
  readonly unit: { readonly name: string };
  /** The work, where all axes are of one. */
  readonly assessment?: ChartAssessment;
  /** Three to twelve. */
  readonly axes: readonly { readonly id: string; readonly name: string }[];
  /** One or two: a school and its municipality, or two checkpoints. */
  readonly series: readonly ChartSeries[];
}

export interface RadarOptions extends ChartOptions {
  /** What the group is set beside. */
  readonly comparator?: { readonly group: ChartGroup; readonly name: string };
}

/**
 * Takes the sections of a work out of an analysis, an axis for each (skills common to subjects are left out); absent
 * when it has no such work or group, or fewer than three sections or more than twelve. Name only groups that the reader
 * may see: classes and teachers are never asked for.
 */
export function radarData(
  analysis: FullAnalysis,
  { comparator, ...options }: RadarOptions,
): RadarData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, assessment, unit, ...origin } = found;
  const results = analysis.sectionResults.filter((result) => result.assessment === of.id);
  const sections = sectionsOf(results, of).filter(
    ({ section, skill }) => section !== '' && skill !== 'metasubject',
  );
  if (sections.length < AXES.least || sections.length > AXES.most) return undefined;
  const seriesOf = (group: ChartGroup, name: string): ChartSeries => {
    const own = results.filter((result) => result.level === group.level && result.unit === group.unit);
    const byKey = new Map(own.map((result) => [sectionKey(result), result]));
    return {
      name,
      values: sections.map((section) => {
        const result = byKey.get(sectionKey(section));
        return result === undefined ? { n: 0, reason: 'not-administered' } : shareOf(result.solveRate);
      }),
    };
  };
  return {
    schema: 'orientir.radar',
    version: 1,
    unit: { name: unit.name },
    assessment,
    axes: sections.map(({ section }, index) => ({ id: `s${index + 1}`, name: section })),
    series: [
      seriesOf(options.whole ?? ALL, options.wholeName),
      ...(comparator === undefined ? [] : [seriesOf(comparator.group, comparator.name)]),
    ],
    ...origin,
  };
}

/** The door of the widget. */
export function checkRadarData(value: unknown): Checked<RadarData> {
  return checkDocument(
    value,
    'orientir.radar',
    ({ title, unit, assessment, axes, series }) =>
      (title === undefined || typeof title === 'string') &&
      isRecord(unit) &&
      typeof unit.name === 'string' &&
      (assessment === undefined || (isRecord(assessment) && isChartAssessment(assessment))) &&
      isList(axes, ({ id, name }) => typeof id === 'string' && typeof name === 'string') &&
      axes.length >= AXES.least &&
      axes.length <= AXES.most &&
      isSeriesList(series, axes.length),
  );
}
