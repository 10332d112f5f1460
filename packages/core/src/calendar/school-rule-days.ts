/**
 * Days of rules that only the school calendar knows.
 *
 * @module
 */
import { calendarsFor } from './default-calendar.js';
import { civilOf, dayOf, monthLength } from './local-date.js';
import type { PeriodicRule } from './recurrence.js';
import type { RuleScope, Take } from './rule-scope.js';
import { divided, firstStep } from './rule-scope.js';
import type { DaySpan, PeriodKind, SchoolCalendar } from './school-calendar.js';
import { breaksOf, periodsOf } from './school-calendar.js';
import { firstYearOfDay, schoolYearDays } from './school-year.js';

/** Gives all occurrences that may fall due in the scope, in order of their due days. */
export function schoolRuleDays(
  rule: PeriodicRule & { readonly kind: 'yearly' | 'school-periods' | 'numbered-periods' | 'breaks' },
  scope: RuleScope,
  take: Take,
): void {
  switch (rule.kind) {
    case 'yearly':
      yearly(rule, scope, take);
      break;
    case 'school-periods':
      schoolPeriods(rule, scope, take);
      break;
    case 'numbered-periods':
      numberedPeriods(rule, scope, take);
      break;
    case 'breaks':
      eachSchoolYear(scope, (first) => {
        for (const each of firstOf(scope, first, (calendar) => breaksOf(calendar)))
          take(each.start, each.end);
      });
  }
}

function yearly(
  { interval, times }: PeriodicRule & { readonly kind: 'yearly' },
  scope: RuleScope,
  take: Take,
): void {
  const last = firstYearOfDay(scope.to);
  for (
    let first = firstStep(scope.planYear, interval, firstYearOfDay(scope.from)) - interval;
    first <= last;
    first += interval
  ) {
    const parts = interval === 1 ? partsOfYear(scope, first, times) : undefined;
    if (parts !== undefined) for (const each of parts) take(each.start, each.end);
    else divided(schoolYearDays(first).start, schoolYearDays(first + interval - 1).end, times, take);
  }
}

/** Twice a year: half-years; three times: trimesters; four times: quarters; all by the school calendar. */
function partsOfYear(scope: RuleScope, first: number, times: number): readonly DaySpan[] | undefined {
  const kind: PeriodKind | undefined =
    times === 2 ? 'half-year' : times === 3 ? 'trimester' : times === 4 ? 'quarter' : undefined;
  if (kind === undefined) return undefined;
  const found = firstOf(scope, first, (calendar) => periodsOf(calendar, kind));
  return found.length === times ? found : undefined;
}

function schoolPeriods(
  rule: PeriodicRule & { readonly kind: 'school-periods' },
  scope: RuleScope,
  take: Take,
): void {
  eachPeriod(scope, rule.period, ({ start, end }) => {
    if (rule.at === 'within') divided(start, end, rule.times, take);
    else if (rule.at === 'day') take(undefined, dayInMonthOf(end, rule.day));
    else takeEdge(rule.at, start, end, take);
  });
}

function numberedPeriods(
  { period, numbers, at }: PeriodicRule & { readonly kind: 'numbered-periods' },
  scope: RuleScope,
  take: Take,
): void {
  eachPeriod(scope, period, ({ start, end }, number) => {
    if (!numbers.includes(number)) return;
    if (at === 'within') take(start, end);
    else takeEdge(at, start, end, take);
  });
}

function takeEdge(edge: 'start' | 'end', start: number, end: number, take: Take): void {
  if (edge === 'end') take(undefined, end);
  else take(start, Math.min(end, start + 6));
}

function eachPeriod(
  scope: RuleScope,
  kind: PeriodKind,
  visit: (days: DaySpan, number: number) => void,
): void {
  eachSchoolYear(scope, (first) => {
    const periods = firstOf(scope, first, (calendar) => periodsOf(calendar, kind));
    periods.forEach((days, index) => {
      visit(days, index + 1);
    });
  });
}

/** A day of the month in which another one lies. */
function dayInMonthOf(day: number, wanted: number): number {
  const { year, month } = civilOf(day);
  return dayOf(year, month, Math.min(wanted, monthLength(year, month)));
}

function eachSchoolYear({ from, to }: RuleScope, visit: (firstYear: number) => void): void {
  const last = firstYearOfDay(to);
  for (let first = firstYearOfDay(from); first <= last; first++) visit(first);
}

function firstOf(
  scope: RuleScope,
  firstYear: number,
  spansOf: (calendar: SchoolCalendar) => readonly DaySpan[],
): readonly DaySpan[] {
  for (const calendar of calendarsFor(scope.calendars, firstYear)) {
    const spans = spansOf(calendar);
    if (spans.length > 0) return spans;
  }
  return [];
}
