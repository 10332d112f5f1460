import type { FullAnalysis } from '@orientir/core/analysis';
import type { SheetOptions } from './compose-sheet.js';
import { composeSheet } from './compose-sheet.js';
import type { SheetModel } from './sheet-model.js';
import { short } from './short-text.js';

/**
 * One page about a school («лист школы»): the works of its newest year. Absent when it wrote none.
 *
 * Composed from figures at the level of the school; no pupil, class or teacher is named.
 */
export function schoolSheet(
  analysis: FullAnalysis,
  school: string,
  options: SheetOptions,
): SheetModel | undefined {
  return composeSheet(
    {
      analysis,
      group: { level: 'school', unit: school },
      works: analysis.assessments,
      name: school,
      title: (words) => words.schoolTitle(short(options.schoolNames.get(school) ?? school, 100)),
      schools: () => [],
    },
    options,
  );
}
