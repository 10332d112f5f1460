import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { CoverageData, CoverageRow } from './support-data.js';
import { checkCoverageData } from './support-data.js';
import { coverageView } from './support-views.js';
import { words } from './words.js';

/**
 * Needs of support and what of them is met, by topic or by priority group of teachers. Nobody is named.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary How much of the need for support is met?
 * @element orientir-coverage
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
export class OrientirCoverage extends ChartElement<CoverageData> {
  static override properties = { ...ChartElement.properties, by: { type: String } };

  /** `topic` or `group`. */
  declare by: CoverageRow['kind'];

  constructor() {
    super();
    this.by = 'topic';
  }

  protected override check(value: unknown): Checked<CoverageData> {
    return checkCoverageData(value);
  }

  protected override isEmpty({ rows }: CoverageData): boolean {
    return rows.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].coverage.empty;
  }

  protected override view(data: CoverageData, context: ViewContext): ChartView {
    return coverageView(data, context, this.by);
  }

  protected override choose(value: string): void {
    this.by = value === 'group' ? 'group' : 'topic';
    this.current = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-coverage': OrientirCoverage;
  }
}
