import type { Language } from '@orientir/core/foundation';
import type { Checked } from '../chart/chart-data.js';
import { ChartElement } from '../chart/chart-element.js';
import type { ChartView, ViewContext } from '../chart/chart-view.js';
import type { SectionMapOrder } from './place-section-map.js';
import type { SectionMapData } from './section-map-data.js';
import { checkSectionMapData } from './section-map-data.js';
import { sectionMapView } from './section-map-view.js';
import { words } from './words.js';

/**
 * Schools by sections of the programme: solve rates, and whether they suffice, by word and shape.
 *
 * The data come from the property `data` or from `src`. What stands inside is shown where they do not come.
 *
 * @summary Which sections were not solved sufficiently, and where?
 * @element orientir-section-map
 * @status experimental
 * @slot - Shown when the data cannot be had, for instance the static map.
 * @fires orientir-point - When the reader walks to a cell; `event.point` is `unit|section`.
 * @csspart title - The question that the chart answers.
 * @csspart subtitle - Group, work and year.
 * @csspart chart - The drawing.
 * @csspart table - The table behind it.
 * @csspart note - Number of pupils, meaning of the words, source.
 * @cssproperty [--orientir-accent=#1d5fa8] - Colour of the focus.
 * @cssproperty [--orientir-sufficient=#1b7a55] - Colour of sufficient.
 * @cssproperty [--orientir-borderline=#8a6100] - Colour of borderline.
 * @cssproperty [--orientir-insufficient=#b3431b] - Colour of not sufficient.
 */
export class OrientirSectionMap extends ChartElement<SectionMapData> {
  static override readonly properties = {
    ...ChartElement.properties,
    order: { type: String, reflect: true },
  };

  /** Order of the rows: `unit`, `evidence` (where help is needed most first), or a section's id: the evidence in it. */
  declare order: SectionMapOrder;

  constructor() {
    super();
    this.order = 'unit';
  }

  protected override check(value: unknown): Checked<SectionMapData> {
    return checkSectionMapData(value);
  }

  protected override isEmpty({ units, sections }: SectionMapData): boolean {
    return units.length === 0 || sections.length === 0;
  }

  protected override emptyText(language: Language): string {
    return words[language].empty;
  }

  protected override choose(value: string): void {
    this.order = value;
  }

  protected override view(data: SectionMapData, context: ViewContext): ChartView {
    return sectionMapView(data, context, this.order);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orientir-section-map': OrientirSectionMap;
  }
}
