/**
 * From data to places: a row for each unit, and in it lowered, confirmed and raised side by side, each on its own axis from 0
 * to 100 %.
 *
 * @module
 */
import { fitText, textWidth } from '../chart/fit-text.js';
import type { Shape } from '../chart/shapes.js';
import { shapeMarks } from '../chart/shapes.js';
import type { Mark, PlacedChart } from '../geometry/marks.js';
import { linearScale } from '../geometry/scale.js';
import type { JournalShares } from './journal-data.js';

export const JOURNAL_SHAPES = {
  lowered: 'down',
  confirmed: 'circle',
  raised: 'up',
} as const satisfies Record<keyof JournalShares, Shape>;

/** In the order of the panels. */
export const OUTCOMES = ['lowered', 'confirmed', 'raised'] as const;

export interface JournalRow extends JournalShares {
  readonly id: string;
  /** Words at the row. */
  readonly text: string;
  readonly isWhole: boolean;
}

export interface PlaceJournalOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly heads: Readonly<Record<keyof JournalShares, string>>;
  readonly share: (share: number) => string;
  readonly missing: (of: JournalShares['lowered']) => string;
  readonly current?: string;
}

export function placeJournal(rows: readonly JournalRow[], options: PlaceJournalOptions): PlacedChart {
  const { width, fontSize, share } = options;
  const isNarrow = width < fontSize * 52;
  const longest = Math.max(0, ...rows.map(({ text }) => textWidth(text, fontSize))) + fontSize;
  const left = isNarrow ? 0 : Math.min(longest, width * 0.34);
  const panelWidth = (width - left) / OUTCOMES.length;
  const small = fontSize * 0.86;
  const top = fontSize * 3;
  const nameHeight = isNarrow ? fontSize * 1.5 : 0;
  const rowHeight = nameHeight + fontSize * (isNarrow ? 2.7 : 2.1);
  const height = top + rows.length * rowHeight + fontSize * 0.4;
  const marks: Mark[] = [];
  const scales = OUTCOMES.map((_, i) => {
    const from = left + i * panelWidth + fontSize * 0.9;
    return linearScale([0, 1], [from, from + panelWidth - fontSize * (isNarrow ? 2.2 : 4.6)]);
  });
  OUTCOMES.forEach((outcome, i) => {
    const x = scales[i];
    if (x === undefined) return;
    marks.push({
      kind: 'text',
      x: x(0) - fontSize * 0.4,
      y: fontSize,
      text: fitText(options.heads[outcome], panelWidth - fontSize * 0.5, small),
      anchor: 'start',
      role: 'head small',
    });
    for (const tick of isNarrow ? [0, 1] : [0, 0.5, 1]) {
      marks.push({
        kind: 'line',
        x1: x(tick),
        y1: top - fontSize * 0.4,
        x2: x(tick),
        y2: height,
        role: 'grid',
      });
      marks.push({
        kind: 'text',
        x: x(tick),
        y: fontSize * 2.2,
        text: share(tick),
        anchor: tick === 0 ? 'start' : isNarrow ? 'end' : 'middle',
        role: 'tick small',
      });
    }
  });
  rows.forEach((row, index) => {
    const above = top + index * rowHeight;
    const y = above + nameHeight + fontSize * (isNarrow ? 0.5 : 1);
    if (row.id === options.current)
      marks.push({ kind: 'rect', x: 0, y: above, width, height: rowHeight - 1, role: 'cursor' });
    marks.push({
      kind: 'text',
      x: isNarrow ? 0 : left - fontSize * 0.7,
      y: isNarrow ? above + fontSize * 1.1 : y + fontSize * 0.35,
      text: fitText(row.text, isNarrow ? width : left - fontSize, fontSize),
      anchor: isNarrow ? 'start' : 'end',
      role: row.isWhole ? 'label strong' : 'label',
    });
    const known = OUTCOMES.filter((outcome) => row[outcome].share !== undefined);
    const [first] = scales;
    if (known.length === 0 && first !== undefined) {
      marks.push({
        kind: 'text',
        x: first(0),
        y: y + fontSize * 0.35,
        text: fitText(options.missing(row.lowered), width - first(0), fontSize),
        anchor: 'start',
        role: 'missing',
      });
      return;
    }
    OUTCOMES.forEach((outcome, i) => {
      const x = scales[i];
      const of = row[outcome];
      if (x === undefined) return;
      if (of.share === undefined) {
        marks.push({
          kind: 'text',
          x: x(0),
          y: y + fontSize * 0.35,
          text: '–',
          anchor: 'start',
          role: 'missing',
        });
        return;
      }
      if (of.low !== undefined && of.high !== undefined)
        marks.push({ kind: 'line', x1: x(of.low), y1: y, x2: x(of.high), y2: y, role: 'interval' });
      marks.push(...shapeMarks(JOURNAL_SHAPES[outcome], x(of.share), y, fontSize * 0.34, outcome));
      const half = textWidth(share(of.share), small) / 2;
      marks.push({
        kind: 'text',
        x: isNarrow ? Math.max(x(0) + half, Math.min(x(1) - half, x(of.share))) : x(1) + fontSize * 3.4,
        y: isNarrow ? y + fontSize * 1.35 : y + fontSize * 0.35,
        text: share(of.share),
        anchor: isNarrow ? 'middle' : 'end',
        role: 'value small',
      });
    });
  });
  return { width, height, marks };
}
