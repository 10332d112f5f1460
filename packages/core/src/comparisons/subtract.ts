/**
 * The rest of a whole without one of its parts: a region without a school, a school without a class. Counts add up,
 * so the rest needs no second pass over pupils.
 *
 * @module
 */
import type { ItemScores } from '../solve-rates/item-scores.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { sameItems } from '../tally/group-counts.js';
import type { SparseCounts } from '../tally/sparse-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';

/**
 * Scores of the pupils of the whole who are not in the part.
 *
 * Errors: more pupils in the part than in the whole. Cost: none to speak of.
 */
export function subtractScores(whole: ItemScores, part: ItemScores): ItemScores {
  const n = whole.n - part.n;
  const zero = whole.zero - part.zero;
  const full = whole.full - part.full;
  const notAttempted = whole.notAttempted - part.notAttempted;
  const notTaught = whole.notTaught - part.notTaught;
  if (Math.min(n, zero, full, notAttempted, notTaught) < 0) {
    throw new RangeError('subtractScores requires a part of the whole');
  }
  const sum = whole.sum - part.sum;
  const sumOfSquares = whole.sumOfSquares - part.sumOfSquares;
  // Σ(x − 1) = 0 and Σx(x − 1) = 0 over points above zero leave Σ(x − 1)² = 0: all of them are 1.
  const zeroOne = sum === n - zero && sumOfSquares === n - zero;
  return { n, sum, sumOfSquares, full, zero, notAttempted, notTaught, zeroOne };
}

/**
 * Complete pupils of the whole who are not in the part; `undefined` part = none of its pupils is complete.
 *
 * Missing: the items differ → undefined, since totals over different items do not subtract; a cross table stays only
 * where both have one. Errors: more pupils in the part than in the whole.
 * Cost: one pass over both tables.
 */
export function subtractComplete(
  whole: CompleteCounts,
  part: CompleteCounts | undefined,
): CompleteCounts | undefined {
  if (part === undefined) return whole;
  if (!sameItems(whole.items, part.items)) return undefined;
  const totals = subtractCounts(whole.totals, part.totals);
  return whole.cross === undefined || part.cross === undefined
    ? { items: whole.items, totals }
    : { items: whole.items, totals, cross: subtractCounts(whole.cross, part.cross) };
}

/**
 * Counts of the whole less those of the part, zeros left out. Errors: a count of the part above that of the whole.
 */
export function subtractCounts(whole: SparseCounts, part: SparseCounts): SparseCounts {
  const keys = new Uint32Array(whole.to - whole.from);
  const counts = new Uint32Array(keys.length);
  let left = whole.from;
  let at = 0;
  for (let right = part.from; right < part.to; right++) {
    const key = part.keys[right] ?? 0;
    while (left < whole.to && (whole.keys[left] ?? 0) < key) {
      keys[at] = whole.keys[left] ?? 0;
      counts[at++] = whole.counts[left++] ?? 0;
    }
    const rest = left < whole.to && whole.keys[left] === key ? (whole.counts[left] ?? 0) : 0;
    const count = rest - (part.counts[right] ?? 0);
    if (count < 0) throw new RangeError('subtractCounts requires a part of the whole');
    left++;
    if (count === 0) continue;
    keys[at] = key;
    counts[at++] = count;
  }
  for (; left < whole.to; left++) {
    keys[at] = whole.keys[left] ?? 0;
    counts[at++] = whole.counts[left] ?? 0;
  }
  return at === 0 ? NO_COUNTS : { keys, counts, from: 0, to: at };
}
