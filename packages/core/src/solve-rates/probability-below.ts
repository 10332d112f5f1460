import { betaProbability } from '../statistics/beta-probability.js';
import { standardDeviation } from '../statistics/moments.js';
import { studentTProbability } from '../statistics/student-t.js';
import type { ItemScores } from './item-scores.js';

/**
 * Probability that the true solve rate lies below a threshold (share 0..1), given what a group did.
 *
 * Formula: for 0/1 items the beta posterior with Jeffreys' prior, P(Beta(x + ½, n − x + ½) < threshold); for items
 * of several points Student's t around the mean. Where all pupils have the same score, the beta formula on points
 * as a share of the maximum. Needs one pupil. Source: Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133.
 */
export function probabilityBelow(
  scores: Pick<ItemScores, 'n' | 'sum' | 'sumOfSquares' | 'zeroOne'>,
  maxPoints: number,
  threshold: number,
): number {
  const share = scores.sum / (scores.n * maxPoints);
  const sd = scores.n < 2 ? 0 : standardDeviation(scores);
  if ((maxPoints === 1 && scores.zeroOne) || sd === 0) {
    const solved = share * scores.n;
    return betaProbability(threshold, solved + 0.5, scores.n - solved + 0.5);
  }
  const standardErrorOfShare = sd / Math.sqrt(scores.n) / maxPoints;
  return studentTProbability((threshold - share) / standardErrorOfShare, scores.n - 1);
}
