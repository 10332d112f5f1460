/**
 * What the others say of a school, rounded: so those of which they say nearly the same share what is computed from it, though each is left
 * out of what is said of itself.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { SharePrior } from './share-priors.js';

/**
 * One object for all priors that are the same when rounded: logarithm of the precision to 0.005, the mean to 0.006 of the standard
 * deviation between schools. That is nearly the same at every mean on the scale of arcsin √mean, ½ / √(precision + 1). Ten thousand schools
 * do not tell them more exactly. Source of the scale: Anscombe (1948), Biometrika 35, 246–254.
 */
export class RoundedPriors {
  readonly #known = new Map<SharePrior, SharePrior>();
  readonly #byKey = new Map<string, SharePrior>();

  of(prior: SharePrior): SharePrior {
    const there = this.#known.get(prior);
    if (there !== undefined) return there;
    const found = prior.fitted ? this.#rounded(prior) : prior;
    this.#known.set(prior, found);
    return found;
  }

  #rounded({ mean, precision, fitted, spread }: SharePrior): SharePrior {
    const log = Math.round(Math.log(precision) / LOG_STEP);
    const rounded = Math.exp(log * LOG_STEP);
    const angleStep = SPREAD_PART / (2 * Math.sqrt(rounded + 1));
    const most = Math.ceil(Math.PI / 2 / angleStep) - 1;
    const angle = Math.min(most, Math.max(1, Math.round(Math.asin(Math.sqrt(mean)) / angleStep)));
    const key = `${angle} ${log} ${spread}`;
    const there = this.#byKey.get(key);
    if (there !== undefined) return there;
    // Programs differ in the last digit of a sine; what they say of schools should not.
    const share = Number((Math.sin(angle * angleStep) ** 2).toPrecision(DIGITS));
    const made = { mean: share, precision: rounded, fitted, spread };
    this.#byKey.set(key, made);
    return made;
  }
}

/** To thousandths, alone and together. */
export function roundedAlikeness({ school, work }: Alikeness): Alikeness {
  const all = Math.round((school + work) * PARTS);
  const ofSchool = Math.min(all, Math.round(school * PARTS));
  return { school: ofSchool / PARTS, work: (all - ofSchool) / PARTS };
}

/** Four steps of a lattice for each halving; never farther apart than asked for. */
export function roundedStep(step: number, most: number): number {
  return most * 2 ** (-Math.ceil(4 * Math.log2(most / step) - ROUNDING) / 4);
}

/** Of the standard deviation between schools. */
const SPREAD_PART = 0.006;
const LOG_STEP = 0.005;
const DIGITS = 12;
const PARTS = 1000;
const ROUNDING = 1e-9;
