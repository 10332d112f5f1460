import type { Language } from '@orientir/core/foundation';
import { compareNatural, formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, noteOf, pupils, shareText, subtitleOf } from '../chart/chart-words.js';
import { measureText } from '../chart/measures.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { FunnelData, FunnelPoint } from './funnel-data.js';
import { FUNNEL_SHAPES, placeFunnel } from './place-funnel.js';
import { words } from './words.js';

/** The funnel with all its words. */
export function funnelView(data: FunnelData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const measure = measureText(data.measure, language);
  const title = w.title;
  const subtitle = `${measure} · ${subtitleOf(data, language)}`;
  const bySize = data.units.filter(({ share }) => share !== undefined).sort((one, other) => one.n - other.n);
  const byName = [...data.units].sort((one, other) => compareNatural(one.name, other.name));
  const rows = byName.slice(0, context.rows);
  const phi = data.overdispersion;
  const line = (role: string) => [{ kind: 'line' as const, x1: 0, y1: 10, x2: 24, y2: 10, role }];
  return {
    title,
    subtitle,
    legend: [
      ...(['inside', '95', '998'] as const).map((shape) => ({
        marks: shapeMarks(FUNNEL_SHAPES[shape], 12, 10, 5, 'point'),
        text: w.shapes[shape],
      })),
      { marks: line('limit-95'), text: w.limit95 },
      { marks: line('limit-998'), text: w.limit998 },
    ],
    chart: placeFunnel(data, {
      width,
      fontSize,
      share: (share) => formatShare(share, language),
      count: (n) => formatCount(n, language),
      axis: w.axis,
      target: `${data.unit.name}, ${formatShare(data.target, language)}`,
      ...(current === undefined ? {} : { current }),
    }),
    stops: bySize.map(({ id }) => id),
    sentence: (stop) => {
      const unit = data.units.find(({ id }) => id === stop);
      return unit === undefined
        ? ''
        : `${unit.name}: ${shareText(unit, language)}, ${pupils(unit.n, language)}${placeText(unit, language) === '' ? '' : `; ${placeText(unit, language)}`}.`;
    },
    keys: w.keys,
    note: noteOf(
      data,
      language,
      w.meaning(phi === undefined ? undefined : formatNumber(phi, language, 1), data.isWidened),
    ),
    table: {
      caption: `${title} ${subtitle}. ${data.unit.name}: ${formatShare(data.target, language)}`,
      name: title,
      columns: [column(w.unit), numbers(chartWords[language].pupils), numbers(measure), column(w.place)],
      rows: rows.map((unit) => [
        unit.name,
        formatCount(unit.n, language),
        shareText(unit, language),
        placeText(unit, language) || '–',
      ]),
    },
    ...(rows.length < byName.length
      ? { moreRows: `${chartWords[language].moreRows} (${rows.length} / ${byName.length})` }
      : {}),
  };
}

/** The funnel as HTML without script. */
export function funnelHtml(
  data: FunnelData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => funnelView(data, context), language, width);
}

function placeText({ place }: FunnelPoint, language: Language): string {
  const { places } = words[language];
  return place !== undefined && Object.hasOwn(places, place) ? places[place] : '';
}
