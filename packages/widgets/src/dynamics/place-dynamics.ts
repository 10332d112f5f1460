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
  readonly day: (date: string) => string;
  /** Words at a break. */
  readonly broken: (why: string) => string;
  readonly current?: string;
}

type PlacedText = Extract<Mark, { kind: 'text' }>;

/** With `numberedBreaks` there is no room for words at every break: their numbers stand there, for a list below. */
export interface PlacedDynamics extends PlacedChart {
  readonly numberedBreaks: boolean;
}

export function placeDynamics(
  { steps, series }: Pick<DynamicsData, 'steps' | 'series'>,
  options: PlaceDynamicsOptions,
): PlacedDynamics {
  const { fontSize, share } = options;
  const left = fontSize * 3.4;
  const count = Math.max(1, steps.length);
  const small = fontSize * 0.86;
  const labels = steps.map(({ name, date }) => [name, ...(date === undefined ? [] : [options.day(date)])]);
  const longest = labels
    .flat()
    .flatMap(parts)
    .reduce((long, part) => (part.length > long.length ? part : long), '');
  const least = Math.max(fontSize * 3.4, Math.min(textWidth(longest, small), fontSize * 9) / LABEL);
  const width = Math.max(options.width, left + count * least);
  const step = Math.min((width - left) / count, fontSize * 16);
  const right = left + step * count;
  const labelSize = textWidth(longest, fontSize) <= step * LABEL ? fontSize : small;
  const words = steps.map(breakLines);
  const numberedBreaks = words.some((lines, i) => steps[i]?.breakBefore !== undefined && lines.length === 0);
  const broken = steps.filter(({ breakBefore }) => breakBefore !== undefined);
  const notes = numberedBreaks
    ? steps.map((each) => (broken.includes(each) ? [`${broken.indexOf(each) + 1}`] : []))
    : words;
  const top = fontSize * (0.8 + 1.2 * Math.max(0, ...notes.map(({ length }) => length)));
  const bottom = top + fontSize * 14;
  const x = (i: number) => left + step * (i + 0.5);
  const y = linearScale([0, 1], [bottom, top]);
  const marks: Mark[] = [];
  const figures = series.length === 1 ? figureMarks() : [];
  for (const tick of niceTicks(0, 1, 4)) {
    marks.push(...gridLine(y(tick)));
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
  steps.forEach(({ breakBefore }, i) => {
    const label = (labels[i] ?? []).flatMap((text) => labelLines(text, step * LABEL, labelSize));
    lines = Math.max(lines, label.length);
    const role = labelSize === fontSize ? 'label' : 'label small';
    marks.push(...stacked(label, x(i), bottom + fontSize * 1.3, labelSize, role));
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
    });
  });
  marks.push(...figures);
  const height = bottom + fontSize * (0.8 + 1.2 * lines);
  return { width, height, marks, numberedBreaks, spots: steps.map(({ id }, i) => ({ id, x: x(i) })) };

  function figureMarks(): readonly PlacedText[] {
    return (series[0]?.values ?? []).flatMap(({ share: known, high }, i) =>
      known === undefined
        ? []
        : {
            kind: 'text',
            x: x(i),
            y: y(high ?? known) - fontSize * (high === undefined ? 0.7 : 0.3),
            text: share(known),
            anchor: 'middle',
            role: 'value small',
          },
    );
  }

  /** Interrupted where a figure stands. */
  function gridLine(at: number): readonly Mark[] {
    const gaps = figures
      .filter((figure) => at > figure.y - small && at < figure.y + small * 0.3)
      .map((figure) => [figure.x, (textWidth(figure.text, small) + small * 0.4) / 2] as const);
    const ends = [left, ...gaps.flatMap(([middle, half]) => [middle - half, middle + half]), right];
    return ends.flatMap((x1, i) =>
      i % 2 === 1 ? [] : { kind: 'line', x1, y1: at, x2: ends[i + 1] ?? right, y2: at, role: 'grid' },
    );
  }

  /** The whole words where there is room as far as the neighbouring breaks, else nothing. */
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

/** How much of a step its label may take. */
const LABEL = 0.98;

/** A school year may be broken after its stroke. */
function parts(label: string): readonly string[] {
  return label.replaceAll('/', '/ ').split(' ');
}

function labelLines(label: string, room: number, size: number): readonly string[] {
  if (textWidth(label, size) <= room) return [label];
  return wrapText(parts(label).join(' '), room, size, 3) ?? [fitText(label, room, size)];
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
