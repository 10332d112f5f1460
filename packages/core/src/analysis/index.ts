export type { Level } from '../tally/summarise.js';
export type { AnalyseOptions } from './analyse.js';
export { analyse } from './analyse.js';
export type {
  Analysis,
  Evidence,
  Finding,
  FindingKind,
  GroupKey,
  ItemResult,
  ItemStatistics,
  TestResult,
} from './analysis.js';
export { ItemResults } from './item-results.js';
export type { FindingRules, Verification } from './rulesets.js';
export { fioko2026 } from './rulesets.js';
export type { Cell, Column, ColumnKind, Table } from './table.js';
export { findingsJson, tablesOf } from './tables.js';
