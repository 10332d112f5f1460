/**
 * The published plan and charts of school results as custom elements, and the static report. Importing this registers
 * nothing: see `@orientir/widgets/define/plan` and `@orientir/widgets/define/solve-rates`.
 *
 * @module
 */
export type { PlanExtras, PlanFilter, PlanView, PublishedPlan } from './plan/index.js';
export { OrientirPlan, PlanFilterEvent, PlanLoadEvent, PlanViewEvent } from './plan/index.js';
export type { ReportInput } from './report/index.js';
export { renderReport } from './report/index.js';
export type { SolveRatesData } from './solve-rates/index.js';
export { OrientirSolveRates, solveRatesData, solveRatesTable } from './solve-rates/index.js';
