import type { Language } from '@orientir/core/foundation';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { ViewContext } from './measure-list.js';
import { measureList } from './measure-list.js';
import type { MeasureState } from './measure-state.js';
import { MEASURE_STATES, stateOf } from './measure-state.js';
import type { ApprovalCheck, LoadedPlan, PlanExtras } from './more/index.js';
import { styles } from './orientir-plan.styles.js';
import { PlanFilterEvent, PlanViewEvent } from './plan-events.js';
import type { Choice, PlanFilter } from './plan-filter.js';
import { filterPlan } from './plan-filter.js';
import type { PlanView, PlanWords } from './plan-words.js';
import { russian } from './plan-words.js';
import type { PublishedMeasure } from './published-plan.js';
import type { PlanInTable } from './read-plan-table.js';
import { readPlanTable } from './read-plan-table.js';

/**
 * A published plan: the plain table inside the element, and what a reader wants beyond it: search, filters, a list for
 * narrow pages; calendar, timeline, a short form, downloads and the check of the approved version arrive after the first view.
 *
 * The table stays in the page as it is. Without script, on any error and on paper it is what the reader gets.
 *
 * @summary What does the plan promise, and what has become of it?
 * @element orientir-plan
 * @status experimental
 * @slot - The published table, `<table data-orientir="plan">`.
 * @fires orientir-view - When the reader chose another view; `event.view`.
 * @fires orientir-filter - When the reader searched or filtered; `event.filter`, `event.shown`.
 * @fires orientir-load - When the plan of `src` arrived or not; `event.outcome`.
 * @csspart bar - Search, filters and the choice of a view.
 * @csspart status - What is shown, how much is done.
 * @csspart table - The region in which the table scrolls.
 * @csspart list - The list.
 * @csspart measure - One measure of the list.
 * @cssproperty [--orientir-accent] - Colour of focus and bars; absent = a blue mixed with the colour of the text, so that it shows on any ground.
 */
export class OrientirPlan extends LitElement {
  /** How what comes after the first view is fetched. Without it there is the table, the filters and the list. */
  static extras: () => Promise<PlanExtras> = () => Promise.reject(new Error('no extras'));

  static override readonly styles = styles;
  static override readonly properties = {
    plan: { attribute: false },
    src: { reflect: true },
    release: { reflect: true },
    view: { reflect: true },
    filter: { attribute: false },
    asOf: { attribute: 'as-of', reflect: true },
    inTable: { state: true },
    outcome: { state: true },
    extras: { state: true },
    check: { state: true },
    current: { state: true },
  };

  /** A road map as JSON; becomes the table. Anything else gives a message and leaves the table that is there. */
  declare plan: unknown;
  /** Address of `plan.json` on the same site; when it is newer than the table, it takes its place. */
  declare src: string | undefined;
  /** Address of `release.json`, the approved version to compare with. */
  declare release: string | undefined;
  /** `table`, `list`, `calendar`, `timeline` or `plain`; absent = the list on a narrow page, else the table. */
  declare view: PlanView | undefined;
  /** What is shown. */
  declare filter: PlanFilter;
  /** Day `YYYY-MM-DD` on which the states are told; absent = today. */
  declare asOf: string | undefined;

  /** The plan as it was read from the table. */
  declare inTable: PlanInTable | undefined;
  /** Of the last attempt to load; absent before it. */
  declare outcome: LoadedPlan['kind'] | 'loading' | undefined;
  /** What arrived after the first view. */
  declare extras: PlanExtras | undefined;
  /** Whether it is the approved version; absent where that is not known. */
  declare check: ApprovalCheck | undefined;
  /** How many measures of the list are drawn by now: a long view grows while the page has nothing else to do. */
  most = 0;
  /** Id of the measure that the address of the page points to. */
  declare current: string | undefined;

  #table: HTMLTableElement | undefined;
  #asked = false;
  #left: AbortController | undefined;
  /** Between `beforeprint` and the change of the media, which comes after it. */
  #isPrinting = false;
  #isGrowing = false;
  /** Whether the table is put away for another view. */
  #isAway = false;

  constructor() {
    super();
    this.filter = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#left = new AbortController();
    const { signal } = this.#left;
    matchMedia('print').addEventListener('change', this.#print, { signal });
    addEventListener('beforeprint', this.#print, { signal });
    addEventListener('afterprint', this.#print, { signal });
    addEventListener('hashchange', this.#followHash, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left?.abort();
  }

  /** Loads `src` again, for instance after an error. */
  reload(): void {
    this.#load();
  }

  /** The measures that the filter lets through, in the order of the plan. */
  get shown(): readonly PublishedMeasure[] {
    return this.inTable === undefined ? [] : filterPlan(this.inTable.plan, this.filter, this.#today);
  }

  /** A short plan is drawn at once; of a long one the list fills a window, and so do twice as many lower rows elsewhere. */
  get #atOnce(): number {
    return (this.inTable?.plan.measures.length ?? 0) > SHORT ? 6 : SHORT;
  }

  get #today(): string {
    if (this.asOf) return this.asOf;
    // Sweden writes dates as ISO 8601 does.
    return new Date().toLocaleDateString('sv');
  }

  /** Of the nearest `lang` around it. */
  get language(): Language {
    return this.closest('[lang]')?.matches('[lang^=en]') ? 'en' : 'ru';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) this.readTable();
    // A measure that the address points to is drawn together with those before it.
    const isNew = (...names: readonly string[]) => names.some((each) => changed.has(each));
    if (isNew('filter', 'view', 'inTable') && !isNew('current')) this.most = this.#atOnce;
    if (isNew('plan', 'src', 'release')) this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    this.#hideRows();
    if (this.#table) this.extras?.steady(this.#table);
    if (changed.has('inTable') || changed.has('extras')) this.#followHash();
    this.#askForExtras();
  }

  protected override render(): TemplateResult {
    const { inTable, extras, outcome } = this;
    const language = this.language;
    const words = language === 'ru' ? russian : extras?.english;
    const slot = html`<slot @slotchange=${this.readTable}></slot>`;
    if (words === undefined) return slot;
    const plan = inTable?.plan;
    const trouble =
      outcome !== undefined && outcome !== 'table' && outcome !== 'loading'
        ? html`<p role="alert">${extras?.trouble(outcome, plan && (plan.asOf ?? ''), { language }) ?? words.failed}
            ${this.src ? html`<button type="button" @click=${this.reload}>${words.retry}</button>` : nothing}</p>`
        : nothing;
    if (plan === undefined || plan.measures.length === 0) {
      return outcome === 'loading'
        ? html`<p role="status">${words.loading}</p><div class="ghost"></div>${slot}`
        : html`${trouble === nothing ? html`<p part="status">${words.empty}</p>` : trouble}<div class="scroll" tabindex="0">${slot}</div>`;
    }
    const { shown } = this;
    const today = this.#today;
    const context: ViewContext = {
      html,
      nothing,
      plan,
      shown,
      most: this.most,
      today,
      language,
      words,
      host: this,
      link: linkOf,
      current: this.current,
    };
    const others = extras?.viewsOf(plan);
    const wanted = this.view ?? (matchMedia(NARROW).matches ? 'list' : 'table');
    const view = wanted === 'list' || others?.has(wanted) ? wanted : 'table';
    const other = view === 'list' ? measureList : others?.get(view);
    this.#isAway = other !== undefined;
    const states = plan.measures.map((measure) => stateOf(measure, today));
    const told = new Set(states);
    const every: readonly Choice[] = [
      ['section', words.section, plan.sections.map(({ id, text }) => [id, text] as const)],
      [
        'state',
        words.state,
        MEASURE_STATES.filter((each) => told.has(each)).map((each) => [each, words.states[each]] as const),
      ],
      ...(extras?.choices(plan, language) ?? []),
    ];
    const choices = every.filter(([, , options]) => options.length > 1);
    return html`
      <div class="bar" part="bar" role="search" aria-label=${words.filters}>
        <label><span>${words.search}</span><input type="search" .value=${this.filter.query ?? ''} @input=${this.#search}></label>
        ${choices.map(
          ([
            part,
            label,
            options,
          ]) => html`<label><span>${label}</span><select data-part=${part} @change=${this.#choose}>
            <option value="">${words.all}</option>
            ${options.map(([value, text]) => html`<option value=${value} ?selected=${this.filter[part] === value}>${text}</option>`)}
          </select></label>`,
        )}
        <div class="views" role="group" aria-label=${words.view}>
          ${(['table', 'list', ...(others?.keys() ?? [])] as const).map(
            (each) =>
              html`<button type="button" aria-pressed=${each === view} @click=${() => this.#turnTo(each)}>${words.views[each]}</button>`,
          )}
        </div>
      </div>
      <p class="status" part="status" role="status">${summary(states, shown.length, words)}
        ${shown.length < states.length ? html`<button type="button" @click=${this.#clear}>${words.clear}</button>` : nothing}
      </p>
      ${trouble}
      ${extras?.approval(context, this.check) ?? nothing}
      ${shown.length === 0 ? html`<p>${words.nothing}</p>` : nothing}
      <div class="scroll" part="table" ?data-away=${other !== undefined}
        tabindex="0" role="region" aria-label=${plan.title || words.views.table}>${slot}</div>
      ${other?.(context) ?? nothing}
      ${extras?.downloads(context) ?? nothing}`;
  }

  /** Reads the table inside; by itself when there is another one, with `true` also the same again. */
  readonly readTable = (again?: unknown): void => {
    const table = this.querySelector('table');
    if (table === null || (table === this.#table && again !== true)) return;
    this.#table = table;
    this.inTable = readPlanTable(table);
    for (const [row, of] of this.inTable.rows)
      if (typeof of !== 'string' && row.id === '') row.id = linkOf(of.id);
  };

  /** Takes the plan of `plan` or `src` in place of the table; on any error the table stays. */
  #load(): void {
    if (this.plan === undefined && !this.src) return;
    this.outcome = 'loading';
    OrientirPlan.extras().then(
      (extras) => extras.show(this),
      () => {
        this.outcome = 'failed';
      },
    );
  }

  /** After the first view, once: where they are not to be had, their buttons are not shown. */
  #askForExtras(): void {
    if (this.#asked) return;
    this.#asked = true;
    setTimeout(
      () =>
        OrientirPlan.extras().then(
          (extras) => {
            extras.dress(this);
            this.extras = extras;
          },
          () => {},
        ),
      this.language === 'ru' ? 200 : 0,
    );
  }

  /** More of a long view, piece by piece, while the page has nothing else to do. */
  #grow(): void {
    if (this.#isGrowing || this.most >= this.shown.length) return;
    this.#isGrowing = true;
    // Safari knows no idle time.
    (globalThis.requestIdleCallback ?? setTimeout)(() => {
      this.#isGrowing = false;
      this.most += MORE;
      if (this.#isAway) this.requestUpdate();
      else this.#hideRows();
    }, SOON);
  }

  #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#hideRows();
  };

  /** Rows of measures that are not shown are hidden, with headings that have none left; never on paper. */
  #hideRows(): void {
    const { inTable } = this;
    if (inTable === undefined) return;
    this.#grow();
    const { plan, rows } = inTable;
    const isPaper = this.#isPrinting || matchMedia('print').matches;
    const shown = isPaper ? plan.measures : this.shown;
    const most = isPaper ? shown.length : 2 * (this.#isAway ? this.#atOnce : this.most);
    const drawn = new Set(shown.slice(0, most));
    const isWhole = drawn.size === plan.measures.length;
    const outer = new Map(plan.sections.map(({ id, parent }) => [id, parent]));
    // From below, so that each section with a row left finds the nearest of its headings.
    const wanted = new Set<string | undefined>();
    for (const [row, of] of [...rows].reverse()) {
      const isHeading = typeof of === 'string';
      const isKept = isWhole || (isHeading ? wanted.delete(of) : drawn.has(of));
      if (isKept) wanted.add(isHeading ? outer.get(of) : of.section);
      if (row.hidden === isKept) row.hidden = !isKept;
    }
  }

  #change(filter: PlanFilter): void {
    this.filter = filter;
    this.dispatchEvent(new PlanFilterEvent(filter, this.shown.length));
  }

  #search = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.#change({ ...this.filter, query: target.value });
  };

  #choose = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement)
      this.#change({ ...this.filter, [target.dataset.part ?? '']: target.value });
  };

  #clear = (): void => {
    this.#change({});
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  };

  #turnTo(view: PlanView): void {
    this.view = view;
    this.dispatchEvent(new PlanViewEvent(view));
  }

  #followHash = (): void => {
    this.extras?.follow(this);
  };
}

const SHORT = 24;
/** Measures that a long view grows by. */
const MORE = 12;
/** Milliseconds after which it grows on a page that is never idle. */
const SOON = { timeout: 1000 };
const NARROW = '(max-width: 40em)';

function summary(states: readonly MeasureState[], shown: number, words: PlanWords): string {
  const count = (state: MeasureState) => states.filter((each) => each === state).length;
  const [due, overdue] = [count('due'), count('overdue')];
  return `${shown < states.length ? `${words.shown(shown, states.length)} ` : ''}${words.done(count('done'), states.length)}${due > 0 ? ` ${words.due(due)}` : ''}${overdue > 0 ? ` ${words.overdue(overdue)}` : ''}`;
}

/** Name of a measure in an address: `#plan-m1`. */
function linkOf(id: string): string {
  return `plan-${id}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-plan': OrientirPlan;
  }
}
