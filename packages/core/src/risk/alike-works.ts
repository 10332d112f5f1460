/**
 * A school that is weak on one work is often weak on others, and more often on the same work a year later: how much.
 *
 * @module
 */
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';
import type { Work } from './works.js';

/** Parts of the variance between schools, 0..0.95 together. */
export interface Alikeness {
  /** Common to all works of a school. */
  readonly school: number;
  /** Beyond that, common to the same work in different years. */
  readonly work: number;
}

/**
 * The parts from all schools; in the function returned, from all but one, whose pupils then change nothing about it: the middle
 * from which shares deviate is that of the others, too.
 *
 * Formula: mean product of the standardised shares of two works of a school, weighted by how well n pupils tell them,
 * n / (n + precision): over pairs of different works, and over pairs of the same work. Sampling errors of two works are
 * independent, so they do not enter. Works on which the others do not differ beyond chance say nothing about what works have in
 * common, and are left out. No pair of a kind → 0.
 * Cost: a pass over all works of all schools for each school left out.
 */
export function alikenessOf(
  procedures: readonly ByYear<Work>[],
  schools: number,
): (without?: number) => Alikeness {
  return (without) => {
    const [all, same] = [new Pairs(), new Pairs()];
    const works = procedures.map((byYear) =>
      byYear.flatMap((work) => (work === undefined ? [] : [{ work, priorOf: priorsOf(work, without) }])),
    );
    for (let school = 0; school < schools; school++) {
      if (school === without) continue;
      for (const byYear of works) {
        for (const { work, priorOf } of byYear) {
          const known = work.known(school);
          if (known === undefined) continue;
          const { mean, precision, spread } = priorOf(school);
          // Where schools do not differ, or nobody knows how, deviations from their mean are chance, or all the same.
          if (spread !== 'some') continue;
          const { count, n } = known;
          const weight = n / (n + precision);
          const d = (weight * (count / n - mean)) / Math.sqrt((mean * (1 - mean)) / (1 + precision));
          all.add(d, weight);
          same.add(d, weight);
        }
        same.close();
      }
      all.close();
    }
    const different = {
      products: all.products - same.products,
      weights: all.weights - same.weights,
    };
    const school = shareOf(different);
    return { school, work: Math.max(0, shareOf(same) - school) };
  };
}

function priorsOf(work: Work, without: number | undefined): (school: number) => SharePrior {
  return without === undefined ? (school) => work.prior(school) : work.priorsWithout(without);
}

/** Sums over pairs of works of a school. */
class Pairs {
  products = 0;
  weights = 0;
  #deviation = 0;
  #squares = 0;
  #weight = 0;
  #weightSquares = 0;

  /** One work: its deviation from the others, weighted, and the weight. */
  add(d: number, weight: number): void {
    this.#deviation += d;
    this.#squares += d * d;
    this.#weight += weight;
    this.#weightSquares += weight * weight;
  }

  /** All works that belong together are there. */
  close(): void {
    // Σ over pairs = half of (square of the sum less the sum of squares).
    this.products += (this.#deviation * this.#deviation - this.#squares) / 2;
    this.weights += (this.#weight * this.#weight - this.#weightSquares) / 2;
    this.#deviation = 0;
    this.#squares = 0;
    this.#weight = 0;
    this.#weightSquares = 0;
  }
}

function shareOf({ products, weights }: Pick<Pairs, 'products' | 'weights'>): number {
  return weights <= NOISE ? 0 : Math.min(MOST_ALIKE, Math.max(0, products / weights));
}

/** What is left of the variance is each work's own. */
const MOST_ALIKE = 0.95;
const NOISE = 1e-9;
