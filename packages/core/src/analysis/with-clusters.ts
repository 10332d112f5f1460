import type { Figure } from '../foundation/figure.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';

/**
 * Pupils of one school are alike: the figure with the interval that schools leave it, where there are two that differ;
 * otherwise as it was. `unit`: what 1 of the figure is worth in units of the mean, for a solve rate of points the
 * maximum.
 */
export function withClusters(figure: Figure, clustered: ClusteredMean | undefined, unit = 1): Figure {
  if (figure.kind === 'missing' || clustered?.interval === undefined) return figure;
  const { low, high, method } = clustered.interval;
  return { ...figure, interval: { low: low / unit, high: high / unit, method } };
}
