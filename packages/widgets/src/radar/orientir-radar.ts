import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { RadarData } from './radar-data.js';
import { checkRadarData } from './radar-data.js';
import { radarView } from './radar-view.js';
import { words } from './words.js';

/**
 * Shares on three to twelve axes, of one group or of two: a school and its municipality, or two checkpoints.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary What goes well, and where is help needed?
 * @element orientir-radar
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the axis.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of the first series and of focus.
 */
export class OrientirRadar extends ChartElement<RadarData> {
  protected override check(value: unknown): Checked<RadarData> {
    return checkRadarData(value);
  }

  protected override isEmpty({ axes, series }: RadarData): boolean {
    return axes.length === 0 || series.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: RadarData, context: ViewContext): ChartView {
    return radarView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-radar': OrientirRadar;
  }
}
