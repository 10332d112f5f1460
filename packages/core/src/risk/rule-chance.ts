/**
 * Whether the conditions of a ruleset hold, and how probably: over works of which some are low.
 *
 * @module
 */
import type { LowResultsCondition, LowResultsRules } from '../assessment/low-results-rules.js';

/** One work of a school by year: place 0 = the year in question, 1 = the year before, …; absent = it was not written. */
export type ByYear<Value> = readonly (Value | undefined)[];

type Conditions = Pick<LowResultsRules, 'conditions' | 'combine'>;

/** Whether the plain rule lists a school. */
export function isListed(low: readonly ByYear<boolean>[], { conditions, combine }: Conditions): boolean {
  const holds = (condition: LowResultsCondition) => isMet(low, condition);
  return combine === 'any' ? conditions.some(holds) : conditions.length > 0 && conditions.every(holds);
}

/** Whether one condition holds. */
export function isMet(
  low: readonly ByYear<boolean>[],
  { years, procedures, same }: LowResultsCondition,
): boolean {
  if (same) return low.filter((work) => isLowThroughout(work, years)).length >= procedures;
  for (let year = 0; year < years; year++) {
    if (low.filter((work) => work[year] === true).length < procedures) return false;
  }
  return true;
}

/** Whether a work is low in each of the last years. */
export function isLowThroughout(work: ByYear<boolean>, years: number): boolean {
  for (let year = 0; year < years; year++) if (work[year] !== true) return false;
  return true;
}

/** How conditions are counted: one counter for each year, or one for works that are low throughout; full at `most`. */
interface Counter {
  readonly most: number;
  /** Bits of the years that a work must be low in to raise it. */
  readonly needs: number;
  /** Product of the sizes of the counters before. */
  readonly step: number;
}

/**
 * Probability that a ruleset lists a school, each work being low in each pattern of years with a probability of its own.
 *
 * Formula: exact sum over the states of the counters that the conditions need, work by work; works are independent.
 * Cost: works × 2^years × states.
 */
export class RuleChance {
  readonly #counters: readonly Counter[];
  readonly #states: number;
  readonly #years: number;
  /** 1 where the counters of a state fulfil the ruleset. */
  readonly #met: Uint8Array;
  /** State after a work with a pattern of low years, by state, then pattern. */
  readonly #next: Uint16Array;
  #now: Float64Array;
  #then: Float64Array;

  constructor({ conditions, combine }: Conditions) {
    const counters: Counter[] = [];
    let step = 1;
    const byCondition = conditions.map(({ years, procedures, same }) => {
      const needs = same ? [2 ** years - 1] : Array.from({ length: years }, (_, year) => 2 ** year);
      return needs.map((bits) => {
        const counter = { most: procedures, needs: bits, step };
        counters.push(counter);
        step *= procedures + 1;
        return counter;
      });
    });
    if (step > MOST_STATES) throw new RangeError('RuleChance cannot count so many works of so many years');
    this.#counters = counters;
    this.#states = step;
    this.#years = Math.max(0, ...conditions.map(({ years }) => years));
    const isFull = (state: number, { most, step: of }: Counter) =>
      Math.floor(state / of) % (most + 1) === most;
    this.#met = Uint8Array.from({ length: step }, (_, state) => {
      const holds = byCondition.map((of) => of.every((counter) => isFull(state, counter)));
      return (combine === 'any' ? holds.some(Boolean) : holds.length > 0 && holds.every(Boolean)) ? 1 : 0;
    });
    const patterns = 2 ** this.#years;
    this.#next = Uint16Array.from({ length: step * patterns }, (_, place) =>
      this.#after(Math.floor(place / patterns), place % patterns),
    );
    this.#now = new Float64Array(step);
    this.#then = new Float64Array(step);
  }

  #after(state: number, pattern: number): number {
    let next = state;
    for (const { most, needs, step } of this.#counters) {
      const count = Math.floor(state / step) % (most + 1);
      if ((pattern & needs) === needs && count < most) next += step;
    }
    return next;
  }

  /** How many patterns of low years a work may have; bit 0 is the last year. */
  get patterns(): number {
    return 2 ** this.#years;
  }

  /** Works by probability of each pattern of low years, of which the one at place `level` is taken. */
  of(works: readonly { readonly patterns: readonly ArrayLike<number>[] }[], level: number): number {
    let now = this.#now.fill(0);
    let then = this.#then;
    now[0] = 1;
    const { patterns } = this;
    for (const { patterns: byLevel } of works) {
      const work = byLevel[level];
      then.fill(0);
      for (let pattern = 0; pattern < patterns; pattern++) {
        const chance = work?.[pattern] ?? 0;
        if (chance === 0) continue;
        for (let state = 0; state < this.#states; state++) {
          const weight = now[state] ?? 0;
          if (weight === 0) continue;
          const next = this.#next[state * patterns + pattern] ?? 0;
          then[next] = (then[next] ?? 0) + weight * chance;
        }
      }
      [now, then] = [then, now];
    }
    let sum = 0;
    for (let state = 0; state < this.#states; state++) sum += (this.#met[state] ?? 0) * (now[state] ?? 0);
    this.#now = now;
    this.#then = then;
    return Math.min(1, sum);
  }
}

const MOST_STATES = 4096;
