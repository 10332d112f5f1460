import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { ItemCurvesData, ItemCurvesKind } from './item-curves-data.js';
import { checkItemCurvesData } from './item-curves-data.js';
import { itemCurvesView } from './item-curves-view.js';
import { words } from './words.js';

/**
 * Solve rates of each item from weaker to stronger pupils, by quarter of the total or by mark.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which items do stronger pupils not solve better?
 * @element orientir-item-curves
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the item.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Number of pupils, meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of shapes and focus.
 */
export class OrientirItemCurves extends ChartElement<ItemCurvesData> {
  static override readonly properties = {
    ...ChartElement.properties,
    by: { type: String, reflect: true },
  };

  /** Groups of pupils: `quarter` of the total, or `mark`. */
  declare by: ItemCurvesKind;

  constructor() {
    super();
    this.by = 'quarter';
  }

  protected override check(value: unknown): Checked<ItemCurvesData> {
    return checkItemCurvesData(value);
  }

  protected override isEmpty({ items }: ItemCurvesData): boolean {
    return items.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override choose(value: string): void {
    this.by = value === 'mark' ? 'mark' : 'quarter';
  }

  protected override view(data: ItemCurvesData, context: ViewContext): ChartView {
    return itemCurvesView(data, context, this.by);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-item-curves': OrientirItemCurves;
  }
}
