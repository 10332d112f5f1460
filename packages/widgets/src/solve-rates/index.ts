export { OrientirSolveRates, SolveRatesItemEvent } from './orientir-solve-rates.js';
export type { SolveRatesOrder } from './place-solve-rates.js';
export { solveRatesTable } from './render-table.js';
export type {
  CheckedData,
  SolveRatesComparator,
  SolveRatesData,
  SolveRatesItem,
  SolveRatesOptions,
} from './solve-rates-data.js';
export { checkSolveRatesData, solveRatesData } from './solve-rates-data.js';
