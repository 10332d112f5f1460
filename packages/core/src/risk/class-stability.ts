/**
 * How far a school is from another class.
 *
 * @module
 */
import type { GroupCount } from '../statistics/group-sums.js';
import { farthestChance } from './farthest-chance.js';
import type { ListingChance } from './listing-chance.js';
import type { ByYear, RuleChance } from './rule-chance.js';
import type { SchoolLevels } from './school-chance.js';
import type { WorkChance } from './work-chance.js';
import type { WorkLevels } from './work-levels.js';

/** One work of a school. */
export interface MovableWork {
  readonly chances: ByYear<WorkChance>;
  /** The work of the last year; absent = it was not written or does not count. */
  readonly last?: { readonly counts: GroupCount; readonly chance: (count: number) => WorkChance };
}

/** What a school is judged by; `listing` may be overwritten. */
export interface JudgedBy {
  readonly levels: SchoolLevels;
  readonly rule: RuleChance;
  readonly listing: ListingChance;
}

/** Beyond so many pupils a class is stable enough. */
const MOST_STEPS = 10;

/**
 * Pupils of the last year whose results would have to change, all for the worse (`step` 1) or for the better (−1), before
 * `isOther` holds of the probability; absent = more than ten. The fewer of two choices: all on one work, or pupil by pupil, each
 * where it moves the probability most. So no fewer than one need, and seldom one or two more than the best choice of all together.
 */
export function pupilsToOther(
  works: readonly MovableWork[],
  levelsOf: readonly WorkLevels[],
  by: JudgedBy,
  step: 1 | -1,
  isOther: (probability: number) => boolean,
): number | undefined {
  const { levels, rule, listing } = by;
  const counts = works.map(({ last }) => last?.counts.count ?? 0);
  const moved = (place: number, pupils: number): WorkLevels | undefined => {
    const { last, chances } = works[place] ?? {};
    if (last === undefined || chances === undefined) return undefined;
    const count = Math.min(last.counts.n, Math.max(0, (counts[place] ?? 0) + pupils * step));
    return count === counts[place]
      ? undefined
      : levels.ofWork([last.chance(count), ...chances.slice(1)], rule);
  };
  listing.read(levelsOf);
  if (!isOther(farthestChance(works, by, step, MOST_STEPS, isOther))) return undefined;
  let onOneWork = MOST_STEPS + 1;
  const isOtherWith = (place: number, pupils: number) => {
    const of = moved(place, pupils);
    return of !== undefined && isOther(listing.chanceWith(place, of));
  };
  for (let place = 0; place < works.length; place++) {
    onOneWork = firstFrom(1, onOneWork, (pupils) => isOtherWith(place, pupils));
  }
  const next = works.map((_, place) => moved(place, 1));
  for (let pupils = 1; pupils < onOneWork; pupils++) {
    let best: { readonly place: number; readonly of: WorkLevels; readonly chance: number } | undefined;
    for (let place = 0; place < works.length; place++) {
      const of = next[place];
      if (of === undefined) continue;
      const chance = listing.chanceWith(place, of);
      if (best === undefined || (chance - best.chance) * step > 0) best = { place, of, chance };
    }
    if (best === undefined) break;
    if (isOther(best.chance)) return pupils;
    if (pupils + 1 === onOneWork) break;
    counts[best.place] = (counts[best.place] ?? 0) + step;
    listing.put(best.place, best.of);
    next[best.place] = moved(best.place, 1);
  }
  return onOneWork > MOST_STEPS ? undefined : onOneWork;
}

/** The first number of `from` … `to` − 1 that fits, where every larger one does, too; `to` = none. */
function firstFrom(from: number, to: number, fits: (pupils: number) => boolean): number {
  // Most works do not.
  if (from >= to || !fits(to - 1)) return to;
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
