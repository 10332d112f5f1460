import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare } from '@orientir/core/foundation';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { marksToLit } from '../geometry/render-lit.js';
import { styles } from './orientir-solve-rates.styles.js';
import { comparatorMark, orderItems, placeSolveRates, type SolveRatesOrder } from './place-solve-rates.js';
import { readSolveRatesTable } from './read-table.js';
import type { SolveRatesData, SolveRatesItem } from './solve-rates-data.js';
import { checkSolveRatesData } from './solve-rates-data.js';
import { intervalText, missingText, noteOf, sentenceOf, subtitleOf, titleOf, words } from './words.js';

/** Fired when the reader walks to an item. */
export class SolveRatesItemEvent extends Event {
  /** Id of the item. */
  readonly item: string;

  constructor(item: string) {
    super('orientir-item', { bubbles: true, composed: true });
    this.item = item;
  }
}

type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'other-version'; readonly found: string }
  | { readonly kind: 'data'; readonly data: SolveRatesData };

/**
 * Solve rates of the items of one work: dots with intervals, against one or two comparators.
 *
 * The data come from the property `data`, from `src`, or from the plain table inside the element, which also stays as
 * the fallback where scripts do not run.
 *
 * @summary Which items were solved worse than elsewhere?
 * @element orientir-solve-rates
 * @status experimental
 * @slot - A plain table with the same data, read when neither `data` nor `src` is given.
 * @fires orientir-item - When the reader walks to an item; `event.item` is its id.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Unit, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Number of pupils, meaning of the interval, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of dots and intervals.
 */
export class OrientirSolveRates extends LitElement {
  static override readonly styles = styles;
  static override readonly properties = {
    data: { attribute: false },
    src: { type: String, reflect: true },
    order: { type: String, reflect: true },
    state: { state: true },
    width: { state: true },
    current: { state: true },
  };

  /** The data; wins over `src` and the table inside. */
  declare data: SolveRatesData | undefined;
  /** Address of a JSON file with the data, on the same site. */
  declare src: string | undefined;
  /** Order of the items: `item` (as in the work), `rate` or `gap` (furthest behind the first comparator first). */
  declare order: SolveRatesOrder;

  declare protected state: State;
  declare protected width: number;
  declare protected current: string | undefined;

  #loading: AbortController | undefined;
  #loaded: string | undefined;
  #resize: ResizeObserver | undefined;

  constructor() {
    super();
    this.order = 'item';
    this.state = { kind: 'empty' };
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A low-vision script may hide or move the page while it loads: draw at the first real width.
    this.#resize ??= new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      // The new width changes the height: said in the same frame, the browser would report a loop.
      if (width > 0) {
        requestAnimationFrame(() => {
          this.width = width;
        });
      }
    });
    this.#resize.observe(this);
    if (this.hasUpdated) this.#refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#loading?.abort();
    this.#loading = undefined;
  }

  /** Loads `src` again, for instance after an error. */
  reload(): void {
    this.#loaded = undefined;
    this.#refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('data') || changed.has('src')) this.#refresh();
  }

  protected override render(): TemplateResult {
    const w = words[this.#language];
    switch (this.state.kind) {
      case 'empty':
        return html`<p class="message">${w.empty}</p><slot @slotchange=${this.#refresh} hidden></slot>`;
      case 'loading':
        return html`<p class="message" role="status">${w.loading}</p><div class="ghost"></div>`;
      case 'failed':
        return html`<p class="message" role="alert">${w.failed}
          <button type="button" @click=${this.reload}>${w.retry}</button></p><slot></slot>`;
      case 'wrong':
        return html`<p class="message" role="alert">${w.wrongData}</p><slot></slot>`;
      case 'other-version':
        return html`<p class="message" role="alert">${w.otherVersion(this.state.found)}</p><slot></slot>`;
      case 'data':
        return this.#chart(this.state.data);
    }
  }

  get #language(): Language {
    return this.closest('[lang]')?.getAttribute('lang')?.startsWith('en') === true ? 'en' : 'ru';
  }

  #chart(data: SolveRatesData): TemplateResult {
    const language = this.#language;
    const w = words[language];
    const fontSize = this.#fontSize();
    const chart = placeSolveRates(data, {
      width: this.width || 600,
      fontSize,
      order: this.order,
      missing: (item) => missingText(item, language),
      share: (share) => formatShare(share, language),
      ...(this.current === undefined ? {} : { current: this.current }),
    });
    const current = data.items.find(({ id }) => id === this.current);
    const canCompare = data.comparators.length > 0;
    return html`<figure aria-labelledby="title" aria-describedby="note">
      <p class="title" id="title" part="title">${titleOf(data, language)}</p>
      <p class="subtitle" part="subtitle">${subtitleOf(data, language)}</p>
      <div class="bar">
        <ul class="legend">
          <li><svg viewBox="0 0 24 20" aria-hidden="true"><line class="interval" x1="0" y1="10" x2="24" y2="10"></line><circle class="dot" cx="12" cy="10" r="5"></circle></svg>${data.unit.name}</li>
          ${data.comparators.map(
            ({ name }, i) =>
              html`<li><svg viewBox="0 0 24 20" aria-hidden="true">${marksToLit([comparatorMark(i, 12, 10, 6)])}</svg>${name}</li>`,
          )}
        </ul>
        <label>${w.order}:
          <select @change=${this.#changeOrder} .value=${this.order}>
            <option value="item" ?selected=${this.order === 'item'}>${w.byItem}</option>
            <option value="rate" ?selected=${this.order === 'rate'}>${w.byRate}</option>
            ${canCompare ? html`<option value="gap" ?selected=${this.order === 'gap'}>${w.byGap}</option>` : nothing}
          </select>
        </label>
      </div>
      <div
        class="plot"
        part="chart"
        tabindex="0"
        role="group"
        aria-label="${titleOf(data, language)}"
        aria-describedby="keys"
        @keydown=${this.#walk}
      >
        <svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" aria-hidden="true" focusable="false" font-size=${fontSize}>
          ${marksToLit(chart.marks)}
        </svg>
      </div>
      <p class="keys visually-hidden" id="keys">${w.keys}</p>
      <p class="status" role="status">${current === undefined ? '' : sentenceOf(current, data, language)}</p>
      <p class="note" id="note" part="note">${noteOf(data, language)}</p>
      <details>
        <summary>${w.table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${w.solveRate}>${this.#table(data, language)}</div>
      </details>
    </figure>`;
  }

  #table(data: SolveRatesData, language: Language): TemplateResult {
    const w = words[language];
    const hasLabels = data.items.some(({ label }) => label !== undefined);
    const row = (item: SolveRatesItem) => html`<tr>
      <th scope="row">${item.id}</th>
      ${hasLabels ? html`<td>${item.label ?? ''}</td>` : nothing}
      <td class="n">${formatCount(item.n, language)}</td>
      <td class="n">${item.solveRate === undefined ? missingText(item, language) : formatShare(item.solveRate, language)}</td>
      <td class="n">${intervalText(item, language) || '–'}</td>
      ${data.comparators.map(({ items }) => {
        const other = items.find(({ id }) => id === item.id);
        return html`<td class="n">${other === undefined ? '–' : formatShare(other.solveRate, language)}</td>`;
      })}
    </tr>`;
    return html`<table part="table">
      <caption>${titleOf(data, language)}</caption>
      <thead><tr>
        <th scope="col">${w.item}</th>
        ${hasLabels ? html`<th scope="col">${w.topic}</th>` : nothing}
        <th scope="col" class="n">${w.pupils}</th>
        <th scope="col" class="n">${w.solveRate}</th>
        <th scope="col" class="n">${w.interval}</th>
        ${data.comparators.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}
      </tr></thead>
      <tbody>${orderItems(data, this.order).map(row)}</tbody>
    </table>`;
  }

  #fontSize(): number {
    const size = Number.parseFloat(getComputedStyle(this).fontSize);
    return Number.isFinite(size) && size > 0 ? size * 0.875 : 14;
  }

  #changeOrder = (event: Event): void => {
    const { value } = event.target instanceof HTMLSelectElement ? event.target : { value: 'item' };
    this.order = value === 'rate' || value === 'gap' ? value : 'item';
  };

  #walk = (event: KeyboardEvent): void => {
    if (this.state.kind !== 'data') return;
    const items = orderItems(this.state.data, this.order);
    const at = items.findIndex(({ id }) => id === this.current);
    const last = items.length - 1;
    const target: Record<string, number> = {
      ArrowDown: Math.min(last, at + 1),
      ArrowRight: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      ArrowLeft: Math.max(0, at - 1),
      Home: 0,
      End: last,
    };
    const item = items[target[event.key] ?? -1];
    if (item === undefined) return;
    event.preventDefault();
    this.current = item.id;
    this.dispatchEvent(new SolveRatesItemEvent(item.id));
  };

  #refresh = (): void => {
    if (this.data !== undefined) {
      this.state = { kind: 'data', data: this.data };
    } else if (this.src !== undefined && this.src !== '') {
      if (this.#loaded !== this.src) void this.#load(this.src);
    } else {
      const table = this.querySelector('table');
      const read = table === null ? undefined : readSolveRatesTable(table);
      this.state =
        read === undefined || read.items.length === 0 ? { kind: 'empty' } : { kind: 'data', data: read };
    }
  };

  async #load(src: string): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.state = { kind: 'loading' };
    try {
      const response = await fetch(src, { signal: loading.signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const checked = checkSolveRatesData(await response.json());
      if (loading.signal.aborted) return;
      this.#loaded = src;
      this.state =
        checked.kind === 'data'
          ? checked.data.items.length === 0
            ? { kind: 'empty' }
            : checked
          : checked.kind === 'other-version'
            ? checked
            : { kind: 'wrong' };
    } catch {
      if (!loading.signal.aborted) this.state = { kind: 'failed' };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-solve-rates': OrientirSolveRates;
  }
  interface GlobalEventHandlersEventMap {
    'orientir-item': SolveRatesItemEvent;
  }
}
