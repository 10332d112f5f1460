import { hasItemsOf } from '../assessment/same-items.js';
import type { AssessmentSummary } from './summarise.js';

/** The work that has the same items, as {@link hasItemsOf} says. */
export function previousOf(
  { assessment }: AssessmentSummary,
  summaries: readonly AssessmentSummary[],
): AssessmentSummary | undefined {
  return summaries.find((of) => hasItemsOf(assessment, of.assessment));
}
