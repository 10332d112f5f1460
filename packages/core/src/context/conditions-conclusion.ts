/**
 * Hard conditions told from weak work: what results and conditions of a school say together.
 *
 * @module
 */

import type { ContextAnalysis, SchoolContext } from './context-of.js';

/**
 * `resilient-school`: hard conditions, and probably better results than schools of such conditions have.
 * `hard-conditions`: low results in hard conditions, as schools of such conditions have them: it needs resources, not
 * blame. `below-expected`: low results that conditions do not explain, whatever they are.
 */
export type ConditionsConclusion = 'resilient-school' | 'hard-conditions' | 'below-expected';

/**
 * What can be said of a school; absent where nothing is sure enough.
 *
 * Low results: the lowest third by rank, and the upper end of the school's true result (expected plus the 95 % interval
 * of its difference) under the mean of all pupils. Below what is expected: probability of a difference above 0 at most
 * 1 − `probability` of the rules. Of a school with fewer pupils in its results than `minPupils` nothing is concluded. A
 * school with any result that looks doubtful (`flagged`, or works that do not count) is no model, so it is never
 * `resilient-school`. The three classes are our own.
 */
export function conditionsConclusion(
  of: SchoolContext,
  { resilience: { probability: from }, minPupils }: Pick<ContextAnalysis, 'resilience' | 'minPupils'>,
): ConditionsConclusion | undefined {
  const { result, quadrant, expected, difference, probability } = of;
  if (result.n < minPupils) return undefined;
  if (of.class === 'resilient') {
    return of.flagged || of.doubtful.length > 0 ? undefined : 'resilient-school';
  }
  if (quadrant?.result !== 'low' || expected.kind === 'missing' || difference.kind === 'missing') {
    return undefined;
  }
  if (expected.estimate + (difference.interval?.high ?? difference.estimate) >= 0) return undefined;
  if (probability !== undefined && probability <= 1 - from) return 'below-expected';
  return quadrant.hard ? 'hard-conditions' : undefined;
}
