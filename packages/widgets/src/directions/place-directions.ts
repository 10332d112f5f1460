/**
 * From data to places: the name of a direction in as many lines as it needs, and below it a bar out of all schools.
 *
 * @module
 */
import { fitText, textWidth, wrapText } from '../chart/fit-text.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';

export interface PlacedDirection {
  readonly id: string;
  readonly name: string;
  /** Words beside the bar. */
  readonly text: string;
  /** 0..1 of the whole. */
  readonly share: number;
  readonly own?: boolean;
}

export interface PlaceDirectionsOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly current?: string;
}

/** Lines of a name at most; the rest is cut. */
const LINES = 9;

/** Words stand under the bars where beside them is no room. The whole of every bar is as wide as that of the others. Where a row says whether it is one's own, a shape stands before its name. */
export function placeDirections(
  rows: readonly PlacedDirection[],
  { width, fontSize, current }: PlaceDirectionsOptions,
): PlacedChart {
  const small = fontSize * 0.86;
  const longest = Math.max(0, ...rows.map(({ text }) => textWidth(text, small))) + fontSize;
  const isUnder = longest > width * 0.5;
  const beside = isUnder ? 0 : longest;
  const indent = rows.some(({ own }) => own !== undefined) ? fontSize * 1.3 : 0;
  // Names of one's own are bold, and so wider than letters are thought to be.
  const room = width * 0.95 - indent;
  const most = Math.max(fontSize, width - beside);
  const lineHeight = fontSize * 1.25;
  const marks: Mark[] = [];
  let top = 0;
  for (const { id, name, text, share, own } of rows) {
    const lines = wrapText(name, room, fontSize, LINES) ?? [fitText(name, room, fontSize)];
    const words = isUnder ? (wrapText(text, width, small, 3) ?? [fitText(text, width, small)]) : [text];
    const under = isUnder ? words.length * small * 1.2 + fontSize * 0.2 : 0;
    const height = lines.length * lineHeight + fontSize * 1.75 + under;
    if (id === current) marks.push({ kind: 'rect', x: 0, y: top, width, height: height - 1, role: 'cursor' });
    if (own !== undefined) {
      const shape = own ? 'circle' : 'ring';
      marks.push(...shapeMarks(shape, fontSize * 0.5, top + fontSize * 0.75, fontSize * 0.34, 'point'));
    }
    lines.forEach((line, i) => {
      marks.push({
        kind: 'text',
        x: indent,
        y: top + fontSize * 1.1 + i * lineHeight,
        text: line,
        anchor: 'start',
        role: own === true ? 'label strong' : 'label',
      });
    });
    const y = top + lines.length * lineHeight + fontSize * 0.45;
    const bar = (part: number, role: string): Mark => ({
      kind: 'rect',
      x: 0,
      y,
      width: most * Math.min(1, Math.max(0, part)),
      height: fontSize * 0.7,
      role,
    });
    marks.push(bar(1, 'track'), bar(share, 'bar'));
    words.forEach((line, i) => {
      marks.push({
        kind: 'text',
        x: isUnder ? 0 : most + fontSize * 0.6,
        y: y + (isUnder ? fontSize * 0.8 + small * 1.2 * (i + 0.9) : fontSize * 0.65),
        text: line,
        anchor: 'start',
        role: 'value small',
      });
    });
    top += height;
  }
  return { width, height: top + fontSize * 0.4, marks };
}
