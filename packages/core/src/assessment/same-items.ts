import type { Assessment } from './assessment.js';

/** What is asked of a work to compare its items with those of another; items absent = not known. */
type WithItems = Pick<Assessment, 'id' | 'sameItemsAs'> & Partial<Pick<Assessment, 'items'>>;

/**
 * Whether `other` is the work that the plan says has the same items (`sameItemsAs`), and has them: that the items of two years are
 * equal is never guessed from equal numbers. Items whose ids or maxima differ after all, or are not known, make it another work.
 */
export function hasItemsOf(assessment: WithItems, other: WithItems): boolean {
  if (assessment.sameItemsAs !== other.id) return false;
  const [own, theirs] = [assessment.items, other.items];
  return (
    own !== undefined &&
    own.length === theirs?.length &&
    own.every(({ id, maxPoints }, i) => id === theirs[i]?.id && maxPoints === theirs[i]?.maxPoints)
  );
}
