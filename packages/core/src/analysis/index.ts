export type {
  Analysis, Evidence, Finding, FindingKind, GroupKey, ItemResult, ItemStatistics, Level, TestResult,
} from './analysis.js';
export type { Cell, Column, ColumnKind, Table } from './table.js';
