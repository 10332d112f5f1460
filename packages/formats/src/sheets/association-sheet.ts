import type { FullAnalysis } from '@orientir/core/analysis';
import type { SheetOptions } from './compose-sheet.js';
import { composeSheet } from './compose-sheet.js';
import type { SheetModel } from './sheet-model.js';
import { short } from './short-text.js';

export interface AssociationOptions extends SheetOptions {
  /** By name; absent = the whole input. */
  readonly municipality?: string;
}

/**
 * One page for a subject association («методическое объединение»): all works of one subject in the newest year, over a
 * municipality or the whole input. Absent when nobody wrote any.
 */
export function associationSheet(
  analysis: FullAnalysis,
  subject: string,
  options: AssociationOptions,
): SheetModel | undefined {
  const { municipality } = options;
  return composeSheet(
    {
      analysis,
      group:
        municipality === undefined
          ? { level: 'all', unit: 'all' }
          : { level: 'municipality', unit: municipality },
      works: analysis.assessments.filter((of) => of.subject === subject),
      name: municipality === undefined ? subject : `${subject}--${municipality}`,
      title: (words) =>
        words.associationTitle(
          short(subject, 60),
          municipality === undefined ? undefined : short(municipality, 60),
        ),
      schools: (assessment) =>
        analysis.testResults.filter(
          (test) =>
            test.assessment === assessment &&
            test.level === 'school' &&
            (municipality === undefined || test.parent?.unit === municipality),
        ),
    },
    options,
  );
}
