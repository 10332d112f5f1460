import type { ComparableDifficulties, ItemScale } from '../src/scaling/index.js';
import { comparableDifficulties, itemDifficulties, scoreCounts } from '../src/scaling/index.js';
import { completeOf } from './scaling-rows.js';
import { answer, normalNumbers, randomNumbers } from './simulated-work.js';

/** Thresholds of five items, the third of two points. */
export const COMMON = [[-1], [0.5], [-0.4, 0.8], [1.1], [0.2]];
/** The same items in a second work, behind two others. */
export const LINKS = COMMON.map((_, item) => ({ one: item, other: item + 2 }));

export function scaleOf(rows: readonly (readonly number[])[]): ItemScale {
  const counts = scoreCounts(completeOf(rows));
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  const scale = itemDifficulties(counts);
  if (scale.kind === 'not-scaled') throw new Error(scale.reason);
  return scale;
}

/** The scale of a work that pupils wrote whose abilities are normal with the variance 1. */
export function simulated(
  thresholds: readonly (readonly number[])[],
  pupils: number,
  mean: number,
  seed: number,
): ItemScale {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  return scaleOf(Array.from({ length: pupils }, () => answer(thresholds, mean + normal(), random)));
}

export function compared(...of: Parameters<typeof comparableDifficulties>): ComparableDifficulties {
  const result = comparableDifficulties(...of);
  if (result.kind === 'not-compared') throw new Error(result.reason);
  return result;
}

export const estimate = (figure: { readonly kind: string; readonly estimate?: number }): number =>
  figure.estimate ?? Number.NaN;
