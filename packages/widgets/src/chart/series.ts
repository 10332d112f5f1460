/** One or two series of shares over the same axes or steps, told apart by line and shape. @module */
import type { Language } from '@orientir/core/foundation';
import { formatCount } from '@orientir/core/foundation';
import type { Mark } from '../geometry/marks.js';
import { short } from '../geometry/marks.js';
import type { ChartShare } from './chart-data.js';
import { isChartShare, isList } from './chart-data.js';
import type { ChartView } from './chart-view.js';
import { pupils, shareText } from './chart-words.js';
import type { Shape } from './shapes.js';
import { shapeMarks } from './shapes.js';

export interface ChartSeries {
  readonly name: string;
  /** In the order of the axes or steps; one without a share says why. */
  readonly values: readonly ChartShare[];
}

/** More than two lines could not be told apart without colour. */
const MOST = 2;

/** Whether it can be read as one or two series with so many values each. */
export function isSeriesList(value: unknown, count: number): boolean {
  return (
    isList(
      value,
      ({ name, values }) =>
        typeof name === 'string' && isList(values, isChartShare) && values.length === count,
    ) &&
    value.length >= 1 &&
    value.length <= MOST
  );
}

const STYLES: readonly { readonly shape: Shape; readonly role: string; readonly line: string }[] = [
  { shape: 'circle', role: 'point', line: 'curve' },
  { shape: 'diamond', role: 'plain', line: 'curve dashed' },
];

/** The marker of a series about a point. */
export function seriesMarker(index: number, x: number, y: number, r: number): readonly Mark[] {
  const style = STYLES[index % STYLES.length];
  return style === undefined ? [] : shapeMarks(style.shape, x, y, r, style.role);
}

/** The line of a series, interrupted where a point is absent. */
export function seriesLine(
  index: number,
  points: readonly (readonly [x: number, y: number] | undefined)[],
): readonly Mark[] {
  const style = STYLES[index % STYLES.length];
  let isGap = true;
  let d = '';
  for (const point of points) {
    if (point !== undefined) d += `${isGap ? 'M' : 'L'}${short(point[0])} ${short(point[1])}`;
    isGap = point === undefined;
  }
  return style === undefined || !d.includes('L') ? [] : [{ kind: 'path', d, role: style.line }];
}

export function seriesLegend(series: readonly ChartSeries[]): ChartView['legend'] {
  return series.map(({ name }, index) => ({
    marks: [
      ...seriesLine(index, [
        [0, 10],
        [24, 10],
      ]),
      ...seriesMarker(index, 12, 10, 4.5),
    ],
    text: name,
  }));
}

/** `41 % (39–43 %), учеников 48`: a share with what it was computed from (a plan rests on nobody), or why there is none. */
export function valueText(value: ChartShare, language: Language): string {
  const text = shareText(value, language);
  return value.share === undefined || value.n === 0 ? text : `${text}, ${pupilsText(value.n, language)}`;
}

/** In Russian as the head of a column says it, which suits every number. */
function pupilsText(n: number, language: Language): string {
  return language === 'ru' ? `учеников\u00a0${formatCount(n, language)}` : pupils(n, language);
}

/** All series at one axis or step. */
export function seriesSentence(series: readonly ChartSeries[], at: number, language: Language): string {
  return series
    .flatMap(({ name, values }) => {
      const value = values[at];
      return value === undefined ? [] : [`${name} – ${valueText(value, language)}`];
    })
    .join('; ');
}
