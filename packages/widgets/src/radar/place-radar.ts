/**
 * From data to places: an axis for each share from the middle outwards, the first one up, the others clockwise.
 *
 * @module
 */
import { fitText, textWidth, wrapText } from '../chart/fit-text.js';
import { seriesLine, seriesMarker } from '../chart/series.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';
import type { RadarData } from './radar-data.js';

export interface PlaceRadarOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly share: (share: number) => string;
  readonly current?: string;
}

const MOST_LINES = 3;

/** Whether axes have numbers instead of names, which then stand in a list. */
export function isNumbered({ axes }: Pick<RadarData, 'axes'>, width: number, fontSize: number): boolean {
  const { side } = sizes(width, fontSize);
  return (
    width < fontSize * 36 || axes.some(({ name }) => wrapText(name, side, fontSize, MOST_LINES) === undefined)
  );
}

export function placeRadar(
  { axes, series }: Pick<RadarData, 'axes' | 'series'>,
  options: PlaceRadarOptions,
): PlacedChart {
  const { width, fontSize } = options;
  const numbered = isNumbered({ axes }, width, fontSize);
  const { side } = sizes(width, fontSize);
  const lines = axes.map(({ name }) => wrapText(name, side, fontSize, MOST_LINES)?.length ?? 1);
  const around = fontSize * (numbered ? 2 : Math.max(1, ...lines) * 1.2 + 0.8);
  const radius = numbered
    ? Math.max(fontSize * 3, Math.min(width / 2 - fontSize * 2.6, fontSize * 12))
    : sizes(width, fontSize).radius;
  const [cx, cy] = [width / 2, around + radius];
  const at = (axis: number, share: number): readonly [number, number] => {
    const angle = (axis / Math.max(1, axes.length)) * 2 * Math.PI;
    return [cx + Math.sin(angle) * share * radius, cy - Math.cos(angle) * share * radius];
  };
  const marks: Mark[] = [];
  const drawn = series.map(({ values }) =>
    values.map(({ share }, i) => (share === undefined ? undefined : at(i, share))),
  );
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const text = share % 0.5 === 0 ? options.share(share) : '';
    const half = textWidth(text, fontSize * 0.86) / 2 + fontSize * 0.2;
    // Between two axes, where the lines leave most room; where that is too little, the rim alone has a name.
    const places = axes.map((_, i) => ({
      between: i + 0.5,
      room: roomAt(at(i + 0.5, share), half * 0.75, fontSize * 0.35, drawn),
    }));
    const best = places.reduce((one, other) => (other.room > one.room ? other : one), {
      between: 0.5,
      room: Number.NEGATIVE_INFINITY,
    });
    if (text === '' || (share < 1 && best.room < 0)) {
      marks.push({ kind: 'circle', cx, cy, r: radius * share, role: 'grid' });
      continue;
    }
    const gap = ((half / (radius * share)) * axes.length) / Math.PI / 2;
    const [[x1, y1], [x2, y2]] = [at(best.between + gap, share), at(best.between - gap, share)];
    const r = short(radius * share);
    marks.push({
      kind: 'path',
      d: `M${short(x1)} ${short(y1)}A${r} ${r} 0 1 1 ${short(x2)} ${short(y2)}`,
      role: 'grid',
    });
    const [x, y] = at(best.between, share);
    marks.push({ kind: 'text', x, y: y + fontSize * 0.3, text, anchor: 'middle', role: 'tick small' });
  }
  axes.forEach(({ name }, i) => {
    const [x2, y2] = at(i, 1);
    marks.push({ kind: 'line', x1: cx, y1: cy, x2, y2, role: 'grid' });
    marks.push(
      ...label(numbered ? `${i + 1}` : name, at(i, 1 + (fontSize * 0.9) / radius), [cx, cy], options),
    );
  });
  const [only] = series;
  if (only !== undefined && series.length === 1)
    only.values.forEach(({ low, high }, i) => {
      if (low === undefined || high === undefined) return;
      const [[x1, y1], [x2, y2]] = [at(i, low), at(i, high)];
      marks.push({ kind: 'line', x1, y1, x2, y2, role: 'interval' });
    });
  drawn.forEach((points, index) => {
    marks.push(...seriesLine(index, [...points, points[0]]));
    for (const point of points)
      if (point !== undefined) marks.push(...seriesMarker(index, point[0], point[1], fontSize * 0.32));
  });
  const spots = axes.map(({ id }, i) => {
    const share = series.map(({ values }) => values[i]?.share).find((each) => each !== undefined);
    const [x, y] = at(i, share ?? 1);
    return { id, x, y };
  });
  const here = spots.find(({ id }) => id === options.current);
  if (here !== undefined)
    marks.push({ kind: 'circle', cx: here.x, cy: here.y, r: fontSize * 0.8, role: 'cursor' });
  return { width, height: 2 * (around + radius), marks, spots };
}

type Point = readonly [x: number, y: number];

/** How far lines stay away from a box about a point, negative inside. */
function roomAt(
  [x, y]: Point,
  halfWidth: number,
  halfHeight: number,
  lines: readonly (readonly (Point | undefined)[])[],
): number {
  const away = lines.flatMap((points) =>
    points.flatMap((from, i) => {
      const to = points[(i + 1) % points.length] ?? from;
      if (from === undefined || to === undefined) return [];
      return [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((part) =>
        Math.max(
          Math.abs(from[0] + (to[0] - from[0]) * part - x) - halfWidth,
          Math.abs(from[1] + (to[1] - from[1]) * part - y) - halfHeight,
        ),
      );
    }),
  );
  return Math.min(...away);
}

/** With names: the circle takes what the names at its sides leave. */
function sizes(width: number, fontSize: number) {
  const radius = Math.max(fontSize * 3, Math.min((width - fontSize * 20) / 2, fontSize * 12));
  return { radius, side: width / 2 - radius - fontSize * 1.2 };
}

function label(
  text: string,
  [x, y]: readonly [number, number],
  [cx, cy]: readonly [number, number],
  { width, fontSize }: PlaceRadarOptions,
): readonly Mark[] {
  const distance = Math.hypot(x - cx, y - cy);
  const [across, down] = [(x - cx) / distance, (y - cy) / distance];
  const anchor = across > 0.15 ? 'start' : across < -0.15 ? 'end' : 'middle';
  const room = anchor === 'middle' ? width * 0.6 : anchor === 'start' ? width - x : x;
  const lines = wrapText(text, room, fontSize, MOST_LINES) ?? [fitText(text, room, fontSize)];
  const lineHeight = fontSize * 1.2;
  const first = y + ((down - 1) * (lines.length - 1) * lineHeight) / 2 + fontSize * 0.35;
  return lines.map((line, i) => ({
    kind: 'text',
    x,
    y: first + i * lineHeight,
    text: line,
    anchor,
    role: 'label',
  }));
}
