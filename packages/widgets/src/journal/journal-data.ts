/**
 * The data of `<orientir-journal>`: marks of the work against marks in the school journal, by unit.
 *
 * @module
 */
import type { Analysis, TestResult } from '@orientir/core/analysis';
import type { ChartFacts, ChartShare, Checked, UnitsOptions } from '../chart/chart-data.js';
import { ALL, chartFacts, checkChart, isChartShare, isList, isRecord, shareOf } from '../chart/chart-data.js';

/** Shares of pupils who have both marks. */
export interface JournalShares {
  readonly lowered: ChartShare;
  readonly confirmed: ChartShare;
  readonly raised: ChartShare;
}

export interface JournalUnit extends JournalShares {
  readonly id: string;
  readonly name: string;
}

/** Version 1. A file with another version is refused politely. */
export interface JournalData extends ChartFacts {
  readonly schema: 'orientir.journal';
  readonly version: 1;
  /** The group as a whole. */
  readonly whole: JournalShares;
  readonly units: readonly JournalUnit[];
}

/** Takes the comparison out of an analysis; absent when it has no such work. */
export function journalData(
  analysis: Analysis,
  { level = 'school', names = new Map(), ...options }: UnitsOptions,
): JournalData | undefined {
  const found = chartFacts(analysis, options);
  if (found === undefined) return undefined;
  const { of, ...facts } = found;
  const whole = options.whole ?? ALL;
  const tests = analysis.testResults.filter(({ assessment }) => assessment === of.id);
  const all = tests.find((test) => test.level === whole.level && test.unit === whole.unit);
  if (all === undefined) return undefined;
  return {
    schema: 'orientir.journal',
    version: 1,
    ...facts,
    whole: sharesOf(all),
    units: tests
      .filter((test) => test.level === level)
      .map((test) => ({ id: test.unit, name: names.get(test.unit) ?? test.unit, ...sharesOf(test) })),
  };
}

/** The door of the widget. */
export function checkJournalData(value: unknown): Checked<JournalData> {
  return checkChart(
    value,
    'orientir.journal',
    ({ whole, units }) =>
      isRecord(whole) &&
      isShares(whole) &&
      isList(units, (unit) => typeof unit.id === 'string' && typeof unit.name === 'string' && isShares(unit)),
  );
}

function isShares({ lowered, confirmed, raised }: Readonly<Record<string, unknown>>): boolean {
  return [lowered, confirmed, raised].every((share) => isRecord(share) && isChartShare(share));
}

function sharesOf({ lowered, confirmed, raised }: TestResult): JournalShares {
  return { lowered: shareOf(lowered), confirmed: shareOf(confirmed), raised: shareOf(raised) };
}
