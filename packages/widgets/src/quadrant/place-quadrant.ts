/**
 * From data to places: conditions across, shares up, the borders as lines, schools as shapes without names.
 *
 * @module
 */
import { fitText, textWidth, wrapText } from '../chart/fit-text.js';
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
  /** Words at the border of hard conditions. */
  readonly border: string;
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
  const levels = (['high', 'middle', 'low'] as const).map((level) => options.results[level]);
  const longest = Math.max(...levels.map((text) => textWidth(text, small)));
  const [x1, x2] = [fontSize * 3.4, Math.max(fontSize * 6, width - longest - fontSize * 0.8)];
  const x = linearScale([context.from, context.to], [x1 + fontSize * 0.6, x2 - fontSize * 0.6]);
  const inside = (at: number) => Math.max(x1, Math.min(x2, at));
  const hard = inside(x(context.hardFrom));
  const heads = sides(options, [0, hard, width], small);
  const y1 = Math.max(small * 1.2, ...heads.map((head) => head.y)) + fontSize;
  const box = { x1, x2, y1, y2: y1 + Math.max(fontSize * 18, Math.min(width * 0.5, fontSize * 28)) };
  const height = box.y2 + fontSize * 3.2;
  const y = linearScale([0, 1], [box.y2, box.y1]);
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
  marks.push({ kind: 'line', x1: hard, y1: fontSize * 0.4, x2: hard, y2: box.y2, role: 'border' });
  for (const border of [borders.lowBelow, borders.highFrom])
    marks.push({ kind: 'line', x1: box.x1, y1: y(border), x2: box.x2, y2: y(border), role: 'border' });
  marks.push(...heads, {
    kind: 'text',
    x: hard,
    y: box.y2 + fontSize * 1.2,
    text: options.border,
    anchor: 'middle',
    role: 'tick',
  });
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
    x: width,
    y: height - fontSize * 0.5,
    text: fitText(options.axis, width, fontSize),
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
) {
  const gap = size * 0.6;
  const words = (text: string, x: number, anchor: 'start' | 'end', room: number) =>
    room < size * 4
      ? []
      : (wrapText(text, room, size, 3) ?? [fitText(text, room, size)]).map((line, i) => ({
          kind: 'text' as const,
          x,
          y: size * 1.2 * (i + 1),
          text: line,
          anchor,
          role: 'head small',
        }));
  return [
    ...words(usual, border - gap, 'end', border - gap - from),
    ...words(hard, border + gap, 'start', to - border - gap),
  ];
}
