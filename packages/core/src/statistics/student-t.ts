import { betaProbability } from './beta-probability.js';

/** Probability that Student's t with `df` degrees of freedom is at most `t`. Source: A&S (1964), 26.7.1. */
export function studentTProbability(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError('studentTProbability requires degrees of freedom above zero');
  const tail = 0.5 * betaProbability(df / (df + t * t), df / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t, accurate to about 1e-12 relative.
 *
 * The distribution function is halved until two neighbouring numbers are left: Newton steps end no sooner, because its
 * last digits are noise. Cost: about sixty values of the distribution function.
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
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (studentTProbability(middle, df) < probability) low = middle;
    else high = middle;
  }
}
