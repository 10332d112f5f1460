/**
 * Dates of a text, one or several, as a deadline.
 *
 * @module
 */
import type { Deadline, RecurringDeadline } from '../deadline.js';
import { toLocalDate } from '../local-date.js';
import type { DateSpan } from '../recurrence.js';
import { boundsOf, firstYearOfDay, schoolYearFrom } from '../school-year.js';
import type { TimeItem } from './expressions.js';
import type { ReadingContext } from './reading-context.js';
import type { ResolvedItem } from './resolve-items.js';
import { resolveItems } from './resolve-items.js';

/** One date, range or year; several make a set. */
export function datedDeadline(items: readonly TimeItem[], context: ReadingContext): Deadline | undefined {
  const resolved = resolveItems(items, context);
  if (resolved === undefined) return undefined;
  const [first, second, third] = resolved;
  if (first === undefined) return undefined;
  if (second === undefined) return single(first, context.text.source);
  if (third === undefined) {
    const joined = joinedPair(first, second);
    if (joined !== undefined) return single(joined, context.text.source);
  }
  return setOf(resolved, items, context);
}

/** Several dates or stretches, in order. */
export function setOf(
  resolved: readonly ResolvedItem[],
  items: readonly TimeItem[],
  context: ReadingContext,
): Deadline | undefined {
  const raw = context.text.source;
  const place = { from: items[0]?.from ?? 0, to: items.at(-1)?.to ?? 0 };
  if (resolved.some((each) => each.shape === 'from')) return context.report('rules-conflict', place);
  const years = resolved.every((each) => each.shape === 'years');
  const spans = new Map<string, { start?: number; end: number }>();
  for (const each of resolved) {
    if (each.end !== undefined) spans.set(`${each.start} ${each.end}`, each);
  }
  const sorted = [...spans.values()].sort(
    (one, other) => one.end - other.end || (one.start ?? -1) - (other.start ?? -1),
  );
  const [first, second, ...rest] = sorted.map(dateSpan);
  const [one] = resolved;
  if (first === undefined || one === undefined) return undefined;
  if (second === undefined) return single(one, raw);
  if (years) return yearsOf(sorted, raw) ?? recurring([first, second, ...rest], raw);
  return recurring([first, second, ...rest], raw);
}

function recurring(spans: readonly [DateSpan, DateSpan, ...DateSpan[]], raw: string): RecurringDeadline {
  return { kind: 'recurring', raw, rule: { kind: 'set', spans } };
}

function dateSpan({ start, end }: { readonly start?: number; readonly end: number }): DateSpan {
  const last = toLocalDate(end);
  return start === undefined ? { end: last } : { start: toLocalDate(start), end: last };
}

/** «2024, 2025 годы»: years without a gap are one stretch. */
function yearsOf(
  spans: readonly { readonly start?: number; readonly end: number }[],
  raw: string,
): Deadline | undefined {
  const whole = spans.every((span, index) => {
    const next = spans[index + 1];
    return next === undefined || next.start === span.end + 1;
  });
  const start = spans[0]?.start;
  const end = spans.at(-1)?.end;
  if (!whole || start === undefined || end === undefined) return undefined;
  return { kind: 'calendarYear', raw, ...boundsOf(start, end) };
}

/** «с 1 сентября, до 1 октября» and «май, не позднее 25 мая» are ranges. */
function joinedPair(first: ResolvedItem, second: ResolvedItem): ResolvedItem | undefined {
  if (second.end === undefined || second.start !== undefined) return undefined;
  const { start } = first;
  if (start === undefined || second.end < start || (first.end !== undefined && second.end > first.end)) {
    return undefined;
  }
  return { start, end: second.end, shape: 'range' };
}

function single(item: ResolvedItem, raw: string): Deadline {
  if (item.shape === 'from') return { kind: 'openEnded', raw, start: toLocalDate(item.start) };
  const end = toLocalDate(item.end);
  if (item.start === undefined) return { kind: 'date', raw, end };
  const bounds = boundsOf(item.start, item.end);
  switch (item.shape) {
    case 'day':
      return { kind: 'date', raw, start: bounds.start, end };
    case 'month':
      return { kind: 'month', raw, ...bounds };
    case 'school-year':
    case 'plan-year':
      return { kind: 'schoolYear', raw, ...bounds, schoolYear: schoolYearFrom(firstYearOfDay(item.start)) };
    case 'years':
      return { kind: 'calendarYear', raw, ...bounds };
    default:
      return { kind: 'range', raw, ...bounds };
  }
}
