import type { Language } from '@orientir/core/foundation';
import { formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { joined, noteOn, workText } from '../chart/chart-words.js';
import { seriesLegend, seriesSentence, valueText } from '../chart/series.js';
import { viewToHtml } from '../chart/view-to-html.js';
import { isNumbered, placeRadar } from './place-radar.js';
import type { RadarData } from './radar-data.js';
import { words } from './words.js';

/** The radar with all its words. */
export function radarView(data: RadarData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const { axes, series, assessment } = data;
  const w = words[language];
  const title = data.title ?? w.title;
  const subtitle = joined([
    data.unit.name,
    assessment === undefined ? undefined : workText(assessment, language),
  ]);
  const values = series.flatMap((each) => each.values);
  return {
    title,
    subtitle,
    legend: series.length < 2 ? [] : seriesLegend(series),
    ...(isNumbered(data, width, fontSize) ? { numbered: axes.map(({ name }) => name) } : {}),
    chart: placeRadar(data, {
      width,
      fontSize,
      share: (share) => formatShare(share, language),
      ...(current === undefined ? {} : { current }),
    }),
    stops: axes.map(({ id }) => id),
    sentence: (stop) => {
      const at = axes.findIndex(({ id }) => id === stop);
      const axis = axes[at];
      return axis === undefined ? '' : `${axis.name}: ${seriesSentence(series, at, language)}.`;
    },
    keys: w.keys,
    note: noteOn(data, language, [
      ...w.meaning,
      series.length === 1 && values.some(({ low }) => low !== undefined) ? w.interval : '',
      values.some(({ share }) => share === undefined) ? w.gap : '',
    ]),
    table: {
      caption: `${title} ${subtitle}`,
      name: title,
      columns: [column(w.axis), ...series.map(({ name }) => numbers(name))],
      rows: axes.map(({ name }, at) => [
        name,
        ...series.map((each) => {
          const value = each.values[at];
          return value === undefined ? '–' : valueText(value, language);
        }),
      ]),
    },
  };
}

/** The radar as HTML without script. */
export function radarHtml(
  data: RadarData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => radarView(data, context), language, width);
}
