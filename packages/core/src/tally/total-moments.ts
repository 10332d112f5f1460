import type { CompleteCounts } from './group-counts.js';
import { totalOfKey } from './group-counts.js';

/** Pupils, sum and sum of squares of totals in half points: whole numbers, whose sums do not depend on the order of addition. */
export interface TotalMoments {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Of pupils with every item; all 0 where there are none. Cost: one pass over the totals. */
export function totalMoments(complete: CompleteCounts | undefined): TotalMoments {
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  if (complete !== undefined) {
    const { keys, counts, from, to } = complete.totals;
    for (let i = from; i < to; i++) {
      const total = totalOfKey(keys[i] ?? 0);
      const pupils = counts[i] ?? 0;
      n += pupils;
      sum += total * pupils;
      sumOfSquares += total * total * pupils;
    }
  }
  return { n, sum, sumOfSquares };
}
