/**
 * Likelihood of the category counts, given the totals: the partial credit model without any ability.
 *
 * @module
 */
import { itemPolynomial, multiply, productsUpTo } from './score-polynomial.js';

/** One item as the likelihood sees it: the lowest category has 0 steps and no parameter. */
export interface LikelihoodItem {
  /** Steps of the categories above the lowest, ascending. */
  readonly steps: readonly number[];
  /** Pupils in them. */
  readonly pupils: readonly number[];
}

export interface LikelihoodCounts {
  readonly items: readonly LikelihoodItem[];
  /** Pupils by sum of steps. */
  readonly totals: readonly number[];
}

/** Parameters of all items one after the other. */
export interface LikelihoodSlopes {
  readonly gradient: Float64Array;
  /** Negative second derivatives, row by row. */
  readonly information: Float64Array;
}

/**
 * Conditional log-likelihood of cumulative thresholds.
 *
 * Formula: −Σ n(i,a) η(i,a) − Σ N(r) log γ(r), where γ(r) sums exp(−Σ η) over all patterns with r steps. Pupils with no
 * and with all steps add nothing. Not a number when a total that occurs lies beyond the range of numbers.
 * Source: Andersen (1972); Masters (1982), Psychometrika 47, 149–174. Cost: items × total × steps, whatever the pupils.
 */
export function conditionalLogLikelihood(
  { items, totals }: LikelihoodCounts,
  cumulative: Float64Array,
): number {
  const { coefficients, logScale } = polynomialsOf(items, cumulative).reduce((product, factor) =>
    multiply(product, factor),
  );
  let sum = 0;
  let place = 0;
  for (const { pupils } of items) {
    for (const count of pupils) sum -= count * (cumulative[place++] ?? 0);
  }
  totals.forEach((pupils, total) => {
    if (pupils > 0) sum -= pupils * (Math.log(coefficients[total] ?? 0) + logScale);
  });
  return sum;
}

/**
 * First and second derivatives of {@link conditionalLogLikelihood}.
 *
 * Formula: the gradient is expected less observed pupils; the information is the covariance of the categories given
 * the total, summed over pupils. Both need the polynomials without one item and without two, which are products of what
 * stands before, between and after them.
 * Cost: about (items² × total × 2 steps) + (parameters² × total) / 2.
 */
export function conditionalSlopes(
  { items, totals }: LikelihoodCounts,
  cumulative: Float64Array,
): LikelihoodSlopes {
  const factors = polynomialsOf(items, cumulative);
  const before = productsUpTo(factors);
  const after = [...productsUpTo([...factors].reverse())].reverse();
  const whole = before.at(-1) ?? multiply(factors[0] ?? EMPTY, EMPTY);
  const firsts = firstParameters(items);
  const size = cumulative.length;
  const width = totals.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const weights = totals.map((pupils, total) => (pupils > 0 ? pupils / (whole.coefficients[total] ?? 0) : 0));

  // Shares of pupils in a category, by total: row = parameter.
  const shares = new Float64Array(size * width);
  items.forEach(({ steps, pupils }, i) => {
    const without = multiply(before[i] ?? EMPTY, after[i + 1] ?? EMPTY);
    const own = factors[i] ?? EMPTY;
    const scale = Math.exp(without.logScale + own.logScale - whole.logScale);
    steps.forEach((step, a) => {
      const row = (firsts[i] ?? 0) + a;
      const weight = scale * (own.coefficients[step] ?? 0);
      let expected = 0;
      for (let total = step; total < width; total++) {
        if (totals[total] === 0) continue;
        const share = (weight * (without.coefficients[total - step] ?? 0)) / (whole.coefficients[total] ?? 0);
        shares[row * width + total] = share;
        expected += share * (totals[total] ?? 0);
      }
      gradient[row] = expected - (pupils[a] ?? 0);
      information[row * size + row] = expected;
    });
  });

  // Pupils expected in two categories at once.
  const tails = items.map((_, j) => correlate(after[j + 1] ?? EMPTY, weights));
  for (let i = 0; i < items.length; i++) {
    let between = before[i] ?? EMPTY;
    const one = factors[i] ?? EMPTY;
    for (let j = i + 1; j < items.length; j++) {
      const other = factors[j] ?? EMPTY;
      const scale = Math.exp(
        between.logScale + (after[j + 1]?.logScale ?? 0) + one.logScale + other.logScale - whole.logScale,
      );
      const pairs = pairSums(
        between.coefficients,
        tails[j] ?? weights,
        one.coefficients.length + other.coefficients.length - 1,
      );
      items[i]?.steps.forEach((step, a) => {
        items[j]?.steps.forEach((otherStep, b) => {
          const row = (firsts[i] ?? 0) + a;
          const column = (firsts[j] ?? 0) + b;
          information[row * size + column] =
            scale *
            (one.coefficients[step] ?? 0) *
            (other.coefficients[otherStep] ?? 0) *
            (pairs[step + otherStep] ?? 0);
        });
      });
      between = multiply(between, other);
    }
  }

  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      let product = 0;
      for (let total = 0; total < width; total++) {
        product +=
          (totals[total] ?? 0) * (shares[row * width + total] ?? 0) * (shares[column * width + total] ?? 0);
      }
      const value = (information[row * size + column] ?? 0) - product;
      information[row * size + column] = value;
      information[column * size + row] = value;
    }
  }
  return { gradient, information };
}

/** Place of the first parameter of each item. */
export function firstParameters(items: readonly LikelihoodItem[]): readonly number[] {
  let place = 0;
  return items.map(({ steps }) => {
    const first = place;
    place += steps.length;
    return first;
  });
}

const EMPTY = itemPolynomial([0], [0]);

function polynomialsOf(items: readonly LikelihoodItem[], cumulative: Float64Array) {
  let place = 0;
  return items.map(({ steps }) => {
    const own = [0, ...cumulative.subarray(place, place + steps.length)];
    place += steps.length;
    return itemPolynomial([0, ...steps], own);
  });
}

/** Σ over v of coefficients[v] · weights[u + v], for every u. */
function correlate({ coefficients }: { readonly coefficients: Float64Array }, weights: readonly number[]) {
  return weights.map((_, from) => {
    let sum = 0;
    for (let v = 0; v < coefficients.length && from + v < weights.length; v++) {
      sum += (coefficients[v] ?? 0) * (weights[from + v] ?? 0);
    }
    return sum;
  });
}

/** Σ over u of coefficients[u] · tail[u + steps], for steps from 0 to `length` − 1. */
function pairSums(coefficients: Float64Array, tail: readonly number[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (let steps = 0; steps < length; steps++) {
    let sum = 0;
    for (let u = 0; u < coefficients.length; u++) sum += (coefficients[u] ?? 0) * (tail[u + steps] ?? 0);
    sums[steps] = sum;
  }
  return sums;
}
