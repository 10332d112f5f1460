/**
 * From data to places: a row for each item, a dot with its interval, the comparators as hollow shapes.
 *
 * @module
 */
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';
import { linearScale, niceTicks } from '../geometry/scale.js';
import type { SolveRatesData, SolveRatesItem } from './solve-rates-data.js';

export type SolveRatesOrder = 'item' | 'rate' | 'gap';

export interface PlaceOptions {
  /** Width in CSS pixels. */
  readonly width: number;
  /** Size of text in CSS pixels. */
  readonly fontSize: number;
  readonly order: SolveRatesOrder;
  /** Words for a missing figure. */
  readonly missing: (item: SolveRatesItem) => string;
  /** A share for people. */
  readonly share: (share: number) => string;
  /** Id of the item that carries the cursor. */
  readonly current?: string;
}

/** Items in the order asked for; items without a figure come last, except in the order of the work. */
export function orderItems(data: SolveRatesData, order: SolveRatesOrder): readonly SolveRatesItem[] {
  if (order === 'item') return data.items;
  const [first] = data.comparators;
  const compared = new Map(first?.items.map((item) => [item.id, item.solveRate]));
  const value = (item: SolveRatesItem): number => {
    if (item.solveRate === undefined) return Number.POSITIVE_INFINITY;
    if (order === 'rate') return item.solveRate;
    const other = compared.get(item.id);
    return other === undefined ? Number.MAX_VALUE : item.solveRate - other;
  };
  return [...data.items].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    return a === b ? 0 : a - b;
  });
}

/** Places the chart. Rows are as high as two lines of text, so that a finger can hit them. */
export function placeSolveRates(data: SolveRatesData, options: PlaceOptions): PlacedChart {
  const { width, fontSize, share } = options;
  const items = orderItems(data, options.order);
  const rowHeight = fontSize * 1.9;
  const labelWidth = Math.max(3, ...items.map(({ id }) => id.length + 1)) * fontSize * 0.6;
  const valueWidth = fontSize * 3.2;
  const top = fontSize * 1.8;
  const x = linearScale(
    [0, 1],
    [labelWidth + fontSize, Math.max(labelWidth + fontSize * 6, width - valueWidth)],
  );
  const height = top + items.length * rowHeight + fontSize * 0.4;
  const marks: Mark[] = [];
  for (const tick of niceTicks(0, 1, width < 420 ? 2 : 4)) {
    marks.push({
      kind: 'line',
      x1: x(tick),
      y1: top - fontSize * 0.3,
      x2: x(tick),
      y2: height,
      role: 'grid',
    });
    marks.push({ kind: 'text', x: x(tick), y: fontSize, text: share(tick), anchor: 'middle', role: 'tick' });
  }
  items.forEach((item, i) => {
    const y = top + (i + 0.5) * rowHeight;
    const baseline = y + fontSize * 0.35;
    if (item.id === options.current) {
      marks.push({ kind: 'rect', x: 0, y: y - rowHeight / 2, width, height: rowHeight, role: 'cursor' });
    }
    marks.push({ kind: 'text', x: labelWidth, y: baseline, text: item.id, anchor: 'end', role: 'label' });
    if (item.solveRate === undefined) {
      marks.push({
        kind: 'text',
        x: x(0) + fontSize * 0.5,
        y: baseline,
        text: options.missing(item),
        anchor: 'start',
        role: 'missing',
      });
      return;
    }
    data.comparators.forEach(({ items: compared }, c) => {
      const other = compared.find(({ id }) => id === item.id);
      if (other !== undefined) marks.push(comparatorMark(c, x(other.solveRate), y, fontSize * 0.36));
    });
    if (item.low !== undefined && item.high !== undefined) {
      marks.push({ kind: 'line', x1: x(item.low), y1: y, x2: x(item.high), y2: y, role: 'interval' });
    }
    marks.push({ kind: 'circle', cx: x(item.solveRate), cy: y, r: fontSize * 0.34, role: 'dot' });
    marks.push({
      kind: 'text',
      x: width,
      y: baseline,
      text: share(item.solveRate),
      anchor: 'end',
      role: 'value',
    });
  });
  return { width, height, marks };
}

/** The shape of a comparator: a hollow diamond for the first, an upright bar for the second. */
export function comparatorMark(index: number, x: number, y: number, r: number): Mark {
  return index === 0
    ? {
        kind: 'path',
        d: `M${short(x)} ${short(y - r)}L${short(x + r)} ${short(y)}L${short(x)} ${short(y + r)}L${short(x - r)} ${short(y)}Z`,
        role: 'comparator comparator-1',
      }
    : { kind: 'line', x1: x, y1: y - r * 1.3, x2: x, y2: y + r * 1.3, role: 'comparator comparator-2' };
}
