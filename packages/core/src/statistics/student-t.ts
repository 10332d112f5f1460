import { betaProbability } from './beta-probability.js';
import { studentTailStart } from './tail-start.js';

/**
 * Probability that Student's t with `df` degrees of freedom is at most `t`.
 *
 * Formula: near the middle a series of positive terms, in the tails the incomplete beta function, so that small tails keep
 * their relative accuracy (about 1e-12). Source: A&S (1964), 26.7.1 and, for the series, 26.5.4 with 26.7.1.
 */
export function studentTProbability(t: number, df: number): number {
  return studentTProbabilities(df)(t);
}

/** {@link studentTProbability} for many t: what depends on the degrees of freedom alone is computed once. */
export function studentTProbabilities(df: number): (t: number) => number {
  if (!(df > 0)) throw new RangeError('studentTProbability requires degrees of freedom above zero');
  const height = heightOf(df);
  return (t) => {
    const size = Math.abs(t);
    const tail = upperTail(size, df, height * shapeAt(size, df));
    return t > 0 ? 1 - tail : tail;
  };
}

/**
 * Quantile of Student's t, accurate to about 1e-12 relative.
 *
 * Halley steps on the tail from an expansion around the normal quantile; they never leave the bracket in which the quantile
 * lies, and end when the next one cannot change the number.
 * Cost: two or three values of the distribution function from five degrees of freedom on, about ten below.
 */
export function studentTQuantile(probability: number, df: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError('studentTQuantile requires a probability between zero and one');
  }
  if (!(df > 0)) throw new RangeError('studentTQuantile requires degrees of freedom above zero');
  if (probability === 0.5) return 0;
  return probability < 0.5 ? -upperQuantile(probability, df) : upperQuantile(1 - probability, df);
}

/** Above which a share `tail` below one half lies. */
function upperQuantile(tail: number, df: number): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = studentTailStart(tail, df);
  for (let step = 0; step < MOST_STEPS; step++) {
    const density = studentTDensity(t, df);
    const excess = upperTail(t, df, density) - tail;
    if (excess === 0) return t;
    if (excess > 0) low = t;
    else high = t;
    const newton = excess / density;
    const halley = t + newton / (1 - (newton * (df + 1) * t) / (2 * (df + t * t)));
    const isInside = halley > low && halley < high && halley < 2 * t;
    const next = isInside ? halley : high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
    // What is left after a step of Halley's is of the order of its cube.
    const isLast = Math.abs(next - t) <= (isInside ? SMALL_STEP : Number.EPSILON) * t;
    t = next;
    if (isLast) break;
  }
  return t;
}

function upperTail(t: number, df: number, density: number): number {
  const square = t * t;
  if (!(t <= SERIES_END && square <= 3 * df)) {
    return 0.5 * betaProbability(df / (df + square), df / 2, 0.5);
  }
  const x = square / (df + square);
  let term = 1;
  let sum = 1;
  for (let k = 3; term > sum * SMALLEST_TERM; k += 2) {
    term *= (x * (df + k - 2)) / k;
    sum += term;
  }
  return 0.5 - t * density * sum;
}

/** Source: A&S (1964), 26.7.1. */
function studentTDensity(t: number, df: number): number {
  return heightOf(df) * shapeAt(t, df);
}

/** The density over that at 0. */
function shapeAt(t: number, df: number): number {
  return Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df));
}

/**
 * Γ(x + ½) / (Γ(x) √x) / √(2π) with x = df / 2: Stirling's series of both gamma functions taken together, so that nothing
 * cancels; small x by recurrence. Source: A&S (1964), 6.1.15 and 6.1.40.
 */
function heightOf(df: number): number {
  let x = df / 2;
  let square = 1;
  for (; x < LARGE; x++) square *= (x * (x + 1)) / ((x + 0.5) * (x + 0.5));
  const s = 1 / (x * x);
  const exponent =
    -(1 / 8 - s * (1 / 192 - s * (1 / 640 - s * (17 / 14_336 - s * (31 / 18_432 - (s * 691) / 180_224))))) /
    x;
  return (Math.sqrt(square) * Math.exp(exponent)) / SQRT_TWO_PI;
}

/** Up to here a tail is not so small that 0.5 − series would cost it digits. */
const SERIES_END = 2.6;
const SMALLEST_TERM = 1e-17;
const SMALL_STEP = 1e-6;
const MOST_STEPS = 2000;
const LARGE = 10;
const SQRT_TWO_PI = 2.5066282746310002;
