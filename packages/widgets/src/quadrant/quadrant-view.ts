import type { Language } from '@orientir/core/foundation';
import { compareNatural, formatCount, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, joined, noteOn } from '../chart/chart-words.js';
import { measureText } from '../chart/measures.js';
import { valueText } from '../chart/series.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import { isPlaced, placeQuadrant, RESULT_SHAPES, resultOf } from './place-quadrant.js';
import type { QuadrantData, QuadrantSchool, ResultLevel } from './quadrant-data.js';
import { words } from './words.js';

const RESULTS: readonly ResultLevel[] = ['high', 'middle', 'low', 'undetermined'];

/** The quadrant with all its words. */
export function quadrantView(data: QuadrantData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const { title } = w;
  const measure = measureText(data.measure, language);
  const subtitle = joined([data.unit.name, measure, data.context.name]);
  const byContext = data.schools.filter(isPlaced).sort((one, other) => one.context - other.context);
  const there = new Set(byContext.map(resultOf));
  const byName = [...data.schools].sort((one, other) => compareNatural(one.name, other.name));
  const rows = byName.slice(0, context.rows);
  const notDrawn = data.schools.length - byContext.length;
  return {
    title,
    subtitle,
    legend: RESULTS.filter((result) => there.has(result)).map((result) => ({
      marks: shapeMarks(RESULT_SHAPES[result], 12, 10, 5, 'point'),
      text: w.results[result],
    })),
    chart: placeQuadrant(data, {
      width,
      fontSize,
      share: (share) => formatShare(share, language),
      axis: w.harder,
      border: formatCount(data.context.hardFrom, language),
      usual: w.usual,
      hard: w.hard,
      results: w.results,
      ...(current === undefined ? {} : { current }),
    }),
    stops: byContext.map(({ id }) => id),
    sentence: (stop) => {
      const school = data.schools.find(({ id }) => id === stop);
      return school === undefined
        ? ''
        : `${school.name}: ${valueText(school, language)}; ${w.result.toLowerCase()} – ${resultText(school, language)}; ${conditionsText(school, data, language)}.`;
    },
    keys: w.keys,
    note: noteOn(data, language, [
      w.hardFrom(formatCount(data.context.hardFrom, language)),
      ...w.meaning,
      notDrawn === 0 ? '' : w.notDrawn(notDrawn),
    ]),
    table: {
      caption: `${title} ${subtitle}`,
      name: title,
      columns: [column(w.school), column(w.conditions), numbers(measure), column(w.result)],
      rows: rows.map((school) => [
        school.name,
        conditionsText(school, data, language),
        valueText(school, language),
        school.share === undefined ? '–' : resultText(school, language),
      ]),
    },
    ...(rows.length < byName.length
      ? { moreRows: `${chartWords[language].moreRows} (${rows.length} / ${byName.length})` }
      : {}),
  };
}

/** The quadrant as HTML without script. */
export function quadrantHtml(
  data: QuadrantData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => quadrantView(data, context), language, width);
}

function resultText(school: QuadrantSchool, language: Language): string {
  return words[language].results[resultOf(school)];
}

function conditionsText(
  { context: index }: QuadrantSchool,
  { context }: QuadrantData,
  language: Language,
): string {
  const w = words[language];
  if (index === undefined) return w.noContext;
  return `${index >= context.hardFrom ? w.hard : w.usual} (${w.index(formatCount(index, language))})`;
}
