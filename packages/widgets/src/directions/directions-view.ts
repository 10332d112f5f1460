import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, joined, noteOn } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { DirectionRow, DirectionsData } from './directions-data.js';
import { placeDirections } from './place-directions.js';
import { words } from './words.js';

/** Bars of directions with the choice of one school, where the data have one. */
export function directionsView(
  data: DirectionsData,
  { language, width, fontSize, rows: most, current }: ViewContext,
): ChartView {
  const w = words[language];
  const { schools, school, directions } = data;
  const hasOwn = school !== undefined;
  const rows = directions.slice(0, most);
  const ownWord = ({ own }: DirectionRow) => (own === true ? w.yes : w.no);
  const legend = (shape: 'circle' | 'ring', text: string) => ({
    marks: shapeMarks(shape, 12, 10, 6, 'point'),
    text,
  });
  const title = hasOwn ? w.ownTitle : w.title;
  return {
    title,
    subtitle: joined([school, data.name, w.schools(schools)]),
    legend: hasOwn ? [legend('circle', w.own), legend('ring', w.others)] : [],
    chart: placeDirections(
      rows.map(({ id, name, schools: chosen, own }) => ({
        id,
        name: name[language],
        text: w.part(chosen, schools),
        share: schools === 0 ? 0 : chosen / schools,
        ...(own === undefined || !hasOwn ? {} : { own }),
      })),
      { width, fontSize, ...(current === undefined ? {} : { current }) },
    ),
    stops: rows.map(({ id }) => id),
    sentence: (stop) => {
      const row = rows.find(({ id }) => id === stop);
      if (row === undefined) return '';
      const own = hasOwn ? `; ${row.own === true ? w.own : w.others}` : '';
      return `${row.name[language]}: ${w.part(row.schools, schools)}${own}.`;
    },
    keys: w.keys,
    note: noteOn(data, language, w.meaning(data.choose, directions.length, data.incomplete)),
    table: {
      caption: `${title} ${joined([school, data.name])}`,
      name: title,
      columns: [
        column(w.heads.direction),
        numbers(w.heads.schools),
        numbers(w.heads.share),
        ...(hasOwn ? [column(w.heads.own)] : []),
      ],
      rows: rows.map((row) => [
        row.name[language],
        formatCount(row.schools, language),
        schools === 0 ? '–' : formatShare(row.schools / schools, language),
        ...(hasOwn ? [ownWord(row)] : []),
      ]),
    },
    ...(rows.length < directions.length
      ? { more: `${chartWords[language].more} (${rows.length} / ${directions.length})` }
      : {}),
  };
}

/** As HTML without script. */
export function directionsHtml(
  data: DirectionsData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => directionsView(data, context), language, width);
}
