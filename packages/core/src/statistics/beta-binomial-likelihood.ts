/**
 * The likelihood of a beta-binomial distribution by the mean of the shares and θ = 1 / precision, and where it leads upwards.
 *
 * @module
 */
import type { Exceeding, GroupSums } from './group-sums.js';

/** Above it every group is all or nothing; the likelihood has no maximum there. */
export const MOST_THETA = 1e3;

/** θ by moments with the weights n; zero or less where groups differ no more than by chance. */
export function momentStart({ groups, pupils, counted, squares, shares }: GroupSums, mean: number): number {
  const spread = shares - 2 * mean * counted + mean * mean * pupils;
  const chance = groups - 1;
  // Σ (1 − n / N)(n − 1)
  const scale = pupils - groups - (squares - pupils) / pupils;
  const correlation = scale === 0 ? 0 : (spread / (mean * (1 - mean)) - chance) / scale;
  return correlation < 1 ? correlation / (1 - correlation) : MOST_THETA;
}

/** Logarithm of the likelihood, without the part that depends on the counts alone. */
export function logLikelihood({ counts, rests, all }: Exceeding, mean: number, theta: number): number {
  let sum = 0;
  for (let i = 0; i < all.length; i++) {
    sum -= (all[i] ?? 0) * Math.log1p(i * theta);
    if (i < counts.length) sum += (counts[i] ?? 0) * Math.log(mean + i * theta);
    if (i < rests.length) sum += (rests[i] ?? 0) * Math.log(1 - mean + i * theta);
  }
  return sum;
}

/** First and second derivatives of the logarithm of the likelihood. */
export function slopes({ counts, rests, all }: Exceeding, mean: number, theta: number) {
  let byMean = 0;
  let byTheta = 0;
  let byMean2 = 0;
  let byBoth = 0;
  let byTheta2 = 0;
  for (let i = 0; i < counts.length; i++) {
    const low = 1 / (mean + i * theta);
    const a = (counts[i] ?? 0) * low;
    const square = a * low;
    byMean += a;
    byTheta += i * a;
    byMean2 -= square;
    byBoth -= i * square;
    byTheta2 -= i * i * square;
  }
  for (let i = 0; i < rests.length; i++) {
    const high = 1 / (1 - mean + i * theta);
    const b = (rests[i] ?? 0) * high;
    const square = b * high;
    byMean -= b;
    byTheta += i * b;
    byMean2 -= square;
    byBoth += i * square;
    byTheta2 -= i * i * square;
  }
  for (let i = 0; i < all.length; i++) {
    const whole = 1 / (1 + i * theta);
    const c = (all[i] ?? 0) * whole;
    byTheta -= i * c;
    byTheta2 += i * i * c * whole;
  }
  return { byMean, byTheta, byMean2, byBoth, byTheta2 };
}

/** From a place of mean and θ: steps of logit of the mean and logarithm of θ. */
export function newtonStep(of: Exceeding, mean: number, theta: number) {
  const { byMean, byTheta, byMean2, byBoth, byTheta2 } = slopes(of, mean, theta);
  const v = mean * (1 - mean);
  const g1 = byMean * v;
  const g2 = byTheta * theta;
  const h11 = byMean2 * v * v + byMean * v * (1 - 2 * mean);
  const h12 = byBoth * v * theta;
  const h22 = byTheta2 * theta * theta + g2;
  const determinant = h11 * h22 - h12 * h12;
  const curved = h11 < 0 && determinant > 0;
  // Where the likelihood is not curved like a hill, the slope alone shows the way.
  const move1 = curved ? (h12 * g2 - h22 * g1) / determinant : -byMean / (byMean2 * v);
  const move2 = curved ? (h12 * g1 - h11 * g2) / determinant : Math.sign(g2);
  return { move1, move2, curved, g2 };
}
