import { betaProbability } from './beta-probability.js';
import { logGamma } from './log-gamma.js';

/** Probability that Student's t with `df` degrees of freedom is at most `t`. Source: A&S (1964), 26.7.1. */
export function studentTProbability(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError('studentTProbability requires degrees of freedom above zero');
  const tail = 0.5 * betaProbability(df / (df + t * t), df / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t, accurate to about 1e-12 relative.
 *
 * Newton steps that never leave the bracket in which the quantile lies; they end when a step no longer changes the
 * number beyond the noise of the distribution function. Cost: about ten values of it.
 */
export function studentTQuantile(probability: number, df: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError('studentTQuantile requires a probability between zero and one');
  }
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, df);
  let low = 0;
  let high = 2;
  while (studentTProbability(high, df) < probability) {
    low = high;
    high *= 2;
  }
  let t = high;
  for (let step = 0; step < MOST_STEPS; step++) {
    const excess = studentTProbability(t, df) - probability;
    if (excess < 0) low = t;
    else high = t;
    const newton = t - excess / studentTDensity(t, df);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= NOISE * t) return next;
    t = next;
  }
  return t;
}

/** Source: A&S (1964), 26.7.1. */
function studentTDensity(t: number, df: number): number {
  const scale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  return Math.exp(scale - ((df + 1) / 2) * Math.log1p((t * t) / df));
}

const MOST_STEPS = 200;
const NOISE = 1e-14;
