/**
 * From data to places: steps across, shares up, a line only as far as the series goes.
 *
 * @module
 */
import { fitText, textWidth, wrapText } from '../chart/fit-text.js';
import { seriesLine, seriesMarker } from '../chart/series.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale, niceTicks } from '../geometry/scale.js';
import type { DynamicsData, DynamicsStep } from './dynamics-data.js';

export interface PlaceDynamicsOptions {
  /** A drawing of many steps is wider. */
  readonly width: number;
  readonly fontSize: number;
  readonly share: (share: number) => string;
  /** Words at a break. */
  readonly broken: (why: string) => string;
  readonly current?: string;
}

export function placeDynamics(
  { steps, series }: Pick<DynamicsData, 'steps' | 'series'>,
  options: PlaceDynamicsOptions,
): PlacedChart {
  const { fontSize, share } = options;
  const left = fontSize * 3.4;
  const count = Math.max(1, steps.length);
  const width = Math.max(options.width, left + count * fontSize * 3.4);
  const step = Math.min((width - left) / count, fontSize * 16);
  const right = left + step * count;
  const small = fontSize * 0.86;
  const notes = steps.map(breakLines);
  const top = fontSize * (0.8 + 1.2 * Math.max(0, ...notes.map(({ length }) => length)));
  const bottom = top + fontSize * 14;
  const x = (i: number) => left + step * (i + 0.5);
  const y = linearScale([0, 1], [bottom, top]);
  const marks: Mark[] = [];
  for (const tick of niceTicks(0, 1, 4)) {
    marks.push({ kind: 'line', x1: left, y1: y(tick), x2: right, y2: y(tick), role: 'grid' });
    marks.push({
      kind: 'text',
      x: left - fontSize * 0.4,
      y: y(tick) + fontSize * 0.35,
      text: share(tick),
      anchor: 'end',
      role: 'tick',
    });
  }
  const here = steps.findIndex(({ id }) => id === options.current);
  if (here >= 0)
    marks.push({
      kind: 'rect',
      x: x(here) - step * 0.45,
      y: top,
      width: step * 0.9,
      height: bottom - top,
      role: 'cursor',
    });
  let lines = 1;
  steps.forEach(({ name, breakBefore }, i) => {
    const label = labelLines(name, step * 0.95, fontSize);
    lines = Math.max(lines, label.length);
    marks.push(...stacked(label, x(i), bottom + fontSize * 1.3, fontSize, 'label'));
    if (breakBefore === undefined) return;
    const at = x(i) - step / 2;
    marks.push({ kind: 'line', x1: at, y1: top - fontSize * 0.4, x2: at, y2: bottom, role: 'border' });
    const note = notes[i] ?? [];
    marks.push(...stacked(note, at, top - fontSize * (0.8 + 1.03 * (note.length - 1)), small, 'small'));
  });
  series.forEach(({ values }, index) => {
    // Two points of a step stand side by side.
    const aside = series.length < 2 ? 0 : fontSize * (index - 0.5) * 0.9;
    const points: (readonly [number, number] | undefined)[] = [];
    values.forEach((value, i) => {
      if (steps[i]?.breakBefore !== undefined) points.push(undefined);
      points.push(value.share === undefined ? undefined : [x(i) + aside, y(value.share)]);
    });
    marks.push(...seriesLine(index, points));
    values.forEach(({ share: known, low, high }, i) => {
      const at = x(i) + aside;
      if (known === undefined) {
        marks.push({
          kind: 'text',
          x: at,
          y: bottom - fontSize * 0.3,
          text: '–',
          anchor: 'middle',
          role: 'missing',
        });
        return;
      }
      if (low !== undefined && high !== undefined)
        marks.push({ kind: 'line', x1: at, y1: y(low), x2: at, y2: y(high), role: 'interval' });
      marks.push(...seriesMarker(index, at, y(known), fontSize * 0.34));
      if (series.length === 1)
        marks.push({
          kind: 'text',
          x: at,
          y: y(high ?? known) - fontSize * (high === undefined ? 0.7 : 0.3),
          text: share(known),
          anchor: 'middle',
          role: 'value small',
        });
    });
  });
  const height = bottom + fontSize * (0.8 + 1.2 * lines);
  return { width, height, marks, spots: steps.map(({ id }, i) => ({ id, x: x(i) })) };

  /** The whole words where there is room as far as the neighbouring breaks, else only the line. */
  function breakLines({ breakBefore }: DynamicsStep, i: number): readonly string[] {
    if (breakBefore === undefined) return [];
    const next = steps.findIndex((other, at) => at > i && other.breakBefore !== undefined);
    const before = steps.findLastIndex((other, at) => at < i && other.breakBefore !== undefined);
    const at = left + step * i;
    const room =
      2 *
      Math.min(before < 0 ? at : (step * (i - before)) / 2, next < 0 ? width - at : (step * (next - i)) / 2);
    return wrapText(options.broken(breakBefore), room - fontSize * 0.5, small, 3) ?? [];
  }
}

/** A school year may be broken after its stroke. */
function labelLines(name: string, room: number, fontSize: number): readonly string[] {
  if (textWidth(name, fontSize) <= room) return [name];
  return wrapText(name.replaceAll('/', '/ '), room, fontSize, 3) ?? [fitText(name, room, fontSize)];
}

function stacked(
  lines: readonly string[],
  x: number,
  first: number,
  size: number,
  role: string,
): readonly Mark[] {
  return lines.map((text, i) => ({
    kind: 'text',
    x,
    y: first + i * size * 1.2,
    text,
    anchor: 'middle',
    role,
  }));
}
