import { at, valueAt } from './columns.js';
import type { Floor, FloorOutcome } from './floors.js';
import { Floors } from './floors.js';
import type { Matching } from './match.js';
import { CLOSE, LARGE, Search } from './match.js';
import type { MatchingProblem } from './matching-problem.js';
import { MOST_VALUE, seekersOf, withValues } from './matching-problem.js';
import type { Plan, PlanRule } from './plan.js';
import { climb, keptPairs, planFrom } from './plan-from-pairs.js';
import { boundAt, lowerPrices, NEXT_LENGTH } from './seat-prices.js';
import { SeekerChoices } from './seeker-choices.js';

export interface StageOptions {
  /** 1 for needs that go before all others, by need. */
  readonly severe: Int32Array;
  readonly floors: readonly Floor[];
  /** Pairs of an earlier plan, to be kept where nothing is gained by a change. */
  readonly keep?: Int32Array;
}

/** What a stage reached, and what no plan exceeds that keeps what the stages before reached. */
export interface StageResult {
  /** `cost` is what is paid: there the bound is from below. */
  readonly stage: 'severe' | 'coverage' | 'cost';
  readonly value: number;
  readonly bound: number;
}

export interface StagedMatching {
  /** Value, bound and prices are of `problem`, which `verifyMatching` can check. */
  readonly matching: Matching;
  /** The same problem with the values by which seats were given: severe needs weigh more, costs nothing. */
  readonly problem: MatchingProblem;
  readonly stages: readonly StageResult[];
  readonly floors: readonly FloorOutcome[];
}

/**
 * One goal after another: as much as possible of the severe needs, then of all needs, at least the floors of groups, then the
 * least costs; none gives way to a later one, but for the floors, to which all give way.
 *
 * That a plan reaches a severe need counts several times its weight until nothing of the first stage is lost; what such
 * weights prove for all needs together is their bound less what the severe ones have (Lagrangian relaxation of the stage before).
 */
export function matchInStages(
  problem: MatchingProblem,
  { severe, floors: asked, keep }: StageOptions,
): StagedMatching {
  const needs = problem.needWeight;
  const free = new Float64Array(problem.pairCost.length);
  const severeOnly = needs.map((weight, need) => (at(severe, need) === 1 ? weight : 0));
  const first = severeStage(withValues(problem, severeOnly, free), keep);
  const sums = new NeedSums(problem, severeOnly, needs);

  const proofs: { readonly emphasis: number; readonly bound: number }[] = [];
  const emphasised = (emphasis: number) => {
    const values = needs.map((weight, need) => weight + emphasis * valueAt(severeOnly, need));
    const made = new Search(
      new SeekerChoices(withValues(problem, values, free)),
      undefined,
      emphasis * first.value,
    );
    if (keep === undefined) made.build();
    else made.keep(keep);
    proofs.push({ emphasis, bound: Math.floor(made.prices.bound) });
    return made;
  };
  // With a severe need worth more than all others together.
  const most = needs.reduce((sum, weight) => sum + weight, 1);
  const strict = Math.min(most, Math.floor(MOST_VALUE / most));
  const strictly = new SeekerChoices(
    withValues(
      problem,
      needs.map((weight, need) => weight + strict * valueAt(severeOnly, need)),
      free,
    ),
  );
  const strictPairs = ({ pairs: made }: Search) => {
    if (first.value === 0) return made;
    return keep === undefined ? climb(strictly, made, undefined) : keptPairs(strictly, keep);
  };
  const [least, ...more] = emphasesFor(problem, first.value);
  let search = emphasised(least);
  let pairs = strictPairs(search);
  // Less than what the first stage leaves open is no reason to go on, or to start from its plan, which cares for nothing else.
  const loses = () => keep === undefined && sums.of(pairs).severe < first.value - first.open;
  for (const emphasis of more) {
    if (!loses()) break;
    search = emphasised(emphasis);
    pairs = strictPairs(search);
  }
  if (loses()) pairs = climb(strictly, first.pairs, undefined);
  const { choices } = search;

  const floors = new Floors(problem, asked);
  pairs = floors.raise(search, pairs);
  const rule: PlanRule = (of) => floors.hold(of) && sums.notLess(of);
  const tidied = cheaper(search, problem.pairCost, pairs, rule);
  const plan = planFrom(choices, tidied.pairs);
  const { severe: severeMet, all } = sums.of(tidied.pairs);
  const coverageBound = Math.min(...proofs.map(({ emphasis, bound }) => bound - emphasis * severeMet));
  return {
    matching: {
      pairs: Int32Array.from(tidied.pairs.flatMap((of) => Array.from(of))).sort(),
      value: plan.value,
      bound: Math.floor(search.prices.bound),
      prices: search.prices.prices,
    },
    problem: choices.problem,
    stages: [
      { stage: 'severe', value: severeMet, bound: first.bound },
      { stage: 'coverage', value: all, bound: coverageBound },
      { stage: 'cost', value: tidied.cost, bound: tidied.least },
    ],
    floors: floors.outcomes(plan),
  };
}

interface SevereStage {
  readonly value: number;
  readonly bound: number;
  /** So much of the value may be missing in a plan: what is not proven anyway, or what a search of so many leaves open. */
  readonly open: number;
  readonly pairs: readonly Int32Array[];
}

function severeStage(problem: MatchingProblem, keep: Int32Array | undefined): SevereStage {
  if (problem.needWeight.every((weight) => weight === 0)) return { value: 0, bound: 0, open: 0, pairs: [] };
  const search = new Search(new SeekerChoices(problem));
  if (keep === undefined) search.build();
  else search.keep(keep);
  const { value, bound } = search.matching();
  const open = Math.max(bound - value, seekersOf(problem) > LARGE ? Math.floor(bound * CLOSE) : 0);
  return { value, bound, open, pairs: search.pairs };
}

/** What of severe needs and of all needs a plan meets. */
class NeedSums {
  readonly #severe: SeekerChoices;
  readonly #all: SeekerChoices;

  constructor(problem: MatchingProblem, severe: Float64Array, all: Float64Array) {
    const free = new Float64Array(problem.pairCost.length);
    this.#severe = new SeekerChoices(withValues(problem, severe, free));
    this.#all = new SeekerChoices(withValues(problem, all, free));
  }

  of(pairs: readonly Int32Array[]): { readonly severe: number; readonly all: number } {
    let severe = 0;
    let all = 0;
    pairs.forEach((own, seeker) => {
      severe += this.#severe.valueOf(seeker, own, 0, own.length);
      all += this.#all.valueOf(seeker, own, 0, own.length);
    });
    return { severe, all };
  }

  /** Whether the changes of a plan since its mark left both sums at least where they were. */
  notLess(plan: Plan): boolean {
    let severe = 0;
    let all = 0;
    for (const [seeker, before] of plan.changes()) {
      const start = at(plan.starts, seeker);
      const count = at(plan.counts, seeker);
      severe += this.#severe.valueOf(seeker, plan.pairs, start, count);
      severe -= this.#severe.valueOf(seeker, before, 0, before.length);
      all += this.#all.valueOf(seeker, plan.pairs, start, count);
      all -= this.#all.valueOf(seeker, before, 0, before.length);
    }
    return severe >= 0 && all >= 0;
  }
}

interface Tidied {
  readonly pairs: readonly Int32Array[];
  readonly cost: number;
  /** No plan that is worth as much costs less. */
  readonly least: number;
}

/** The last stage: moves that save costs and lose no need. */
function cheaper(
  { choices: { problem }, prices: { prices } }: Search,
  costs: Float64Array,
  pairs: readonly Int32Array[],
  rule: PlanRule,
): Tidied {
  const costOf = (of: readonly Int32Array[]) =>
    of.reduce((sum, own) => sum + own.reduce((inner, pair) => inner + valueAt(costs, pair), 0), 0);
  const scaled = (scale: number) =>
    new SeekerChoices(
      withValues(
        problem,
        problem.needWeight.map((weight) => weight * scale),
        costs,
      ),
    );
  const before = costOf(pairs);
  if (before === 0) return { pairs, cost: 0, least: 0 };
  const total = problem.needWeight.reduce((sum, weight) => sum + weight, 1);
  const most = Math.max(1, Math.min(before + 1, Math.floor(MOST_VALUE / total)));
  const tidied = climb(scaled(most), pairs, rule);
  const cost = costOf(tidied);
  // What the needs are worth at a modest scale, less what no plan is worth together with its costs, costs at least.
  const steps = Math.min(400, Math.max(40, Math.round(1_000_000 / Math.max(1, seekersOf(problem)))));
  const dearest = costs.reduce((of, each) => Math.max(of, each), 1);
  const leasts = [1, 4, 16, dearest].map((scale) => {
    const choices = scaled(scale);
    const { value } = planFrom(choices, tidied);
    // What is good for the needs alone is near to what is good for needs and costs.
    const near = prices.map((price) => price * scale);
    const start = { prices: near, bound: boundAt(choices, near) };
    const { bound } = lowerPrices(choices, start, { target: value, steps, length: NEXT_LENGTH });
    return Math.ceil(value + cost - bound);
  });
  return { pairs: tidied, cost, least: Math.max(0, ...leasts) };
}

type Emphases = readonly [number, ...number[]];

function emphasesFor(problem: MatchingProblem, severe: number): Emphases {
  if (severe === 0) return [0];
  return seekersOf(problem) > LARGE ? LARGE_EMPHASES : EMPHASES;
}

/** How many times more than its weight a severe need counts: the first that loses nothing of the first stage is enough. */
const EMPHASES: Emphases = [4, 16, 64, 256];

/**
 * Large problems take seconds for each. The more a severe need counts the less of the first stage is lost, and the wider is what
 * the prices prove of the second: of 4 to 64, 10 left least open on regions of 10,000 teachers.
 */
const LARGE_EMPHASES: Emphases = [10, 40];
