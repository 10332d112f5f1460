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

/** The figures that follow from scores. */
export function figuresOfScores(scores: ItemScores, maxPoints: number | undefined): ScoreFigures {
  const { full, partial, zero } = scoreShares(scores, maxPoints);
  return { rate: solveRate(scores, maxPoints), full, partial, zero };
}
