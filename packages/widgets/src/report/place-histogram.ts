import type { MarkScale } from '@orientir/core/assessment';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale, niceTicks } from '../geometry/scale.js';

/** Pupils by total with the borders of marks. `totals[i]` = pupils with i half points. */
export function placeHistogram(
  totals: readonly number[],
  maxTotal: number | undefined,
  scale: MarkScale | undefined,
  width: number,
): PlacedChart {
  const halves = totals.some((count, half) => count > 0 && half % 2 === 1);
  const step = halves ? 1 : 2;
  const last = Math.max(totals.length - 1, (maxTotal ?? 0) * 2);
  const bins: number[] = [];
  for (let half = 0; half <= last; half += step) bins.push(totals[half] ?? 0);
  const height = 210;
  const [left, bottom, top] = [34, 24, 26];
  const most = Math.max(1, ...bins);
  const x = linearScale([0, bins.length], [left, width - 4]);
  const y = linearScale([0, most], [height - bottom, top]);
  const marks: Mark[] = [];
  for (const tick of niceTicks(0, most, 4)) {
    marks.push({ kind: 'line', x1: left, y1: y(tick), x2: width - 4, y2: y(tick), role: 'grid' });
    marks.push({
      kind: 'text',
      x: left - 6,
      y: y(tick) + 4,
      text: String(tick),
      anchor: 'end',
      role: 'tick',
    });
  }
  const gap = Math.min(2, (x(1) - x(0)) * 0.15);
  bins.forEach((count, i) => {
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
  for (const tick of niceTicks(0, points, width < 420 ? 4 : 8)) {
    const at = x((tick * 2) / step + 0.5);
    marks.push({ kind: 'text', x: at, y: height - 8, text: String(tick), anchor: 'middle', role: 'tick' });
  }
  for (const { mark, min } of scale ?? []) {
    if (min === 0) continue;
    const at = x((min * 2) / step);
    marks.push({ kind: 'line', x1: at, y1: top - 10, x2: at, y2: height - bottom, role: 'border' });
    marks.push({ kind: 'text', x: at + 3, y: top - 12, text: `«${mark}»`, anchor: 'start', role: 'tick' });
  }
  return { width, height, marks };
}
