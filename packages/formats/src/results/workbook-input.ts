import type { FullAnalysis } from '@orientir/core/analysis';
import type { Language, ReadingRecord } from '@orientir/core/foundation';

/** What the workbook is made of. */
export interface WorkbookInput {
  readonly analysis: FullAnalysis;
  readonly record: ReadingRecord;
  readonly schoolNames: ReadonlyMap<string, string>;
  readonly language: Language;
}
