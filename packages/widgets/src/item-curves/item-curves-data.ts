/**
 * The data of `<orientir-item-curves>`: solve rates of each item from weaker to stronger pupils.
 *
 * @module
 */
import type { FullAnalysis, GroupRate } from '@orientir/core/analysis';
import type { ChartFacts, ChartOptions, ChartShare, Checked } from '../chart/chart-data.js';
import { ALL, chartFacts, checkChart, isChartShare, isList, shareOf } from '../chart/chart-data.js';

/** Groups of pupils: quarters of the total, or marks. */
export type ItemCurvesKind = 'quarter' | 'mark';

/** The pupils of one quarter (1 = lowest totals) or mark. */
export interface CurvePoint extends ChartShare {
  readonly group: number;
}

export interface ItemCurve {
  readonly by: ItemCurvesKind;
  /** Pupils with lower totals solve the item better than those with higher ones, by more than chance. */
  readonly crossing: boolean;
  /** The rate falls from one group to the next by more than chance. */
  readonly nonMonotone: boolean;
  /** From weaker to stronger. */
  readonly points: readonly CurvePoint[];
}

/** Version 1. A file with another version is refused politely. */
export interface ItemCurvesData extends ChartFacts {
  readonly schema: 'orientir.item-curves';
  readonly version: 1;
  readonly items: readonly {
    readonly id: string;
    readonly label?: string;
    readonly curves: readonly ItemCurve[];
  }[];
}

/**
 * Takes the curves of one group out of an analysis; absent when it has no such work or group. Schools have none: quarters of a
 * school are a few pupils each.
 */
export function itemCurvesData(analysis: FullAnalysis, options: ChartOptions): ItemCurvesData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, ...facts } = found;
  const { level, unit } = options.whole ?? ALL;
  const rates = new Map<string, GroupRate[]>();
  for (const rate of analysis.groupRates) {
    if (rate.assessment !== of.id || rate.level !== level || rate.unit !== unit) continue;
    const there = rates.get(rate.item);
    if (there === undefined) rates.set(rate.item, [rate]);
    else there.push(rate);
  }
  return {
    schema: 'orientir.item-curves',
    version: 1,
    ...facts,
    items: of.items.flatMap(({ id, section }) => {
      const ofItem = rates.get(id);
      if (ofItem === undefined) return [];
      return [
        {
          id,
          ...(section === undefined ? {} : { label: section }),
          curves: (['quarter', 'mark'] as const).flatMap((by) => curveOf(by, ofItem)),
        },
      ];
    }),
  };
}

/** The door of the widget. */
export function checkItemCurvesData(value: unknown): Checked<ItemCurvesData> {
  return checkChart(value, 'orientir.item-curves', ({ items }) =>
    isList(
      items,
      ({ id, curves }) =>
        typeof id === 'string' &&
        isList(
          curves,
          ({ by, points }) =>
            typeof by === 'string' &&
            isList(points, (point) => typeof point.group === 'number' && isChartShare(point)),
        ),
    ),
  );
}

function curveOf(by: ItemCurvesKind, rates: readonly GroupRate[]): readonly ItemCurve[] {
  const points = rates
    .flatMap(({ group, solveRate }) =>
      group.startsWith(`${by}-`)
        ? [{ group: Number(group.slice(by.length + 1)), ...shareOf(solveRate) }]
        : [],
    )
    .sort((one, other) => one.group - other.group);
  const of = rates.filter(({ group }) => group.startsWith(`${by}-`));
  if (points.length === 0) return [];
  return [
    {
      by,
      crossing: of.some(({ crossing }) => crossing),
      nonMonotone: of.some(({ nonMonotone }) => nonMonotone),
      points,
    },
  ];
}
