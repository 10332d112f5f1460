import type { Language } from '@orientir/core/foundation';
import { chartSheet } from '../chart/chart-css.js';
import { chartWords } from '../chart/chart-words.js';
import { tableToHtml } from '../chart/view-to-html.js';
import { chartToString, escapeHtml } from '../geometry/render-string.js';
import { CARD_CSS } from './card-css.js';
import type { MarkerCardData } from './marker-card-data.js';
import { markerCardView } from './marker-card-view.js';

/** The card as HTML without script; `markerCardSheet` styles it. */
export function markerCardHtml(data: MarkerCardData, language: Language): string {
  const view = markerCardView(data, language);
  const markers = view.markers.map(({ sign, name, facts, found, about }) => {
    const terms = about.map(
      ({ term, texts }) =>
        `<dt>${escapeHtml(term)}</dt>${texts.map((text) => `<dd>${escapeHtml(text)}</dd>`).join('')}`,
    );
    return `<li><p class="name">${chartToString(sign, 'sign')}${escapeHtml(name)}</p><p class="facts">${escapeHtml(facts)}</p><p>${escapeHtml(found)}</p><details><summary>${escapeHtml(view.summary)}</summary><dl>${terms.join('')}</dl></details></li>`;
  });
  const table =
    view.table === undefined
      ? ''
      : `<details><summary>${escapeHtml(chartWords[language].table)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(view.table.name)}">${tableToHtml(view.table)}</div></details>`;
  return `<figure class="orientir-chart"><div class="marker-card"><figcaption><p class="title">${escapeHtml(view.title)}</p><p class="subtitle">${escapeHtml(view.subtitle)}</p></figcaption><p class="lead">${escapeHtml(view.lead)}</p>${
    markers.length === 0 ? '' : `<ul class="markers">\n${markers.join('\n')}\n</ul>`
  }<p class="note">${escapeHtml(view.note)}</p>${table}</div></figure>\n`;
}

/** Style sheet of static cards. */
export function markerCardSheet(): string {
  return `${chartSheet()}\n.orientir-chart {${CARD_CSS}}`;
}
