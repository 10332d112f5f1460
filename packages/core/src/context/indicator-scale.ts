/**
 * Puts shares of schools on one scale. What the scale is made of is kept, so that next year stands on the same one.
 *
 * @module
 */
import type { ContextRules } from '../assessment/context-rules.js';

/** Coefficients of one indicator. Plain data: it may be written as JSON and read again. */
export type IndicatorCoefficients =
  | { readonly kind: 'z'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'min-max'; readonly least: number; readonly most: number }
  /** Different values, ascending, and how many schools have at most each. */
  | { readonly kind: 'percentile'; readonly values: readonly number[]; readonly upTo: readonly number[] }
  /** All schools have the same share, or there is none: nothing to tell apart. */
  | { readonly kind: 'no-variation' };

/**
 * Coefficients from the shares of schools, in any order.
 *
 * Formula: `z` by the mean and the sample standard deviation (divisor n − 1).
 */
export function fitIndicator(
  shares: readonly number[],
  normalisation: ContextRules['normalisation'],
): IndicatorCoefficients {
  // In order of size, so that sums do not depend on the order of schools.
  const sorted = [...shares].sort((one, other) => one - other);
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? 0;
  if (!(most - least > LEAST_DIFFERENCE)) return { kind: 'no-variation' };
  switch (normalisation) {
    case 'min-max':
      return { kind: 'min-max', least, most };
    case 'percentile': {
      const upTo = new Map(sorted.map((value, place) => [value, place + 1]));
      return { kind: 'percentile', values: [...upTo.keys()], upTo: [...upTo.values()] };
    }
    case 'z': {
      const mean = sorted.reduce((sum, share) => sum + share, 0) / sorted.length;
      const squares = sorted.reduce((sum, share) => sum + (share - mean) ** 2, 0);
      return { kind: 'z', mean, deviation: Math.sqrt(squares / (sorted.length - 1)) };
    }
  }
}

/** The share on the scale, more where the share is larger; absent where the scale tells nothing apart. */
export function placeOnScale(share: number, by: IndicatorCoefficients): number | undefined {
  switch (by.kind) {
    case 'z':
      return (share - by.mean) / by.deviation;
    case 'min-max':
      return (share - by.least) / (by.most - by.least);
    case 'percentile': {
      const place = firstFrom(by.values, share);
      const below = by.upTo[place - 1] ?? 0;
      const equal = by.values[place] === share ? (by.upTo[place] ?? below) - below : 0;
      return (below + equal / 2) / (by.upTo.at(-1) ?? 1);
    }
    case 'no-variation':
      return undefined;
  }
}

/** Place of the first value that is not under the share. */
function firstFrom(values: readonly number[], share: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Shares of pupils that differ by less are the same number written twice. */
const LEAST_DIFFERENCE = 1e-12;
