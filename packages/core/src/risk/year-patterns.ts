/**
 * In which years a work is low: all patterns, and how probable each is.
 *
 * @module
 */
import type { LevelRange } from './level-masses.js';
import type { ByYear } from './rule-chance.js';
import type { WorkChance } from './work-chance.js';

/** Which patterns of low years (bit 0 = the last year) are not told apart. */
export interface PatternKinds {
  readonly kinds: number;
  readonly kindOf: ArrayLike<number>;
}

/** Chances of some levels, to be told apart by what the years say there. */
interface Split {
  /** By kind, then level. */
  readonly planes: Float64Array;
  /** By level. */
  readonly chances: Float64Array;
  readonly years: ByYear<WorkChance>;
  readonly kindOf: ArrayLike<number>;
  readonly range: LevelRange;
}

/** Patterns at so many levels; given the level years are independent. */
export class YearPatterns {
  /** Of a year without results no pattern is low. */
  readonly #never: Float64Array;
  #patterns = new Float64Array();

  constructor(levels: number) {
    this.#never = new Float64Array(levels);
  }

  /** Adds to the planes what each kind has of the chances. */
  split(of: Split): void {
    const { planes, chances, kindOf, range } = of;
    if (kindOf.length < 2) {
      for (let level = range.from; level < range.to; level++) {
        planes[level] = (planes[level] ?? 0) + (chances[level] ?? 0);
      }
    } else if (kindOf.length === 4) this.#twoYears(of);
    else this.#manyYears(of);
  }

  /** Two years, as most rulesets have: all patterns of a level at once. The same sums as {@link #manyYears}. */
  #twoYears({ planes, chances, years, kindOf, range: { from, to } }: Split): void {
    const width = chances.length;
    const last = years[0]?.lowOver(from, to) ?? this.#never;
    const before = years[1]?.lowOver(from, to) ?? this.#never;
    const none = (kindOf[0] ?? 0) * width;
    const onlyLast = (kindOf[1] ?? 0) * width;
    const onlyBefore = (kindOf[2] ?? 0) * width;
    const both = (kindOf[3] ?? 0) * width;
    for (let level = from; level < to; level++) {
      const chance = chances[level] ?? 0;
      if (chance === 0) continue;
      const low = last[level] ?? 0;
      const lowBefore = before[level] ?? 0;
      const good = chance * (1 - low);
      const bad = chance * low;
      planes[none + level] = (planes[none + level] ?? 0) + good * (1 - lowBefore);
      planes[onlyLast + level] = (planes[onlyLast + level] ?? 0) + bad * (1 - lowBefore);
      planes[onlyBefore + level] = (planes[onlyBefore + level] ?? 0) + good * lowBefore;
      planes[both + level] = (planes[both + level] ?? 0) + bad * lowBefore;
    }
  }

  /** Year by year, each over all levels. The last of the years goes straight into the kinds. */
  #manyYears({ planes, chances, years, kindOf, range: { from, to } }: Split): void {
    const width = chances.length;
    const half = kindOf.length / 2;
    if (this.#patterns.length !== half * width) this.#patterns = new Float64Array(half * width);
    const patterns = this.#patterns;
    patterns.set(chances);
    let year = 0;
    for (let there = 1; there < half; there *= 2) {
      const low = years[year++]?.lowOver(from, to) ?? this.#never;
      for (let pattern = 0; pattern < there; pattern++) {
        for (let level = from; level < to; level++) {
          const chance = patterns[pattern * width + level] ?? 0;
          const of = low[level] ?? 0;
          patterns[(there + pattern) * width + level] = chance * of;
          patterns[pattern * width + level] = chance * (1 - of);
        }
      }
    }
    const low = years[year]?.lowOver(from, to) ?? this.#never;
    for (let pattern = 0; pattern < half; pattern++) {
      const start = pattern * width;
      const good = (kindOf[pattern] ?? 0) * width;
      const bad = (kindOf[half + pattern] ?? 0) * width;
      for (let level = from; level < to; level++) {
        const chance = patterns[start + level] ?? 0;
        const of = low[level] ?? 0;
        planes[good + level] = (planes[good + level] ?? 0) + chance * (1 - of);
        planes[bad + level] = (planes[bad + level] ?? 0) + chance * of;
      }
    }
  }
}
