/**
 * Words that stand once and are meant several times: «1 и 15 октября», «I, II четверть», «конец октября, декабря».
 *
 * @module
 */
import type { Edge, TimeItem, TimeValue } from './expressions.js';

/** Gives numbers the noun that follows, and months in the genitive the part that stands before. */
export function completeValues(items: readonly TimeItem[]): readonly TimeItem[] {
  const made: TimeItem[] = [];
  let next: TimeValue | undefined;
  for (const item of items.toReversed()) {
    const last = item.last === undefined ? undefined : completed(item.last, next);
    const first = completed(item.first, last ?? next);
    made.unshift(last === undefined ? { ...item, first } : { ...item, first, last });
    next = first;
  }
  return sharedEdges(items, made).map((item, index, all) => repeated(item, all, index));
}

/** «в конце I и II полугодий»: the edge before a number holds up to the noun that all numbers share. */
function sharedEdges(written: readonly TimeItem[], complete: readonly TimeItem[]): readonly TimeItem[] {
  let edge: Edge | undefined;
  return complete.map((item, index) => {
    const before = written[index]?.first;
    const own = before?.edge;
    const shared = own ?? (item.ownLimit ? undefined : edge);
    edge = before?.is === 'number' && before.value > 0 ? shared : undefined;
    return shared === undefined || item.first.edge !== undefined
      ? item
      : { ...item, first: { ...item.first, edge: shared } };
  });
}

function completed(value: TimeValue, next: TimeValue | undefined): TimeValue {
  if (value.is !== 'number' || next === undefined) return value;
  const place = { from: value.from, to: next.to };
  const { edge } = value;
  if (value.value === 0) return edge === undefined ? value : { ...next, edge, ...place };
  switch (next.is) {
    case 'day': {
      const { weekday: _, ...rest } = next;
      return { ...rest, day: value.value, ...place };
    }
    case 'period': {
      const { edge: _, ...rest } = next;
      return { ...rest, number: value.value, ...place, ...(edge === undefined ? {} : { edge }) };
    }
    case 'week-of-month':
    case 'weekday-of-month':
      return { ...next, nth: value.value, ...place };
    default:
      return value;
  }
}

/** «15 сентября, декабря», «первая неделя октября и марта»: the month repeats the part before it. */
function repeated(item: TimeItem, items: readonly TimeItem[], index: number): TimeItem {
  const { first } = item;
  const plain = first.is === 'month' && first.genitive && first.edge === undefined && item.last === undefined;
  if (!plain || item.ownLimit) return item;
  const model = items
    .slice(0, index)
    .findLast(({ first: before }) => before.is !== 'month' || before.edge !== undefined || !before.genitive);
  if (model === undefined || model.last !== undefined) return item;
  const { month, from, to } = first;
  const year = first.year === undefined ? {} : { year: first.year };
  switch (model.first.is) {
    case 'month': {
      const { edge } = model.first;
      return edge === undefined ? item : { ...item, first: { ...first, edge } };
    }
    case 'day': {
      const { weekday: _, year: __, ...rest } = model.first;
      return { ...item, first: { ...rest, month, ...year, from, to } };
    }
    case 'month-days':
    case 'week-of-month':
    case 'weekday-of-month': {
      const { year: _, ...rest } = model.first;
      return { ...item, first: { ...rest, month, ...year, from, to } };
    }
    default:
      return item;
  }
}
