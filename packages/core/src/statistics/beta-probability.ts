import { logBeta } from './log-beta.js';

/**
 * Probability that a beta variable is at most `x`: the regularised incomplete beta function I(x; a, b).
 *
 * Formula: continued fraction, evaluated by the recurrences of its numerators and denominators.
 * Edge cases: 0 for `x <= 0`, 1 for `x >= 1`.
 * Source: Abramowitz & Stegun (1964), 26.5.8, 3.10.1 (recurrences).
 * Cost: about the square root of the larger parameter.
 *
 * @param whole - ln B(a, b), where the caller has it.
 */
export function betaProbability(x: number, a: number, b: number, whole?: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('betaProbability requires parameters above zero');
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logFront(x, a, b, whole));
  return isLeft(x, a, b)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/**
 * Logarithm of {@link betaProbability}, also where that is too small for a number.
 *
 * Edge cases: −∞ for `x <= 0`, 0 for `x >= 1`.
 */
export function logBetaProbability(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError('logBetaProbability requires parameters above zero');
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x >= 1) return 0;
  return isLeft(x, a, b)
    ? logFront(x, a, b) + Math.log(continuedFraction(x, a, b) / a)
    : Math.log1p((-Math.exp(logFront(x, a, b)) * continuedFraction(1 - x, b, a)) / b);
}

function logFront(x: number, a: number, b: number, whole = logBeta(a, b)): number {
  return a * Math.log(x) + b * Math.log1p(-x) - whole;
}

/** Whether the fraction converges quickly from this side. */
function isLeft(x: number, a: number, b: number): boolean {
  return x < (a + 1) / (a + b + 2);
}

/**
 * By the recurrences of numerators and denominators, two of them at once, each divided by the last denominator: half of the divisions that
 * the ratios of neighbours need.
 */
function continuedFraction(x: number, a: number, b: number): number {
  let fraction = 1 / (1 - ((a + b) * x) / (a + 1));
  let numerator = fraction;
  let denominator = fraction;
  for (let m = 1; m < MAX_STEPS; m++) {
    const place = a + 2 * m;
    const even = (m * (b - m) * x) / ((place - 1) * place);
    const odd = (-(a + m) * (a + b + m) * x) / (place * (place + 1));
    const evenNumerator = fraction + even * numerator;
    const evenDenominator = 1 + even * denominator;
    const scale = 1 / (evenDenominator + odd);
    const next = (evenNumerator + odd * fraction) * scale;
    numerator = evenNumerator * scale;
    denominator = evenDenominator * scale;
    if (Math.abs(next - fraction) <= Number.EPSILON * next) return next;
    fraction = next;
  }
  return fraction;
}

const MAX_STEPS = 100_000;
