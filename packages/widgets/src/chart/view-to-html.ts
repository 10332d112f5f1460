import type { Language } from '@orientir/core/foundation';
import { chartToString, escapeHtml } from '../geometry/render-string.js';
import type { ChartView, DataTable, ViewContext } from './chart-view.js';
import { chartWords } from './chart-words.js';

const FONT_SIZE = 14;
/** Of the two drawings that a page shows by its width; the wide one is legible down to 40 em, see `chartSheet`. */
const DRAWINGS = [
  { width: 700, kind: ' for-wide' },
  { width: 320, kind: ' for-narrow' },
] as const;

/**
 * A chart as HTML without script: question, drawing, note, and the table behind it. `chartSheet` styles it; without
 * that the table still says everything.
 *
 * @param width - of the only drawing. @defaultValue one for wide pages and one for narrow ones
 */
export function viewToHtml(
  viewOf: (context: ViewContext) => ChartView,
  language: Language,
  width: number | undefined,
): string {
  const drawings = width === undefined ? DRAWINGS : [{ width, kind: '' }];
  const views = drawings.map((of) => ({
    ...of,
    view: viewOf({ language, width: of.width, fontSize: FONT_SIZE, rows: Number.POSITIVE_INFINITY }),
  }));
  const view = views[0]?.view;
  if (view === undefined) return '';
  const { title, table } = view;
  const legend = view.legend.map(
    ({ marks, text }) =>
      `<li>${chartToString({ width: 24, height: 20, marks }, 'sign')}${escapeHtml(text)}</li>`,
  );
  const lists = (part: 'numbered' | 'footnotes') => {
    const all = views.map((of) => ({ kind: of.kind, html: listToHtml(of.view[part]) }));
    const isSame = all.every(({ html }) => html === all[0]?.html);
    return isSame
      ? numbered('', all[0]?.html ?? '')
      : all.map(({ kind, html }) => numbered(kind, html)).join('');
  };
  return `<figure class="orientir-chart"><figcaption><p class="title">${escapeHtml(title)}</p><p class="subtitle">${escapeHtml(view.subtitle)}</p></figcaption>${
    legend.length === 0 ? '' : `<ul class="legend">${legend.join('')}</ul>`
  }${lists('numbered')}${views.map((of) => drawing(of)).join('')}${lists('footnotes')}<p class="note">${escapeHtml(view.note)}</p><details><summary>${escapeHtml(chartWords[language].table)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(table.name)}">${tableToHtml(table)}</div></details></figure>\n`;
}

/** One that needs more than there is keeps its size and scrolls. */
function drawing({
  width,
  kind,
  view: { title, chart },
}: {
  readonly width: number;
  readonly kind: string;
  readonly view: ChartView;
}): string {
  const isWide = chart.width > width + 1;
  const svg = chartToString(chart, `chart${kind}`).replace(
    '<svg ',
    `<svg font-size="${FONT_SIZE}"${isWide ? ` width="${Math.round(chart.width)}"` : ''} `,
  );
  return isWide
    ? `<div class="plot" tabindex="0" role="group" aria-label="${escapeHtml(title)}">${svg}</div>`
    : svg;
}

function listToHtml(names: readonly string[] | undefined): string {
  return names?.map((name) => `<li>${escapeHtml(name)}</li>`).join('') ?? '';
}

function numbered(kind: string, items: string): string {
  return items === '' ? '' : `<ol class="numbered${kind}">${items}</ol>`;
}

/** The table behind a drawing. */
export function tableToHtml({ caption, columns, rows }: DataTable): string {
  const kind = (column: number) => (columns[column]?.isNumber === true ? ' class="n"' : '');
  const head = columns.map(({ text }, i) => `<th scope="col"${kind(i)}>${escapeHtml(text)}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row
          .map((cell, i) =>
            i === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td${kind(i)}>${escapeHtml(cell)}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
