import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PlacedChart } from '../geometry/marks.js';
import { marksToLit } from '../geometry/render-lit.js';
import { styles } from './chart.styles.js';
import { ChartPointEvent } from './chart-point-event.js';
import type { ChartView, DataTable, ViewContext } from './chart-view.js';
import { chartWords } from './chart-words.js';
import { DataElement } from './data-element.js';

/** Width of a drawing for paper: a wider one would be shrunk until nobody can read it. */
const PAPER = 700;

/** How far from a point a finger may come down, in sizes of the text. */
const REACH = 2.5;

/** What all charts do: follow the width, let arrow keys walk, and show the table behind the drawing. */
export abstract class ChartElement<Data> extends DataElement<Data> {
  static override readonly styles = styles;
  static override properties = {
    ...DataElement.properties,
    width: { state: true },
    current: { state: true },
  };

  declare protected width: number;
  declare protected current: string | undefined;

  #resize: ResizeObserver | undefined;
  #drawn: PlacedChart | undefined;

  constructor() {
    super();
    this.width = 0;
  }

  protected abstract view(data: Data, context: ViewContext): ChartView;
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
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
  }

  #print = ({ type }: Event): void => {
    this.width = type === 'beforeprint' ? Math.min(this.width, PAPER) : this.clientWidth;
  };

  #viewOf(data: Data): ChartView {
    return this.view(data, {
      language: this.language,
      width: this.width || 600,
      fontSize: this.#fontSize(),
      rows: this.rows,
      ...(this.current === undefined ? {} : { current: this.current }),
    });
  }

  protected override figure(data: Data): TemplateResult {
    const view = this.#viewOf(data);
    const { chart, choice } = view;
    this.#drawn = chart;
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
      ${numberedToLit(view.numbered)}
      <div
        class="plot"
        part="chart"
        tabindex="0"
        role="group"
        aria-label=${view.title}
        aria-describedby="keys"
        @keydown=${this.#walk}
        @pointermove=${this.#point}
        @click=${this.#point}
      >
        <svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" width=${isWide ? chart.width : nothing} aria-hidden="true" focusable="false" font-size=${this.#fontSize()}>
          ${marksToLit(chart.marks)}
        </svg>
      </div>
      ${numberedToLit(view.footnotes)}
      <p class="keys visually-hidden" id="keys">${view.keys}</p>
      <p class="status" role="status">${this.current !== undefined && view.stops.includes(this.current) ? view.sentence(this.current) : ''}</p>
      ${this.#moreButton(view.more)}
      <p class="note" id="note" part="note">${view.note}</p>
      <details>
        <summary>${chartWords[this.language].table}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${view.table.name}>${tableToLit(view.table)}</div>
        ${this.#moreButton(view.moreRows)}
      </details>
    </figure>`;
  }

  #moreButton(text: string | undefined) {
    return text === undefined
      ? nothing
      : html`<button type="button" class="more" @click=${this.more}>${text}</button>`;
  }

  #fontSize(): number {
    const size = Number.parseFloat(getComputedStyle(this).fontSize);
    return Number.isFinite(size) && size > 0 ? size * 0.875 : 14;
  }

  #choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.choose(event.target.value);
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
    this.#go(point);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.cursor')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };

  #go(point: string): void {
    this.current = point;
    this.dispatchEvent(this.pointEvent(point));
  }

  /** A mouse over a point, or a click or tap near it, says what it is, as the keyboard does; only a click tells the page. */
  #point = (event: PointerEvent): void => {
    const isClick = event.type === 'click';
    const svg = this.renderRoot.querySelector('svg.chart')?.getBoundingClientRect();
    const spots = this.#drawn?.spots;
    if (svg === undefined || spots === undefined || (!isClick && event.pointerType !== 'mouse')) return;
    const scale = (this.#drawn?.width ?? 0) / svg.width;
    const [x, y] = [(event.clientX - svg.left) * scale, (event.clientY - svg.top) * scale];
    let nearest = this.#fontSize() * (isClick ? REACH : 1);
    let found: string | undefined;
    for (const spot of spots) {
      const away = Math.hypot(spot.x - x, (spot.y ?? y) - y);
      if (away > nearest) continue;
      nearest = away;
      found = spot.id;
    }
    if (found === undefined) return;
    if (isClick) this.#go(found);
    else this.current = found;
  };
}

function numberedToLit(names: readonly string[] | undefined) {
  return names === undefined
    ? nothing
    : html`<ol class="numbered">${names.map((name) => html`<li>${name}</li>`)}</ol>`;
}

/** The table behind a drawing. */
export function tableToLit({ caption, columns, rows }: DataTable): TemplateResult {
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
