import type { Language } from '@orientir/core/foundation';
import { formatShare } from '@orientir/core/foundation';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, noteOf, shareText, subtitleOf } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { ItemCurvesData, ItemCurvesKind } from './item-curves-data.js';
import { curveOf, panelsAcross, placeItemCurves } from './place-item-curves.js';
import { words } from './words.js';

/** The curves with all their words. */
export function itemCurvesView(
  data: ItemCurvesData,
  context: ViewContext,
  wanted: ItemCurvesKind,
): ChartView {
  const { language, width, fontSize, current } = context;
  const w = words[language];
  const kinds = (['quarter', 'mark'] as const).filter((kind) =>
    data.items.some((item) => curveOf(item, kind) !== undefined),
  );
  const by = kinds.includes(wanted) ? wanted : (kinds[0] ?? wanted);
  const items = data.items.slice(0, context.rows);
  const groups = [
    ...new Set(data.items.flatMap((item) => curveOf(item, by)?.points.map(({ group }) => group) ?? [])),
  ].sort((one, other) => one - other);
  const hasLabels = data.items.some(({ label }) => label !== undefined);
  return {
    title: w.title,
    subtitle: subtitleOf(data, language),
    legend: [
      {
        marks: [
          { kind: 'line', x1: 12, y1: 1, x2: 12, y2: 19, role: 'interval' },
          { kind: 'circle', cx: 12, cy: 10, r: 5, role: 'dot' },
        ],
        text: chartWords[language].interval,
      },
      { marks: shapeMarks('diamond', 12, 10, 6, 'plain'), text: w.flagged },
    ],
    ...(kinds.length > 1
      ? {
          choice: {
            label: w.kind,
            value: by,
            options: kinds.map((value) => ({ value, text: w.kinds[value] })),
          },
        }
      : {}),
    chart: placeItemCurves(
      { items },
      {
        width,
        fontSize,
        by,
        share: (share) => formatShare(share, language),
        item: w.itemName,
        group: String,
        flag: w.flag,
        none: w.none,
        ...(current === undefined ? {} : { current }),
      },
    ),
    stops: items.map(({ id }) => id),
    across: Math.min(panelsAcross(width, fontSize), Math.max(1, items.length)),
    sentence: (stop) => {
      const item = items.find(({ id }) => id === stop);
      if (item === undefined) return '';
      const curve = curveOf(item, by);
      const name = `${w.item} ${item.id}${item.label === undefined ? '' : `, ${item.label}`}`;
      if (curve === undefined) return `${name}: ${w.none}.`;
      const points = curve.points.map((point) => `${w.group(by, point.group)} ${shareText(point, language)}`);
      return `${name}: ${[...points, w.fullFlag(curve)].filter((part) => part !== '').join('; ')}.`;
    },
    keys: w.keys,
    note: noteOf(data, language, w.meaning[by]),
    table: {
      caption: `${w.title} ${subtitleOf(data, language)}`,
      name: w.title,
      columns: [
        column(w.item),
        ...(hasLabels ? [column(w.topic)] : []),
        ...groups.map((group) => numbers(w.group(by, group))),
        column(w.look),
      ],
      rows: items.map((item) => {
        const curve = curveOf(item, by);
        return [
          item.id,
          ...(hasLabels ? [item.label ?? ''] : []),
          ...groups.map((group) => {
            const point = curve?.points.find((of) => of.group === group);
            return point === undefined ? '–' : shareText(point, language);
          }),
          (curve === undefined ? '' : w.fullFlag(curve)) || '–',
        ];
      }),
    },
    ...(items.length < data.items.length
      ? { more: `${chartWords[language].more} (${items.length} / ${data.items.length})` }
      : {}),
  };
}

/** The curves as HTML without script. */
export function itemCurvesHtml(
  data: ItemCurvesData,
  language: Language,
  { by = 'quarter', width }: { readonly by?: ItemCurvesKind; readonly width?: number } = {},
): string {
  return viewToHtml((context) => itemCurvesView(data, context, by), language, width);
}
