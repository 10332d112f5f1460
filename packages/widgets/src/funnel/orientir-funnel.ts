import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { FunnelData } from './funnel-data.js';
import { checkFunnelData } from './funnel-data.js';
import { funnelView } from './funnel-view.js';
import { words } from './words.js';

/**
 * Shares of schools by their number of pupils, with the limits within which chance keeps them. No ranking.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which schools differ by more than chance?
 * @element orientir-funnel
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the unit.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Number of pupils, meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of shapes and focus.
 */
export class OrientirFunnel extends ChartElement<FunnelData> {
  protected override check(value: unknown): Checked<FunnelData> {
    return checkFunnelData(value);
  }

  protected override isEmpty({ units }: FunnelData): boolean {
    return units.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: FunnelData, context: ViewContext): ChartView {
    return funnelView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-funnel': OrientirFunnel;
  }
}
