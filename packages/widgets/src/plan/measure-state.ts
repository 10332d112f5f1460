import type { PublishedMeasure } from './published-plan.js';

/** How a measure stands on a day. */
export type MeasureState =
  | 'done'
  | 'underWay'
  | 'notDone'
  | 'cancelled'
  /** Its one certain date has passed and nobody marked it. */
  | 'overdue'
  /** Begun, or its end is less than {@link SOON} days away. */
  | 'due'
  | 'later'
  /** Comes again and again, or has no end: never called overdue, since a table keeps only the last mark. */
  | 'repeats'
  | 'undated';

/** All states in the order in which a reader looks for them. */
export const MEASURE_STATES: readonly MeasureState[] = [
  'overdue',
  'due',
  'underWay',
  'repeats',
  'later',
  'undated',
  'done',
  'notDone',
  'cancelled',
];

/**
 * The state on a day `YYYY-MM-DD`. A mark counts before any date; only a deadline with one certain end can be overdue. A
 * deadline without a beginning, «до 1 мая», is due in its last {@link SOON} days.
 */
export function stateOf(measure: PublishedMeasure, today: string): MeasureState {
  const { status, kind, start, end } = measure;
  if (status === 'done' || status === 'underWay' || status === 'notDone' || status === 'cancelled')
    return status;
  if (kind === 'recurring' || kind === 'ongoing' || kind === 'openEnded') return 'repeats';
  if (end === undefined) return 'undated';
  if (end < today) return 'overdue';
  const isDue = start === undefined ? Date.parse(end) - Date.parse(today) <= SOON * DAY : start <= today;
  return isDue ? 'due' : 'later';
}

/** The first day from today on which a measure falls due. */
export function nextDay({ days, end }: PublishedMeasure, today: string): string | undefined {
  return days.find((each) => each.end >= today)?.end ?? (end !== undefined && end >= today ? end : undefined);
}

const SOON = 31;
const DAY = 86_400_000;
