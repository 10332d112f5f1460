/**
 * A limit to what a few pupils can do to a probability.
 *
 * @module
 */
import type { GroupCount } from '../statistics/group-sums.js';
import type { JudgedBy, MovableWork } from './class-stability.js';
import type { LevelRange } from './level-masses.js';

/**
 * A probability that the ruleset lists the school, beyond which changing the results of `pupils` pupils of the last year, on
 * whatever works, all for the worse (`step` 1) or for the better (−1), cannot bring it. Often far beyond what they can.
 *
 * Formula: with x the true share of a work, one more pupil with a low result multiplies the probability of all true
 * shares by o = x / (1 − x), one fewer by 1 / o. So after k pupils on each work the probability is N(k) / D(k), N = E[Π
 * oᵏ; listed], D = E[Π oᵏ]. ln N is convex in k (Hölder), so ln N(k) − Σ k s is largest at a corner: no pupil moved, or
 * all on one work. By Jensen ln D(k) ≥ ln P + Σ k s with s = E[ln E[o | level]], for whole k, over levels that have the probability P
 * together: all, or all but that of a school better (or worse) than all others, at which one more (or fewer) pupil counts for next to
 * nothing; the smaller limit of the two. The same for not being listed.
 * Levels that the results leave next to no chance are not looked at; what they have together is added. Edge cases: a work with room
 * for fewer pupils, but any → no limit (1, or 0). Cost: each work once more, with other results.
 *
 * @param by - its `listing` has read the works.
 * @param isEnough - whether the limit is already so far that nobody asks how far it is in the end.
 */
export function farthestChance(
  works: readonly MovableWork[],
  { levels, rule, listing }: JudgedBy,
  step: 1 | -1,
  pupils: number,
  isEnough: (limit: number) => boolean = () => false,
): number {
  const none = step === 1 ? 1 : 0;
  const roomOf = ({ count, n }: GroupCount) => (step === 1 ? n - count : count);
  for (const { last } of works) {
    const room = last === undefined ? 0 : roomOf(last.counts);
    if (room > 0 && room < pupils) return none;
  }
  const chance = listing.chance();
  const wantedNow = step === 1 ? chance : 1 - chance;
  const likely = levels.placesOf(listing.possible);
  const ranges = [likely, without(step === 1 ? 0 : levels.joint.length - 1, likely)] as const;
  const limits = [wantedNow, wantedNow];
  let limit = wantedNow;
  for (let place = 0; place < works.length; place++) {
    const { last, chances } = works[place] ?? NOT_WRITTEN;
    if (last === undefined || roomOf(last.counts) === 0) continue;
    const { count } = last.counts;
    const withAll = levels.ofWork([last.chance(count + pupils * step), ...chances.slice(1)], rule);
    const { listed, unlisted, log } = listing.moved(place, withAll);
    levels.giveBack();
    const wanted = (step === 1 ? listed : unlisted) + LEFT_OUT;
    const weights = levels.toPlaces(listing.without(place));
    const joint = levels.jointOf(listing.work(place), chances, likely);
    const change = levels.logRatio(last.chance(count), step, likely);
    const now = ranges.map((range) => meanLog(joint, weights, change, range));
    const mass = now[0]?.mass ?? 0;
    now.forEach((of, at) => {
      const left = of.mass / mass;
      const moved = (wanted / left) * Math.exp(log - pupils * of.slope) * (1 + MARGIN);
      const found = Math.max(wantedNow / left, moved);
      // No number where next to nothing is left: then this way there is no limit.
      limits[at] = Number.isNaN(found) ? Number.POSITIVE_INFINITY : Math.max(limits[at] ?? 0, found);
    });
    limit = Math.min(...limits);
    if (!(limit < 1)) return none;
    if (isEnough(step === 1 ? limit : 1 - limit)) break;
  }
  return step === 1 ? limit : 1 - limit;
}

/** All places of a range but one at an end of it. */
function without(place: number, { from, to }: LevelRange): LevelRange {
  return { from: from === place ? from + 1 : from, to: to - 1 === place ? place : to };
}

/** Probability mass of the results at levels of the work itself with these weights, and the mean of the logarithms by which it changes. */
function meanLog(
  joint: Float64Array,
  weights: Float64Array,
  change: Float64Array,
  { from, to }: LevelRange,
): { readonly mass: number; readonly slope: number } {
  let mass = 0;
  for (let place = from; place < to; place++) mass += (joint[place] ?? 0) * (weights[place] ?? 0);
  let slope = 0;
  for (let place = from; place < to; place++) {
    const weight = ((joint[place] ?? 0) * (weights[place] ?? 0)) / mass;
    if (weight >= NEGLIGIBLE_WEIGHT) slope += weight * (change[place] ?? 0);
  }
  return { mass, slope };
}

const NOT_WRITTEN: MovableWork = { chances: [] };
const NEGLIGIBLE_WEIGHT = 1e-15;
/** What levels have together that are left out, and what rounding takes. */
const LEFT_OUT = 1e-10;
/** Against what rounding adds up to. */
const MARGIN = 1e-6;
