import type { Assessment } from '../assessment/assessment.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { sameName } from '../assessment/procedure.js';

/** Whether the ruleset looks at a work; names as `sameName` compares them. */
export function rulesLookAt(
  { programme, subject, grade }: Assessment,
  { procedures }: LowResultsRules,
): boolean {
  const fits = (wanted: string | undefined, given: string) => wanted === undefined || sameName(wanted, given);
  return (
    procedures.length === 0 ||
    procedures.some(
      (of) =>
        fits(of.programme, programme) &&
        fits(of.subject, subject) &&
        (of.grade === undefined || of.grade === grade),
    )
  );
}
