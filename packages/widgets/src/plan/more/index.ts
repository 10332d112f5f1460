/**
 * What the plan offers beyond its first view; fetched after it. Brings no second Lit: views get it from the element.
 *
 * @module
 */
import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import type { OrientirPlan } from '../orientir-plan.js';
import { monthsIn } from '../plan-filter.js';
import type { PlanView, PlanWords } from '../plan-words.js';
import type { PublishedPlan } from '../published-plan.js';
import type { ApprovalCheck } from './approval.js';
import { approvalNote } from './approval.js';
import { calendarView } from './calendar-view.js';
import { downloads } from './downloads.js';
import { english } from './english.js';
import { extraStyles } from './extra-styles.js';
import { extraWords } from './extra-words.js';
import { followAddress } from './follow-address.js';
import type { LoadedPlan } from './load-plan.js';
import { showPlan } from './load-plan.js';
import { plainView } from './plain-view.js';
import { timelineView } from './timeline-view.js';

export type { ApprovalCheck } from './approval.js';
export type { LoadedPlan } from './load-plan.js';

export interface PlanExtras {
  readonly english: PlanWords;
  styles(): CSSStyleSheet;
  /** Views beyond table and list that a plan has something for, in the order of their buttons. */
  viewsOf(plan: PublishedPlan): ReadonlyMap<PlanView, (context: ViewContext) => TemplateResult>;
  /** Whether it is the approved version. */
  approval(context: ViewContext, check: ApprovalCheck | undefined): TemplateResult | undefined;
  downloads(context: ViewContext): TemplateResult;
  /** Shows the measure that the address of the page names. */
  follow(element: OrientirPlan): void;
  /** Puts the plan of `plan` or `src` in the place of the table. */
  show(element: OrientirPlan): void;
  /** What went wrong; `asOf` is the day of the table that is still shown. */
  trouble(
    kind: Exclude<LoadedPlan['kind'], 'table'>,
    asOf: string | undefined,
    context: Pick<ViewContext, 'language'>,
  ): string;
}

const UNDATED = new Map([['plain', plainView]] as const);
const DATED = new Map([
  ['calendar', calendarView],
  ['timeline', timelineView],
  ['plain', plainView],
] as const);

export const planExtras: PlanExtras = {
  english,
  styles: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(extraStyles);
    return sheet;
  },
  viewsOf: (plan) => (monthsIn(plan).length === 0 ? UNDATED : DATED),
  approval: approvalNote,
  downloads,
  follow: followAddress,
  show: (element) => void showPlan(element),
  trouble: (kind, asOf, { language }) => {
    const w = extraWords[language];
    return asOf === undefined ? w[kind] : `${w[kind]} ${w.stale(asOf)}`;
  },
};
