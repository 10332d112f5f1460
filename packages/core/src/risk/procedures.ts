import type { Assessment } from '../assessment/assessment.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';

/** Whether the ruleset looks at a work; capitals do not matter. */
export function counts({ programme, subject, grade }: Assessment, { procedures }: LowResultsRules): boolean {
  const fits = (wanted: string | undefined, given: string) =>
    wanted === undefined || wanted.toLowerCase() === given.toLowerCase();
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

/** The same work in different years: programme, subject and grade. */
export function procedureOf({ programme, subject, grade }: Assessment): string {
  return [programme, subject, grade ?? ''].join('|').toLowerCase();
}
