/**
 * The data of `<orientir-quadrant>`: results of schools beside the conditions under which they work.
 *
 * @module
 */
import type { ChartOrigin, ChartShare, Checked } from '../chart/chart-data.js';
import { checkDocument, isChartShare, isList, isRecord, isShare } from '../chart/chart-data.js';
import type { ChartMeasure } from '../chart/measures.js';

/** What the result of a school is taken for; `undetermined`: the data do not tell. */
export type ResultLevel = 'high' | 'middle' | 'low' | 'undetermined';

/** One school. Without a share or a context it stands in the table alone. */
export interface QuadrantSchool extends ChartShare {
  readonly id: string;
  readonly name: string;
  /** Index of the conditions, larger = harder; absent where the school's form is. */
  readonly context?: number;
  /** Judged by whoever made the data, chance considered: a point beyond a line is not yet high or low. */
  readonly result?: ResultLevel;
}

/** Version 1. A file with another version is refused politely. */
export interface QuadrantData extends ChartOrigin {
  readonly schema: 'orientir.quadrant';
  readonly version: 1;
  readonly unit: { readonly name: string };
  /** What the shares are of; text of its own is shown as it is. */
  readonly measure: ChartMeasure | string;
  readonly context: {
    /** Name of the index. */
    readonly name: string;
    /** Ends of its axis. */
    readonly from: number;
    readonly to: number;
    /** Conditions are hard from here on. */
    readonly hardFrom: number;
  };
  /** Results are low below the one, and high from the other on; shares 0..1. */
  readonly borders: { readonly lowBelow: number; readonly highFrom: number };
  readonly schools: readonly QuadrantSchool[];
}

/** The door of the widget. */
export function checkQuadrantData(value: unknown): Checked<QuadrantData> {
  return checkDocument(
    value,
    'orientir.quadrant',
    ({ unit, measure, context, borders, schools }) =>
      isRecord(unit) &&
      typeof unit.name === 'string' &&
      typeof measure === 'string' &&
      isRecord(context) &&
      typeof context.name === 'string' &&
      [context.from, context.to, context.hardFrom].every(Number.isFinite) &&
      isRecord(borders) &&
      isShare(borders.lowBelow) &&
      isShare(borders.highFrom) &&
      isList(
        schools,
        (school) =>
          [school.id, school.name].every((each) => typeof each === 'string') &&
          (school.context === undefined || Number.isFinite(school.context)) &&
          (school.result === undefined || typeof school.result === 'string') &&
          isChartShare(school),
      ),
  );
}
