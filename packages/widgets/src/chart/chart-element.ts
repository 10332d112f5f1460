import type { Language } from '@orientir/core/foundation';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import { marksToLit } from '../geometry/render-lit.js';
import { styles } from './chart.styles.js';
import type { Checked } from './chart-data.js';
import type { ChartView, DataTable, ViewContext } from './chart-view.js';
import { chartWords } from './chart-words.js';

/** Fired when the reader walks to a point of a chart. */
export class ChartPointEvent extends Event {
  /** Id of the point; the element says what its ids are. */
  readonly point: string;

  constructor(point: string) {
    super('orientir-point', { bubbles: true, composed: true });
    this.point = point;
  }
}

type State<Data> =
  | Exclude<Checked<Data>, { kind: 'wrong' }>
  | { readonly kind: 'empty' | 'loading' | 'failed' | 'wrong' };

/** Rows shown at first, and added by the button. */
const ROWS = 40;

/**
 * What all charts do: take data from a property, an address or the markup inside, say what state they are in, follow
 * the width, let arrow keys walk, and show the table behind the drawing.
 */
export abstract class ChartElement<Data> extends LitElement {
  static override readonly styles = styles;
  static override properties = {
    data: { attribute: false },
    src: { type: String, reflect: true },
    state: { state: true },
    width: { state: true },
    rows: { state: true },
    current: { state: true },
  };

  /** The data; wins over `src`. */
  declare data: Data | undefined;
  /** Address of a JSON file with the data, on the same site. */
  declare src: string | undefined;

  declare protected state: State<Data>;
  declare protected width: number;
  declare protected rows: number;
  declare protected current: string | undefined;

  #loading: AbortController | undefined;
  #loaded: string | undefined;
  #resize: ResizeObserver | undefined;

  constructor() {
    super();
    this.state = { kind: 'empty' };
    this.width = 0;
    this.rows = ROWS;
  }

  /** The door: what a document from outside is. */
  protected abstract check(value: unknown): Checked<Data>;
  protected abstract isEmpty(data: Data): boolean;
  protected abstract view(data: Data, context: ViewContext): ChartView;
  /** What would stand here if there were data. */
  protected abstract emptyText(language: Language): string;

  /** Data in the markup inside. */
  protected inside(): Data | undefined {
    return undefined;
  }

  /** The reader chose another order or kind. */
  protected choose(_value: string): void {}

  protected pointEvent(point: string): Event {
    return new ChartPointEvent(point);
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
    const w = chartWords[this.language];
    switch (this.state.kind) {
      case 'empty':
        return html`<p class="message">${this.emptyText(this.language)}</p><slot @slotchange=${this.#refresh} hidden></slot>`;
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
        return this.#figure(this.#viewOf(this.state.data));
    }
  }

  protected get language(): Language {
    return this.closest('[lang]')?.getAttribute('lang')?.startsWith('en') === true ? 'en' : 'ru';
  }

  #viewOf(data: Data): ChartView {
    return this.view(data, {
      language: this.language,
      width: this.width || 600,
      fontSize: this.#fontSize(),
      rows: this.rows,
      ...(this.current === undefined ? {} : { current: this.current }),
    });
  }

  #figure(view: ChartView): TemplateResult {
    const { chart, choice } = view;
    // A drawing that needs more than there is scrolls by itself, not the page.
    const isWide = chart.width > (this.width || 600) + 1;
    return html`<figure aria-labelledby="title" aria-describedby="note">
      <p class="title" id="title" part="title">${view.title}</p>
      <p class="subtitle" part="subtitle">${view.subtitle}</p>
      <div class="bar">
        <ul class="legend">${view.legend.map(
          ({ marks, text }) =>
            html`<li><svg viewBox="0 0 24 20" aria-hidden="true">${marksToLit(marks)}</svg>${text}</li>`,
        )}</ul>
        ${
          choice === undefined
            ? nothing
            : html`<label>${choice.label}:
          <select @change=${this.#choose} .value=${choice.value}>${choice.options.map(
            ({ value, text }) =>
              html`<option value=${value} ?selected=${value === choice.value}>${text}</option>`,
          )}</select>
        </label>`
        }
      </div>
      ${view.numbered === undefined ? nothing : html`<ol class="numbered">${view.numbered.map((name) => html`<li>${name}</li>`)}</ol>`}
      <div
        class="plot"
        part="chart"
        tabindex="0"
        role="group"
        aria-label=${view.title}
        aria-describedby="keys"
        @keydown=${this.#walk}
      >
        <svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" width=${isWide ? chart.width : nothing} aria-hidden="true" focusable="false" font-size=${this.#fontSize()}>
          ${marksToLit(chart.marks)}
        </svg>
      </div>
      <p class="keys visually-hidden" id="keys">${view.keys}</p>
      <p class="status" role="status">${this.current !== undefined && view.stops.includes(this.current) ? view.sentence(this.current) : ''}</p>
      ${view.more === undefined ? nothing : html`<button type="button" class="more" @click=${this.#more}>${view.more}</button>`}
      <p class="note" id="note" part="note">${view.note}</p>
      <details>
        <summary>${chartWords[this.language].table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${view.table.name}>${tableToLit(view.table)}</div>
      </details>
    </figure>`;
  }

  #fontSize(): number {
    const size = Number.parseFloat(getComputedStyle(this).fontSize);
    return Number.isFinite(size) && size > 0 ? size * 0.875 : 14;
  }

  #choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.choose(event.target.value);
  };

  #more = (): void => {
    this.rows += ROWS;
  };

  #walk = (event: KeyboardEvent): void => {
    if (this.state.kind !== 'data') return;
    const { stops, across = 1 } = this.#viewOf(this.state.data);
    const at = this.current === undefined ? -1 : stops.indexOf(this.current);
    const last = stops.length - 1;
    // The first key of all leads to the first stop.
    const by = (step: number) =>
      at < 0
        ? 0
        : at + step >= 0 && at + step <= last
          ? at + step
          : across === 1
            ? step > 0
              ? last
              : 0
            : at;
    const target: Readonly<Record<string, number>> = {
      ArrowDown: by(across),
      ArrowRight: by(1),
      ArrowUp: by(-across),
      ArrowLeft: by(-1),
      Home: 0,
      End: last,
    };
    const point = stops[target[event.key] ?? -1];
    if (point === undefined) return;
    event.preventDefault();
    this.current = point;
    this.dispatchEvent(this.pointEvent(point));
  };

  #refresh = (): void => {
    if (this.data !== undefined) {
      this.#take(this.data);
    } else if (this.src !== undefined && this.src !== '') {
      if (this.#loaded !== this.src) void this.#load(this.src);
    } else {
      const read = this.inside();
      if (read === undefined) this.state = { kind: 'empty' };
      else this.#take(read);
    }
  };

  #take(data: Data): void {
    this.state = this.isEmpty(data) ? { kind: 'empty' } : { kind: 'data', data };
  }

  async #load(src: string): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.state = { kind: 'loading' };
    try {
      const response = await fetch(src, { signal: loading.signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const checked = this.check(await response.json());
      if (loading.signal.aborted) return;
      this.#loaded = src;
      if (checked.kind === 'data') this.#take(checked.data);
      else this.state = checked.kind === 'wrong' ? { kind: 'wrong' } : checked;
    } catch {
      if (!loading.signal.aborted) this.state = { kind: 'failed' };
    }
  }
}

function tableToLit({ caption, columns, rows }: DataTable): TemplateResult {
  const kind = (column: number) => (columns[column]?.isNumber === true ? 'n' : nothing);
  return html`<table part="table">
    <caption>${caption}</caption>
    <thead><tr>${columns.map(({ text }, i) => html`<th scope="col" class=${kind(i)}>${text}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${kind(i)}>${cell}</td>`))}</tr>`,
    )}</tbody>
  </table>`;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'orientir-point': ChartPointEvent;
  }
}
