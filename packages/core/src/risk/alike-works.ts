/**
 * A school that is weak on one work is often weak on others, and more often on the same work a year later: how much.
 *
 * @module
 */
import { once } from '../foundation/once.js';
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';
import { MANY_SCHOOLS } from './share-priors.js';
import type { Work } from './works.js';

/** Parts of the variance between schools: 0, or 0.001..0.95, together. */
export interface Alikeness {
  /** Common to all works of a school. */
  readonly school: number;
  /** Beyond that, common to the same work in different years. */
  readonly work: number;
}

/** What schools say about how alike works are. */
export interface WorksAlike {
  /** Of all schools, or of all but one, whose pupils then change nothing about it. */
  partsOf(without?: number): Alikeness;
  /** Whether the parts from all come from so few schools that this one, among them, would be judged by what it says itself. */
  isOneOfFew(school: number): boolean;
}

/**
 * The parts from all schools, or from all but one: then the middle from which shares deviate is that of the others, too.
 *
 * Formula: mean product of the standardised shares of two works of a school, weighted by how well n pupils tell them,
 * n / (n + precision): over pairs of different works, and over pairs of the same work; each over the mean square of the shares of
 * single works, less what chance adds to it, p(1 − p) / (n − 1). Sampling errors of two works are independent, so they do not enter
 * products. The mean square is 1 where the precision fits; but the precision comes from the likelihood, and where shares differ in
 * another way than a beta distribution says it is not the variance that fits best. Below one half it counts as that. Works on which
 * the others do not differ beyond chance say nothing about what works have in common, and are left out. No pair of a kind → 0.
 * Cost: a pass over all works of all schools for each school left out.
 */
export function alikenessOf(procedures: readonly ByYear<Work>[], schools: number): WorksAlike {
  const works = procedures.map((byYear) =>
    byYear.flatMap((work) => (work === undefined ? [] : [{ work, ...knownOf(work, schools) }])),
  );
  const partsOf = (without?: number): Alikeness => {
    const [all, same] = [new Pairs(), new Pairs()];
    const single = { squares: 0, weights: 0 };
    const byPrior = works.map((byYear) => byYear.map((of) => new Deviations(of, without)));
    for (let school = 0; school < schools; school++) {
      if (school === without) continue;
      for (const byYear of byPrior) {
        for (const of of byYear) {
          if (!of.at(school)) continue;
          const { deviation, weight, square } = of;
          all.add(deviation, weight);
          same.add(deviation, weight);
          if (square === undefined) continue;
          single.squares += square;
          single.weights += weight * weight;
        }
        same.close();
      }
      all.close();
    }
    const different = {
      products: all.products - same.products,
      weights: all.weights - same.weights,
    };
    const square = single.weights === 0 ? 1 : Math.max(LEAST_SQUARE, single.squares / single.weights);
    const school = partOf(different, square);
    return { school, work: moreThanNothing(partOf(same, square) - school) };
  };
  const few = once(() => fewOf(works, schools));
  return { partsOf, isOneOfFew: (school) => few().has(school) };
}

/**
 * Schools from which sums come that at most {@link MANY_SCHOOLS} have a part in: single works, pairs of different works, pairs of the same
 * work. Thousands may have written two works this year, and a dozen one of them the year before.
 */
function fewOf(works: readonly (readonly KnownWork[])[], schools: number): ReadonlySet<number> {
  const telling = works.map((byYear) => byYear.filter(isTelling));
  const [single, different, same]: [number[], number[], number[]] = [[], [], []];
  for (let school = 0; school < schools; school++) {
    const years = telling.map((byYear) => byYear.filter(({ pupils }) => (pupils[school] ?? 0) > 0).length);
    if (years.some((of) => of > 0)) single.push(school);
    if (years.filter((of) => of > 0).length > 1) different.push(school);
    if (years.some((of) => of > 1)) same.push(school);
  }
  return new Set([single, different, same].filter(({ length }) => length <= MANY_SCHOOLS).flat());
}

/** Whether any school deviates from the others by more than chance. */
function isTelling({ work, pupils }: KnownWork): boolean {
  return pupils.some((n, school) => n > 0 && work.prior(school).spread === 'some');
}

/** Results of schools that say something about others, by school; n = 0: of this one none do. */
interface KnownCounts {
  readonly counts: Uint32Array;
  readonly pupils: Uint32Array;
}

interface KnownWork extends KnownCounts {
  readonly work: Work;
}

function knownOf(work: Work, schools: number): KnownCounts {
  const [counts, pupils] = [new Uint32Array(schools), new Uint32Array(schools)];
  for (let school = 0; school < schools; school++) {
    const known = work.known(school);
    if (known === undefined) continue;
    counts[school] = known.count;
    pupils[school] = known.n;
  }
  return { counts, pupils };
}

/** How far the shares of one work are from what the others say, one school after the other. */
class Deviations {
  /** In standard deviations of schools, times the weight. */
  deviation = 0;
  weight = 0;
  /** Square of the deviation, less what chance adds to it; absent for one pupil alone. */
  square: number | undefined;
  readonly #known: KnownCounts;
  readonly #priorOf: (school: number) => SharePrior;
  #prior: SharePrior | undefined;
  #variance = 0;
  #sd = 0;

  constructor({ work, ...known }: KnownWork, without: number | undefined) {
    this.#known = known;
    this.#priorOf = without === undefined ? (school) => work.prior(school) : work.priorsWithout(without);
  }

  /** Whether this school has something to say here. */
  at(school: number): boolean {
    const n = this.#known.pupils[school] ?? 0;
    if (n === 0) return false;
    const prior = this.#priorOf(school);
    // Where schools do not differ, or nobody knows how, deviations from their mean are chance, or all the same.
    if (prior.spread !== 'some') return false;
    if (prior !== this.#prior) {
      this.#prior = prior;
      this.#variance = (prior.mean * (1 - prior.mean)) / (1 + prior.precision);
      this.#sd = Math.sqrt(this.#variance);
    }
    const share = (this.#known.counts[school] ?? 0) / n;
    const weight = n / (n + prior.precision);
    const deviation = (weight * (share - prior.mean)) / this.#sd;
    this.weight = weight;
    this.deviation = deviation;
    const chance = (weight * weight * share * (1 - share)) / ((n - 1) * this.#variance);
    this.square = n > 1 ? deviation * deviation - chance : undefined;
    return true;
  }
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

/** Of the variance between schools, which single works have in this sample: `square` times what the priors say. */
function partOf({ products, weights }: Pick<Pairs, 'products' | 'weights'>, square: number): number {
  return weights <= NOISE ? 0 : Math.min(MOST_ALIKE, moreThanNothing(products / weights / square));
}

/** A part that no sample of schools could tell from nothing would only need a lattice of its own. */
function moreThanNothing(part: number): number {
  return part < LEAST_ALIKE ? 0 : part;
}

/** What is left of the variance is each work's own. */
const MOST_ALIKE = 0.95;
const LEAST_ALIKE = 0.001;
/** Where the sample has less of a variance than half of what its likelihood says, that is chance. */
const LEAST_SQUARE = 0.5;
const NOISE = 1e-9;
