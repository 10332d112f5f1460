/**
 * Charts of school results as custom elements, and the static report. Importing this registers nothing: see
 * `@orientir/widgets/define/solve-rates`.
 *
 * @module
 */
export type { ReportInput } from './report/index.js';
export { renderReport } from './report/index.js';
export type { SolveRatesData } from './solve-rates/index.js';
export { OrientirSolveRates, solveRatesData, solveRatesTable } from './solve-rates/index.js';
