import type { Language } from '@orientir/core/foundation';
import { formatDay, formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { joined, noteOn, workText } from '../chart/chart-words.js';
import { measureText } from '../chart/measures.js';
import { seriesLegend, seriesSentence, valueText } from '../chart/series.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { BreakReason, DynamicsData, DynamicsStep } from './dynamics-data.js';
import { placeDynamics } from './place-dynamics.js';
import { words } from './words.js';

/** The dynamics with all its words. */
export function dynamicsView(data: DynamicsData, context: ViewContext): ChartView {
  const { language, width, fontSize, current } = context;
  const { steps, series, assessment } = data;
  const w = words[language];
  const { title } = w;
  const subtitle = joined([
    data.unit.name,
    assessment === undefined ? undefined : workText(assessment, language),
    measureText(data.measure, language),
  ]);
  const brokenText = (why: string) => w.broken(isReason(why) ? w.breaks[why] : why);
  const isBroken = steps.some(({ breakBefore }) => breakBefore !== undefined);
  const hasGap = series.some(({ values }) => values.some(({ share }) => share === undefined));
  const nameOf = ({ name, date }: DynamicsStep) =>
    date === undefined ? name : `${name}, ${formatDay(date, language)}`;
  const chart = placeDynamics(data, {
    width,
    fontSize,
    share: (share) => formatShare(share, language),
    day: (date) => formatDay(date, language),
    broken: brokenText,
    ...(current === undefined ? {} : { current }),
  });
  return {
    title,
    subtitle,
    legend: series.length < 2 ? [] : seriesLegend(series),
    chart,
    ...(chart.numberedBreaks
      ? {
          footnotes: steps.flatMap((step) =>
            step.breakBefore === undefined ? [] : [`${nameOf(step)}: ${brokenText(step.breakBefore)}`],
          ),
        }
      : {}),
    stops: steps.map(({ id }) => id),
    sentence: (stop) => {
      const at = steps.findIndex(({ id }) => id === stop);
      const step = steps[at];
      if (step === undefined) return '';
      const broken = step.breakBefore === undefined ? '' : `; ${brokenText(step.breakBefore)}`;
      return `${nameOf(step)}: ${seriesSentence(series, at, language)}${broken}.`;
    },
    keys: w.keys,
    note: noteOn(data, language, [...w.meaning, isBroken ? w.noComparison : '', hasGap ? w.gap : '']),
    table: {
      caption: `${title} ${subtitle}`,
      name: title,
      columns: [
        column(w.step),
        ...series.map(({ name }) => numbers(name)),
        ...(isBroken ? [column(w.comparison)] : []),
      ],
      rows: steps.map((step, at) => [
        nameOf(step),
        ...series.map(({ values }) => {
          const value = values[at];
          return value === undefined ? '–' : valueText(value, language);
        }),
        ...(isBroken ? [step.breakBefore === undefined ? '–' : brokenText(step.breakBefore)] : []),
      ]),
    },
  };
}

/** The dynamics as HTML without script. */
export function dynamicsHtml(
  data: DynamicsData,
  language: Language,
  { width }: { readonly width?: number } = {},
): string {
  return viewToHtml((context) => dynamicsView(data, context), language, width);
}

function isReason(why: string): why is BreakReason {
  return Object.hasOwn(words.ru.breaks, why);
}
