import type { Language } from '@orientir/core/foundation';
import { formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, missingText, noteOf, pupils, subtitleOf } from '../chart/chart-words.js';
import { viewToHtml } from '../chart/view-to-html.js';
import { placeHistogram, stepOf } from './place-histogram.js';
import type { ScoresData } from './scores-data.js';
import { words } from './words.js';

/** The distribution with all its words. */
export function scoresView(data: ScoresData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const { totals, borders } = data;
  const n = totals.reduce((sum, count) => sum + count, 0);
  const step = stepOf(totals);
  const last = Math.max(totals.length - 1, (data.maxTotal ?? 0) * 2);
  const halves: number[] = [];
  for (let half = 0; half <= last; half += step) halves.push(half);
  const hasBorders = borders.length > 0;
  return {
    title: w.title,
    subtitle: subtitleOf(data, language),
    legend: [
      { marks: [{ kind: 'rect', x: 5, y: 2, width: 14, height: 17, role: 'bar' }], text: w.bar },
      ...(hasBorders
        ? [
            {
              marks: [{ kind: 'line' as const, x1: 12, y1: 0, x2: 12, y2: 20, role: 'border' }],
              text: w.border,
            },
          ]
        : []),
    ],
    chart: placeHistogram(totals, data.maxTotal, borders, width, {
      fontSize,
      count: (count) => formatCount(count, language),
      ...(current === undefined ? {} : { current: Number(current) * 2 }),
    }),
    stops: halves.map((half) => String(half / 2)),
    sentence: (stop) => {
      const points = Number(stop);
      const count = totals[points * 2] ?? 0;
      const mark = markOf(points, data);
      return `${w.pointsOf(points)}: ${pupils(count, language)}, ${formatShare(n === 0 ? 0 : count / n, language, 1)}${mark === undefined ? '' : `; ${w.markOf(mark)}`}.`;
    },
    keys: w.keys,
    note: noteOf(data, language, [
      ...w.meaning(pupils(n, language), hasBorders),
      data.reason === undefined ? '' : `${missingText(data, language)}.`,
    ]),
    table: {
      caption: `${w.title} ${subtitleOf(data, language)}`,
      name: w.title,
      columns: [
        column(w.points),
        numbers(chartWords[language].pupils),
        numbers(w.share),
        ...(hasBorders ? [numbers(w.mark)] : []),
      ],
      rows: halves.map((half) => {
        const count = totals[half] ?? 0;
        const mark = markOf(half / 2, data);
        return [
          formatNumber(half / 2, language, step === 1 ? 1 : 0),
          formatCount(count, language),
          formatShare(n === 0 ? 0 : count / n, language, 1),
          ...(hasBorders ? [mark === undefined ? '–' : String(mark)] : []),
        ];
      }),
    },
  };
}

/** The distribution as HTML without script. */
export function scoresHtml(
  data: ScoresData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => scoresView(data, context), language, width);
}

function markOf(points: number, { borders }: ScoresData): number | undefined {
  return borders.filter(({ min }) => points >= min).sort((one, other) => other.min - one.min)[0]?.mark;
}
