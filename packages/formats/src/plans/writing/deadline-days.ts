/**
 * What of a deadline has days.
 *
 * @module
 */
import type { Deadline, Occurrence, SchoolYear } from '@orientir/core/calendar';
import {
  isLocalDate,
  occurrences,
  parseSchoolYear,
  schoolYearBounds,
  schoolYearOf,
} from '@orientir/core/calendar';
import type { RoadMap } from '@orientir/core/road-map';
import type { PlanWritingOptions } from './plan-writing-options.js';

/** First and last day of a deadline or of its window, as far as they are known and exist. */
export function deadlineDays(deadline: Deadline): { readonly start?: string; readonly end?: string } {
  const { start, end } =
    'window' in deadline && deadline.window !== undefined ? deadline.window : ownDays(deadline);
  return {
    ...(start !== undefined && isLocalDate(start) ? { start } : {}),
    ...(end !== undefined && isLocalDate(end) ? { end } : {}),
  };
}

/** Whether every day that the deadline names exists: others cannot be counted with. */
export function hasRealDays(deadline: Deadline): boolean {
  return namedDays(deadline).every(isLocalDate);
}

/** The school year of a plan; where it does not say, that of its earliest date. */
export function yearOfPlan(plan: RoadMap): SchoolYear | undefined {
  const given = plan.schoolYear === undefined ? undefined : parseSchoolYear(plan.schoolYear);
  if (given !== undefined) return given;
  const days = plan.measures.flatMap(({ deadline }) => namedDays(deadline)).filter(isLocalDate);
  const [first] = days.sort();
  return first === undefined ? undefined : schoolYearOf(first);
}

/**
 * When a deadline falls due: a recurring one in the plan's school year, dates that are named whenever they are.
 * Empty where no day is known.
 */
export function dueDays(
  deadline: Deadline,
  schoolYear: SchoolYear | undefined,
  { calendars }: Pick<PlanWritingOptions, 'calendars'>,
): readonly Occurrence[] {
  if (!hasRealDays(deadline)) return [];
  const days = namedDays(deadline).sort();
  const named = deadline.kind !== 'recurring' || deadline.rule.kind === 'set';
  const year = schoolYear ?? (days[0] === undefined ? undefined : schoolYearOf(days[0]));
  if (year === undefined) return [];
  const bounds = schoolYearBounds(year);
  return occurrences(deadline, {
    from: named ? (days[0] ?? bounds.start) : bounds.start,
    to: named ? (days.at(-1) ?? bounds.end) : bounds.end,
    schoolYear: year,
    ...(calendars === undefined ? {} : { calendars }),
  });
}

function namedDays(deadline: Deadline): string[] {
  const spans: { readonly start?: string; readonly end?: string }[] = [ownDays(deadline)];
  if ('window' in deadline && deadline.window !== undefined) spans.push(deadline.window);
  if (deadline.kind === 'recurring' && deadline.rule.kind === 'set') spans.push(...deadline.rule.spans);
  return spans.flatMap(({ start, end }) => [start, end].filter((day) => day !== undefined));
}

function ownDays(deadline: Deadline): { readonly start?: string; readonly end?: string } {
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear':
      return deadline;
    case 'openEnded':
      return { start: deadline.start };
    default:
      return {};
  }
}
