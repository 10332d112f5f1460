/**
 * What one work of a school says, by the level that the school has throughout.
 *
 * @module
 */
import type { ByYear } from './rule-chance.js';
import type { WorkChance } from './work-chance.js';
import type { PatternKinds } from './year-patterns.js';

/** One work of a school in all years, by level throughout. */
export interface WorkLevels {
  /** Logarithm of the probability of its counts; −∞ where they are next to impossible. */
  readonly logs: Float64Array;
  /**
   * Probability of a kind of pattern, given the counts and the level: by kind, then level; 0 where the counts are next to impossible.
   * Of the levels from one to another (exclusive); what stands at others is not said.
   */
  kindsOver(from: number, to: number): Float64Array;
}

/** One that may be overwritten for the next school; kinds are computed when they are asked for. */
export class PooledWork implements WorkLevels {
  readonly logs: Float64Array;
  kinds = new Float64Array();
  years: ByYear<WorkChance> = [];
  of: PatternKinds = { kinds: 0, kindOf: [] };
  /** What `join` found, and returned. */
  readonly joint: Float64Array;
  most = 0;
  /** By level, what `logs` are the logarithms of, less `most`. */
  readonly sums: Float64Array;
  readonly #fill: (work: PooledWork, from: number, to: number) => void;
  #from = 0;
  #to = 0;

  constructor(levels: number, places: number, fill: (work: PooledWork, from: number, to: number) => void) {
    this.logs = new Float64Array(levels);
    this.sums = new Float64Array(levels);
    this.joint = new Float64Array(places);
    this.#fill = fill;
  }

  start(years: ByYear<WorkChance>, of: PatternKinds): void {
    this.years = years;
    this.of = of;
    const length = of.kinds * this.logs.length;
    if (this.kinds.length !== length) this.kinds = new Float64Array(length);
    this.#from = 0;
    this.#to = 0;
  }

  kindsOver(from: number, to: number): Float64Array {
    if (this.#to === 0) this.#fill(this, from, to);
    else {
      if (from < this.#from) this.#fill(this, from, this.#from);
      if (to > this.#to) this.#fill(this, this.#to, to);
    }
    this.#from = this.#to === 0 ? from : Math.min(from, this.#from);
    this.#to = Math.max(to, this.#to);
    return this.kinds;
  }
}
