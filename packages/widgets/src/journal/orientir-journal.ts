import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { JournalData } from './journal-data.js';
import { checkJournalData } from './journal-data.js';
import { journalView } from './journal-view.js';
import { words } from './words.js';

/**
 * Marks of the work against the journal, by unit: lowered, confirmed, raised.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Do the marks agree with the journal?
 * @element orientir-journal
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
export class OrientirJournal extends ChartElement<JournalData> {
  protected override check(value: unknown): Checked<JournalData> {
    return checkJournalData(value);
  }

  protected override isEmpty({ units }: JournalData): boolean {
    return units.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override view(data: JournalData, context: ViewContext): ChartView {
    return journalView(data, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-journal': OrientirJournal;
  }
}
