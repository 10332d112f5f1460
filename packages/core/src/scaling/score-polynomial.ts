/**
 * Products of item polynomials: their coefficients are the elementary symmetric functions of the items' categories.
 *
 * Coefficients are never below zero and are only added and multiplied (summation algorithm), so no digits cancel. Each
 * polynomial keeps its largest coefficient at 1 and the logarithm of what was divided out.
 * Source: Andersen (1972), Journal of the Royal Statistical Society B 34, 42–54; Fischer (1974).
 *
 * @module
 */

/** Coefficients by power; the value is `coefficients · exp(logScale)`. */
export interface ScorePolynomial {
  readonly coefficients: Float64Array;
  readonly logScale: number;
}

/** The polynomial 1: no item. */
export const NO_ITEMS: ScorePolynomial = { coefficients: Float64Array.of(1), logScale: 0 };

/** Polynomial of one item: Σ exp(−cumulative[a]) · x^steps[a]; the lists are parallel. */
export function itemPolynomial(steps: readonly number[], cumulative: readonly number[]): ScorePolynomial {
  const least = cumulative.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const coefficients = new Float64Array((steps.at(-1) ?? 0) + 1);
  steps.forEach((step, place) => {
    coefficients[step] = Math.exp(least - (cumulative[place] ?? 0));
  });
  return { coefficients, logScale: -least };
}

/** Product of two polynomials. Cost: product of the lengths. */
export function multiply(one: ScorePolynomial, other: ScorePolynomial): ScorePolynomial {
  const a = one.coefficients;
  const b = other.coefficients;
  const product = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const factor = a[i] ?? 0;
    if (factor === 0) continue;
    for (let j = 0; j < b.length; j++) product[i + j] = (product[i + j] ?? 0) + factor * (b[j] ?? 0);
  }
  let largest = 0;
  for (const value of product) if (value > largest) largest = value;
  for (let i = 0; i < product.length; i++) product[i] = (product[i] ?? 0) / largest;
  return { coefficients: product, logScale: one.logScale + other.logScale + Math.log(largest) };
}

/** Products of the first 0, 1, 2, … of the factors. */
export function productsUpTo(factors: readonly ScorePolynomial[]): readonly ScorePolynomial[] {
  const products: ScorePolynomial[] = [NO_ITEMS];
  let product = NO_ITEMS;
  for (const factor of factors) {
    product = multiply(product, factor);
    products.push(product);
  }
  return products;
}
