/**
 * The data of `<orientir-funnel>`: a share of every school by its number of pupils, and how far chance alone would take it.
 *
 * @module
 */
import type { FunnelPlace } from '@orientir/core/statistics';
import type { ChartFacts, ChartShare, Checked } from '../chart/chart-data.js';
import { checkChart, isChartShare, isCount, isList, isRecord, isShare } from '../chart/chart-data.js';
import type { ChartMeasure } from '../chart/measures.js';

export type { FunnelPlace };

/** What the shares of schools are of. */
export type FunnelMeasure = ChartMeasure;

export interface FunnelPoint extends ChartShare {
  readonly id: string;
  readonly name: string;
  /** Absent with the share. */
  readonly place?: FunnelPlace;
}

/** Shares between which a unit of `n` pupils lies by chance. */
export interface FunnelLimit {
  readonly n: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

/** Version 1. A file with another version is refused politely. */
export interface FunnelData extends ChartFacts {
  readonly schema: 'orientir.funnel';
  readonly version: 1;
  readonly measure: FunnelMeasure;
  /** Share of the group as a whole. */
  readonly target: number;
  readonly units: readonly FunnelPoint[];
  /** By rising number of pupils; empty when there is no target between 0 and 1. */
  readonly limits: readonly FunnelLimit[];
  /** How many times the variance between units is that by chance; absent with fewer than three units. */
  readonly overdispersion?: number;
  /** Whether the limits were widened for that. */
  readonly isWidened: boolean;
}

/** The door of the widget. */
export function checkFunnelData(value: unknown): Checked<FunnelData> {
  return checkChart(
    value,
    'orientir.funnel',
    ({ measure, target, units, limits, overdispersion }) =>
      typeof measure === 'string' &&
      isShare(target) &&
      (overdispersion === undefined || isCount(overdispersion)) &&
      isList(
        units,
        (unit) => typeof unit.id === 'string' && typeof unit.name === 'string' && isChartShare(unit),
      ) &&
      isList(
        limits,
        (limit) =>
          isRecord(limit) &&
          isCount(limit.n) &&
          [limit.low95, limit.high95, limit.low998, limit.high998].every(isShare),
      ),
  );
}
