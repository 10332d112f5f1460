import type { Figure } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { scoreShares, solveRate } from '../solve-rates/solve-rate.js';

/** The figures of one group on one item. */
interface ScoreFigures {
  readonly rate: Figure;
  readonly full: Figure;
  readonly partial: Figure;
  readonly zero: Figure;
}

const nobody = missing('not-administered');
export const NOT_ADMINISTERED_FIGURES: ScoreFigures = {
  rate: nobody,
  full: nobody,
  partial: nobody,
  zero: nobody,
};

/**
 * The figures that follow from scores. A region has tens of thousands of classes and few different results of a small
 * class on one item: equal scores of small groups share their figures.
 */
export function figuresOfScores(scores: ItemScores, maxPoints: number | undefined): ScoreFigures {
  if (maxPoints === undefined || maxPoints > 10 || scores.n > 31) return compute(scores, maxPoints);
  const key = keyOf(scores, maxPoints);
  const there = cache.get(key);
  if (there !== undefined) return there;
  const made = compute(scores, maxPoints);
  if (cache.size >= MOST_KEPT) cache.clear();
  cache.set(key, made);
  return made;
}

const MOST_KEPT = 50_000;
const cache = new Map<number, ScoreFigures>();

/** Everything that the figures depend on, in one number: all parts are small, and sums are of half points. */
function keyOf(of: ItemScores, maxPoints: number): number {
  const groups = (of.n * 32 + of.full) * 32 + of.zero;
  const flags = (of.zeroOne ? 2 : 0) + (of.notTaught > 0 ? 1 : 0);
  return (((groups * 32 + maxPoints * 2) * 1024 + of.sum * 2) * 16_384 + of.sumOfSquares * 4) * 4 + flags;
}

function compute(scores: ItemScores, maxPoints: number | undefined): ScoreFigures {
  const { full, partial, zero } = scoreShares(scores, maxPoints);
  return { rate: solveRate(scores, maxPoints), full, partial, zero };
}
