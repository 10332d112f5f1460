import { logGamma } from './log-gamma.js';

/**
 * Natural logarithm of the rising factorial x (x + 1) … (x + k − 1) = Γ(x + k) / Γ(x), for x above zero and whole k from 0 on.
 *
 * Formula: products, as far as they fit into a number; for many factors the difference of two logarithms, that of a large x by
 * Stirling's series. Absolute error about 1e-12 for up to a thousand factors.
 * Source: Abramowitz & Stegun (1964), 6.1.22, 6.1.41. Cost: about a nanosecond for each factor, of at most forty.
 */
export function logRising(x: number, k: number): number {
  if (k > MANY) return x < LARGE ? logGamma(x + k) - logGamma(x) : ofLarge(x, k);
  let sum = 0;
  let product = 1;
  for (let factor = 0; factor < k; factor++) {
    product *= x + factor;
    if (product > MOST) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

/** (x + k − ½) ln (x + k) − (x − ½) ln x − k, so that nothing large is left, and what Stirling's formula leaves. */
function ofLarge(x: number, k: number): number {
  return (x - 0.5) * Math.log1p(k / x) + k * (Math.log(x + k) - 1) + rest(x + k) - rest(x);
}

function rest(x: number): number {
  const square = 1 / (x * x);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
}

const MANY = 40;
const LARGE = 50;
const MOST = 1e150;
