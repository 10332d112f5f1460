import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { QuadrantData } from './quadrant-data.js';
import { checkQuadrantData } from './quadrant-data.js';
import { quadrantView } from './quadrant-view.js';
import { words } from './words.js';

/**
 * Results of schools beside the conditions under which they work. Names only on demand, no ranking.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Who gets results under hard conditions, and who needs help?
 * @element orientir-quadrant
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the school.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, measure and index of conditions.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of shapes and focus.
 */
export class OrientirQuadrant extends ChartElement<QuadrantData> {
  protected override check(value: unknown): Checked<QuadrantData> {
    return checkQuadrantData(value);
  }

  protected override isEmpty({ schools }: QuadrantData): boolean {
    return schools.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: QuadrantData, context: ViewContext): ChartView {
    return quadrantView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-quadrant': OrientirQuadrant;
  }
}
