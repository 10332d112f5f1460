/**
 * A school that is weak on one work is often weak on others, and more often on the same work a year later: how much.
 *
 * @module
 */
import type { ByYear } from './rule-chance.js';
import type { SharePrior } from './share-priors.js';
import type { Work } from './works.js';

/** Parts of the variance between schools: 0, or 0.001..0.95, together. */
export interface Alikeness {
  /** Common to all works of a school. */
  readonly school: number;
  /** Beyond that, common to the same work in different years. */
  readonly work: number;
}

/**
 * The parts from all schools but one: the middle from which shares deviate is that of the others, too, so no pupil of the one changes
 * anything. Without one that is not there: from all.
 *
 * Formula: mean product of the standardised shares of two works of a school, weighted by how well n pupils tell them,
 * n / (n + precision): over pairs of different works, and over pairs of the same work; each over the mean square of the shares of
 * single works, less what chance adds to it, p(1 − p) / (n − 1). Sampling errors of two works are independent, so they do not enter
 * products. The mean square is 1 where the precision fits; but the precision comes from the likelihood, and where shares differ in
 * another way than a beta distribution says it is not the variance that fits best. Below one half it counts as that. Works on which
 * the others do not differ beyond chance say nothing about what works have in common, and are left out. No pair of a kind → 0.
 * Cost: a pass over all schools for each pair of works, with each pair of priors that they have, whoever is left out; then for each
 * school one over its works, and over all pairs of works where not all priors are those of another school.
 */
export function alikenessOf(
  procedures: readonly ByYear<Work>[],
  schools: number,
): (without: number) => Alikeness {
  const works = procedures.flatMap((byYear, procedure) =>
    byYear.flatMap((work) => (work === undefined ? [] : [{ work, procedure }])),
  );
  const kinds = kindsOf(works, schools).map((of) => new SchoolsOfAKind(works, of));
  return (without) => {
    const sums = new Sums();
    for (const kind of kinds) kind.addTo(sums, without);
    const { different, same, single } = sums;
    const square = single.weights === 0 ? 1 : Math.max(LEAST_SQUARE, single.products / single.weights);
    const school = partOf(different, square);
    return { school, work: moreThanNothing(partOf(same, square) - school) };
  };
}

interface WorkOfProcedure {
  readonly work: Work;
  readonly procedure: number;
}

/** Schools by their kind: of all of a kind the others say the same, when one school is left out. */
function kindsOf(works: readonly WorkOfProcedure[], schools: number): readonly (readonly number[])[] {
  const byKind = new Map<string | undefined, number[]>();
  for (let school = 0; school < schools; school++) {
    const kind = works[0]?.work.similarTo(school);
    const there = byKind.get(kind);
    if (there === undefined) byKind.set(kind, [school]);
    else there.push(school);
  }
  return [...byKind.values()];
}

/** Products of deviations, and of weights. */
interface Products {
  products: number;
  weights: number;
}

/** Over pairs of different works of a school, pairs of the same work in different years, and single works with themselves. */
class Sums {
  readonly different: Products = { products: 0, weights: 0 };
  readonly same: Products = { products: 0, weights: 0 };
  readonly single: Products = { products: 0, weights: 0 };

  add(other: Sums): void {
    addTo(this.different, other.different, 1);
    addTo(this.same, other.same, 1);
    addTo(this.single, other.single, 1);
  }
}

function addTo(into: Products, { products, weights }: Products, times: number): void {
  into.products += times * products;
  into.weights += times * weights;
}

interface Telling {
  readonly procedure: number;
  readonly deviations: Deviations;
}

class SchoolsOfAKind {
  readonly #works: readonly ResultsOfAKind[];
  /** Places here by place among all. */
  readonly #places: ReadonlyMap<number, number>;
  /** By deviations of the works. */
  readonly #known = new Map<string, Sums>();

  constructor(works: readonly WorkOfProcedure[], schools: readonly number[]) {
    this.#places = new Map(schools.map((school, place) => [school, place]));
    this.#works = works.map((of) => new ResultsOfAKind(of, schools));
  }

  /** Adds what they say, but for one school, also to what the others say of them. */
  addTo(sums: Sums, without: number): void {
    const telling: Telling[] = [];
    let key = '';
    for (const work of this.#works) {
      const deviations = work.deviations(without);
      if (deviations === undefined) continue;
      telling.push({ procedure: work.procedure, deviations });
      key += `${deviations.id} `;
    }
    const known = this.#known.get(key) ?? sumsOf(telling);
    this.#known.set(key, known);
    sums.add(known);
    const place = this.#places.get(without);
    if (place !== undefined) takeAway(sums, telling, place);
  }
}

function sumsOf(works: readonly Telling[]): Sums {
  const sums = new Sums();
  works.forEach(({ procedure, deviations }, at) => {
    addTo(sums.single, deviations.squares, 1);
    for (let next = at + 1; next < works.length; next++) {
      const other = works[next];
      if (other === undefined) continue;
      const into = procedure === other.procedure ? sums.same : sums.different;
      addTo(into, deviations.with(other.deviations), 1);
    }
  });
  return sums;
}

/** Takes away what one of the schools says itself; works of a procedure stand behind each other. */
function takeAway(sums: Sums, works: readonly Telling[], place: number): void {
  const [all, same] = [new PairsOfOne(), new PairsOfOne()];
  works.forEach(({ procedure, deviations }, at) => {
    const deviation = deviations.values[place] ?? 0;
    const weight = deviations.weights[place] ?? 0;
    all.add(deviation, weight);
    same.add(deviation, weight);
    deviations.addSquareOf(place, sums.single, -1);
    if (works[at + 1]?.procedure !== procedure) same.close();
  });
  all.close();
  addTo(sums.same, same, -1);
  addTo(sums.different, all, -1);
  addTo(sums.different, same, 1);
}

/** Sums over pairs of works of one school. */
class PairsOfOne implements Products {
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

/** Results of schools of a kind on one work that say something about others; n = 0: of this one none do. */
class ResultsOfAKind {
  readonly procedure: number;
  readonly #work: Work;
  readonly #counts: Uint32Array;
  readonly #pupils: Uint32Array;
  /** One that wrote it. */
  readonly #one: number | undefined;
  readonly #byPrior = new Map<SharePrior, Deviations>();

  constructor({ work, procedure }: WorkOfProcedure, schools: readonly number[]) {
    this.procedure = procedure;
    this.#work = work;
    const known = schools.map((school) => work.known(school));
    this.#counts = Uint32Array.from(known, (of) => of?.count ?? 0);
    this.#pupils = Uint32Array.from(known, (of) => of?.n ?? 0);
    this.#one = schools.find((_, place) => known[place] !== undefined);
  }

  /** Absent where schools do not differ, or nobody knows how: deviations from their mean are chance, or all the same. */
  deviations(without: number): Deviations | undefined {
    if (this.#one === undefined) return undefined;
    const prior = this.#work.priorsWithout(without)(this.#one);
    if (prior.spread !== 'some') return undefined;
    const there = this.#byPrior.get(prior);
    if (there !== undefined) return there;
    const made = new Deviations(this.#counts, this.#pupils, prior);
    this.#byPrior.set(prior, made);
    return made;
  }
}

/** How far the shares of schools on one work are from what the others say; 0 for those that have none. */
class Deviations {
  static #made = 0;
  readonly id = ++Deviations.#made;
  /** In standard deviations of schools, times the weight. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly squares: Products = { products: 0, weights: 0 };
  readonly #chances: Float64Array;
  readonly #with = new Map<number, Products>();

  constructor(counts: Uint32Array, pupils: Uint32Array, { mean, precision }: SharePrior) {
    const variance = (mean * (1 - mean)) / (1 + precision);
    const sd = Math.sqrt(variance);
    this.values = new Float64Array(pupils.length);
    this.weights = new Float64Array(pupils.length);
    this.#chances = new Float64Array(pupils.length);
    for (let school = 0; school < pupils.length; school++) {
      const n = pupils[school] ?? 0;
      if (n === 0) continue;
      const share = (counts[school] ?? 0) / n;
      const weight = n / (n + precision);
      this.weights[school] = weight;
      this.values[school] = (weight * (share - mean)) / sd;
      this.#chances[school] =
        n === 1 ? Number.NaN : (weight * weight * share * (1 - share)) / ((n - 1) * variance);
      this.addSquareOf(school, this.squares, 1);
    }
  }

  /** Adds the square of a deviation, less what chance adds to it; nothing of one pupil alone. */
  addSquareOf(school: number, into: Products, times: number): void {
    const chance = this.#chances[school] ?? 0;
    if (Number.isNaN(chance)) return;
    const value = this.values[school] ?? 0;
    const weight = this.weights[school] ?? 0;
    into.products += times * (value * value - chance);
    into.weights += times * weight * weight;
  }

  /** Over all schools; known for the next time. */
  with(other: Deviations): Products {
    const there = this.#with.get(other.id);
    if (there !== undefined) return there;
    let products = 0;
    let weights = 0;
    for (let school = 0; school < this.values.length; school++) {
      products += (this.values[school] ?? 0) * (other.values[school] ?? 0);
      weights += (this.weights[school] ?? 0) * (other.weights[school] ?? 0);
    }
    const made = { products, weights };
    this.#with.set(other.id, made);
    return made;
  }
}

/** Of the variance between schools, which single works have in this sample: `square` times what the priors say. */
function partOf({ products, weights }: Products, square: number): number {
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
