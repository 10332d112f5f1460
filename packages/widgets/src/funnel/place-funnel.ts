/**
 * From data to places: pupils across, shares up, limits as lines, units outside them with their names.
 *
 * @module
 */
import { fitText, textWidth } from '../chart/fit-text.js';
import type { Shape } from '../chart/shapes.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';
import type { LinearScale } from '../geometry/scale.js';
import { linearScale, niceTicks } from '../geometry/scale.js';
import type { FunnelData, FunnelLimit, FunnelPlace, FunnelPoint } from './funnel-data.js';

export interface PlaceFunnelOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly share: (share: number) => string;
  readonly count: (n: number) => string;
  /** Words under the axis of pupils. */
  readonly axis: string;
  /** Words at the line of the whole group. */
  readonly target: string;
  readonly current?: string;
}

/** Shapes of units by how far out they lie. */
export const FUNNEL_SHAPES: Readonly<Record<'inside' | '95' | '998', Shape>> = {
  inside: 'circle',
  '95': 'ring',
  '998': 'diamond',
};

/** Which shape a unit has. */
function shapeOf(place: FunnelPlace | undefined): keyof typeof FUNNEL_SHAPES {
  return place?.endsWith('-998') === true ? '998' : place?.endsWith('-95') === true ? '95' : 'inside';
}

export function placeFunnel(data: FunnelData, options: PlaceFunnelOptions): PlacedChart {
  const { width, fontSize, share, count } = options;
  const height = Math.max(fontSize * 20, Math.min(width * 0.6, fontSize * 30));
  const [left, right, top, bottom] = [fontSize * 3.4, fontSize * 0.6, fontSize * 0.8, fontSize * 3.2];
  const units = data.units.filter((unit) => unit.share !== undefined);
  const most = Math.max(1, ...[...units, ...data.limits].map(({ n }) => n));
  const x = linearScale([0, most], [left, width - right - fontSize]);
  const y = linearScale([0, 1], [height - bottom, top]);
  const marks: Mark[] = [];
  for (const tick of niceTicks(0, 1, 4)) {
    marks.push({ kind: 'line', x1: left, y1: y(tick), x2: width - right, y2: y(tick), role: 'grid' });
    marks.push({
      kind: 'text',
      x: left - fontSize * 0.4,
      y: y(tick) + fontSize * 0.35,
      text: share(tick),
      anchor: 'end',
      role: 'tick',
    });
  }
  for (const tick of niceTicks(0, most, width < fontSize * 34 ? 3 : 6)) {
    if (!Number.isInteger(tick)) continue;
    marks.push({
      kind: 'text',
      x: x(tick),
      y: height - bottom + fontSize * 1.3,
      text: count(tick),
      anchor: 'middle',
      role: 'tick',
    });
  }
  marks.push({
    kind: 'text',
    x: width - right,
    y: height - fontSize * 0.4,
    text: options.axis,
    anchor: 'end',
    role: 'tick',
  });
  for (const [end, role] of [
    ['low95', 'limit-95'],
    ['high95', 'limit-95'],
    ['low998', 'limit-998'],
    ['high998', 'limit-998'],
  ] as const) {
    if (data.limits.length > 1) marks.push({ kind: 'path', d: lineOf(data.limits, end, x, y), role });
  }
  marks.push({
    kind: 'line',
    x1: left,
    y1: y(data.target),
    x2: width - right,
    y2: y(data.target),
    role: 'target',
  });
  const r = fontSize * 0.28;
  const placed = units.map((unit) => ({ unit, x: x(unit.n), y: y(unit.share ?? 0) }));
  for (const { unit, x: at, y: up } of placed) {
    marks.push(
      ...shapeMarks(
        FUNNEL_SHAPES[shapeOf(unit.place)],
        at,
        up,
        unit.place === 'inside' ? r : r * 1.4,
        'point',
      ),
    );
  }
  const names = new Names(placed, {
    fontSize,
    left,
    right: width - right,
    top: 0,
    bottom: height - bottom,
    r,
  });
  marks.push(...names.word(options.target, y(data.target)));
  for (const { unit, x: at, y: up } of placed) {
    if (shapeOf(unit.place) === '998') marks.push(...names.place(unit, at, up, width * 0.4));
  }
  const here = placed.find(({ unit }) => unit.id === options.current);
  if (here !== undefined) {
    marks.push({ kind: 'circle', cx: here.x, cy: here.y, r: fontSize * 0.8, role: 'cursor' });
  }
  return { width, height, marks, spots: placed.map(({ unit: { id }, ...place }) => ({ id, ...place })) };
}

function lineOf(
  limits: readonly FunnelLimit[],
  end: keyof FunnelLimit,
  x: LinearScale,
  y: LinearScale,
): string {
  return limits
    .map((limit, i) => `${i === 0 ? 'M' : 'L'}${short(x(limit.n))} ${short(y(limit[end]))}`)
    .join('');
}

interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Frame {
  readonly fontSize: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly r: number;
}

/** Names of points where they cover neither each other nor the more distant points; where none fits, the table names them. */
class Names {
  readonly #taken: Box[];
  readonly #frame: Frame;

  constructor(
    points: readonly { readonly unit: FunnelPoint; readonly x: number; readonly y: number }[],
    frame: Frame,
  ) {
    this.#frame = frame;
    const r = frame.r * 1.7;
    this.#taken = points.map(({ x, y }) => ({ x1: x - r, y1: y - r, x2: x + r, y2: y + r }));
  }

  place({ name }: FunnelPoint, x: number, y: number, widest: number): readonly Mark[] {
    const { fontSize, r } = this.#frame;
    const size = fontSize * 0.86;
    const text = fitText(name, widest, size);
    // Names of schools are half capitals and figures: «МБОУ СОШ № 25».
    const width = textWidth(text, size) * 1.2;
    for (const rise of [0, -0.9, 0.9, -1.9, 1.9, -2.9, 2.9]) {
      for (const anchor of ['start', 'end'] as const) {
        const from = anchor === 'start' ? x + r * 2.2 : x - r * 2.2;
        const baseline = y + rise * fontSize + size * 0.35;
        const box = {
          x1: anchor === 'start' ? from : from - width,
          x2: anchor === 'start' ? from + width : from,
          y1: baseline - size * 0.8,
          y2: baseline + size * 0.25,
        };
        if (!this.#isFree(box)) continue;
        this.#taken.push(box);
        const leader: readonly Mark[] =
          Math.abs(rise) < 1
            ? []
            : [{ kind: 'line', x1: x, y1: y, x2: from, y2: baseline - size * 0.35, role: 'leader' }];
        return [...leader, { kind: 'text', x: from, y: baseline, text, anchor, role: 'name small' }];
      }
    }
    return [];
  }

  /** Words at a line, at one of its ends, above or below; above the right end where there is no room at all. */
  word(text: string, y: number): readonly Mark[] {
    const { fontSize, left, right } = this.#frame;
    const size = fontSize * 0.86;
    const fitted = fitText(text, right - left, size);
    const width = textWidth(fitted, size);
    const places = (['end', 'start'] as const).flatMap((anchor) =>
      [y - size * 0.4, y + size * 1.1].map((baseline) => ({
        anchor,
        baseline,
        box: {
          x1: anchor === 'end' ? right - width : left,
          x2: anchor === 'end' ? right : left + width,
          y1: baseline - size * 0.8,
          y2: baseline + size * 0.25,
        },
      })),
    );
    const place = places.find(({ box }) => this.#isFree(box)) ?? places[0];
    if (place === undefined) return [];
    this.#taken.push(place.box);
    const { anchor, baseline } = place;
    return [
      {
        kind: 'text',
        x: anchor === 'end' ? right : left,
        y: baseline,
        text: fitted,
        anchor,
        role: 'name small',
      },
    ];
  }

  #isFree(box: Box): boolean {
    const { left, right, top, bottom } = this.#frame;
    if (box.x1 < left || box.x2 > right || box.y1 < top || box.y2 > bottom) return false;
    return this.#taken.every(
      (other) => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2,
    );
  }
}
