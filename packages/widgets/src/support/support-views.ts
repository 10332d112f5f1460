import type { Language } from '@orientir/core/foundation';
import { formatCount, formatNumber } from '@orientir/core/foundation';
import type { ChartOrigin } from '../chart/chart-data.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import { words as column, numbers } from '../chart/chart-view.js';
import { chartWords, noteOn } from '../chart/chart-words.js';
import { viewToHtml } from '../chart/view-to-html.js';
import type { BarRow } from './place-bars.js';
import { placeBars } from './place-bars.js';
import type { CapacityData, CoverageData, CoverageRow, PartnerListData } from './support-data.js';
import { words } from './words.js';

/** A row of the drawing and of the table behind it. */
interface ViewRow extends BarRow {
  readonly cells: readonly string[];
}

/** Need against met, by topic or by group. */
export function coverageView(
  data: CoverageData,
  context: ViewContext,
  kind: CoverageRow['kind'] = 'topic',
): ChartView {
  const { language } = context;
  const w = words[language];
  const count = (value: number) => formatCount(value, language);
  const rows = data.rows
    .filter((row) => row.kind === kind)
    .map(({ id, needs, met }): ViewRow => {
      const name = kind === 'group' ? (w.groups[id] ?? id) : id === '' ? w.rest : id;
      return {
        id,
        name,
        text: `${count(met)} ${w.of} ${count(needs)}`,
        bar: { kind: 'part', whole: needs, part: met },
        cells: [name, count(needs), count(met)],
      };
    });
  const options = (['topic', 'group'] as const).map((value) => ({ value, text: w.kinds[value] }));
  return { ...viewOf(data, 'coverage', rows, 1, context), choice: { label: w.by, value: kind, options } };
}

/** Places taken, and what a place is worth. */
export function capacityView(data: CapacityData, context: ViewContext): ChartView {
  const { language } = context;
  const w = words[language];
  const count = (value: number) => formatCount(value, language);
  const price = (value: number) => formatNumber(value, language, 1);
  const rows = data.rows.map((row): ViewRow => {
    const name = `${row.id}, ${row.kind}`;
    return {
      id: row.id,
      name,
      text: `${count(row.used)} ${w.of} ${count(row.places)}, ${w.price} ${price(row.price)}`,
      bar: { kind: 'part', whole: row.places, part: row.used },
      cells: [name, count(row.places), count(row.used), price(row.price), price(row.gain)],
    };
  });
  return viewOf(data, 'capacity', rows, 1, context);
}

/** Schools and their partners, or why they have none. */
export function partnerListView(data: PartnerListData, context: ViewContext): ChartView {
  const { language } = context;
  const w = words[language];
  const number = (value: number) => formatNumber(value, language, 2);
  const rows = data.rows.map((row): ViewRow => {
    const { id, name, partner, difference, low, high } = row;
    if (partner === undefined || difference === undefined || low === undefined || high === undefined) {
      const nearest =
        row.nearest === undefined ? '' : `; ${w.nearest[row.reason ?? ''] ?? ''}: ${row.nearest}`;
      const why = `${w.nobody}: ${w.reasons[row.reason ?? ''] ?? ''}${nearest}`;
      return { id, name, text: why, cells: [name, why, NONE, NONE] };
    }
    const topics = row.topics.length === 0 ? NONE : row.topics.join(', ');
    return {
      id,
      name: `${name} – ${partner}`,
      text: `+${number(difference)} (${number(low)}…${number(high)})`,
      bar: { kind: 'interval', low, at: difference, high },
      cells: [name, partner, `${number(difference)} (${number(low)}…${number(high)})`, topics],
    };
  });
  return viewOf(data, 'partners', rows, 2, context);
}

/** `wordColumns`: first columns of the table that hold words. */
function viewOf(
  data: ChartOrigin & { readonly name: string },
  of: 'coverage' | 'capacity' | 'partners',
  all: readonly ViewRow[],
  wordColumns: number,
  { language, width, fontSize, rows: most, current }: ViewContext,
): ChartView {
  const { title, meaning, heads } = words[language][of];
  const rows = all.slice(0, most);
  return {
    title,
    subtitle: data.name,
    legend: [],
    chart: placeBars(rows, { width, fontSize, ...(current === undefined ? {} : { current }) }),
    stops: rows.map(({ id }) => id),
    sentence: (stop) => {
      const row = rows.find(({ id }) => id === stop);
      return row === undefined ? '' : `${row.name}: ${row.text}.`;
    },
    keys: words[language].keys,
    note: noteOn(data, language, meaning),
    table: {
      caption: `${title} ${data.name}`,
      name: title,
      columns: heads.map((head, i) =>
        i < wordColumns || (of === 'partners' && i === heads.length - 1) ? column(head) : numbers(head),
      ),
      rows: rows.map(({ cells }) => cells),
    },
    ...(rows.length < all.length
      ? { more: `${chartWords[language].more} (${rows.length} / ${all.length})` }
      : {}),
  };
}

/** In a cell with nothing to say. */
const NONE = '–';

interface HtmlOptions {
  readonly width?: number;
}
const asHtml =
  <Data>(view: (data: Data, context: ViewContext) => ChartView) =>
  (data: Data, language: Language, { width }: HtmlOptions = {}): string =>
    viewToHtml((context) => view(data, context), language, width);

/** As HTML without script; the coverage by topic. */
export const coverageHtml = /* @__PURE__ */ asHtml<CoverageData>((data, context) =>
  coverageView(data, context),
);
export const capacityHtml = /* @__PURE__ */ asHtml(capacityView);
export const partnerListHtml = /* @__PURE__ */ asHtml(partnerListView);
