/**
 * The place where the likelihood of a beta-binomial distribution is highest.
 *
 * @module
 */
import { logLikelihood, MOST_THETA, newtonStep } from './beta-binomial-likelihood.js';
import type { Exceeding } from './group-sums.js';

/** Newton steps as in {@link climb} that shrink so fast that nobody need look at the height; absent where they do not. */
export function topNear(of: Exceeding, near: Top): Top | undefined {
  let { mean, theta } = near;
  let allowed = NEAR;
  for (let step = 0; step < MOST_STEPS_NEAR; step++) {
    const { move1, move2, curved } = newtonStep(of, mean, theta);
    const size = Math.max(Math.abs(move1), Math.abs(move2));
    if (!curved || !(size <= allowed)) return undefined;
    mean = 1 / (1 + Math.exp(-(Math.log(mean / (1 - mean)) + move1)));
    theta *= Math.exp(move2);
    if (theta < LEAST_THETA || theta > MOST_THETA) return undefined;
    // What is left is the square of a step, as long as steps are small.
    if (size < SMALL) return { mean, theta };
    allowed = size / 2;
  }
  return undefined;
}

/** Mean of the shares and θ. */
export interface Top {
  readonly mean: number;
  readonly theta: number;
}

/** Newton steps on logit of the mean and logarithm of θ, halved until they lead upwards. */
export function climb(of: Exceeding, startMean: number, startTheta: number): Top {
  let mean = startMean;
  let theta = startTheta;
  let height = logLikelihood(of, mean, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { move1, move2, g2 } = newtonStep(of, mean, theta);
    let part = Math.min(1, 2 / Math.max(Math.abs(move1), Math.abs(move2)));
    const logit = Math.log(mean / (1 - mean));
    for (; part > 1e-12; part /= 2) {
      const nextMean = 1 / (1 + Math.exp(-(logit + part * move1)));
      const nextTheta = Math.min(MOST_THETA, theta * Math.exp(part * move2));
      const next = logLikelihood(of, nextMean, nextTheta);
      if (next < height - 1e-13 * Math.abs(height)) continue;
      mean = nextMean;
      theta = nextTheta;
      height = next;
      break;
    }
    const size = Math.max(Math.abs(move1), Math.abs(move2));
    if (part <= 1e-12 || size < 1e-11 || theta < LEAST_THETA) break;
    if (theta === MOST_THETA && g2 > 0 && Math.abs(move1) < 1e-11) break;
  }
  return { mean, theta };
}

/** A precision of a million million: no group is large enough to tell it from an infinite one. */
export const LEAST_THETA = 1e-12;
const MOST_STEPS = 200;
/** Where one group moves the maximum farther than this, the steps begin anew. */
const NEAR = 1;
const MOST_STEPS_NEAR = 12;
const SMALL = 1e-5;
