/**
 * From data to places: conditions across, shares up, the borders as lines, schools as shapes without names.
 *
 * @module
 */
import { fitText, textWidth } from '../chart/fit-text.js';
import type { Shape } from '../chart/shapes.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale, niceTicks } from '../geometry/scale.js';
import type { QuadrantData, QuadrantSchool, ResultLevel } from './quadrant-data.js';

export interface PlaceQuadrantOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly share: (share: number) => string;
  /** Words under the axis of conditions. */
  readonly axis: string;
  readonly usual: string;
  readonly hard: string;
  readonly results: Readonly<Record<'high' | 'middle' | 'low', string>>;
  readonly current?: string;
}

export const RESULT_SHAPES: Readonly<Record<ResultLevel, Shape>> = {
  high: 'up',
  middle: 'circle',
  low: 'down',
  undetermined: 'ring',
};

/** A school that can be drawn. */
export type PlacedSchool = QuadrantSchool & { readonly context: number; readonly share: number };

export function isPlaced(school: QuadrantSchool): school is PlacedSchool {
  return school.context !== undefined && school.share !== undefined;
}

export function resultOf({ result }: QuadrantSchool): ResultLevel {
  return result !== undefined && Object.hasOwn(RESULT_SHAPES, result) ? result : 'undetermined';
}

export function placeQuadrant(
  { schools, context, borders }: Pick<QuadrantData, 'schools' | 'context' | 'borders'>,
  options: PlaceQuadrantOptions,
): PlacedChart {
  const { width, fontSize, share } = options;
  const small = fontSize * 0.86;
  const height = Math.max(fontSize * 22, Math.min(width * 0.6, fontSize * 32));
  const levels = (['high', 'middle', 'low'] as const).map((level) => options.results[level]);
  const longest = Math.max(...levels.map((text) => textWidth(text, small)));
  const box = {
    x1: fontSize * 3.4,
    x2: Math.max(fontSize * 6, width - longest - fontSize * 0.8),
    y1: fontSize * 2,
    y2: height - fontSize * 2,
  };
  const x = linearScale([context.from, context.to], [box.x1 + fontSize * 0.6, box.x2 - fontSize * 0.6]);
  const y = linearScale([0, 1], [box.y2, box.y1]);
  const inside = (at: number) => Math.max(box.x1, Math.min(box.x2, at));
  const marks: Mark[] = [];
  for (const tick of niceTicks(0, 1, 4)) {
    marks.push({ kind: 'line', x1: box.x1, y1: y(tick), x2: box.x2, y2: y(tick), role: 'grid' });
    marks.push({
      kind: 'text',
      x: box.x1 - fontSize * 0.4,
      y: y(tick) + fontSize * 0.35,
      text: share(tick),
      anchor: 'end',
      role: 'tick',
    });
  }
  const hard = inside(x(context.hardFrom));
  marks.push({ kind: 'line', x1: hard, y1: box.y1 - fontSize, x2: hard, y2: box.y2, role: 'border' });
  for (const border of [borders.lowBelow, borders.highFrom])
    marks.push({ kind: 'line', x1: box.x1, y1: y(border), x2: box.x2, y2: y(border), role: 'border' });
  marks.push(...sides(options, [0, hard, width], small));
  const middles = [
    (borders.highFrom + 1) / 2,
    (borders.lowBelow + borders.highFrom) / 2,
    borders.lowBelow / 2,
  ];
  levels.forEach((text, i) => {
    marks.push({
      kind: 'text',
      x: box.x2 + fontSize * 0.5,
      y: y(middles[i] ?? 0) + small * 0.35,
      text,
      anchor: 'start',
      role: 'head small',
    });
  });
  marks.push({
    kind: 'text',
    x: box.x2,
    y: height - fontSize * 0.5,
    text: fitText(options.axis, box.x2, fontSize),
    anchor: 'end',
    role: 'tick',
  });
  const placed = schools.filter(isPlaced);
  const spots = placed.map((school) => ({
    id: school.id,
    x: inside(x(school.context)),
    y: y(school.share),
    shape: RESULT_SHAPES[resultOf(school)],
  }));
  for (const spot of spots) marks.push(...shapeMarks(spot.shape, spot.x, spot.y, fontSize * 0.34, 'point'));
  const here = spots.find(({ id }) => id === options.current);
  if (here !== undefined)
    marks.push({ kind: 'circle', cx: here.x, cy: here.y, r: fontSize * 0.8, role: 'cursor' });
  return { width, height, marks, spots };
}

/** Words on both sides of the border of conditions, where there is room. */
function sides(
  { usual, hard }: PlaceQuadrantOptions,
  [from, border, to]: readonly [number, number, number],
  size: number,
): readonly Mark[] {
  const gap = size * 0.6;
  const left = border - gap - from;
  const right = to - border - gap;
  const words = (text: string, x: number, anchor: 'start' | 'end', room: number): readonly Mark[] =>
    room < size * 4
      ? []
      : [{ kind: 'text', x, y: size * 1.2, text: fitText(text, room, size), anchor, role: 'head small' }];
  return [...words(usual, border - gap, 'end', left), ...words(hard, border + gap, 'start', right)];
}
