import type { PlanView } from '@orientir/widgets/plan';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { SamplePlan } from './published-table.js';
import { publishedTable } from './published-table.js';

/** What a story of the plan says. */
export interface PlanStory {
  /** The table inside; absent where the plan is still to come. */
  readonly sample?: SamplePlan;
  readonly view?: PlanView;
  readonly src?: string;
  readonly lang?: 'ru' | 'en';
  readonly asOf?: string;
}

/** A page of a site with a plan on it. */
export function planPage({
  sample,
  view = 'table',
  src,
  lang = 'ru',
  asOf = '2025-10-15',
}: PlanStory): TemplateResult {
  return html`<main lang=${lang}><orientir-plan src=${ifDefined(src)} view=${view} as-of=${asOf}>${
    sample === undefined ? '' : unsafeHTML(publishedTable(sample))
  }</orientir-plan></main>`;
}
