import type { Language } from '@orientir/core/foundation';
import type { TemplateResult } from 'lit';
import { html, nothing, unsafeCSS } from 'lit';
import { styles } from '../chart/chart.styles.js';
import type { Checked } from '../chart/chart-data.js';
import { tableToLit } from '../chart/chart-element.js';
import { ChartPointEvent } from '../chart/chart-point-event.js';
import { chartWords } from '../chart/chart-words.js';
import { DataElement } from '../chart/data-element.js';
import { marksToLit } from '../geometry/render-lit.js';
import { CARD_CSS } from './card-css.js';
import type { MarkerCardData } from './marker-card-data.js';
import { checkMarkerCardData } from './marker-card-data.js';
import { markerCardView } from './marker-card-view.js';
import { words } from './words.js';

/**
 * Possible markers in the results of one school: figures, method, what else gives such figures, and how to look further. Only for
 * inside; it accuses nobody.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary What in the results of the school is worth a closer look?
 * @element orientir-marker-card
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static card.
 * @fires orientir-point - When the reader opens what is known of a marker; `event.point` is its id.
 * @csspart title - The question that the card answers.
 * @csspart subtitle - School and year.
 * @csspart markers - The list of possible markers.
 * @csspart table - The table behind it.
 * @csspart note - What was looked at, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of the focus.
 */
export class OrientirMarkerCard extends DataElement<MarkerCardData> {
  static override readonly styles = [styles, unsafeCSS(CARD_CSS)];

  protected override check(value: unknown): Checked<MarkerCardData> {
    return checkMarkerCardData(value);
  }

  protected override isEmpty({ tested, computed, markers }: MarkerCardData): boolean {
    return tested === 0 && computed === 0 && markers.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override figure(data: MarkerCardData): TemplateResult {
    const { language } = this;
    const { title, subtitle, lead, markers, summary, note, table } = markerCardView(data, language);
    return html`<figure class="marker-card" aria-labelledby="title" aria-describedby="note">
      <p class="title" id="title" part="title">${title}</p>
      <p class="subtitle" part="subtitle">${subtitle}</p>
      <p class="lead">${lead}</p>
      ${
        markers.length === 0
          ? nothing
          : html`<ul class="markers" part="markers">${markers.map(
              ({ id, sign, name, facts, found, about }) => html`<li>
        <p class="name"><svg class="sign" viewBox="0 0 ${sign.width} ${sign.height}" aria-hidden="true" focusable="false">${marksToLit(sign.marks)}</svg>${name}</p>
        <p class="facts">${facts}</p>
        <p>${found}</p>
        <details @toggle=${(event: Event) => this.#opened(event, id)}>
          <summary>${summary}<span class="visually-hidden">: ${name}</span></summary>
          <dl>${about.map(
            ({ term, texts }) => html`<dt>${term}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}`,
          )}</dl>
        </details>
      </li>`,
            )}</ul>`
      }
      <p class="note" id="note" part="note">${note}</p>
      ${
        table === undefined
          ? nothing
          : html`<details>
        <summary>${chartWords[language].table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${table.name}>${tableToLit(table)}</div>
      </details>`
      }
    </figure>`;
  }

  #opened({ target }: Event, id: string): void {
    if (target instanceof HTMLDetailsElement && target.open) this.dispatchEvent(new ChartPointEvent(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-marker-card': OrientirMarkerCard;
  }
}
