import type { CompleteCounts } from './group-counts.js';
import { splitTotalKey } from './group-counts.js';

/** Pupils, sum and sum of squares of totals in half points: whole numbers, whose sums do not depend on the order of addition. */
export function totalMoments({ totals: { keys, counts, from, to } }: CompleteCounts): {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
} {
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  for (let i = from; i < to; i++) {
    const { total } = splitTotalKey(keys[i] ?? 0);
    const pupils = counts[i] ?? 0;
    n += pupils;
    sum += total * pupils;
    sumOfSquares += total * total * pupils;
  }
  return { n, sum, sumOfSquares };
}
