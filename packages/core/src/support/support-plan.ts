/**
 * A plan of support: who is offered what, why, and what is missing. It plans help. It ranks nobody, and official
 * results of ВПР must not be used to judge teachers («Результаты ВПР не могут быть использованы для оценки деятельности
 * педагогических работников», порядок проведения ВПР).
 *
 * @module
 */
import type { Candidates } from './candidates.js';
import type { TeacherAndOffer } from './declared-deficit.js';
import type { Rejection } from './eligibility.js';
import type { Degree } from './offer.js';
import type { PlanState } from './plan-state.js';
import type { Seat } from './seats.js';
import type { FloorResult, SupportOverview } from './support-overview.js';
import type { UnmetWhy } from './unmet-reason.js';

/** A need that the plan does not meet. */
export interface UnmetNeed extends UnmetWhy {
  readonly teacher: string;
  readonly topic: string;
  readonly severity: Degree;
  readonly sources: readonly string[];
}

/** What is said of teachers; as JSON it names itself confidential, and every door refuses it. */
export interface SupportFigures {
  readonly confidential: 'support-only';
  readonly schema: 'orientir.support-plan';
  readonly version: 1;
  /** By teacher, then by offer. */
  readonly seats: readonly Seat[];
  /** By teacher, the severest first, then by topic. */
  readonly unmet: readonly UnmetNeed[];
  /** Settled pairs that do not hold: too few teachers can come together for the least group of the offer. */
  readonly brokenLocks: readonly TeacherAndOffer[];
  /** Schools may have one teacher, so floors are no part of the overview. */
  readonly floors: readonly FloorResult[];
}

/** Why a teacher does not have an offer: the pair is not allowed, or something in the plan stands against it. */
export type WhyNot =
  | { readonly kind: 'not-allowed'; readonly reason: Rejection }
  | { readonly kind: 'has-it' }
  /** What it covers is covered without it. */
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'group-too-small' | 'clash' | 'limit' | 'hours' }
  /** All seats are taken; others lose at least `price` without theirs, here it would be worth `worth`. */
  | { readonly kind: 'full'; readonly price: number; readonly worth: number };

/**
 * A plan. A class with a private member: nothing else has its type, and it fits no function that tabulates for the
 * public, protects or publishes. `figures` is for the writers of what stays inside, `overview` holds no teacher.
 */
export class SupportPlan {
  readonly candidates: Candidates;
  readonly overview: SupportOverview;
  readonly #figures: SupportFigures;
  readonly #state: PlanState;
  readonly #prices: Float64Array;

  constructor(
    of: Candidates,
    overview: SupportOverview,
    figures: SupportFigures,
    state: PlanState,
    prices: Float64Array,
  ) {
    this.candidates = of;
    this.overview = overview;
    this.#figures = figures;
    this.#state = state;
    this.#prices = prices;
  }

  get figures(): SupportFigures {
    return this.#figures;
  }

  /** `JSON.stringify` gives the figures, with the mark by which doors refuse them. */
  toJSON(): SupportFigures {
    return this.#figures;
  }

  /** @throws {RangeError} for ids that nobody knows. */
  whyNot(teacher: string, offer: string): WhyNot {
    const { problem } = this.candidates;
    const reason = this.candidates.whyNot(teacher, offer);
    if (reason !== undefined) return { kind: 'not-allowed', reason };
    const t = this.candidates.teacherAt(teacher) ?? 0;
    const o = this.candidates.offerAt(offer) ?? 0;
    if (this.#state.takes(t, o)) return { kind: 'has-it' };
    const pair = this.candidates.pairOf(problem, teacher, offer) ?? 0;
    const first = problem.needStart[t] ?? 0;
    let worth = 0;
    for (let d = 0, mask = problem.pairMask[pair] ?? 0; mask !== 0; d++, mask >>>= 1)
      if ((mask & 1) === 1 && this.#state.met[first + d] !== 1) worth += problem.needWeight[first + d] ?? 0;
    if (worth === 0) return { kind: 'nothing-new' };
    if (this.#state.isFull(o)) return { kind: 'full', price: this.#prices[o] ?? 0, worth };
    if (this.#state.isClosed(o)) return { kind: 'group-too-small' };
    if (this.#state.clashes(t, o)) return { kind: 'clash' };
    return { kind: !this.#state.isAtLimit(t) && this.#state.lacksHours(t, o) ? 'hours' : 'limit' };
  }
}
