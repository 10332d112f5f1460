/**
 * How many teachers of a subject there may be in the coming years («прогноз потребности в кадрах»). Plain arithmetic
 * with assumptions of whoever filled in the form; none of them is ours and none was checked.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';

/** From the most hopeful to the least: `low` ≤ `high`. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What the form says of a subject. */
export interface StaffingRow {
  readonly subject: string;
  /** Who teach it now. */
  readonly teachers: number;
  /** Of them past the age that the row names; 0 where nobody counts them. */
  readonly pastAge: number;
  /** Of the others, how many reach it in the first, second and third year; absent = not known, nobody is assumed to. */
  readonly reaching?: readonly (number | undefined)[];
  /** Lessons a week that they teach together; absent = not known. */
  readonly hours?: number;
  readonly vacancies: number;
  /** Who are expected to join each year. */
  readonly joining: Bounds;
  /** Share 0..1 of teachers not past the age who leave in a year; absent = not stated. */
  readonly leaving?: Bounds;
  /** The same of those past the age; absent = as the others. */
  readonly leavingPast?: Bounds;
}

export interface StaffingYear {
  /** 1 = a year from now. */
  readonly year: number;
  readonly teachers: Bounds;
  /** Posts (teachers and vacancies of today) without a teacher, from 0. */
  readonly open: Bounds;
  /** Lessons a week of the open posts, at today's load; absent = hours are not known. */
  readonly hours?: Bounds;
}

export type StaffingOutlook = { readonly subject: string } & (
  | { readonly kind: 'known'; readonly years: readonly StaffingYear[] }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
);

export const STAFFING_YEARS = 3;

/**
 * The outlook of each row, in their order.
 *
 * Formula: who reach the age in year t and are still there, reached(t) = reaching(t) · (1 − leaving)^(t − 1), leave that year as
 * those past it do: younger(t) = (younger(t − 1) − reached(t)) · (1 − leaving) + joining; past(t) = (past(t − 1) + reached(t)) ·
 * (1 − leavingPast); open = max(0, teachers now + vacancies − younger − past). The upper end of teachers takes the lower shares
 * and the upper number of those who join, the lower end the other way round, so the bounds hold for every course in between.
 * Assumed besides: posts and load stay as they are, who joins does not reach the age meanwhile, and in a year of which
 * `reaching` is not known nobody does. Fractions of a teacher stay: they are expectations. Missing: shares of leaving are
 * not stated → `not-entered`.
 */
export function staffingOutlook(rows: readonly StaffingRow[]): readonly StaffingOutlook[] {
  return rows.map(({ subject, leaving, ...row }): StaffingOutlook => {
    if (leaving === undefined) return { subject, kind: 'missing', reason: 'not-entered' };
    const { leavingPast = leaving, joining } = row;
    const most = course(row, leaving.low, leavingPast.low, joining.high);
    const least = course(row, leaving.high, leavingPast.high, joining.low);
    const posts = row.teachers + row.vacancies;
    const load = row.hours === undefined || row.teachers === 0 ? undefined : row.hours / row.teachers;
    return {
      subject,
      kind: 'known',
      years: most.map((high, t): StaffingYear => {
        const low = least[t] ?? high;
        const open = { low: Math.max(0, posts - high), high: Math.max(0, posts - low) };
        return {
          year: t + 1,
          teachers: { low, high },
          open,
          ...(load === undefined ? {} : { hours: { low: open.low * load, high: open.high * load } }),
        };
      }),
    };
  });
}

/** Teachers after each year. */
function course(
  { teachers, pastAge, reaching = [] }: Pick<StaffingRow, 'teachers' | 'pastAge' | 'reaching'>,
  leaving: number,
  leavingPast: number,
  joining: number,
): readonly number[] {
  let younger = teachers - pastAge;
  let past = pastAge;
  return Array.from({ length: STAFFING_YEARS }, (_, t) => {
    const reached = (reaching[t] ?? 0) * (1 - leaving) ** t;
    younger = (younger - reached) * (1 - leaving) + joining;
    past = (past + reached) * (1 - leavingPast);
    return younger + past;
  });
}
