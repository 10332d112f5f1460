import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { PartnerListData } from './support-data.js';
import { checkPartnerListData } from './support-data.js';
import { partnerListView } from './support-views.js';
import { words } from './words.js';

/**
 * Schools that look for a partner, and whom they could learn from. Only for inside: it is of single schools. No places.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which schools can help?
 * @element orientir-partner-list
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
export class OrientirPartnerList extends ChartElement<PartnerListData> {
  protected override check(value: unknown): Checked<PartnerListData> {
    return checkPartnerListData(value);
  }

  protected override isEmpty({ rows }: PartnerListData): boolean {
    return rows.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].partners.empty;
  }

  protected override view(data: PartnerListData, context: ViewContext): ChartView {
    return partnerListView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-partner-list': OrientirPartnerList;
  }
}
