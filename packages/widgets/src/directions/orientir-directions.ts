import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { DirectionsData } from './directions-data.js';
import { checkDirectionsData } from './directions-data.js';
import { directionsView } from './directions-view.js';
import { words } from './words.js';

/**
 * How many schools chose each of the seven directions of work, and what one school chose among them. Only for inside:
 * groups may be small.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which directions do schools choose?
 * @element orientir-directions
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a direction; `event.point` is its id.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - School, group of schools, how many they are.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of bars and focus.
 */
export class OrientirDirections extends ChartElement<DirectionsData> {
  protected override check(value: unknown): Checked<DirectionsData> {
    return checkDirectionsData(value);
  }

  protected override isEmpty({ directions, schools }: DirectionsData): boolean {
    return directions.length === 0 || schools === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: DirectionsData, context: ViewContext): ChartView {
    return directionsView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-directions': OrientirDirections;
  }
}
