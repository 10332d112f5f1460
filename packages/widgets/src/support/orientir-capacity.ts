import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { CapacityData } from './support-data.js';
import { checkCapacityData } from './support-data.js';
import { capacityView } from './support-views.js';
import { words } from './words.js';

/**
 * Places of offers, how many are taken, and what a place is worth.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Where are places scarce?
 * @element orientir-capacity
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a row; `event.point` is its id.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Territory.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of bars and focus.
 */
export class OrientirCapacity extends ChartElement<CapacityData> {
  protected override check(value: unknown): Checked<CapacityData> {
    return checkCapacityData(value);
  }

  protected override isEmpty({ rows }: CapacityData): boolean {
    return rows.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].capacity.empty;
  }

  protected override view(data: CapacityData, context: ViewContext): ChartView {
    return capacityView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-capacity': OrientirCapacity;
  }
}
