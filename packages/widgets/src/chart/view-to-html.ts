import { chartToString, escapeHtml } from '../geometry/render-string.js';
import type { ChartView, DataTable, ViewContext } from './chart-view.js';
import { chartWords } from './chart-words.js';

/** What a static picture depends on. @defaultValue 700 px wide, text of 14 px, Russian, every row */
export const STATIC: ViewContext = {
  language: 'ru',
  width: 700,
  fontSize: 14,
  rows: Number.POSITIVE_INFINITY,
};

/**
 * A chart as HTML without script: question, drawing, note, and the table behind it. `chartSheet` styles it; without
 * that the table still says everything.
 */
export function viewToHtml(view: ChartView, { language, fontSize }: ViewContext): string {
  const legend = view.legend.map(
    ({ marks, text }) =>
      `<li>${chartToString({ width: 24, height: 20, marks }, 'sign')}${escapeHtml(text)}</li>`,
  );
  const numbered = view.numbered?.map((name) => `<li>${escapeHtml(name)}</li>`);
  const svg = chartToString(view.chart, 'chart').replace('<svg ', `<svg font-size="${fontSize}" `);
  return `<figure class="orientir-chart"><figcaption><p class="title">${escapeHtml(view.title)}</p><p class="subtitle">${escapeHtml(view.subtitle)}</p></figcaption>${
    legend.length === 0 ? '' : `<ul class="legend">${legend.join('')}</ul>`
  }${numbered === undefined ? '' : `<ol class="numbered">${numbered.join('')}</ol>`}${svg}<p class="note">${escapeHtml(view.note)}</p><details><summary>${escapeHtml(chartWords[language].table)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(view.table.name)}">${tableToHtml(view.table)}</div></details></figure>\n`;
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
