/**
 * Whether the conditions of a ruleset hold, and how probably: over works of which some are low.
 *
 * @module
 */
import type { LowResultsCondition, LowResultsRules } from '../assessment/low-results-rules.js';
import { MOST_RULE_STATES, ruleStates } from '../assessment/low-results-rules.js';

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
 * A ruleset as an automaton that reads work by work in which years each is low, with as few states as tell the works that are
 * still to come apart. Once it is fulfilled it stays so: that state comes last.
 */
export class RuleChance {
  readonly years: number;
  /** States in which the ruleset is not fulfilled yet; the first work is read in state 0. */
  readonly open: number;
  /** Kinds of patterns of low years: patterns of one kind lead to the same states. */
  readonly kinds: number;
  /** Kind by pattern; bit 0 of a pattern is the last year. */
  readonly kindOf: Uint8Array;
  /** State after a work, by state, then kind; `open` = fulfilled. */
  readonly next: Uint16Array;
  /** Whether the ruleset is fulfilled without any work. */
  readonly isMet: boolean;

  constructor({ conditions, combine }: Conditions) {
    const states = ruleStates(conditions);
    if (states > MOST_RULE_STATES)
      throw new RangeError('RuleChance cannot count so many works of so many years');
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
    this.years = Math.max(0, ...conditions.map(({ years }) => years));
    const patterns = 2 ** this.years;
    const isFull = (state: number, { most, step }: Counter) => Math.floor(state / step) % (most + 1) === most;
    const met = Array.from({ length: states }, (_, state) => {
      const holds = byCondition.map((of) => of.every((counter) => isFull(state, counter)));
      return combine === 'any' ? holds.some(Boolean) : holds.length > 0 && holds.every(Boolean);
    });
    const after = met.map((isMet, state) =>
      Array.from({ length: patterns }, (_, pattern) => (isMet ? state : afterOf(counters, state, pattern))),
    );
    const { classes, of } = alike(met, after);
    this.open = met.every((isMet) => isMet) ? 0 : met.some((isMet) => isMet) ? classes - 1 : classes;
    this.isMet = met[0] === true;
    const byClass: (readonly number[])[] = [];
    for (const [state, to] of after.entries()) byClass[of[state] ?? 0] = to.map((next) => of[next] ?? 0);
    const columns = Array.from({ length: patterns }, (_, pattern) =>
      byClass.map((to) => to[pattern] ?? 0).join(),
    );
    const different = [...new Set(columns)];
    this.kinds = different.length;
    this.kindOf = Uint8Array.from(columns, (column) => different.indexOf(column));
    this.next = Uint16Array.from(
      byClass
        .slice(0, this.open)
        .flatMap((to) => different.map((column) => to[columns.indexOf(column)] ?? 0)),
    );
  }
}

function afterOf(counters: readonly Counter[], state: number, pattern: number): number {
  let next = state;
  for (const { most, needs, step } of counters) {
    const count = Math.floor(state / step) % (most + 1);
    if ((pattern & needs) === needs && count < most) next += step;
  }
  return next;
}

/**
 * Classes of states that no further works tell apart, by the place of their first state; all that are met are the last one.
 *
 * Source: Moore (1956), Gedanken-experiments on sequential machines, Automata Studies, 129–153.
 */
function alike(met: readonly boolean[], after: readonly (readonly number[])[]) {
  let of: number[] = met.map((isMet) => (isMet ? 1 : 0));
  let classes = 1;
  for (;;) {
    const names = new Map<string, number>();
    const open = after.map((to, state) =>
      met[state] ? '' : [of[state], ...to.map((each) => of[each])].join(),
    );
    for (const name of open) if (name !== '' && !names.has(name)) names.set(name, names.size);
    if (met.includes(true)) names.set('', names.size);
    of = open.map((name) => names.get(name) ?? 0);
    if (names.size === classes) return { classes, of };
    classes = names.size;
  }
}
