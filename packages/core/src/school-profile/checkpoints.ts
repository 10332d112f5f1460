/**
 * Three checkpoints of an indicator («графики достижений: первичный, промежуточный, итоговый»): planned and measured.
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { wilsonInterval } from '../statistics/intervals.js';

/** In their order. */
export const CHECKPOINTS = ['primary', 'intermediate', 'final'] as const;
export type Checkpoint = (typeof CHECKPOINTS)[number];

/** One checkpoint of one indicator of a school. Shares 0..1; absent = not stated. */
export interface CheckpointRow {
  readonly school: string;
  /** In the school's own words. */
  readonly indicator: string;
  readonly checkpoint: Checkpoint;
  readonly date?: LocalDate;
  readonly planned?: number;
  /** `n`: pupils that it was measured on, 0 = not stated. */
  readonly measured?: { readonly share: number; readonly n: number };
}

/** Why a row does not fit the others of its indicator. */
export type CheckpointProblem =
  | { readonly code: 'twice' }
  | {
      readonly code: 'too-early';
      readonly date: LocalDate;
      readonly before: Checkpoint;
      readonly beforeDate: LocalDate;
    }
  /** It is measured while the one before is not. */
  | { readonly code: 'skipped'; readonly before: Checkpoint };

export interface CheckpointFigures {
  readonly checkpoint: Checkpoint;
  /** Whether a row of its own stands in the form; what it leaves out is then simply not entered. */
  readonly hasRow: boolean;
  readonly date?: LocalDate;
  readonly planned: Figure;
  /** With Wilson's interval where the number of pupils is stated. */
  readonly measured: Figure;
  /** `no` and `yes` where the interval lies on one side of what was planned; `undetermined` also without an interval. */
  readonly reached: 'yes' | 'no' | 'undetermined';
}

/** An indicator of a school; always three checkpoints in their order. */
export interface CheckpointSchedule {
  readonly school: string;
  readonly indicator: string;
  readonly points: readonly [
    primary: CheckpointFigures,
    intermediate: CheckpointFigures,
    final: CheckpointFigures,
  ];
}

/**
 * Schedules by school and indicator (whatever its letters are, small or capital), in the order of the first row of each, and the rows that do not fit. A row that stands there
 * twice or is dated before its predecessor is refused; a value that skips a checkpoint is told and kept.
 */
export function checkpointSchedules<Row extends CheckpointRow>(
  rows: readonly Row[],
): {
  readonly schedules: readonly CheckpointSchedule[];
  readonly problems: readonly { readonly row: Row; readonly problem: CheckpointProblem }[];
} {
  const problems: { row: Row; problem: CheckpointProblem }[] = [];
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.school, row.indicator.toLowerCase()]);
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, [row]);
    else there.push(row);
  }
  const schedules = [...byKey.values()].flatMap((own): readonly CheckpointSchedule[] => {
    const [first] = own;
    if (first === undefined) return [];
    const placed = new Map<Checkpoint, Row>();
    for (const checkpoint of CHECKPOINTS) {
      for (const row of own.filter((each) => each.checkpoint === checkpoint)) {
        const problem = problemOf(row, placed);
        if (problem !== undefined) problems.push({ row, problem });
        if (problem === undefined || problem.code === 'skipped') placed.set(checkpoint, row);
      }
    }
    const point = (of: Checkpoint) => figuresOf(of, placed.get(of));
    return [
      {
        school: first.school,
        indicator: first.indicator,
        points: [point('primary'), point('intermediate'), point('final')],
      },
    ];
  });
  return { schedules, problems };
}

function problemOf(
  row: CheckpointRow,
  placed: ReadonlyMap<Checkpoint, CheckpointRow>,
): CheckpointProblem | undefined {
  if (placed.has(row.checkpoint)) return { code: 'twice' };
  const former = CHECKPOINTS.slice(0, CHECKPOINTS.indexOf(row.checkpoint));
  const { date } = row;
  for (const before of former.toReversed()) {
    const beforeDate = placed.get(before)?.date;
    if (date !== undefined && beforeDate !== undefined && date < beforeDate)
      return { code: 'too-early', date, before, beforeDate };
  }
  const before = former.at(-1);
  return row.measured !== undefined && before !== undefined && placed.get(before)?.measured === undefined
    ? { code: 'skipped', before }
    : undefined;
}

function figuresOf(checkpoint: Checkpoint, row: CheckpointRow | undefined): CheckpointFigures {
  const planned = row?.planned === undefined ? missing('not-entered') : known(row.planned, 0);
  const measured = measuredOf(row);
  return {
    checkpoint,
    hasRow: row !== undefined,
    ...(row?.date === undefined ? {} : { date: row.date }),
    planned,
    measured,
    reached: reachedOf(planned, measured),
  };
}

function measuredOf(row: CheckpointRow | undefined): Figure {
  if (row?.measured === undefined) return missing('not-entered');
  const { share, n } = row.measured;
  return n === 0 ? known(share, 0) : known(share, n, { ...wilsonInterval(share, n), method: 'wilson' });
}

function reachedOf(planned: Figure, measured: Figure): CheckpointFigures['reached'] {
  if (planned.kind === 'missing' || measured.kind === 'missing' || measured.interval === undefined)
    return 'undetermined';
  const { low, high } = measured.interval;
  return low >= planned.estimate ? 'yes' : high < planned.estimate ? 'no' : 'undetermined';
}
