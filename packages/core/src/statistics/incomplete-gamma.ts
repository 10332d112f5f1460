import { logGamma } from './log-gamma.js';

/**
 * Probability that a gamma variable of this shape (scale 1) is above `x`: the regularised upper incomplete gamma
 * function Q(shape, x).
 *
 * Formula: 1 − power series below `shape + 1`, continued fraction (modified Lentz) from there on, so that a small
 * tail keeps its relative accuracy (about 1e-12).
 * Edge cases: 1 at `x = 0`, 0 at infinity. Errors: shape not above zero, `x` below zero or not a number.
 * Source: Abramowitz & Stegun (1964), 6.5.29 and 6.5.31; Lentz (1976), Applied Optics 15, 668–671.
 * Cost: about the square root of `shape`.
 */
export function gammaUpperTail(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) {
    throw new RangeError('gammaUpperTail requires a shape above zero and an argument of at least zero');
  }
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(shape * Math.log(x) - x - (shape === 0.5 ? LOG_GAMMA_OF_HALF : logGamma(shape)));
  return x < shape + 1 ? 1 - front * powerSeries(shape, x) : front * continuedFraction(shape, x);
}

/** Σ xᵏ / (shape · (shape + 1) · … · (shape + k)). */
function powerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= x / (shape + k);
    sum += term;
    if (term < sum * Number.EPSILON) break;
  }
  return sum;
}

function continuedFraction(shape: number, x: number): number {
  let whole = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / whole;
  let fraction = d;
  for (let k = 1; k < MAX_STEPS; k++) {
    const part = -k * (k - shape);
    whole += 2;
    d = 1 / guard(whole + part * d);
    c = guard(whole + part / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return fraction;
}

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Of normal tails and of χ² with one degree of freedom: nearly every call. */
const LOG_GAMMA_OF_HALF = /* @__PURE__ */ logGamma(0.5);
const MAX_STEPS = 100_000;
const TINY = 1e-300;
