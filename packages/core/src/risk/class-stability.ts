/**
 * How far a school is from another class.
 *
 * @module
 */
import type { GroupCount } from '../statistics/beta-binomial.js';
import type { ByYear, RuleChance } from './rule-chance.js';
import type { SchoolLevels, WorkLevels } from './school-chance.js';
import type { WorkChance } from './work-chance.js';

/** One work of a school. */
export interface MovableWork {
  readonly chances: ByYear<WorkChance>;
  /** The work of the last year; absent = it was not written or does not count. */
  readonly last?: { readonly counts: GroupCount; readonly chance: (count: number) => WorkChance };
}

/** Beyond so many pupils a class is stable enough. */
const MOST_STEPS = 10;

/**
 * Pupils of the last year whose results would have to change, all for the worse (`step` 1) or for the better (−1), before
 * `isOther` holds of the probability; absent = more than ten. Found pupil by pupil, each where it moves the probability most, so
 * no fewer than one need, and now and then one more than the best choice of all together.
 */
export function pupilsToOther(
  works: readonly MovableWork[],
  { levels, rule }: { readonly levels: SchoolLevels; readonly rule: RuleChance },
  step: 1 | -1,
  isOther: (probability: number) => boolean,
): number | undefined {
  const counts = works.map(({ last }) => last?.counts.count ?? 0);
  const levelsOf = works.map((work) => levels.ofWork(work.chances));
  const moved = (place: number, by: number): WorkLevels | undefined => {
    const { last, chances: of } = works[place] ?? {};
    if (last === undefined || of === undefined) return undefined;
    const count = Math.min(last.counts.n, Math.max(0, (counts[place] ?? 0) + by * step));
    return count === counts[place] ? undefined : levels.ofWork([last.chance(count), ...of.slice(1)]);
  };
  const farthest = levelsOf.map((of, place) => moved(place, MOST_STEPS) ?? of);
  const next = works.map((_, place) => moved(place, 1));
  if (!isOther(levels.chance(farthest, rule))) return undefined;
  for (let pupils = 1; pupils <= MOST_STEPS; pupils++) {
    let best: { readonly place: number; readonly of: WorkLevels; readonly chance: number } | undefined;
    for (let place = 0; place < works.length; place++) {
      const of = next[place];
      if (of === undefined) continue;
      const chance = levels.chance(levelsOf.with(place, of), rule);
      if (best === undefined || (chance - best.chance) * step > 0) best = { place, of, chance };
    }
    if (best === undefined) return undefined;
    counts[best.place] = (counts[best.place] ?? 0) + step;
    levelsOf[best.place] = best.of;
    next[best.place] = moved(best.place, 1);
    if (isOther(best.chance)) return pupils;
  }
  return undefined;
}
