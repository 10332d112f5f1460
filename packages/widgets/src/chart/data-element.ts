import type { Language } from '@orientir/core/foundation';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement } from 'lit';
import type { Checked } from './chart-data.js';
import { chartWords } from './chart-words.js';

type State<Data> = Checked<Data> | { readonly kind: 'empty' | 'loading' | 'failed' };

/** Rows shown at first, and added by the button. */
export const ROWS = 40;

/** What everything with data does: takes them from a property, an address or the markup inside, and says what state it is in. */
export abstract class DataElement<Data> extends LitElement {
  static override properties = {
    data: { attribute: false },
    src: { type: String, reflect: true },
    state: { state: true },
    rows: { state: true },
  };

  /** The data; wins over `src`. */
  declare data: Data | undefined;
  /** Address of a JSON file with the data, on the same site. */
  declare src: string | undefined;

  declare protected state: State<Data>;
  declare protected rows: number;

  #loading: AbortController | undefined;
  #loaded: string | undefined;

  constructor() {
    super();
    this.state = { kind: 'empty' };
    this.rows = ROWS;
  }

  /** The door: what a document from outside is. */
  protected abstract check(value: unknown): Checked<Data>;
  protected abstract isEmpty(data: Data): boolean;
  /** What is shown of data. */
  protected abstract figure(data: Data): TemplateResult;
  /** What would stand here if there were data. */
  protected abstract emptyText(language: Language): string;

  /** Data in the markup inside. */
  protected inside(): Data | undefined {
    return undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
        return this.figure(this.state.data);
    }
  }

  protected get language(): Language {
    return this.closest('[lang]')?.getAttribute('lang')?.startsWith('en') === true ? 'en' : 'ru';
  }

  /** The button for more rows. Where none are left it goes, and the focus to what has the rows. */
  protected async more(): Promise<void> {
    const button = this.shadowRoot?.activeElement;
    const region = button?.parentElement?.querySelector<HTMLElement>('[tabindex]');
    this.rows += ROWS;
    await this.updateComplete;
    if (!button?.isConnected) region?.focus();
  }

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

  /** Also data of a property: a page may have made them out of anything. */
  #take(value: unknown): void {
    const checked = this.check(value);
    this.state = checked.kind === 'data' && this.isEmpty(checked.data) ? { kind: 'empty' } : checked;
  }

  async #load(src: string): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    const { signal } = loading;
    this.#loading = loading;
    this.state = { kind: 'loading' };
    try {
      const response = await fetch(src, { signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const value: unknown = await response.json();
      if (signal.aborted) return;
      this.#loaded = src;
      this.#take(value);
    } catch (error) {
      // A page instead of a file, for instance, came: a connection there is.
      if (!signal.aborted) this.state = { kind: error instanceof SyntaxError ? 'wrong' : 'failed' };
    }
  }
}
