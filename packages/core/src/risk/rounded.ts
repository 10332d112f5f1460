/**
 * What the others say of a school, rounded: so those of which they say nearly the same share what is computed from it, though each is left
 * out of what is said of itself.
 *
 * @module
 */
import type { Alikeness } from './alike-works.js';
import type { SharePrior } from './share-priors.js';

/**
 * One object for all priors that are the same when rounded: logit of the mean to 0.002, logarithm of the precision to 0.01. Ten thousand
 * schools do not tell them more exactly.
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
    const logit = Math.round(Math.log(mean / (1 - mean)) / LOGIT_STEP);
    const log = Math.round(Math.log(precision) / LOG_STEP);
    const key = `${logit} ${log} ${spread}`;
    const there = this.#byKey.get(key);
    if (there !== undefined) return there;
    const made = {
      mean: 1 / (1 + Math.exp(-logit * LOGIT_STEP)),
      precision: Math.exp(log * LOG_STEP),
      fitted,
      spread,
    };
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

const LOGIT_STEP = 0.002;
const LOG_STEP = 0.01;
const PARTS = 1000;
const ROUNDING = 1e-9;
