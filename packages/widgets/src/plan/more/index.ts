/**
 * What the plan offers beyond its first view; fetched after it. Brings no second Lit: views get it from the element.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { dayText } from '../measure-list.js';
import type { OrientirPlan } from '../orientir-plan.js';
import type { Choice } from '../plan-filter.js';
import type { PlanView, PlanWords } from '../plan-words.js';
import type { PublishedPlan } from '../published-plan.js';
import type { ApprovalCheck } from './approval.js';
import { approvalNote } from './approval.js';
import { calendarView } from './calendar-view.js';
import { furtherChoices } from './choices.js';
import { downloads } from './downloads.js';
import { dress } from './dress.js';
import { english } from './english.js';
import { extraWords } from './extra-words.js';
import { followAddress } from './follow-address.js';
import type { LoadedPlan } from './load-plan.js';
import { showPlan } from './load-plan.js';
import { monthsIn } from './months-of.js';
import { plainView } from './plain-view.js';
import { steadyTable } from './steady-table.js';
import { timelineView } from './timeline-view.js';

export type { ApprovalCheck } from './approval.js';
export type { LoadedPlan } from './load-plan.js';

export interface PlanExtras {
  readonly english: PlanWords;
  /** Gives the element and the table in it their later look, once. */
  dress(element: OrientirPlan): void;
  /** Views beyond table and list that a plan has something for, in the order of their buttons. */
  viewsOf(plan: PublishedPlan): ReadonlyMap<PlanView, (context: ViewContext) => TemplateResult>;
  /** Filters beside section and state. */
  choices(plan: PublishedPlan, language: Language): readonly Choice[];
  /** Makes a long table quick to filter. */
  steady(table: HTMLTableElement): void;
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
  dress,
  viewsOf: (plan) => (monthsIn(plan).length === 0 ? UNDATED : DATED),
  choices: furtherChoices,
  steady: steadyTable,
  approval: approvalNote,
  downloads,
  follow: followAddress,
  show: (element) => void showPlan(element),
  trouble: (kind, asOf, { language }) => {
    const w = extraWords[language];
    return asOf === undefined ? w[kind] : `${w[kind]} ${w.stale(asOf === '' ? '' : dayText(asOf, language))}`;
  },
};
