export type { Corridor, CorridorBorders, FindingRules, Verification } from '../assessment/finding-rules.js';
export { fioko2026, fipiClassic, RULESETS } from '../assessment/finding-rules.js';
export type { Level } from '../tally/summarise.js';
export type { AnalyseOptions } from './analyse.js';
export { analyse } from './analyse.js';
export type { AnalyseFullyOptions } from './analyse-fully.js';
export { analyseFully } from './analyse-fully.js';
export type {
  Analysis,
  Evidence,
  Finding,
  FindingKind,
  FullAnalysis,
  GroupKey,
  ItemResult,
  ItemStatistics,
  TestResult,
} from './analysis.js';
export type { Comparator, ComparisonResult } from './comparison-result.js';
export type { DifResult } from './dif-results.js';
export type { OptionFlag, OptionResult } from './distractors.js';
export type { EvidenceByUnit, UnitEvidence } from './evidence-by-unit.js';
export { evidenceByUnit } from './evidence-by-unit.js';
export type { GroupRate, PupilGroupName } from './group-rates.js';
export { ItemResults } from './item-results.js';
export { flaggedSchools, inflatedResults, objectivityFindings } from './objectivity-findings.js';
export { objectivityTable } from './objectivity-table.js';
export type { ReadinessResult } from './readiness.js';
export { riskReason } from './risk-table.js';
export type { SchoolGap, SchoolGroups } from './school-gaps.js';
export { CONDITIONS_GROUPING, gapsTable, publicSchoolGaps } from './school-gaps.js';
export type { PupilShare, SchoolShare } from './school-shares.js';
export { schoolShares } from './school-shares.js';
export type { SectionGuard, SectionResult, WorkSection } from './sections.js';
export { isWholeWork } from './sections.js';
export type { Cell, Column, ColumnKind, Table } from './table.js';
export { findingsJson, tablesOf } from './tables.js';
export type { TestScoreResult } from './test-scores.js';
export type { WorkScale } from './work-scale.js';
