import type { RoadMap } from '@orientir/core/road-map';
import { contentHash } from '@orientir/core/road-map';

/** The hash of the content; absent for a plan that has none, because a text ends within a character. */
export function hashOfPlan(plan: RoadMap): string | undefined {
  try {
    return contentHash(plan);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
