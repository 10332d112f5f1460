import type { Audience } from '../road-map/codelists.js';
import { AUDIENCES } from '../road-map/codelists.js';
import type { Measure, RoadMap } from '../road-map/road-map.js';

/** The measures of a plan by whom they are for, in the order of the audiences; those for nobody in particular are left out. */
export function recommendationsByAudience(plan: RoadMap): ReadonlyMap<Audience, readonly Measure[]> {
  const found = new Map<Audience, readonly Measure[]>();
  for (const audience of Object.keys(AUDIENCES)) {
    if (!isAudience(audience)) continue;
    const measures = plan.measures.filter((measure) => measure.audience?.includes(audience) === true);
    if (measures.length > 0) found.set(audience, measures);
  }
  return found;
}

function isAudience(code: string): code is Audience {
  return Object.hasOwn(AUDIENCES, code);
}
