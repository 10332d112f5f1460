export { assertNever } from './assert-never.js';
export type { Figure, Interval, IntervalMethod, Known, Missing, MissingReason } from './figure.js';
export { known, missing } from './figure.js';
export { formatDay } from './format-day.js';
export {
  digitsApart,
  formatCount,
  formatNumber,
  formatProbability,
  formatShare,
  roundHalfUp,
} from './format-number.js';
export type {
  Earlier,
  Issue,
  IssueCode,
  IssueOf,
  IssueParameters,
  Language,
  LockFault,
  Place,
  Severity,
} from './issue.js';
export { describeIssue, issue } from './issue.js';
export { describeMissing } from './messages/missing-text.js';
export { pluralEn, pluralRu } from './messages/plural.js';
export { compareNatural, compareText } from './order.js';
export { isRecord } from './record.js';
export type { ReadingRecord, SourceFile } from './source-file.js';
