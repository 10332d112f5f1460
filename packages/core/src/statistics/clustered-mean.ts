/**
 * Mean of pupils who sit in schools or classes: pupils of one school are alike, so the mean is less certain than
 * their number says.
 *
 * @module
 */
import type { Interval } from '../foundation/figure.js';
import type { Moments } from './moments.js';
import { squaredDeviations } from './moments.js';
import { studentTProbability, studentTQuantile } from './student-t.js';

/** A mean over clusters, in the unit of the values. */
export interface ClusteredMean {
  readonly mean: number;
  readonly standardError: number;
  /** Variance over that of as many pupils drawn one by one («дизайн-эффект»); absent where all values are equal, and with the interval. */
  readonly designEffect?: number;
  /** Absent where no cluster differs from the mean: that is no certainty. */
  readonly interval?: Interval;
  readonly n: number;
  readonly clusters: number;
}

/**
 * Mean of all pupils with the standard error and 95 % interval that clusters leave it.
 *
 * Formula: p = Σy / Σm over clusters (sums and pupils), variance k/(k − 1) · Σ(y − p·m)² / (Σm)² (linearisation),
 * interval p ± t(0.975; k − 1) · SE, kept inside 0..`most`; design effect = variance over s²/n of all pupils.
 * Units: those of the values; for a solve rate sums of points / maximum and `most` = 1, or points and `most` =
 * maximum.
 * Edge cases: clusters without a pupil are left out; fewer than two clusters → undefined.
 * Not for a handful of clusters of very different size. Source: Cochran (1977), Sampling Techniques, 6.3 and 9A.
 */
export function clusteredMean(clusters: readonly Moments[], most = 1): ClusteredMean | undefined {
  const filled = clusters.filter(({ n }) => n > 0);
  const k = filled.length;
  if (k < 2) return undefined;
  const all = { n: 0, sum: 0, sumOfSquares: 0 };
  for (const { n, sum, sumOfSquares } of filled) {
    all.n += n;
    all.sum += sum;
    all.sumOfSquares += sumOfSquares;
  }
  const mean = all.sum / all.n;
  const residuals = filled.reduce((sum, of) => sum + (of.sum - mean * of.n) ** 2, 0);
  // What is left of a cancellation is noise, not variance.
  const variance = residuals <= NOISE * NOISE * all.sum ** 2 ? 0 : ((k / (k - 1)) * residuals) / all.n ** 2;
  const standardError = Math.sqrt(variance);
  const deviations = squaredDeviations(all);
  const drawnSingly = deviations <= NOISE * all.sumOfSquares ? 0 : deviations / (all.n - 1) / all.n;
  const half = variance === 0 ? 0 : studentTQuantile(0.975, k - 1) * standardError;
  return {
    mean,
    standardError,
    ...(drawnSingly === 0 || half === 0 ? {} : { designEffect: variance / drawnSingly }),
    ...(half === 0
      ? {}
      : {
          interval: { low: Math.max(0, mean - half), high: Math.min(most, mean + half), method: 'clustered' },
        }),
    n: all.n,
    clusters: k,
  };
}

/**
 * Probability that the true mean lies below a threshold (unit of the values): Student's t with k − 1 degrees of
 * freedom.
 */
export function meanProbabilityBelow(of: ClusteredMean, threshold: number): number {
  if (of.standardError === 0) return of.mean < threshold ? 1 : 0;
  return studentTProbability((threshold - of.mean) / of.standardError, of.clusters - 1);
}

const NOISE = 1e-13;
