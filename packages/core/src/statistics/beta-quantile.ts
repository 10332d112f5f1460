import { betaProbability } from './beta-probability.js';
import { logBeta } from './log-beta.js';

/**
 * Quantile of the beta distribution: the share below which it has this probability.
 *
 * Newton steps on the logit of the share and the logarithm of the probability, both nearly straight in the tails,
 * from the side on which the quantile lies; they never leave the bracket. Relative accuracy about 1e-12 for moderate
 * parameters, 1e-10 for parameters of a hundred thousand.
 * Edge cases: 0 at probability 0, 1 at 1. Errors: parameters not above zero, probability outside 0..1.
 * Cost: about eight values of `betaProbability`.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('betaQuantile requires parameters above zero');
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError('betaQuantile requires a probability from zero to one');
  }
  if (probability === 0 || probability === 1) return probability;
  return probability > betaProbability(a / (a + b), a, b)
    ? 1 - shareOf(lowerLogit(1 - probability, b, a))
    : shareOf(lowerLogit(probability, a, b));
}

/** Logit of a quantile at or below the mean. */
function lowerLogit(probability: number, a: number, b: number): number {
  const target = Math.log(probability);
  const scale = -logBeta(a, b);
  let low = LOWEST_LOGIT;
  let high = Math.log(a / b) + 1e-9;
  let logit = high;
  let lastStep = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    const share = shareOf(logit);
    const reached = betaProbability(share, a, b);
    const excess = Math.log(reached) - target;
    if (excess < 0) low = logit;
    else high = logit;
    // Logarithm of the density times the derivative of the share by its logit.
    const logDensity = scale + a * Math.log(share) + b * Math.log1p(-share);
    const newton = logit - excess * Math.exp(Math.log(reached) - logDensity);
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    const size = Math.abs(next - logit);
    logit = next;
    // A small step that does not shrink is the noise of the distribution function.
    if (size <= NOISE * Math.max(1, Math.abs(logit)) || (size < 1e-9 && size > lastStep / 2)) break;
    lastStep = size;
  }
  return logit;
}

function shareOf(logit: number): number {
  return logit < 0 ? Math.exp(logit) / (1 + Math.exp(logit)) : 1 / (1 + Math.exp(-logit));
}

/** The smallest positive numbers have this logarithm. */
const LOWEST_LOGIT = -744;
const MOST_STEPS = 200;
const NOISE = 1e-15;
