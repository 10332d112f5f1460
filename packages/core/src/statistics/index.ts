export { betaProbability } from './beta-probability.js';
export { tInterval, wilsonInterval, Z_95 } from './intervals.js';
export { logGamma } from './log-gamma.js';
export type { Moments } from './moments.js';
export { mean, squaredDeviations, standardDeviation } from './moments.js';
export { quantileOfCounts } from './quantile.js';
export { studentTProbability, studentTQuantile } from './student-t.js';
