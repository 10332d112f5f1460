/**
 * Difficulties of items on one scale («трудность задания»), free of who wrote the work.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { Cholesky } from './cholesky.js';
import { cholesky, solve } from './cholesky.js';
import type { LikelihoodCounts } from './conditional-likelihood.js';
import { conditionalLogLikelihood, conditionalSlopes, firstParameters } from './conditional-likelihood.js';
import type { ScaleNote, ScoreCounts, ScoredItem } from './score-counts.js';
import { splitItems } from './split-items.js';

/** The border between two neighbouring categories: where both are equally likely. */
export interface Threshold {
  /** Points below and above the border, as they were given. */
  readonly from: number;
  readonly to: number;
  /** Logits; the mean over all steps of the work is 0. */
  readonly estimate: number;
  readonly standardError: number;
}

/** A category of an item with its place in the model. */
export interface ScaledCategory {
  /** Half points as given. */
  readonly half: number;
  readonly step: number;
  /** Sum of the thresholds up to here, logits; 0 for the lowest category. */
  readonly cumulative: number;
}

export interface ItemDifficulty {
  /** Index of the item in the assessment. */
  readonly item: number;
  /** Mean of the thresholds, logits: the higher, the harder. All pupils alike → `no-variation`. */
  readonly difficulty: Figure;
  /** Standard error of the difficulty, logits. */
  readonly standardError: Figure;
  readonly thresholds: readonly Threshold[];
  readonly categories: readonly ScaledCategory[];
  readonly notes: readonly ScaleNote[];
}

/** A work on one scale. */
export interface ItemScale {
  readonly kind: 'scaled';
  readonly n: number;
  /** Pupils between the extremes: only they say anything about difficulties. */
  readonly informative: number;
  readonly halvesOfStep: number;
  readonly items: readonly ItemDifficulty[];
  /** Of the difficulties, in the order of the items; rows of items without one are zeros. */
  readonly covariance: readonly (readonly number[])[];
  /** Conditional log-likelihood. */
  readonly logLikelihood: number;
  readonly iterations: number;
}

export type NoScaleReason =
  /** Fewer than two items on which pupils differ. */
  | 'too-few-items'
  /** Every pupil has all steps or none. */
  | 'no-pupils-between'
  /** Pupils earn everything on some items before anything on the others: see `items`. */
  | 'items-apart'
  /** Some threshold has no finite value. */
  | 'ill-conditioned'
  | 'no-convergence';

/** No scale, and why. */
export interface NoScale {
  readonly kind: 'not-scaled';
  readonly reason: NoScaleReason;
  readonly n: number;
  /** The easier of the two sets, for `items-apart`; indices in the assessment. */
  readonly items: readonly number[];
}

/**
 * Difficulties and thresholds by conditional maximum likelihood: Rasch's model for items of one point, the partial credit
 * model for others.
 *
 * Formula: P(step a − 1 → a) / (its complement) = exp(ability − threshold). Newton's method with step control on sums of
 * thresholds, centred so that the mean threshold of the work is 0. Standard errors: inverse information under the same
 * centring. Units: logits for one step (`halvesOfStep`). A threshold over a kept gap is the mean of the steps it spans.
 * Only items of one work on one scale: see {@link comparableDifficulties} for two works.
 * Missing: items on which all pupils are alike have no difficulty; see {@link NoScaleReason} for the whole.
 * Source: Andersen (1972), JRSS B 34, 42–54; Masters (1982), Psychometrika 47, 149–174.
 * Cost: does not depend on the number of pupils; 30 items of 5 points take about half a second.
 */
export function itemDifficulties(counts: ScoreCounts): ItemScale | NoScale {
  const varying = counts.items.filter(({ categories }) => categories.length > 1);
  const refused = (reason: NoScaleReason, items: readonly number[] = []): NoScale => ({
    kind: 'not-scaled',
    reason,
    n: counts.n,
    items,
  });
  if (varying.length < 2) return refused('too-few-items');
  const data = likelihoodOf(varying, counts.steps);
  const all = varying.reduce((sum, { categories }) => sum + (categories.at(-1)?.step ?? 0), 0);
  const informative = counts.n - (counts.steps[0] ?? 0) - (counts.steps[all] ?? 0);
  if (informative === 0) return refused('no-pupils-between');
  const apart = splitItems(data);
  if (apart !== undefined) {
    return refused(
      'items-apart',
      apart.map((place) => varying[place]?.item ?? 0),
    );
  }
  const centring = new Centring(data);
  const found = maximise(data, centring, startOf(varying, centring));
  if (typeof found === 'string') return refused(found);
  return scaleOf(counts, varying, found, centring, informative);
}

function likelihoodOf(varying: readonly ScoredItem[], totals: readonly number[]): LikelihoodCounts {
  return {
    items: varying.map(({ categories }) => ({
      steps: categories.slice(1).map(({ step }) => step),
      pupils: categories.slice(1).map(({ pupils }) => pupils),
    })),
    totals,
  };
}

/**
 * The scale has no zero of its own: parameters may move by a multiple of their steps. Here they stand where the sum of
 * the items' last parameters, which is the sum of all thresholds, is 0.
 */
class Centring {
  /** Steps of each parameter: the direction in which nothing changes. */
  readonly steps: Float64Array;
  /** 1 for the last parameter of an item. */
  readonly lasts: Float64Array;
  readonly #all: number;

  constructor({ items }: LikelihoodCounts) {
    this.steps = Float64Array.from(items.flatMap(({ steps }) => steps));
    this.lasts = Float64Array.from(
      items.flatMap(({ steps }) => steps.map((_, place) => (place === steps.length - 1 ? 1 : 0))),
    );
    this.#all = this.lasts.reduce((sum, last, place) => sum + last * (this.steps[place] ?? 0), 0);
  }

  centre(cumulative: Float64Array): Float64Array {
    const sum = cumulative.reduce((total, value, place) => total + value * (this.lasts[place] ?? 0), 0);
    return cumulative.map((value, place) => value - (sum / this.#all) * (this.steps[place] ?? 0));
  }

  /** Factor of the information with the free direction tied down: information + weight · lasts · lastsᵀ. */
  factor(information: Float64Array): { readonly weight: number; readonly of: Cholesky | undefined } {
    const size = this.steps.length;
    let trace = 0;
    for (let row = 0; row < size; row++) trace += information[row * size + row] ?? 0;
    const weight = trace / size;
    const tied = information.map(
      (value, place) =>
        value + weight * (this.lasts[Math.floor(place / size)] ?? 0) * (this.lasts[place % size] ?? 0),
    );
    return { weight, of: cholesky(tied, size) };
  }

  /** Covariance of the centred parameters, row by row. */
  covariance(of: Cholesky, weight: number): Float64Array {
    const { size } = of;
    const covariance = new Float64Array(size * size);
    for (let column = 0; column < size; column++) {
      const unit = new Float64Array(size);
      unit[column] = 1;
      const inverse = solve(of, unit);
      for (let row = 0; row < size; row++) {
        const tied = ((this.steps[row] ?? 0) * (this.steps[column] ?? 0)) / (weight * this.#all * this.#all);
        covariance[row * size + column] = (inverse[row] ?? 0) - tied;
      }
    }
    return covariance;
  }
}

/** Thresholds as if all pupils had the same ability. */
function startOf(varying: readonly ScoredItem[], centring: Centring): Float64Array {
  return centring.centre(
    Float64Array.from(
      varying.flatMap(({ categories }) => {
        const lowest = categories[0]?.pupils ?? 0;
        return categories.slice(1).map(({ pupils }) => Math.log(lowest / pupils));
      }),
    ),
  );
}

interface Maximum {
  readonly cumulative: Float64Array;
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
}

function maximise(
  data: LikelihoodCounts,
  centring: Centring,
  start: Float64Array,
): Maximum | 'ill-conditioned' | 'no-convergence' {
  let cumulative = start;
  let logLikelihood = conditionalLogLikelihood(data, cumulative);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { gradient, information } = conditionalSlopes(data, cumulative);
    const { weight, of } = centring.factor(information);
    if (of === undefined) return 'ill-conditioned';
    const step = solve(of, gradient);
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!Number.isFinite(longest)) return 'no-convergence';
    if (longest < CLOSE_ENOUGH) {
      const covariance = centring.covariance(of, weight);
      // What is left of a slope towards infinity may be rounded to nothing before anything stands so far out.
      const isKnown = (steps: number, place: number) =>
        (covariance[place * (centring.steps.length + 1)] ?? 0) <= (FARTHEST * steps) ** 2;
      if (!centring.steps.every(isKnown)) return 'ill-conditioned';
      return { cumulative, covariance, logLikelihood, iterations: iteration - 1 };
    }
    const next = climb(data, centring, cumulative, step, longest, logLikelihood);
    if (next === undefined) return 'no-convergence';
    cumulative = next.cumulative;
    logLikelihood = next.logLikelihood;
    if (cumulative.some((value, place) => Math.abs(value) > FARTHEST * (centring.steps[place] ?? 1))) {
      return 'ill-conditioned';
    }
  }
  return 'no-convergence';
}

/** The step, shortened until the likelihood does not fall. */
function climb(
  data: LikelihoodCounts,
  centring: Centring,
  from: Float64Array,
  step: Float64Array,
  longest: number,
  logLikelihood: number,
): { readonly cumulative: Float64Array; readonly logLikelihood: number } | undefined {
  let length = Math.min(1, LONGEST_STEP / longest);
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const cumulative = centring.centre(from.map((value, place) => value + length * (step[place] ?? 0)));
    const reached = conditionalLogLikelihood(data, cumulative);
    if (reached >= logLikelihood - NOISE * Math.abs(logLikelihood)) {
      return { cumulative, logLikelihood: reached };
    }
    length /= 2;
  }
  return undefined;
}

function scaleOf(
  counts: ScoreCounts,
  varying: readonly ScoredItem[],
  found: Maximum,
  centring: Centring,
  informative: number,
): ItemScale {
  const size = centring.steps.length;
  const firsts = firstParameters(likelihoodOf(varying, []).items);
  const covarianceOf = (row: number, column: number) =>
    row < 0 || column < 0 ? 0 : (found.covariance[row * size + column] ?? 0);
  const lastOf = (item: ScoredItem) => {
    const place = varying.indexOf(item);
    return place < 0 ? -1 : (firsts[place] ?? 0) + item.categories.length - 2;
  };
  const stepsOf = (item: ScoredItem) => item.categories.at(-1)?.step || 1;
  const covariance = counts.items.map((one) =>
    counts.items.map((other) => covarianceOf(lastOf(one), lastOf(other)) / (stepsOf(one) * stepsOf(other))),
  );
  const items = counts.items.map((item, place): ItemDifficulty => {
    const { categories, notes } = item;
    const last = lastOf(item);
    const first = last - categories.length + 2;
    const at = (a: number) => (a === 0 ? 0 : (found.cumulative[first + a - 1] ?? 0));
    const scaled = categories.map(({ half, step }, a) => ({ half, step, cumulative: at(a) }));
    if (last < 0) {
      const none = missing('no-variation', counts.n);
      return {
        item: item.item,
        difficulty: none,
        standardError: none,
        thresholds: [],
        categories: scaled,
        notes,
      };
    }
    const thresholds = categories.slice(1).map((category, below): Threshold => {
      const lower = categories[below];
      const width = category.step - (lower?.step ?? 0);
      const [above, under] = [first + below, below === 0 ? -1 : first + below - 1];
      const variance =
        covarianceOf(above, above) - 2 * covarianceOf(above, under) + covarianceOf(under, under);
      return {
        from: (lower?.half ?? 0) / 2,
        to: category.half / 2,
        estimate: (at(below + 1) - at(below)) / width,
        standardError: Math.sqrt(variance) / width,
      };
    });
    return {
      item: item.item,
      difficulty: known(at(categories.length - 1) / stepsOf(item), counts.n),
      standardError: known(Math.sqrt(covariance[place]?.[place] ?? 0), counts.n),
      thresholds,
      categories: scaled,
      notes,
    };
  });
  return {
    kind: 'scaled',
    n: counts.n,
    informative,
    halvesOfStep: counts.halvesOfStep,
    items,
    covariance,
    logLikelihood: found.logLikelihood,
    iterations: found.iterations,
  };
}

const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 40;
/** Logits. */
const CLOSE_ENOUGH = 1e-9;
const LONGEST_STEP = 3;
/** Beyond this many logits a step no threshold of a real work stands, nor is one known so badly: the likelihood has no maximum. */
const FARTHEST = 30;
const NOISE = 1e-12;
