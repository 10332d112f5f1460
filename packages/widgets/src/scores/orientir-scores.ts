import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { ScoresData } from './scores-data.js';
import { checkScoresData } from './scores-data.js';
import { scoresView } from './scores-view.js';
import { words } from './words.js';

/**
 * Pupils by total points, with the borders of marks.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary How many pupils got how many points?
 * @element orientir-scores
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static chart.
 * @fires orientir-point - When the reader walks to a point; `event.point` is the total in points.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Number of pupils, meaning of the drawing, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of shapes and focus.
 */
export class OrientirScores extends ChartElement<ScoresData> {
  protected override check(value: unknown): Checked<ScoresData> {
    return checkScoresData(value);
  }

  protected override isEmpty({ totals }: ScoresData): boolean {
    return totals.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: ScoresData, context: ViewContext): ChartView {
    return scoresView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-scores': OrientirScores;
  }
}
