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
 * Newton steps on the distribution function from a bracketed start; the bracket keeps every step safe.
 */
export function studentTQuantile(probability: number, df: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError('studentTQuantile requires a probability between zero and one');
  }
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, df);
  let low = 0;
  let high = 2;
  while (studentTProbability(high, df) < probability) high *= 2;
  let t = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const miss = studentTProbability(t, df) - probability;
    if (miss > 0) high = t;
    else low = t;
    const newton = t - miss / density(t, df);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-15 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}

function density(t: number, df: number): number {
  const log =
    logGamma((df + 1) / 2) -
    logGamma(df / 2) -
    0.5 * Math.log(df * Math.PI) -
    ((df + 1) / 2) * Math.log1p((t * t) / df);
  return Math.exp(log);
}
