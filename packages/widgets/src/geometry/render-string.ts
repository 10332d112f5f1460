import type { PlacedChart } from './marks.js';
import { markAttributes, short } from './marks.js';

/** Draws a placed chart as SVG text, for pages without script. The picture is hidden from readers: its table speaks. */
export function chartToString(chart: PlacedChart, className: string): string {
  const marks = chart.marks.map((mark) => {
    const attributes = markAttributes(mark)
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
      .join('');
    return mark.kind === 'text'
      ? `<text${attributes}>${escapeHtml(mark.text)}</text>`
      : `<${mark.kind}${attributes}/>`;
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
