/**
 * One deadline as programs print it.
 *
 * @module
 */
import type { DeadlineKind } from './deadline.js';
import type { DeadlineIssue } from './deadline-issue.js';
import { describeDeadlineIssue } from './deadline-issue.js';
import type { LocalDate } from './local-date.js';
import type { Occurrence } from './occurrences.js';
import { occurrences } from './occurrences.js';
import type { ParseOptions } from './parse-deadline.js';
import { parseDeadline } from './parse-deadline.js';
import { rruleOf } from './rrule.js';
import { schoolYearBounds } from './school-year.js';

/** What a text means, flat; days are inclusive. */
export interface DeadlineDescription {
  readonly raw: string;
  readonly kind: DeadlineKind;
  readonly start?: LocalDate;
  readonly end?: LocalDate;
  /** RFC 5545 rule of the due days, where there is one. */
  readonly rrule?: string;
  /** What falls due in the plan's school year; of dates that are named themselves, whenever they are. */
  readonly occurrences: readonly Occurrence[];
  readonly issues: readonly (DeadlineIssue & { readonly ru: string; readonly en: string })[];
}

/**
 * Reads a deadline and says everything about it. «до X» has only an `end`; a text without a sure date has kind `none`
 * and an issue.
 *
 * @example
 * ```ts
 * describeDeadline('ежегодно до 1 февраля', { schoolYear: '2024/2025' }).occurrences // => [{ due: '2025-02-01' }]
 * ```
 */
export function describeDeadline(text: string, options: ParseOptions): DeadlineDescription {
  const { deadline, issues } = parseDeadline(text, options);
  const rrule = rruleOf(deadline);
  const year = schoolYearBounds(options.schoolYear);
  const { start, end } =
    'window' in deadline && deadline.window !== undefined ? deadline.window : daysOf(deadline);
  const listed =
    deadline.kind === 'recurring' && deadline.rule.kind === 'set' ? deadline.rule.spans : undefined;
  const first =
    listed === undefined ? (start ?? end) : listed.map((span) => span.start ?? span.end).sort()[0];
  const last = listed === undefined ? end : listed.at(-1)?.end;
  const once = (deadline.kind !== 'recurring' || listed !== undefined) && last !== undefined;
  return {
    raw: deadline.raw,
    kind: deadline.kind,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(rrule === undefined ? {} : { rrule }),
    occurrences: occurrences(deadline, {
      from: once ? (first ?? last) : year.start,
      to: once ? last : year.end,
      schoolYear: options.schoolYear,
      ...(options.calendars === undefined ? {} : { calendars: options.calendars }),
    }),
    issues: issues.map((issue) => ({
      ...issue,
      ru: describeDeadlineIssue(issue, 'ru'),
      en: describeDeadlineIssue(issue, 'en'),
    })),
  };
}

function daysOf(deadline: object): { readonly start?: LocalDate; readonly end?: LocalDate } {
  const start = 'start' in deadline && typeof deadline.start === 'string' ? { start: deadline.start } : {};
  const end = 'end' in deadline && typeof deadline.end === 'string' ? { end: deadline.end } : {};
  return { ...start, ...end };
}
