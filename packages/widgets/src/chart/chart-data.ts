/**
 * What the data of every chart have in common, and the hand-made checks at their door: a schema library would weigh more
 * than a chart.
 *
 * @module
 */
import type { Analysis, GroupKey } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import type { Figure, MissingReason } from '@orientir/core/foundation';

/** The work that a chart is about. */
export interface ChartAssessment {
  readonly id: string;
  readonly programme: string;
  readonly subject: string;
  readonly grade?: number;
  readonly schoolYear?: string;
}

/** The group of pupils that a chart is about as a whole. */
interface ChartUnit {
  readonly level: string;
  readonly name: string;
  /** Pupils who wrote the work. */
  readonly n: number;
}

/** Where data come from. */
export interface ChartOrigin {
  readonly source?: string;
  readonly synthetic?: boolean;
}

/** What stands beside the figures in every chart of one work. */
export interface ChartFacts extends ChartOrigin {
  readonly assessment: ChartAssessment;
  readonly unit: ChartUnit;
}

/** A share 0..1 with its 95 % interval, or why there is none. */
export interface ChartShare {
  readonly n: number;
  readonly share?: number;
  readonly low?: number;
  readonly high?: number;
  readonly reason?: MissingReason | string;
}

/** Levels whose units a chart may set side by side: never a pupil, a class or a teacher. */
type ChartLevel = 'school' | 'municipality' | 'region';

/** What every builder wants to know. */
export interface ChartOptions {
  /** Id of the work. */
  readonly assessment: string;
  /** The group as a whole. @defaultValue everything in the input */
  readonly whole?: ChartGroup;
  /** Name of the group as people know it. */
  readonly wholeName: string;
  readonly source?: string;
  readonly synthetic?: boolean;
}

/** A group that may be published. */
export interface ChartGroup extends GroupKey {
  readonly level: ChartLevel | 'country' | 'all';
}

/** Options of charts with a row or a point for each unit. */
export interface UnitsOptions extends ChartOptions {
  /** @defaultValue `school` */
  readonly level?: ChartLevel;
  /** Names of units as people know them, by the unit of the tables; a unit without one keeps its id. */
  readonly names?: ReadonlyMap<string, string>;
}

/** What a JSON document turned out to be. */
export type Checked<Data> =
  | { readonly kind: 'data'; readonly data: Data }
  | { readonly kind: 'other-version'; readonly found: string }
  | { readonly kind: 'wrong' };

/** Facts of a chart out of an analysis; absent when it has no such work or group. */
export function chartFacts(
  analysis: Analysis,
  { assessment: id, whole = ALL, wholeName, source, synthetic }: ChartOptions,
): (ChartFacts & { readonly of: Assessment }) | undefined {
  const of = analysis.assessments.find((assessment) => assessment.id === id);
  const test = analysis.testResults.find(
    ({ assessment, level, unit }) => assessment === id && level === whole.level && unit === whole.unit,
  );
  if (of === undefined || test === undefined) return undefined;
  return {
    of,
    assessment: chartAssessment(of),
    unit: { level: whole.level, name: wholeName, n: test.wrote },
    ...(source === undefined ? {} : { source }),
    ...(synthetic === true ? { synthetic } : {}),
  };
}

/** A work as charts name it. */
export function chartAssessment({ id, programme, subject, grade, schoolYear }: Assessment): ChartAssessment {
  return {
    id,
    programme,
    subject,
    ...(grade === undefined ? {} : { grade }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
  };
}

/** Everything in the input. */
export const ALL: ChartGroup = { level: 'all', unit: 'all' };

/** A figure as plain data. */
export function shareOf(figure: Figure): ChartShare {
  if (figure.kind === 'missing') return { n: figure.n, reason: figure.reason };
  const { n, estimate: share, interval } = figure;
  return { n, share, ...(interval === undefined ? {} : { low: interval.low, high: interval.high }) };
}

/** Opens the door to documents of version 1 with the facts of a chart that `isRest` likes as well. */
export function checkChart<Data>(
  value: unknown,
  schema: string,
  isRest: (value: Readonly<Record<string, unknown>>) => boolean,
): Checked<Data> {
  return checkDocument(value, schema, (each) => hasFacts(each) && isRest(each));
}

/** Opens the door to documents of version 1 that `isRight` likes. */
export function checkDocument<Data>(
  value: unknown,
  schema: string,
  isRight: (value: Readonly<Record<string, unknown>>) => boolean,
): Checked<Data> {
  if (!isRecord(value) || value.schema !== schema) return { kind: 'wrong' };
  const { version } = value;
  // What has no text of its own could throw when asked for one.
  if (version !== 1)
    return { kind: 'other-version', found: typeof version === 'object' ? '…' : String(version) };
  return isRight(value) ? { kind: 'data', data: value as Data } : { kind: 'wrong' };
}

function hasFacts({ assessment, unit }: Readonly<Record<string, unknown>>): boolean {
  return (
    isRecord(assessment) &&
    isChartAssessment(assessment) &&
    isRecord(unit) &&
    typeof unit.name === 'string' &&
    typeof unit.n === 'number'
  );
}

/** Whether it can be read as a {@link ChartAssessment}, whose id only lists of works need. */
export function isChartAssessment({ subject }: Readonly<Record<string, unknown>>): boolean {
  return typeof subject === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(
  value: unknown,
  check: (each: Readonly<Record<string, unknown>>) => boolean,
): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every((each) => isRecord(each) && check(each));
}

export function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** Whether it can be read as a {@link ChartShare}. */
export function isChartShare({ n, share, low, high }: Readonly<Record<string, unknown>>): boolean {
  return isCount(n) && [share, low, high].every((each) => each === undefined || isShare(each));
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}
