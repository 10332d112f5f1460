import { at, valueAt } from './columns.js';
import { Search } from './match.js';
import type { MatchingProblem } from './matching-problem.js';
import { MOST_VALUE, seekersOf, withValues } from './matching-problem.js';
import type { Plan } from './plan.js';
import { climb, planFrom } from './plan-from-pairs.js';
import { SeekerChoices } from './seeker-choices.js';

/** Of the needs of a group at least a share is to be met, by weight. */
export interface Floor {
  /** Places in the column of needs. */
  readonly needs: Int32Array;
  /** 0..1. */
  readonly share: number;
}

export interface FloorOutcome {
  /** Asked for, 0..1. */
  readonly share: number;
  /** In the plan, 0..1; of a group without needs 1. */
  readonly met: number;
  /** No plan has more, whatever it costs others: 0..1. */
  readonly most: number;
}

/** The floors of a problem: what a plan has of each, and moves that lift it to them. */
export class Floors {
  readonly #problem: MatchingProblem;
  readonly #floors: readonly Floor[];
  /** Of each floor: its seekers with the bits of their needs. */
  readonly #members: readonly ReadonlyMap<number, number>[];
  readonly #totals: readonly number[];
  readonly #ofSeeker = new Map<number, number[]>();
  /** What must be met from now on: the share asked for, or what could be reached, in weights. */
  readonly #least: number[] = [];
  readonly #most: number[];

  constructor(problem: MatchingProblem, floors: readonly Floor[]) {
    this.#problem = problem;
    this.#floors = floors;
    const seekerOf = new Int32Array(problem.needWeight.length);
    for (let seeker = 0; seeker < seekersOf(problem); seeker++)
      seekerOf.fill(seeker, at(problem.needStart, seeker), at(problem.needStart, seeker + 1));
    this.#members = floors.map(({ needs }, f) => {
      const members = new Map<number, number>();
      for (const need of needs) {
        const seeker = at(seekerOf, need);
        const bit = 1 << (need - at(problem.needStart, seeker));
        members.set(seeker, (members.get(seeker) ?? 0) | bit);
      }
      for (const seeker of members.keys()) {
        const own = this.#ofSeeker.get(seeker);
        if (own === undefined) this.#ofSeeker.set(seeker, [f]);
        else own.push(f);
      }
      return members;
    });
    this.#totals = floors.map(({ needs }) =>
      needs.reduce((sum, need) => sum + valueAt(problem.needWeight, need), 0),
    );
    this.#most = this.#members.map((members) => this.#reachable(members));
  }

  /** Whether the changes of a plan since its mark leave every floor that was reached. */
  hold(plan: Plan): boolean {
    if (this.#floors.length === 0) return true;
    const touched = new Set<number>();
    for (const seeker of plan.changes().keys())
      for (const floor of this.#ofSeeker.get(seeker) ?? []) touched.add(floor);
    for (const floor of touched) {
      const least = this.#least[floor];
      if (least !== undefined && this.#met(plan, floor) < least) return false;
    }
    return true;
  }

  /**
   * Lifts the plan of a search to the floors, one after the other, by moves that count needs of the group before all others and
   * that leave the floors before; then wins back what others can have without anybody falling below.
   */
  raise({ choices, prices }: Search, from: readonly Int32Array[]): readonly Int32Array[] {
    if (this.#floors.length === 0) return from;
    let pairs = this.#lift(choices, from);
    if (this.#unmet(choices, pairs) > 0) {
      // From a plan for the needs of all floors together more of them can stand beside each other.
      const all = new Set(this.#floors.flatMap(({ needs }) => Array.from(needs)));
      const together = new Search(this.#favouring(all, MUCH));
      together.build();
      const other = this.#lift(choices, together.pairs);
      if (this.#unmet(choices, other) < this.#unmet(choices, pairs)) pairs = other;
    }
    const plan = planFrom(choices, pairs);
    this.#floors.forEach((_, f) => {
      this.#least[f] = Math.min(this.#asked(f), this.#met(plan, f));
    });
    const search = new Search(choices, prices);
    search.improve(pairs, (of) => this.hold(of));
    return search.pairs;
  }

  outcomes(plan: Plan): readonly FloorOutcome[] {
    return this.#floors.map(({ share }, f) => {
      const total = this.#totals[f] ?? 0;
      if (total === 0) return { share, met: 1, most: 1 };
      return { share, met: this.#met(plan, f) / total, most: (this.#most[f] ?? 0) / total };
    });
  }

  #lift(choices: SeekerChoices, from: readonly Int32Array[]): readonly Int32Array[] {
    this.#least.length = 0;
    let pairs = from;
    const reached = (f: number) => this.#met(planFrom(choices, pairs), f);
    this.#floors.forEach(({ needs }, f) => {
      if (reached(f) < this.#asked(f)) {
        const favouring = this.#favouring(new Set(needs), this.#moreThanAll());
        const holding = (plan: Plan) => this.hold(plan);
        const enough = (plan: Plan) => this.#met(plan, f) >= this.#asked(f);
        pairs = climb(favouring, pairs, holding, enough);
        if (reached(f) < this.#asked(f)) {
          const alone = this.#alone(f);
          this.#most[f] = Math.min(this.#most[f] ?? 0, Math.floor(alone.prices.bound));
          const best = climb(favouring, alone.pairs, undefined);
          if (f === 0 && this.#met(planFrom(choices, best), f) > reached(f)) pairs = best;
        }
      }
      this.#least[f] = Math.min(this.#asked(f), reached(f));
    });
    return pairs;
  }

  #unmet(choices: SeekerChoices, pairs: readonly Int32Array[]): number {
    const plan = planFrom(choices, pairs);
    return this.#floors.filter((_, f) => this.#met(plan, f) < this.#asked(f)).length;
  }

  /** Nobody counts but the needs of the floor. */
  #alone(floor: number): Search {
    const { needWeight } = this.#problem;
    const own = new Set(this.#floors[floor]?.needs);
    const search = new Search(this.#valued(needWeight.map((weight, need) => (own.has(need) ? weight : 0))));
    search.build();
    return search;
  }

  /** Needs of the group count so many times more. */
  #favouring(group: ReadonlySet<number>, times: number): SeekerChoices {
    const { needWeight } = this.#problem;
    return this.#valued(needWeight.map((weight, need) => (group.has(need) ? weight * (1 + times) : weight)));
  }

  #valued(weights: Float64Array): SeekerChoices {
    return new SeekerChoices(
      withValues(this.#problem, weights, new Float64Array(this.#problem.pairCost.length)),
    );
  }

  #moreThanAll(): number {
    const total = this.#problem.needWeight.reduce((sum, weight) => sum + weight, 1);
    return Math.min(total, Math.floor(MOST_VALUE / total));
  }

  #asked(floor: number): number {
    return (this.#floors[floor]?.share ?? 0) * (this.#totals[floor] ?? 0);
  }

  /** Weight of the needs of a floor that a plan meets. */
  #met(plan: Plan, floor: number): number {
    const { needStart, needWeight, pairMask } = this.#problem;
    let met = 0;
    for (const [seeker, bits] of this.#members[floor] ?? []) {
      let covered = 0;
      const start = at(plan.starts, seeker);
      for (let i = start; i < start + at(plan.counts, seeker); i++)
        covered |= at(pairMask, at(plan.pairs, i));
      for (let bit = 0, rest = covered & bits; rest !== 0; bit++, rest >>>= 1)
        if ((rest & 1) === 1) met += valueAt(needWeight, at(needStart, seeker) + bit);
    }
    return met;
  }

  /** Weight of the needs that any pair would meet. */
  #reachable(members: ReadonlyMap<number, number>): number {
    const { needStart, needWeight, pairStart, pairMask } = this.#problem;
    let weight = 0;
    for (const [seeker, bits] of members) {
      let reachable = 0;
      for (let pair = at(pairStart, seeker); pair < at(pairStart, seeker + 1); pair++)
        reachable |= at(pairMask, pair);
      for (let bit = 0, rest = reachable & bits; rest !== 0; bit++, rest >>>= 1)
        if ((rest & 1) === 1) weight += valueAt(needWeight, at(needStart, seeker) + bit);
    }
    return weight;
  }
}

/** How many times more needs of floors count in a plan made for them. */
const MUCH = 64;
