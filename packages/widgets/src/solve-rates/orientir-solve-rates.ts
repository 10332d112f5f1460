import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { SolveRatesOrder } from './place-solve-rates.js';
import { readSolveRatesTable } from './read-table.js';
import type { SolveRatesData } from './solve-rates-data.js';
import { checkSolveRatesData } from './solve-rates-data.js';
import { solveRatesView } from './solve-rates-view.js';
import { words } from './words.js';

/** Fired when the reader walks to an item. */
export class SolveRatesItemEvent extends Event {
  /** Id of the item. */
  readonly item: string;

  constructor(item: string) {
    super('orientir-item', { bubbles: true, composed: true });
    this.item = item;
  }
}

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
export class OrientirSolveRates extends ChartElement<SolveRatesData> {
  static override readonly properties = {
    ...ChartElement.properties,
    order: { type: String, reflect: true },
  };

  /** Order of the items: `item` (as in the work), `rate` or `gap` (furthest behind the first comparator first). */
  declare order: SolveRatesOrder;

  constructor() {
    super();
    this.order = 'item';
  }

  protected override check(value: unknown): Checked<SolveRatesData> {
    return checkSolveRatesData(value);
  }

  protected override isEmpty({ items }: SolveRatesData): boolean {
    return items.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override inside(): SolveRatesData | undefined {
    const table = this.querySelector('table');
    return table === null ? undefined : readSolveRatesTable(table);
  }

  protected override choose(value: string): void {
    this.order = value === 'rate' || value === 'gap' ? value : 'item';
  }

  protected override pointEvent(item: string): Event {
    return new SolveRatesItemEvent(item);
  }

  protected override view(data: SolveRatesData, context: ViewContext): ChartView {
    return solveRatesView(data, context, this.order);
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
