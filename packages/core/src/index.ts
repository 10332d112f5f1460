/**
 * The main job in one import: tally responses, analyse the tally, write the tables. Everything else has an entry
 * of its own (`@orientir/core/statistics`, `/tally`, `/solve-rates`, …).
 *
 * @module
 */
export type {
  Analysis,
  Finding,
  FullAnalysis,
  ItemResult,
  ItemStatistics,
  Level,
  Table,
  TestResult,
} from './analysis/index.js';
export { analyse, analyseFully, findingsJson, tablesOf } from './analysis/index.js';
export type { Assessment, Item, MarkScale, ResponseBlock, Unit } from './assessment/index.js';
export { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from './assessment/index.js';
export { protect } from './disclosure/index.js';
export type { Figure, Issue, Language, MissingReason } from './foundation/index.js';
export { describeIssue, describeMissing, formatShare } from './foundation/index.js';
export type { Tally } from './tally/index.js';
export * as tally from './tally/index.js';
