import { formatCount, formatShare } from '@orientir/core/foundation';
import type { ChartView, DataTable, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, intervalText, missingText, subtitleOf } from '../chart/chart-words.js';
import type { SolveRatesOrder } from './place-solve-rates.js';
import { comparatorMark, orderItems, placeSolveRates } from './place-solve-rates.js';
import type { SolveRatesData } from './solve-rates-data.js';
import { noteOf, sentenceOf, titleOf, words } from './words.js';

/** The chart with all its words. */
export function solveRatesView(
  data: SolveRatesData,
  context: ViewContext,
  order: SolveRatesOrder,
): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const orders = [
    { value: 'item', text: w.byItem },
    { value: 'rate', text: w.byRate },
    ...(data.comparators.length > 0 ? [{ value: 'gap', text: w.byGap }] : []),
  ];
  return {
    title: titleOf(data, language),
    subtitle: subtitleOf(data, language),
    legend: [
      {
        marks: [
          { kind: 'line', x1: 0, y1: 10, x2: 24, y2: 10, role: 'interval' },
          { kind: 'circle', cx: 12, cy: 10, r: 5, role: 'dot' },
        ],
        text: data.unit.name,
      },
      ...data.comparators.map(({ name }, i) => ({ marks: [comparatorMark(i, 12, 10, 6)], text: name })),
    ],
    choice: { label: w.order, value: order, options: orders },
    chart: placeSolveRates(data, {
      width,
      fontSize,
      order,
      missing: (item) => missingText(item, language),
      share: (share) => formatShare(share, language),
      ...(current === undefined ? {} : { current }),
    }),
    stops: orderItems(data, order).map(({ id }) => id),
    sentence: (stop) => {
      const item = data.items.find(({ id }) => id === stop);
      return item === undefined ? '' : sentenceOf(item, data, language);
    },
    keys: w.keys,
    note: noteOf(data, language),
    table: tableOf(data, context, order),
  };
}

function tableOf(data: SolveRatesData, { language }: ViewContext, order: SolveRatesOrder): DataTable {
  const w = words[language];
  const hasLabels = data.items.some(({ label }) => label !== undefined);
  const { pupils, interval } = chartWords[language];
  return {
    caption: titleOf(data, language),
    name: w.solveRate,
    columns: [
      column(w.item),
      ...(hasLabels ? [column(w.topic)] : []),
      ...[pupils, w.solveRate, interval, ...data.comparators.map(({ name }) => name)].map(numbers),
    ],
    rows: orderItems(data, order).map((item) => [
      item.id,
      ...(hasLabels ? [item.label ?? ''] : []),
      formatCount(item.n, language),
      item.solveRate === undefined ? missingText(item, language) : formatShare(item.solveRate, language),
      intervalText(item, language) || '–',
      ...data.comparators.map(({ items }) => {
        const other = items.find(({ id }) => id === item.id);
        return other === undefined ? '–' : formatShare(other.solveRate, language);
      }),
    ]),
  };
}
