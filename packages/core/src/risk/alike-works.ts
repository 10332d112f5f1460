/**
 * A school that is weak on one work is often weak on others, and more often on the same work a year later: how much.
 *
 * @module
 */
import type { GroupCount } from '../statistics/beta-binomial.js';
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';

/** One work of a school, with what the other schools say about it. */
export interface SchoolWork extends GroupCount {
  readonly prior: SharePrior;
}

/** Parts of the variance between schools, 0..0.95 together. */
export interface Alikeness {
  /** Common to all works of a school. */
  readonly school: number;
  /** Beyond that, common to the same work in different years. */
  readonly work: number;
}

/**
 * The parts from all schools; in the function returned, from all but one.
 *
 * Formula: mean product of the standardised shares of two works of a school, weighted by how well n pupils tell them,
 * n / (n + precision): over pairs of different works, and over pairs of the same work. Sampling errors of two works are
 * independent, so they do not enter. No pair of a kind → 0.
 */
export function alikenessOf(
  schools: Iterable<readonly ByYear<SchoolWork>[]>,
): (without?: readonly ByYear<SchoolWork>[]) => Alikeness {
  const sums = { all: { products: 0, weights: 0 }, same: { products: 0, weights: 0 } };
  const add = (to: typeof sums, works: readonly ByYear<SchoolWork>[], times: 1 | -1) => {
    addPairs(to.all, works.flat(), times);
    for (const work of works) addPairs(to.same, work, times);
  };
  for (const works of schools) add(sums, works, 1);
  return (without = []) => {
    const { all, same } = { all: { ...sums.all }, same: { ...sums.same } };
    add({ all, same }, without, -1);
    const different = {
      products: all.products - same.products,
      weights: all.weights - same.weights,
    };
    const school = shareOf(different, MOST_ALIKE);
    return { school, work: Math.max(0, shareOf(same, MOST_ALIKE) - school) };
  };
}

interface Pairs {
  products: number;
  weights: number;
}

function addPairs(to: Pairs, works: ByYear<SchoolWork>, times: 1 | -1): void {
  // Σ over pairs = half of (square of the sum less the sum of squares).
  let deviation = 0;
  let squares = 0;
  let weight = 0;
  let weightSquares = 0;
  for (const work of works) {
    if (work === undefined || !work.prior.fitted) continue;
    const { mean, precision } = work.prior;
    const of = work.n / (work.n + precision);
    const d = (of * (work.count / work.n - mean)) / Math.sqrt((mean * (1 - mean)) / (1 + precision));
    deviation += d;
    squares += d * d;
    weight += of;
    weightSquares += of * of;
  }
  to.products += (times * (deviation * deviation - squares)) / 2;
  to.weights += (times * (weight * weight - weightSquares)) / 2;
}

function shareOf({ products, weights }: Pairs, most: number): number {
  return weights <= NOISE ? 0 : Math.min(most, Math.max(0, products / weights));
}

/** What is left of the variance is each work's own. */
const MOST_ALIKE = 0.95;
const NOISE = 1e-9;
