import type { CompleteCounts } from '../tally/group-counts.js';
import { splitTotalKey } from '../tally/group-counts.js';
import type { OfficialRules } from './rules.js';

/** A rank correlation, and the pupils who have both values. */
interface RankCorrelation {
  readonly n: number;
  /** −1..1; absent where it does not exist. */
  readonly r?: number;
}

/** Of many schools, by place. */
export interface RankCorrelations {
  readonly n: Int32Array;
  /** NaN where it does not exist. */
  readonly r: Float64Array;
}

/** {@link rankCorrelation} of one school after the other. */
export function rankCorrelations(
  schools: readonly (CompleteCounts | undefined)[],
  kind: OfficialRules['correlation'],
): RankCorrelations {
  const found = { n: new Int32Array(schools.length), r: new Float64Array(schools.length) };
  schools.forEach((complete, place) => {
    const { n, r = Number.NaN } = rankCorrelation(complete, kind);
    found.n[place] = n;
    found.r[place] = r;
  });
  return found;
}

/**
 * Rank correlation of journal marks and totals, over the pupils who have both; equal values share the mean of their ranks.
 *
 * Formula: `printed` 1 − 6Σd² / (n(n² − 1)); `ties` Pearson's correlation of the ranks.
 * Missing: fewer than two pupils; for `ties` also equal marks or equal totals of all.
 * Source: Spearman (1904), American Journal of Psychology 15, 72–101; with ties Kendall (1945), Biometrika 33, 239–251.
 * Cost: one pass over journal marks × totals. All sums are whole numbers of quarters, so nothing is rounded before the end.
 */
function rankCorrelation(
  complete: CompleteCounts | undefined,
  kind: OfficialRules['correlation'],
): RankCorrelation {
  const byMark = new Float64Array(8);
  const byTotal = new Map<number, number>();
  const cells: (readonly [mark: number, total: number, count: number])[] = [];
  let n = 0;
  let most = 0;
  if (complete !== undefined) {
    const { keys, counts, from, to } = complete.totals;
    for (let i = from; i < to; i++) {
      const { journalMark, total } = splitTotalKey(keys[i] ?? 0);
      const count = counts[i] ?? 0;
      if (journalMark === 0) continue;
      n += count;
      most = Math.max(most, total);
      byMark[journalMark] = (byMark[journalMark] ?? 0) + count;
      byTotal.set(total, (byTotal.get(total) ?? 0) + count);
      cells.push([journalMark, total, count]);
    }
  }
  if (n < 2) return { n };
  const markRank = doubledRanks(byMark);
  const totals = new Float64Array(most + 1);
  for (const [total, count] of byTotal) totals[total] = count;
  const totalRank = doubledRanks(totals);
  let differences = 0;
  let products = 0;
  let marks = 0;
  let points = 0;
  // Twice the distance from the mean rank (n + 1) / 2.
  for (const [mark, total, count] of cells) {
    const one = (markRank[mark] ?? 0) - (n + 1);
    const other = (totalRank[total] ?? 0) - (n + 1);
    differences += count * (one - other) ** 2;
    products += count * one * other;
    marks += count * one * one;
    points += count * other * other;
  }
  if (kind === 'printed') return { n, r: 1 - (6 * (differences / 4)) / (n * (n * n - 1)) };
  return marks === 0 || points === 0 ? { n } : { n, r: products / Math.sqrt(marks * points) };
}

/** Twice the mean rank of every value. */
function doubledRanks(counts: Float64Array): Float64Array {
  const ranks = new Float64Array(counts.length);
  let below = 0;
  for (let value = 0; value < counts.length; value++) {
    const here = counts[value] ?? 0;
    ranks[value] = 2 * below + here + 1;
    below += here;
  }
  return ranks;
}
