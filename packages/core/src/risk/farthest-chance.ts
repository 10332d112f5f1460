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
 * Levels that the results leave no chance count as if the ruleset were always fulfilled there (or never), which only
 * widens the limit. Edge cases: a work with room for fewer pupils, but any → no limit (1, or 0). Cost: one pass over
 * the levels of each work, for all works.
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
  const whole = rule.kinds * levels.joint.length;
  const near = levels.placesOf(listing.near);
  const ranges = [near, without(step === 1 ? 0 : levels.joint.length - 1, near)] as const;
  const wantedNow = step === 1 ? chance : 1 - chance;
  const limits = [wantedNow, wantedNow];
  let limit = wantedNow;
  for (const [place, { last, chances }] of works.entries()) {
    if (last === undefined || roomOf(last.counts) === 0) continue;
    const { count } = last.counts;
    const byPlace = levels.toPlaces(listing.coefficients(place, step === 1 ? 'met' : 'unmet'));
    const weights = byPlace.subarray(whole);
    const change = levels.logRatio(last.chance(count), last.chance(count + step));
    const before = levels.join(chances, near);
    const now = ranges.map((range) => meanLog(levels.joint, weights, change, range));
    const changed = [last.chance(count + pupils * step), ...chances.slice(1)];
    const after = levels.atPlaces(changed, rule, near);
    const wanted =
      step === 1
        ? listedMass(byPlace, after.planes)
        : unlistedMass(byPlace, after.planes, levels.joint, near);
    const [all] = now;
    now.forEach(({ mass, slope }, at) => {
      const left = mass / (all?.mass ?? mass);
      const moved = (wanted / mass) * Math.exp(after.most - before - pupils * slope) * (1 + MARGIN);
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

function listedMass(byPlace: Float64Array, planes: Float64Array): number {
  let listed = 0;
  for (let at = 0; at < planes.length; at++) listed += (byPlace[at] ?? 0) * (planes[at] ?? 0);
  return listed;
}

/** Place by place, so that what is left of nearly equal numbers stays above what rounding may take. */
function unlistedMass(
  byPlace: Float64Array,
  planes: Float64Array,
  joint: Float64Array,
  { from, to }: LevelRange,
): number {
  const places = joint.length;
  let unlisted = 0;
  for (let at = from; at < to; at++) {
    const chance = joint[at] ?? 0;
    if (chance === 0) continue;
    const all = (byPlace[planes.length + at] ?? 0) * chance;
    let listed = 0;
    for (let plane = at; plane < planes.length; plane += places) {
      listed += (byPlace[plane] ?? 0) * (planes[plane] ?? 0);
    }
    unlisted += Math.max(0, all - listed) + ROUNDING * all;
  }
  return unlisted;
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

const NEGLIGIBLE_WEIGHT = 1e-15;
const ROUNDING = 1e-12;
/** Against what rounding adds up to. */
const MARGIN = 1e-6;
