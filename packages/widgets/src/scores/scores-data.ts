/**
 * The data of `<orientir-scores>`: pupils by total points, and the borders of marks.
 *
 * @module
 */
import type { Analysis } from '@orientir/core/analysis';
import { maxTotal } from '@orientir/core/assessment';
import type { MissingReason } from '@orientir/core/foundation';
import type { ChartFacts, ChartOptions, Checked } from '../chart/chart-data.js';
import { ALL, chartFacts, checkChart, isCount, isList } from '../chart/chart-data.js';

/** Version 1. A file with another version is refused politely. */
export interface ScoresData extends ChartFacts {
  readonly schema: 'orientir.scores';
  readonly version: 1;
  /** Pupils by half points: index 7 = 3.5 points. Pupils with every item only. */
  readonly totals: readonly number[];
  /** Points of a work without a mistake. */
  readonly maxTotal?: number;
  /** From which total a mark is given, rising. */
  readonly borders: readonly { readonly mark: number; readonly min: number }[];
  /** Why there are no totals. */
  readonly reason?: MissingReason | string;
}

/** Takes the totals of one group out of an analysis; absent when it has no such work or group. */
export function scoresData(analysis: Analysis, options: ChartOptions): ScoresData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, ...facts } = found;
  const whole = options.whole ?? ALL;
  const test = analysis.testResults.find(
    ({ assessment, level, unit }) => assessment === of.id && level === whole.level && unit === whole.unit,
  );
  const most = maxTotal(of);
  return {
    schema: 'orientir.scores',
    version: 1,
    ...facts,
    totals: test?.totals ?? [],
    ...(most === undefined ? {} : { maxTotal: most }),
    borders: (of.markScale ?? []).map(({ mark, min }) => ({ mark, min })),
    ...(test?.mean.kind === 'missing' ? { reason: test.mean.reason } : {}),
  };
}

/** The door of the widget. */
export function checkScoresData(value: unknown): Checked<ScoresData> {
  return checkChart(
    value,
    'orientir.scores',
    ({ totals, maxTotal: most, borders }) =>
      Array.isArray(totals) &&
      totals.length <= MOST_HALF_POINTS &&
      totals.every(isCount) &&
      (most === undefined || (isCount(most) && most * 2 <= MOST_HALF_POINTS)) &&
      isList(borders, ({ mark, min }) => isCount(mark) && isCount(min)),
  );
}

/** No work has more; a hostile file could ask for a bar for each of a billion. */
const MOST_HALF_POINTS = 2000;
