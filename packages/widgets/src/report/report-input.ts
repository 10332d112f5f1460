import type { FullAnalysis } from '@orientir/core/analysis';
import type { Language, ReadingRecord } from '@orientir/core/foundation';

/** What the report is made of. */
export interface ReportInput {
  readonly analysis: FullAnalysis;
  readonly record: ReadingRecord;
  /** Names of schools by id, for people. */
  readonly schoolNames: ReadonlyMap<string, string>;
  /** The language in which the page opens; the reader can switch. */
  readonly language: Language;
  /** The data are invented, and the page says so. */
  readonly synthetic?: boolean;
}
