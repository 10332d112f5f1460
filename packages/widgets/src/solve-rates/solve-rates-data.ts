/**
 * The data of `<orientir-solve-rates>`: solve rates of one group on one work, and of those it is compared with.
 *
 * @module
 */
import type { Analysis, GroupKey } from '@orientir/core/analysis';
import type { MissingReason } from '@orientir/core/foundation';
import type { ChartFacts, Checked } from '../chart/chart-data.js';
import { checkChart, isList, isShare } from '../chart/chart-data.js';

/** An item of the group. Shares 0..1; a missing solve rate has a reason. */
export interface SolveRatesItem {
  readonly id: string;
  /** What the item is about, in a few words. */
  readonly label?: string;
  readonly maxPoints?: number;
  readonly n: number;
  readonly solveRate?: number;
  readonly low?: number;
  readonly high?: number;
  readonly reason?: MissingReason | string;
}

/** A group to compare with. */
export interface SolveRatesComparator {
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    readonly solveRate: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

/** Version 1. A file with another version is refused politely. */
export interface SolveRatesData extends ChartFacts {
  readonly schema: 'orientir.solve-rates';
  readonly version: 1;
  readonly items: readonly SolveRatesItem[];
  /** At most two: more cannot be told apart in one row. */
  readonly comparators: readonly SolveRatesComparator[];
}

/** What a JSON document turned out to be. */
export type CheckedData = Checked<SolveRatesData>;

export interface SolveRatesOptions {
  readonly assessment: string;
  readonly unit: GroupKey;
  /** Name of the group as people know it. */
  readonly unitName: string;
  readonly comparators: readonly (GroupKey & { readonly name: string })[];
  readonly synthetic?: boolean;
}

/** Takes the data of one group out of an analysis; absent when the analysis has no such assessment or group. */
export function solveRatesData(analysis: Analysis, options: SolveRatesOptions): SolveRatesData | undefined {
  const assessment = analysis.assessments.find(({ id }) => id === options.assessment);
  const of = (group: GroupKey) => analysis.itemResults.of(options.assessment, group);
  const test = analysis.testResults.find(
    (result) =>
      result.assessment === options.assessment &&
      result.level === options.unit.level &&
      result.unit === options.unit.unit,
  );
  if (assessment === undefined || test === undefined) return undefined;
  const sections = new Map(assessment.items.map((item) => [item.id, item.section]));
  return {
    schema: 'orientir.solve-rates',
    version: 1,
    assessment: {
      id: assessment.id,
      programme: assessment.programme,
      subject: assessment.subject,
      ...(assessment.grade === undefined ? {} : { grade: assessment.grade }),
      ...(assessment.schoolYear === undefined ? {} : { schoolYear: assessment.schoolYear }),
    },
    unit: { level: options.unit.level, name: options.unitName, n: test.wrote },
    items: of(options.unit).map(({ item, n, maxPoints, solveRate }) => {
      const label = sections.get(item);
      return {
        id: item,
        ...(label === undefined ? {} : { label }),
        ...(maxPoints === undefined ? {} : { maxPoints }),
        n,
        ...(solveRate.kind === 'known'
          ? { solveRate: solveRate.estimate, ...intervalOf(solveRate.interval) }
          : { reason: solveRate.reason }),
      };
    }),
    comparators: options.comparators.slice(0, 2).map(({ name, ...group }) => ({
      name,
      items: of(group).flatMap(({ item, solveRate }) =>
        solveRate.kind === 'known'
          ? [{ id: item, solveRate: solveRate.estimate, ...intervalOf(solveRate.interval) }]
          : [],
      ),
    })),
    ...(options.synthetic === true ? { synthetic: true } : {}),
  };
}

/** The door of the widget. */
export function checkSolveRatesData(value: unknown): CheckedData {
  return checkChart(
    value,
    'orientir.solve-rates',
    ({ items, comparators }) =>
      isList(
        items,
        ({ id, n, solveRate }) =>
          typeof id === 'string' && typeof n === 'number' && (solveRate === undefined || isShare(solveRate)),
      ) &&
      isList(
        comparators,
        ({ name, items: compared }) =>
          typeof name === 'string' &&
          isList(compared, ({ id, solveRate }) => typeof id === 'string' && isShare(solveRate)),
      ),
  );
}

function intervalOf(interval: { readonly low: number; readonly high: number } | undefined) {
  return interval === undefined ? {} : { low: interval.low, high: interval.high };
}
