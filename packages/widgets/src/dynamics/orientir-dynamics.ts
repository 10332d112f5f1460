import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { DynamicsData } from './dynamics-data.js';
import { checkDynamicsData } from './dynamics-data.js';
import { dynamicsView } from './dynamics-view.js';
import { words } from './words.js';

/**
 * A share over years or checkpoints with its doubt, of one group or of two. No line leads across a break of the series.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary How do the results change?
 * @element orientir-dynamics
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the step.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and measure.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of the first series and of focus.
 */
export class OrientirDynamics extends ChartElement<DynamicsData> {
  protected override check(value: unknown): Checked<DynamicsData> {
    return checkDynamicsData(value);
  }

  protected override isEmpty({ steps, series }: DynamicsData): boolean {
    return steps.length === 0 || series.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: DynamicsData, context: ViewContext): ChartView {
    return dynamicsView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-dynamics': OrientirDynamics;
  }
}
