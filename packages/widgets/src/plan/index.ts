/**
 * The published plan as a custom element. Importing this registers nothing: see `@orientir/widgets/define/plan`.
 *
 * @module
 */
export type { MeasureState } from './measure-state.js';
export type { ApprovalCheck, PlanExtras } from './more/index.js';
export { OrientirPlan } from './orientir-plan.js';
export { PlanFilterEvent, PlanLoadEvent, PlanViewEvent } from './plan-events.js';
export type { PlanFilter } from './plan-filter.js';
export type { PlanView } from './plan-words.js';
export type {
  Days,
  Evidence,
  PublishedColumn,
  PublishedMeasure,
  PublishedPlan,
  PublishedSection,
} from './published-plan.js';
