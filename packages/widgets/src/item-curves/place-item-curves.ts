/**
 * From data to places: a small panel for each item, groups of pupils across, solve rates up.
 *
 * @module
 */
import { fitText } from '../chart/fit-text.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';
import { linearScale } from '../geometry/scale.js';
import type { ItemCurve, ItemCurvesData, ItemCurvesKind } from './item-curves-data.js';

export interface PlaceItemCurvesOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly by: ItemCurvesKind;
  readonly share: (share: number) => string;
  readonly item: (id: string) => string;
  readonly group: (group: number) => string;
  /** A few words about a curve that needs a look; empty for others. */
  readonly flag: (curve: ItemCurve) => string;
  /** Words where a panel has no curve. */
  readonly none: string;
  readonly current?: string;
}

/** The curve of an item by the groups asked for. */
export function curveOf(item: ItemCurvesData['items'][number], by: ItemCurvesKind): ItemCurve | undefined {
  return item.curves.find((curve) => curve.by === by);
}

/** How many panels stand side by side. */
export function panelsAcross(width: number, fontSize: number): number {
  return Math.max(1, Math.min(6, Math.floor((width - fontSize * 3.2) / (fontSize * 9))));
}

export function placeItemCurves(
  { items }: Pick<ItemCurvesData, 'items'>,
  options: PlaceItemCurvesOptions,
): PlacedChart {
  const { width, fontSize } = options;
  const across = Math.min(panelsAcross(width, fontSize), Math.max(1, items.length));
  const left = fontSize * 3.2;
  const panelWidth = Math.min((width - left) / across, fontSize * 18);
  const plotHeight = fontSize * 6;
  const top = fontSize * 2.9;
  const panelHeight = top + plotHeight + fontSize * 2.3;
  const marks: Mark[] = [];
  items.forEach((item, index) => {
    const column = index % across;
    const from = left + column * panelWidth;
    const above = Math.floor(index / across) * panelHeight;
    const box: Box = {
      x1: from,
      x2: from + panelWidth - fontSize,
      y1: above + top,
      y2: above + top + plotHeight,
    };
    if (item.id === options.current)
      marks.push({
        kind: 'rect',
        x: box.x1 - fontSize * 0.3,
        y: above + fontSize * 0.2,
        width: panelWidth - fontSize * 0.4,
        height: panelHeight - fontSize * 0.4,
        role: 'cursor',
      });
    for (const share of [0, 0.5, 1]) {
      const y = box.y2 - share * plotHeight;
      marks.push({ kind: 'line', x1: box.x1, y1: y, x2: box.x2, y2: y, role: 'grid' });
      if (column === 0)
        marks.push({
          kind: 'text',
          x: left - fontSize * 0.4,
          y: y + fontSize * 0.3,
          text: options.share(share),
          anchor: 'end',
          role: 'tick small',
        });
    }
    marks.push({
      kind: 'text',
      x: box.x1,
      y: above + fontSize * 1.2,
      text: fitText(options.item(item.id), panelWidth - fontSize, fontSize),
      anchor: 'start',
      role: 'head',
    });
    const curve = curveOf(item, options.by);
    if (curve === undefined) {
      const words = fitText(options.none, panelWidth - fontSize, fontSize * 0.86);
      marks.push({
        kind: 'text',
        x: box.x1,
        y: box.y2 - fontSize * 0.5,
        text: words,
        anchor: 'start',
        role: 'missing small',
      });
    } else marks.push(...placeCurve(curve, box, options));
  });
  return { width, height: Math.ceil(items.length / across) * panelHeight, marks };
}

interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function placeCurve(curve: ItemCurve, box: Box, options: PlaceItemCurvesOptions): readonly Mark[] {
  const { fontSize } = options;
  const { points } = curve;
  const x = linearScale([-0.5, points.length - 0.5], [box.x1, box.x2]);
  const y = linearScale([0, 1], [box.y2, box.y1]);
  const marks: Mark[] = [];
  const flag = options.flag(curve);
  if (flag !== '') {
    const line = box.y1 - fontSize * 0.75;
    marks.push(
      ...shapeMarks('diamond', box.x1 + fontSize * 0.35, line - fontSize * 0.3, fontSize * 0.32, 'plain'),
    );
    marks.push({
      kind: 'text',
      x: box.x1 + fontSize,
      y: line,
      text: fitText(flag, box.x2 - box.x1 - fontSize * 0.4, fontSize * 0.86),
      anchor: 'start',
      role: 'small',
    });
  }
  let isGap = true;
  let line = '';
  points.forEach(({ share }, i) => {
    if (share !== undefined) line += `${isGap ? 'M' : 'L'}${short(x(i))} ${short(y(share))}`;
    isGap = share === undefined;
  });
  if (line.includes('L')) marks.push({ kind: 'path', d: line, role: 'curve' });
  points.forEach(({ group, share, low, high }, i) => {
    const at = x(i);
    marks.push({
      kind: 'text',
      x: at,
      y: box.y2 + fontSize * 1.2,
      text: options.group(group),
      anchor: 'middle',
      role: 'tick small',
    });
    if (share === undefined) {
      marks.push({
        kind: 'text',
        x: at,
        y: box.y2 - fontSize * 0.3,
        text: '–',
        anchor: 'middle',
        role: 'missing',
      });
      return;
    }
    if (low !== undefined && high !== undefined)
      marks.push({ kind: 'line', x1: at, y1: y(low), x2: at, y2: y(high), role: 'interval' });
    marks.push({ kind: 'circle', cx: at, cy: y(share), r: fontSize * 0.28, role: 'dot' });
  });
  return marks;
}
