export type { LowResultsCell, LowResultsOptions, RiskClass, SchoolRisk } from './low-results.js';
export { doubtfulKey, lowResults } from './low-results.js';
