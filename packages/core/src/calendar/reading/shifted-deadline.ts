/**
 * «за 2 недели до 1 июня», «в течение 10 дней после 1 октября»: days counted from a date.
 *
 * @module
 */
import type { DateDeadline, RangeDeadline } from '../deadline.js';
import { civilOf, dayOf, monthLength, toLocalDate } from '../local-date.js';
import type { ShiftedStatement, TextSpan, TimeItem } from './expressions.js';
import type { ReadingContext } from './reading-context.js';
import { resolveItems } from './resolve-items.js';

/** Counts from the date; the day itself is day 0. */
export function shiftedDeadline(
  { offset, within, value }: ShiftedStatement & TextSpan,
  context: ReadingContext,
): DateDeadline | RangeDeadline | undefined {
  const raw = context.text.source;
  const item: TimeItem = { limit: 'within', first: value, ownLimit: true, from: value.from, to: value.to };
  const [anchor] = resolveItems([item], context) ?? [];
  if (anchor?.end === undefined) return undefined;
  const after = offset.direction === 'after';
  const day = after ? anchor.end : (anchor.start ?? anchor.end);
  const end = toLocalDate(moved(day, after ? offset.amount : -offset.amount, offset.unit));
  if (!within || !after) return { kind: 'date', raw, end };
  return { kind: 'range', raw, start: toLocalDate(day + 1), end };
}

function moved(day: number, amount: number, unit: string): number {
  if (unit !== 'month') return day + amount * (unit === 'week' ? 7 : 1);
  const { year, month, day: ofMonth } = civilOf(day);
  const months = year * 12 + month - 1 + amount;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return dayOf(target.year, target.month, Math.min(ofMonth, monthLength(target.year, target.month)));
}
