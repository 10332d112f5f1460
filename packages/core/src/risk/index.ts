export type {
  LowResultsCell,
  LowResultsOptions,
  RiskClass,
  SchoolRisk,
  ShareBounds,
  UncertainResults,
} from './low-results.js';
export { doubtfulKey, lowResults } from './low-results.js';
export { rulesLookAt } from './procedures.js';
