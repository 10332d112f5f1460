import type { PlacedChart } from './marks.js';
import { markAttributes, short } from './marks.js';

/**
 * Draws a placed chart as SVG text, for pages without script. The picture is hidden from readers: its table speaks.
 *
 * @param english - the same chart with English texts, which then stand beside in `data-en` for a page that switches.
 */
export function chartToString(chart: PlacedChart, className: string, english?: PlacedChart): string {
  const marks = chart.marks.map((mark, i) => {
    const attributes = markAttributes(mark)
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join('');
    if (mark.kind !== 'text') return `<${mark.kind}${attributes}/>`;
    const other = english?.marks[i];
    const switched =
      other?.kind === 'text' && other.text !== mark.text ? ` data-en="${escapeHtml(other.text)}"` : '';
    return `<text${attributes}${switched}>${escapeHtml(mark.text)}</text>`;
  });
  return `<svg class="${escapeHtml(className)}" viewBox="0 0 ${short(chart.width)} ${short(chart.height)}" aria-hidden="true" focusable="false">${marks.join('')}</svg>`;
}

/** Text for HTML or SVG, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
