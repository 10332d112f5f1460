/**
 * From data to places: a row for each thing, its name above, and below it a bar of which a part is filled, or an
 * interval around a point.
 *
 * @module
 */
import { fitText, textWidth } from '../chart/fit-text.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale } from '../geometry/scale.js';

export interface BarRow {
  readonly id: string;
  readonly name: string;
  /** Words beside the bar. */
  readonly text: string;
  /** Bar from 0 to `whole`, filled up to `part`; or an interval. Absent: words only. */
  readonly bar?:
    | { readonly kind: 'part'; readonly whole: number; readonly part: number }
    | { readonly kind: 'interval'; readonly low: number; readonly at: number; readonly high: number };
}

export interface PlaceBarsOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly current?: string;
}

/** All bars share a scale from 0. */
export function placeBars(
  rows: readonly BarRow[],
  { width, fontSize, current }: PlaceBarsOptions,
): PlacedChart {
  const small = fontSize * 0.86;
  const beside = Math.max(
    0,
    ...rows.map(({ bar, text }) => (bar === undefined ? 0 : textWidth(text, small))),
  );
  const right = Math.min(width * 0.6, beside + fontSize);
  const ends = rows.map(({ bar }) => (bar === undefined ? 0 : bar.kind === 'part' ? bar.whole : bar.high));
  const x = linearScale([0, Math.max(0, ...ends) || 1], [0, width - right]);
  const rowHeight = fontSize * 3;
  const marks: Mark[] = [];
  rows.forEach(({ id, name, text, bar }, index) => {
    const top = index * rowHeight;
    const y = top + fontSize * 1.9;
    if (id === current)
      marks.push({ kind: 'rect', x: 0, y: top, width, height: rowHeight - 1, role: 'cursor' });
    const label = (from: number, at: number, words: string, role: string, size: number): Mark => ({
      kind: 'text',
      x: from,
      y: at,
      text: fitText(words, width - from, size),
      anchor: 'start',
      role,
    });
    marks.push(label(0, top + fontSize * 1.1, name, 'label', fontSize));
    if (bar === undefined) {
      marks.push(label(0, y + fontSize * 0.35, text, 'missing small', small));
      return;
    }
    if (bar.kind === 'part') {
      const rect = (to: number, role: string): Mark => ({
        kind: 'rect',
        x: 0,
        y: y - fontSize * 0.35,
        width: x(Math.max(0, to)),
        height: fontSize * 0.7,
        role,
      });
      marks.push(rect(bar.whole, 'track'), rect(Math.min(bar.part, bar.whole), 'bar'));
    } else {
      const from = x(Math.max(0, bar.low));
      marks.push({ kind: 'line', x1: from, y1: y, x2: x(bar.high), y2: y, role: 'interval' });
      marks.push(...shapeMarks('circle', x(Math.max(0, bar.at)), y, fontSize * 0.34, 'point'));
    }
    marks.push(label(width - right + fontSize * 0.7, y + fontSize * 0.35, text, 'value small', small));
  });
  return { width, height: rows.length * rowHeight + fontSize * 0.4, marks };
}
