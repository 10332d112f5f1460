export { benjaminiHochberg } from './benjamini-hochberg.js';
export type { BetaBinomial } from './beta-binomial.js';
export { fitBetaBinomial, fitBetaBinomialOfOthers, LEAST_PRECISION } from './beta-binomial.js';
export { betaProbability } from './beta-probability.js';
export { betaQuantile } from './beta-quantile.js';
export { binomialProbability, binomialQuantile } from './binomial.js';
export { chiSquareUpperTail } from './chi-square.js';
export type { ClusteredMean } from './clustered-mean.js';
export { clusteredMean, meanProbabilityBelow } from './clustered-mean.js';
export { correlationInterval } from './correlation-interval.js';
export type { Funnel, FunnelLimits, FunnelPlace, Overdispersion, OverdispersionOptions } from './funnel.js';
export {
  DEFAULT_WINSORISED,
  funnelAround,
  funnelLimits,
  overdispersedLimits,
  overdispersion,
} from './funnel.js';
export type { GroupCount } from './group-sums.js';
export { gammaUpperTail } from './incomplete-gamma.js';
export { tInterval, wilsonInterval, Z_95 } from './intervals.js';
export { jeffreysInterval } from './jeffreys-interval.js';
export { logBeta } from './log-beta.js';
export { logGamma } from './log-gamma.js';
export { logRising } from './log-rising.js';
export type { Moments } from './moments.js';
export { mean, squaredDeviations, standardDeviation } from './moments.js';
export { normalProbability, normalQuantile, normalTails } from './normal.js';
export { quantileOfCounts } from './quantile.js';
export type { ShrunkenShare } from './shrunken-share.js';
export { shrinkShare, shrunkenProbabilityBelow } from './shrunken-share.js';
export { studentTProbability, studentTQuantile } from './student-t.js';
export type { GroupShare, NormalTest } from './two-shares.js';
export { newcombeInterval, pooledShareTest } from './two-shares.js';
export type { WelchTest } from './welch-test.js';
export { welchTest } from './welch-test.js';
