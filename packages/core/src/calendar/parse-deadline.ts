/**
 * From the words of a plan to a deadline.
 *
 * @module
 */
import type { Deadline } from './deadline.js';
import type { DeadlineIssue } from './deadline-issue.js';
import type { LocalDate } from './local-date.js';
import { toDay } from './local-date.js';
import { deadlineOf } from './reading/deadline-of.js';
import { readFragments } from './reading/fragments.js';
import { ReadingContext } from './reading/reading-context.js';
import { tokenise } from './reading/tokens.js';
import type { SchoolCalendar } from './school-calendar.js';
import type { SchoolYear } from './school-year.js';
import { firstYearOf } from './school-year.js';

/** What a deadline is read against. */
export interface ParseOptions {
  /** The plan's school year, `2024/2025`: gives years to dates without one. */
  readonly schoolYear: SchoolYear;
  /** The school's own calendars; a year without one is read by {@link defaultCalendar} or a preset. */
  readonly calendars?: readonly SchoolCalendar[];
  /** The day on which the plan was written. */
  readonly asOf?: LocalDate;
}

/** A deadline with what was wrong in its text. */
export interface ParsedDeadline {
  readonly deadline: Deadline;
  readonly issues: readonly DeadlineIssue[];
}

/** Longest text that is read as a deadline, in characters. */
export const LONGEST_DEADLINE = 1000;

/**
 * Reads a deadline «срок» as people write it in plans.
 *
 * Ends are inclusive. «до X» has only an end; «1 октября» begins and ends on that day. Without a year, September to
 * December lie in the plan's first calendar year and January to August in its second; an August that opens a list or
 * range («август – сентябрь»), or that was written before the school year began (`asOf`), lies in the first.
 * A year behind the last date holds for all before it.
 *
 * What is not understood, not filled in, impossible or contradictory gives no date: the deadline is then of kind
 * `none` with the reason `not-understood`, and an issue of severity *error* names the words. A warning leaves the
 * deadline standing. Words that cannot change a date (remarks in brackets, «согласно приказу», grades, times of day)
 * are passed over. Never throws for any text; throws when the school year or `asOf` is malformed.
 *
 * @example
 * ```ts
 * parseDeadline('до 25.12.', { schoolYear: '2024/2025' }).deadline
 * // => { kind: 'date', raw: 'до 25.12.', end: '2024-12-25' }
 * ```
 */
export function parseDeadline(text: string, options: ParseOptions): ParsedDeadline {
  const planYear = firstYearOf(options.schoolYear);
  const asOf = options.asOf === undefined ? undefined : toDay(options.asOf);
  if (text.length > LONGEST_DEADLINE) {
    const issue = { code: 'text-too-long', severity: 'error', at: 0, text: text.slice(0, 60) } as const;
    return { deadline: notUnderstood(text), issues: [issue] };
  }
  const tokenised = tokenise(text);
  const context = new ReadingContext(tokenised, planYear, options.calendars ?? [], asOf);
  const deadline = deadlineOf(readFragments(tokenised), context);
  const failed = deadline === undefined || context.issues.some((issue) => issue.severity === 'error');
  if (failed && !context.issues.some((issue) => issue.severity === 'error')) {
    context.report('words-not-understood', { from: 0, to: text.length });
  }
  return { deadline: failed ? notUnderstood(text) : deadline, issues: context.issues };
}

function notUnderstood(raw: string): Deadline {
  return { kind: 'none', raw, reason: 'not-understood' };
}
