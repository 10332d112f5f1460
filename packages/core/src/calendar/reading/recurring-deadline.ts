/**
 * Rules of a text, with the dates and months beside them, as one recurring deadline.
 *
 * @module
 */
import type { Deadline, Window } from '../deadline.js';
import { toLocalDate } from '../local-date.js';
import type { PeriodicRule } from '../recurrence.js';
import { completeValues } from './complete-values.js';
import { setOf } from './dated-deadline.js';
import type { Fragment, RuleOfMonth, TextSpan, TimeItem, TimeValue } from './expressions.js';
import type { ReadingContext } from './reading-context.js';
import type { ResolvedItem } from './resolve-items.js';
import { resolveItems } from './resolve-items.js';
import { wholeRule } from './rule-of-month.js';
import { exists, numberedPeriods, yearWindow } from './year-window.js';

/** One rule out of all statements; contradictions are reported. */
export function recurringDeadline(
  fragments: readonly Fragment[],
  items: readonly TimeItem[],
  context: ReadingContext,
): Deadline | undefined {
  const place = { from: fragments[0]?.from ?? 0, to: fragments.at(-1)?.to ?? 0 };
  const rules = fragments.flatMap((each) => (each.is === 'rule' ? [each.rule] : []));
  const parts = fragments.flatMap((each) => (each.is === 'rule-of-month' ? [each.rule] : []));
  const [part, anotherPart] = parts;
  if (anotherPart !== undefined) return context.report('rules-conflict', place);
  if (rules.length === 0) return part === undefined ? undefined : partOfMonths(part, items, place, context);
  const merged = rules
    .slice(1)
    .reduce<PeriodicRule | undefined>(
      (made, rule) => (made === undefined ? undefined : (refined(made, rule) ?? refined(rule, made))),
      rules[0],
    );
  if (merged === undefined) return context.report('rules-conflict', place);
  const rule = part === undefined ? merged : onDay(merged, part, place, context);
  if (rule === undefined) return undefined;
  const bounding = items.filter((item) => !addsNothing(item, rule));
  const onward = fragments.some((each) => each.is === 'onward');
  if (onward && bounding.some((item) => item.limit !== 'from'))
    return context.report('rules-conflict', place);
  return rule.kind === 'yearly'
    ? yearly(rule, bounding, place, context)
    : bounded(rule, bounding, place, context);
}

/** The more exact of two rules that do not contradict each other. */
function refined(one: PeriodicRule, other: PeriodicRule): PeriodicRule | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  if (one.kind === 'yearly' && one.interval === 1 && one.times === 1) return other;
  if (
    one.kind === 'weekly' &&
    other.kind === 'weekdays' &&
    (one.times === 1 || one.times === other.weekdays.length)
  ) {
    return { ...other, interval: one.interval };
  }
  if (one.kind === 'daily' && one.interval === 1 && other.kind === 'weekdays') return other;
  const parts = ['month-days', 'weekday-of-month', 'week-of-month'];
  return one.kind === 'monthly' && one.interval === 1 && parts.includes(other.kind) ? other : undefined;
}

/** «до 25 числа» beside a rule. */
function onDay(
  rule: PeriodicRule,
  part: RuleOfMonth,
  place: TextSpan,
  context: ReadingContext,
): PeriodicRule | undefined {
  if (rule.kind === 'monthly' && rule.interval === 1) return wholeRule(part);
  if (part.is !== 'days') return context.report('rules-conflict', place);
  const [{ first, last: day }, another] = part.days;
  if (another !== undefined || (first !== undefined && first !== day)) {
    return context.report('rules-conflict', place);
  }
  const month = part.month ?? (day > 15 ? 'last' : undefined);
  if (month === undefined) return context.report('month-unclear', place);
  if (rule.kind === 'quarterly' && rule.times === 1) return { ...rule, day: { day, month } };
  if (rule.kind === 'school-periods' && rule.at === 'within' && rule.times === 1 && month === 'last') {
    return { kind: 'school-periods', period: rule.period, at: 'day', day };
  }
  return context.report('month-unclear', place);
}

/** «в течение года» beside any rule; half-years and the year beside «по итогам четверти», whose days they share. */
function addsNothing({ first, last, limit }: TimeItem, rule: PeriodicRule): boolean {
  if (last !== undefined) return false;
  const plan = first.is === 'plan-year' && first.shift === 0;
  if (rule.kind === 'school-periods' && rule.at === 'end') {
    return plan || (first.is === 'period' && first.number === undefined);
  }
  return plan && first.edge === undefined && (limit === 'within' || limit === 'until');
}

/** A rule in the stretch that stands beside it, or the dates that spell it out. */
function bounded(
  rule: PeriodicRule,
  items: readonly TimeItem[],
  place: TextSpan,
  context: ReadingContext,
): Deadline | undefined {
  const raw = context.text.source;
  if (items.length === 0) return { kind: 'recurring', raw, rule };
  const resolved = resolveItems(items, context);
  const [first, second] = resolved ?? [];
  if (resolved === undefined || first === undefined) return undefined;
  if (second === undefined) return { kind: 'recurring', raw, rule, window: windowOf(first) };
  const spelt = rule.kind === 'school-periods' || rule.kind === 'quarterly' || rule.kind === 'monthly';
  return spelt ? setOf(resolved, items, context) : context.report('rules-conflict', place);
}

function windowOf(item: ResolvedItem): Window {
  if (item.end === undefined) return { start: toLocalDate(item.start) };
  const end = toLocalDate(item.end);
  return item.start === undefined ? { end } : { start: toLocalDate(item.start), end };
}

/** «ежегодно» with months, dates and years. */
function yearly(
  rule: PeriodicRule & { readonly kind: 'yearly' },
  items: readonly TimeItem[],
  place: TextSpan,
  context: ReadingContext,
): Deadline | undefined {
  const raw = context.text.source;
  const bounds = items.filter((item) => isBound(item));
  const [bound, anotherBound] = bounds;
  if (anotherBound !== undefined) return context.report('rules-conflict', place);
  const window = bound === undefined ? undefined : windowsOf([bound], context);
  if (bound !== undefined && window === undefined) return undefined;
  const made = yearlyRule(
    rule,
    items.filter((item) => !isBound(item)),
    place,
    context,
  );
  if (made === undefined) return undefined;
  return { kind: 'recurring', raw, rule: made, ...(window === undefined ? {} : { window }) };
}

function windowsOf(items: readonly TimeItem[], context: ReadingContext): Window | undefined {
  const [first] = resolveItems(items, context) ?? [];
  return first === undefined ? undefined : windowOf(first);
}

/** Years, dates with a year, and «с 1 сентября»: they bound the rule and are not repeated. */
function isBound({ limit, first, last }: TimeItem): boolean {
  if (limit === 'at-end') return hasYear(first);
  const years = first.is === 'years' || first.is === 'school-years' || first.is === 'plan-year';
  return (
    (years && first.edge === undefined) ||
    limit === 'from' ||
    hasYear(first) ||
    (last !== undefined && hasYear(last))
  );
}

function hasYear({ year }: TimeValue): boolean {
  return year !== undefined && year.is !== 'plan';
}

function yearlyRule(
  rule: PeriodicRule & { readonly kind: 'yearly' },
  items: readonly TimeItem[],
  place: TextSpan,
  context: ReadingContext,
): PeriodicRule | undefined {
  if (items.length === 0) return rule;
  if (rule.interval > 1) return context.report('rules-conflict', place);
  const complete = completeValues(items);
  const bySchool = numberedPeriods(complete);
  if (bySchool !== undefined) return bySchool;
  const [first, ...rest] = complete.flatMap((item) => yearWindow(item) ?? []);
  if (first === undefined || rest.length + 1 < complete.length)
    return context.report('rules-conflict', place);
  const impossible = [first, ...rest].some(
    ({ start, end }) => !exists(end) || (start !== undefined && !exists(start)),
  );
  if (impossible) return context.report('date-impossible', place);
  return { kind: 'yearly-windows', windows: [first, ...rest] };
}

/** «октябрь, до 25 числа»: the days of the months that stand beside. */
function partOfMonths(
  part: RuleOfMonth,
  items: readonly TimeItem[],
  place: TextSpan,
  context: ReadingContext,
): Deadline | undefined {
  const dated = items.flatMap((item): readonly TimeItem[] => {
    const { first, last } = item;
    if (first.is !== 'month' || first.edge !== undefined || last !== undefined) return [];
    const { month, from, to } = first;
    const rest = { month, from, to, ...(first.year === undefined ? {} : { year: first.year }) };
    const values = valuesOf(part, rest);
    const until = part.is === 'days' && part.days.every((each) => each.first === undefined);
    return values.map((value) => ({ ...item, limit: until ? 'until' : 'within', first: value }));
  });
  if (dated.length === 0 || dated.length < items.length) return context.report('month-unclear', place);
  const resolved = resolveItems(dated, context);
  return resolved === undefined ? undefined : setOf(resolved, dated, context);
}

type MonthPlace = TextSpan & Pick<TimeValue, 'year'> & { readonly month: number };

function valuesOf(part: RuleOfMonth, rest: MonthPlace): readonly TimeValue[] {
  switch (part.is) {
    case 'days':
      return part.days.map(({ first = 0, last }): TimeValue => {
        const single = first === 0 || first === last;
        return single ? { is: 'day', day: last, ...rest } : { is: 'month-days', first, last, ...rest };
      });
    case 'weekday':
      return part.nths.map((nth) => ({ is: 'weekday-of-month', nth, weekday: part.weekday, ...rest }));
    case 'week':
      return part.nths.map((nth) => ({ is: 'week-of-month', nth, ...rest }));
  }
}
