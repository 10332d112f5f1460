import type { Language } from '@orientir/core/foundation';
import type { RiskClass } from '@orientir/core/risk';
import type { TemplateResult } from 'lit';
import { html, nothing, unsafeCSS } from 'lit';
import { styles } from '../chart/chart.styles.js';
import type { Checked } from '../chart/chart-data.js';
import { ChartPointEvent } from '../chart/chart-point-event.js';
import { chartWords } from '../chart/chart-words.js';
import { DataElement, ROWS } from '../chart/data-element.js';
import type { PlacedChart } from '../geometry/marks.js';
import { marksToLit } from '../geometry/render-lit.js';
import { RISK_CSS, RISK_ELEMENT_CSS } from './risk-css.js';
import type { RiskData, RiskSchool } from './risk-data.js';
import { checkRiskData } from './risk-data.js';
import type { RiskFilter, RiskOrder, SortedColumn } from './risk-rows.js';
import { CLASSES, filterRisk, firstOrder, sortRisk } from './risk-rows.js';
import type { RiskRow } from './risk-view.js';
import { COLUMNS, cellClass, classText, riskRow, riskTexts, searchText } from './risk-view.js';
import { words } from './words.js';

/**
 * Schools with low results: the conclusion, how probable it is, what the plain rule says, and on demand the works that both rest
 * on. No places. Only for inside: it is of single schools.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which schools need help, and how sure are we?
 * @element orientir-risk
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static table.
 * @fires orientir-point - When the reader opens the works of a school; `event.point` is the school.
 * @csspart title - The question that the table answers.
 * @csspart subtitle - Group of schools and rule.
 * @csspart table - The table.
 * @csspart note - Meaning of the figures, source of the rule and of the data.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of bars and focus.
 */
export class OrientirRisk extends DataElement<RiskData> {
  static override readonly styles = [styles, unsafeCSS(RISK_CSS + RISK_ELEMENT_CSS)];
  static override properties = {
    ...DataElement.properties,
    filter: { state: true },
    order: { state: true },
    opened: { state: true },
  };

  declare protected filter: RiskFilter;
  declare protected order: RiskOrder;
  declare protected opened: ReadonlySet<string>;

  constructor() {
    super();
    this.filter = { query: '' };
    this.order = firstOrder('class');
    this.opened = new Set();
  }

  protected override check(value: unknown): Checked<RiskData> {
    return checkRiskData(value);
  }

  protected override isEmpty({ schools }: RiskData): boolean {
    return schools.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override figure(data: RiskData): TemplateResult {
    const { language } = this;
    const w = words[language];
    const { title, subtitle, note } = riskTexts(data, language);
    const found = filterRisk(data.schools, this.filter, (school) => searchText(school, data, language));
    const shown = sortRisk(found, this.order).slice(0, this.rows);
    return html`<figure class="risk" aria-labelledby="title" aria-describedby="note">
      <p class="title" id="title" part="title">${title}</p>
      <p class="subtitle" part="subtitle">${subtitle}</p>
      <div class="bar">
        <label>${w.find}: <input type="search" .value=${this.filter.query} @input=${this.#search}></label>
        <label>${w.columns.class}:
          <select @change=${this.#choose}>
            <option value="" ?selected=${this.filter.class === undefined}>${w.all}</option>
            ${CLASSES.filter((of) => data.schools.some((school) => school.class === of)).map(
              (of) =>
                html`<option value=${of} ?selected=${of === this.filter.class}>${classText(of, language)}</option>`,
            )}
          </select>
        </label>
      </div>
      <p class="status" role="status">${shown.length === 0 ? w.nothing : w.shown(shown.length, found.length, data.schools.length)}</p>
      <div class="scroll" part="table" tabindex="0" role="region" aria-label=${title}>
        <table>
          <caption class="visually-hidden">${subtitle}</caption>
          <thead><tr>${COLUMNS.map((column) => this.#head(column, w.columns[column.id]))}</tr></thead>
          <tbody>${shown.map((school, i) => this.#row(school, riskRow(school, data, language), i))}</tbody>
        </table>
      </div>
      ${
        shown.length < found.length
          ? html`<button type="button" class="more" @click=${this.more}>${chartWords[language].more} (${shown.length} / ${found.length})</button>`
          : nothing
      }
      <p class="note" id="note" part="note">${note}</p>
    </figure>`;
  }

  #head(column: (typeof COLUMNS)[number], text: string): TemplateResult {
    const { id } = column;
    if (id === 'works') return html`<th scope="col" class=${cellClass(column)}>${text}</th>`;
    const sort = this.order.by === id ? (this.order.descending ? 'descending' : 'ascending') : nothing;
    return html`<th scope="col" class=${cellClass(column)} aria-sort=${sort}>
      <button type="button" @click=${() => this.#sort(id)}>${text}</button>
    </th>`;
  }

  #row(school: RiskSchool, row: RiskRow, index: number): TemplateResult {
    const isOpen = this.opened.has(school.id);
    const inside = `works-${index}`;
    return html`<tr class=${isOpen ? 'open' : nothing}>${COLUMNS.map((column) => {
      const text = row.cells[column.id];
      switch (column.id) {
        case 'school':
          return html`<th scope="row"><button type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? inside : nothing} @click=${() => this.#open(school.id)}>${text}</button></th>`;
        case 'class':
          return html`<td>${drawn(row.sign, 'sign')}${text}</td>`;
        case 'probability':
          return html`<td class="n">${row.bar === undefined ? nothing : drawn(row.bar, 'meter')}<span class="figure">${text}</span></td>`;
        default:
          return html`<td class=${cellClass(column)}>${text}</td>`;
      }
    })}</tr>${isOpen ? html`<tr id=${inside}><td colspan=${COLUMNS.length}>${this.#evidence(row)}</td></tr>` : nothing}`;
  }

  #evidence({ aside, evidence, stability }: RiskRow): TemplateResult {
    return html`<div class="evidence">
      ${aside.map((text) => html`<p class="narrow">${text}</p>`)}
      <ul>${evidence.map(({ work, text }) => html`<li><strong>${work}</strong>: ${text}</li>`)}</ul>
      ${stability === '' ? nothing : html`<p>${stability}</p>`}
    </div>`;
  }

  #search = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.#narrow({ ...this.filter, query: event.target.value });
  };

  #choose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const chosen = event.target.value;
    const of: RiskClass | undefined = CLASSES.find((each) => each === chosen);
    this.#narrow({ query: this.filter.query, ...(of === undefined ? {} : { class: of }) });
  };

  #narrow(filter: RiskFilter): void {
    this.filter = filter;
    this.rows = ROWS;
  }

  #sort(by: SortedColumn): void {
    this.order = this.order.by === by ? { by, descending: !this.order.descending } : firstOrder(by);
  }

  #open(school: string): void {
    const opened = new Set(this.opened);
    const wasOpen = opened.delete(school);
    if (!wasOpen) opened.add(school);
    this.opened = opened;
    const event = new ChartPointEvent(school);
    if (!wasOpen) this.dispatchEvent(event);
  }
}

function drawn({ width, height, marks }: PlacedChart, kind: string): TemplateResult {
  return html`<svg class=${kind} viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${marksToLit(marks)}</svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-risk': OrientirRisk;
  }
}
