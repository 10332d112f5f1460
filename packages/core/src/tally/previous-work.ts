import type { AssessmentSummary } from './summarise.js';

/**
 * The work that the plan says has the same items (`sameItemsAs`): that the items of two years are equal is never guessed from
 * equal numbers. Items whose ids or maxima differ after all make it another work.
 */
export function previousOf(
  { assessment }: AssessmentSummary,
  summaries: readonly AssessmentSummary[],
): AssessmentSummary | undefined {
  const { sameItemsAs } = assessment;
  if (sameItemsAs === undefined) return undefined;
  const other = summaries.find((of) => of.assessment.id === sameItemsAs);
  const ids = other?.assessment.items.map(({ id, maxPoints }) => `${id}|${maxPoints ?? ''}`);
  const own = assessment.items.map(({ id, maxPoints }) => `${id}|${maxPoints ?? ''}`);
  return ids?.length === own.length && own.every((item, index) => item === ids[index]) ? other : undefined;
}
