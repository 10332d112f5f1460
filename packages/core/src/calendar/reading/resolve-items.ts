/**
 * From the items of a text to days: numbers and years that stand only once are given to all that share them.
 *
 * @module
 */
import { civilOf, dayOf, monthLength } from '../local-date.js';
import { firstYearOfDay } from '../school-year.js';
import { completeValues } from './complete-values.js';
import type { Edge, Limit, TimeItem, TimeValue, YearRef } from './expressions.js';
import { thirdOfMonth } from './part-of-time.js';
import type { ReadingContext } from './reading-context.js';
import type { Shape, Stretch } from './resolve-value.js';
import { resolveValue, takesNeighboursYear } from './resolve-value.js';

/** Days of one item. Without `start`: until `end`. Without `end`: from `start` on. */
export type ResolvedItem =
  | { readonly start?: number; readonly end: number; readonly shape: Shape | 'range' }
  | { readonly start: number; readonly end?: never; readonly shape: 'from' };

/** Gives days to all items; `undefined` when one of them cannot have any. */
export function resolveItems(
  items: readonly TimeItem[],
  context: ReadingContext,
): readonly ResolvedItem[] | undefined {
  const complete = completeValues(items);
  const stretches = resolveValues(
    complete.flatMap(({ first, last }) => (last ? [first, last] : [first])),
    context,
  );
  if (stretches === undefined) return undefined;
  const made: ResolvedItem[] = [];
  let next = 0;
  for (const item of complete) {
    const first = stretches[next++];
    const last = item.last === undefined ? first : stretches[next++];
    if (first === undefined || last === undefined) return undefined;
    const resolved =
      item.last === undefined ? limited(item, first, context) : ranged(item, first, last, context);
    if (resolved === undefined) return undefined;
    made.push(resolved);
  }
  return made;
}

function resolveValues(
  values: readonly TimeValue[],
  context: ReadingContext,
): readonly Stretch[] | undefined {
  const years = sharedYears(values);
  const made: (Stretch | undefined)[] = [];
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index];
    const year = years[index];
    if (value === undefined || year?.is === 'follow' || isOpenPeriod(value)) continue;
    const stretch = resolveValue(value, year, context);
    if (stretch === undefined) return undefined;
    const next = made[index + 1];
    made[index] =
      isInherited(value, year) && next !== undefined && stretch.start > next.start
        ? resolveValue(value, earlier(stretch), context)
        : stretch;
  }
  augustFirst(values, years, made, context);
  for (const [index, value] of values.entries()) {
    const previous = made[index - 1];
    if (made[index] === undefined && previous !== undefined)
      made[index] = following(value, previous, context);
    if (made[index] === undefined)
      return isOpenPeriod(value) ? context.report('period-unclear', value) : undefined;
  }
  return made.flatMap((each) => each ?? []);
}

type SharedYear = YearRef | { readonly is: 'follow' } | undefined;

/** A year holds for the values before it that have none; values behind a dated one follow it. */
function sharedYears(values: readonly TimeValue[]): readonly SharedYear[] {
  const years: SharedYear[] = values.map((value) => value.year);
  for (let index = values.length - 2; index >= 0; index--) {
    const value = values[index];
    if (value !== undefined && takesNeighboursYear(value)) years[index] ??= years[index + 1];
  }
  for (let index = 1; index < values.length; index++) {
    const value = values[index];
    const before = years[index - 1];
    if (value === undefined || !takesNeighboursYear(value) || years[index] !== undefined) continue;
    if (before?.is === 'school' || before?.is === 'next') years[index] = before;
    else if (before !== undefined && before.is !== 'plan') years[index] = { is: 'follow' };
  }
  return years;
}

function isInherited(value: TimeValue, year: SharedYear): boolean {
  return value.year === undefined && year?.is === 'calendar';
}

function earlier(stretch: Stretch): YearRef {
  return { is: 'calendar', year: civilOf(stretch.start).year - 1 };
}

/** «август, январь» and «август – сентябрь»: an August that stands before later months opens the school year. */
function augustFirst(
  values: readonly TimeValue[],
  years: readonly SharedYear[],
  made: (Stretch | undefined)[],
  context: ReadingContext,
): void {
  const [first] = values;
  const [stretch, next] = made;
  if (first === undefined || stretch === undefined || next === undefined || years[0] !== undefined) return;
  const august = takesNeighboursYear(first) && civilOf(stretch.start).month === 8 && first.is !== 'break';
  if (august && stretch.start > next.start) made[0] = resolveValue(first, earlier(stretch), context);
}

/** The first such days at or after those of the value before. */
function following(value: TimeValue, previous: Stretch, context: ReadingContext): Stretch | undefined {
  if (isOpenPeriod(value)) return nextPeriod(value, previous, context);
  const year = civilOf(previous.start).year;
  const same = resolveValue(value, { is: 'calendar', year }, context);
  if (same === undefined || same.end >= previous.start) return same;
  return resolveValue(value, { is: 'calendar', year: year + 1 }, context);
}

function isOpenPeriod(value: TimeValue): value is TimeValue & { readonly is: 'period' } {
  return value.is === 'period' && value.number === undefined;
}

/** «первой четверти, полугодия»: the half-year that ends after the quarter. */
function nextPeriod(
  value: TimeValue & { readonly is: 'period' },
  previous: Stretch,
  context: ReadingContext,
): Stretch | undefined {
  const { period } = value;
  if (period === 'calendar-quarter') return undefined;
  const periods = context.periods(period, firstYearOfDay(previous.start), value);
  const found = periods.find((each) => each.end > previous.end);
  return found === undefined ? undefined : { ...found, shape: 'period' };
}

function ranged(
  item: TimeItem & { readonly last?: TimeValue },
  first: Stretch,
  last: Stretch,
  context: ReadingContext,
): ResolvedItem | undefined {
  const start = edged(item.first, first, context);
  const end = item.last === undefined ? undefined : edged(item.last, last, context);
  if (start === undefined || end === undefined) return undefined;
  if (end.end < start.start) {
    const dated = item.first.year !== undefined || item.last?.year !== undefined;
    const sameMonth = civilOf(start.start).month === civilOf(end.end).month;
    return context.report(dated || sameMonth ? 'end-before-start' : 'year-unclear', item);
  }
  const years = first.shape === 'years' && last.shape === 'years';
  return { start: start.start, end: end.end, shape: years ? 'years' : 'range' };
}

function limited(item: TimeItem, stretch: Stretch, context: ReadingContext): ResolvedItem | undefined {
  const { limit, first } = item;
  const { edge } = first;
  const border = edge === undefined ? undefined : borderOf(limit, edge, stretch);
  if (border !== undefined) return border;
  const days = edged(first, stretch, context);
  if (days === undefined) return undefined;
  switch (limit) {
    case 'within':
      if (edge === 'end' && stretch.shape !== 'month') return { end: days.end, shape: 'day' };
      return { start: days.start, end: days.end, shape: edge === undefined ? stretch.shape : 'part' };
    case 'until': {
      const toCome = first.is === 'plan-year' && first.shift === 1 && edge === undefined;
      return { end: toCome ? days.start - 1 : days.end, shape: 'day' };
    }
    case 'by':
      return { end: edge === 'end' ? days.end : stretch.start, shape: 'day' };
    case 'from':
      return { start: days.start, shape: 'from' };
    case 'after':
      return { start: days.end + 1, shape: 'from' };
    case 'at-end':
      return { end: lastDay(first, stretch, context), shape: 'day' };
  }
}

/** «до начала», «с начала», «к началу», and the middle of a month: one day, however long the stretch is. */
function borderOf(limit: Limit, edge: Edge, { start, shape }: Stretch): ResolvedItem | undefined {
  if (edge === 'start') {
    if (limit === 'until') return { end: start - 1, shape: 'day' };
    if (limit === 'by') return { end: start, shape: 'day' };
    return limit === 'from' ? { start, shape: 'from' } : undefined;
  }
  const half = edge === 'middle' && shape === 'month' && (limit === 'until' || limit === 'by');
  return half ? { end: start + 14, shape: 'day' } : undefined;
}

/** The last day, of a school year the last day of lessons. */
function lastDay(value: TimeValue, stretch: Stretch, context: ReadingContext): number {
  const year = stretch.shape === 'school-year' || stretch.shape === 'plan-year';
  return year ? context.lessons(firstYearOfDay(stretch.end), value).end : stretch.end;
}

/**
 * Beginning, middle and end. Of a month: its thirds. Of a part of the school year: the first seven days, and the last
 * day. Of a school year: September, and the last day of lessons. Everything else is too vague for a date.
 */
function edged(value: TimeValue, stretch: Stretch, context: ReadingContext): Stretch | undefined {
  const { edge } = value;
  if (edge === undefined || stretch.shape === 'day') return stretch;
  if (stretch.shape === 'month') {
    const { year, month } = civilOf(stretch.start);
    const [first, last] = thirdOfMonth(edge);
    const end = dayOf(year, month, Math.min(last, monthLength(year, month)));
    return { start: dayOf(year, month, first), end, shape: 'part' };
  }
  if (edge === 'end') {
    const end = lastDay(value, stretch, context);
    return { start: end, end, shape: 'part' };
  }
  if (edge === 'start' && stretch.shape === 'period') {
    return { start: stretch.start, end: Math.min(stretch.end, stretch.start + 6), shape: 'part' };
  }
  if (edge === 'start' && (stretch.shape === 'school-year' || stretch.shape === 'plan-year')) {
    const year = firstYearOfDay(stretch.start);
    return { start: stretch.start, end: dayOf(year, 9, 30), shape: 'part' };
  }
  return context.report('time-vague', value);
}
