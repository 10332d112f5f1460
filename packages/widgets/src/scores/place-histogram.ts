import { textWidth } from '../chart/fit-text.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale, niceTicks } from '../geometry/scale.js';

export interface PlaceHistogramOptions {
  /** @defaultValue 14 */
  readonly fontSize?: number;
  /** Counts on the axis. @defaultValue digits without groups */
  readonly count?: (n: number) => string;
  /** Half points of the bar that carries the cursor. */
  readonly current?: number;
}

/** Half points from one bar to the next: 1 where somebody has half a point, else 2. */
export function stepOf(totals: readonly number[]): 1 | 2 {
  return totals.some((count, half) => count > 0 && half % 2 === 1) ? 1 : 2;
}

/** Pupils by total with the borders of marks. `totals[i]` = pupils with i half points. */
export function placeHistogram(
  totals: readonly number[],
  maxTotal: number | undefined,
  scale: readonly { readonly mark: number; readonly min: number }[] | undefined,
  width: number,
  { fontSize = 14, count: countText = String, current }: PlaceHistogramOptions = {},
): PlacedChart {
  const step = stepOf(totals);
  const unit = fontSize / 14;
  const last = Math.max(totals.length - 1, (maxTotal ?? 0) * 2);
  const bins: number[] = [];
  for (let half = 0; half <= last; half += step) bins.push(totals[half] ?? 0);
  const height = 210 * unit;
  const most = Math.max(1, ...bins);
  const ticks = niceTicks(0, most, 4).filter(Number.isInteger);
  const longest = Math.max(0, ...ticks.map((tick) => textWidth(countText(tick), fontSize)));
  const [left, bottom, top] = [Math.max(34 * unit, longest + 8 * unit), 24 * unit, 26 * unit];
  const x = linearScale([0, bins.length], [left, width - 4]);
  const y = linearScale([0, most], [height - bottom, top]);
  const marks: Mark[] = [];
  for (const tick of ticks) {
    marks.push({ kind: 'line', x1: left, y1: y(tick), x2: width - 4, y2: y(tick), role: 'grid' });
    marks.push({
      kind: 'text',
      x: left - 6 * unit,
      y: y(tick) + 4 * unit,
      text: countText(tick),
      anchor: 'end',
      role: 'tick',
    });
  }
  const gap = Math.min(2, (x(1) - x(0)) * 0.15);
  bins.forEach((count, i) => {
    if (i * step === current)
      marks.push({ kind: 'rect', x: x(i), y: top, width: x(1) - x(0), height: y(0) - top, role: 'cursor' });
    if (count === 0) return;
    marks.push({
      kind: 'rect',
      x: x(i) + gap,
      y: y(count),
      width: x(1) - x(0) - 2 * gap,
      height: y(0) - y(count),
      role: 'bar',
    });
  });
  const points = ((bins.length - 1) * step) / 2;
  for (const tick of niceTicks(0, points, width < 30 * fontSize ? 4 : 8)) {
    const at = x((tick * 2) / step + 0.5);
    marks.push({
      kind: 'text',
      x: at,
      y: height - 8 * unit,
      text: String(tick),
      anchor: 'middle',
      role: 'tick',
    });
  }
  for (const { mark, min } of scale ?? []) {
    if (min === 0) continue;
    const at = x((min * 2) / step);
    marks.push({ kind: 'line', x1: at, y1: top - 10 * unit, x2: at, y2: height - bottom, role: 'border' });
    marks.push({
      kind: 'text',
      x: at + 3 * unit,
      y: top - 12 * unit,
      text: `«${mark}»`,
      anchor: 'start',
      role: 'tick',
    });
  }
  return { width, height, marks };
}
