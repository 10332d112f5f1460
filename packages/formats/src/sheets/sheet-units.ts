import type { FullAnalysis } from '@orientir/core/analysis';
import { compareNatural } from '@orientir/core/foundation';

/** What sheets can be written about. */
export interface SheetUnits {
  /** Ids of schools that wrote something. */
  readonly schools: readonly string[];
  readonly municipalities: readonly string[];
  readonly subjects: readonly string[];
}

/** Schools, municipalities and subjects of an analysis, in natural order. */
export function sheetUnits({ assessments, testResults }: FullAnalysis): SheetUnits {
  const unitsOf = (level: 'school' | 'municipality') =>
    distinct(testResults.flatMap((test) => (test.level === level && test.wrote > 0 ? [test.unit] : [])));
  return {
    schools: unitsOf('school'),
    municipalities: unitsOf('municipality'),
    subjects: distinct(assessments.flatMap(({ subject }) => (subject === '' ? [] : [subject]))),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareNatural);
}
