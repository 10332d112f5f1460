import type { CompleteCounts } from '../tally/group-counts.js';
import { splitTotalKey } from '../tally/group-counts.js';

/** Pupils by total, index = half points, whatever their marks; with room for totals up to `least` half points. */
export function pupilsByTotal({ totals }: CompleteCounts, least = 0): Float64Array {
  const { keys, counts, from, to } = totals;
  let most = least;
  for (let i = from; i < to; i++) most = Math.max(most, splitTotalKey(keys[i] ?? 0).total);
  const pupils = new Float64Array(most + 1);
  for (let i = from; i < to; i++) {
    const { total } = splitTotalKey(keys[i] ?? 0);
    pupils[total] = (pupils[total] ?? 0) + (counts[i] ?? 0);
  }
  return pupils;
}
