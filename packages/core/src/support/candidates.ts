/**
 * Who may take part in what: teachers with their needs, offers, and the pairs that are allowed, as the problem that the engine
 * solves.
 *
 * @module
 */
import { compareText } from '../foundation/order.js';
import type { MatchingProblem } from '../matching/index.js';
import { ANY_TIME, NO_LIMIT } from '../matching/index.js';
import type { DeclaredDeficit, TeacherAndOffer } from './declared-deficit.js';
import type { Rejection } from './eligibility.js';
import { Eligibility } from './eligibility.js';
import { minutes } from './minutes.js';
import type { Need } from './needs.js';
import { needsOf } from './needs.js';
import type { Offer } from './offer.js';
import type { SupportRules } from './support-rules.js';
import { SUPPORT_RULES } from './support-rules.js';
import type { Teacher } from './teacher.js';
import { topicKey } from './topic-key.js';

export interface CandidateOptions {
  /** Settled pairs, after `settleLocks`. */
  readonly locks?: readonly TeacherAndOffer[];
  /** The plan before this one; names that are gone are passed over. */
  readonly earlier?: readonly TeacherAndOffer[];
  /** @defaultValue SUPPORT_RULES */
  readonly rules?: SupportRules;
}

/**
 * Finds the pairs that are allowed. Ids must be unique; `formats/support` sees to that.
 *
 * An offer serves a need when it has the topic, its strength is at least the severity and the teacher is free in its
 * slot. Costs about as much as there are pairs with a topic in common: 10,000 teachers and 800 offers take a small part
 * of a second. Reasons of the other pairs are not kept, `whyNot` finds them when asked.
 */
export function candidates(
  teachers: readonly Teacher[],
  offers: readonly Offer[],
  deficits: readonly DeclaredDeficit[],
  options: CandidateOptions = {},
): Candidates {
  return new Candidates(teachers, offers, deficits, options);
}

/** Teachers, offers and allowed pairs in the order of their ids, whatever order they were given in. */
export class Candidates {
  readonly teachers: readonly Teacher[];
  readonly offers: readonly Offer[];
  /** Needs of teacher t stand at `problem.needStart[t]` and on. */
  readonly needs: readonly Need[];
  readonly problem: MatchingProblem;
  readonly rules: SupportRules;
  /** Deficits of teachers that nobody knows, and those beyond the most that one teacher may have: the mildest. */
  readonly leftOut: readonly DeclaredDeficit[];
  /** Settled pairs of offers that too few teachers can take: they do not hold. */
  readonly brokenLocks: readonly TeacherAndOffer[];
  /** Pairs of the earlier plan that are still allowed, as indices of pairs, ascending. */
  readonly earlierPairs: Int32Array;
  /** Pairs of the earlier plan that are not. */
  readonly earlierGone: readonly TeacherAndOffer[];

  readonly #teacherAt: ReadonlyMap<string, number>;
  readonly #offerAt: ReadonlyMap<string, number>;
  readonly #eligibility: Eligibility;

  constructor(
    teachers: readonly Teacher[],
    offers: readonly Offer[],
    deficits: readonly DeclaredDeficit[],
    { locks = [], earlier, rules = SUPPORT_RULES }: CandidateOptions,
  ) {
    this.rules = rules;
    this.teachers = [...teachers].sort((one, other) => compareText(one.teacher, other.teacher));
    this.offers = [...offers].sort((one, other) => compareText(one.offer, other.offer));
    this.#teacherAt = new Map(this.teachers.map(({ teacher }, t) => [teacher, t]));
    this.#offerAt = new Map(this.offers.map(({ offer }, o) => [offer, o]));
    const { needs, needStart, leftOut } = needsOf(this.teachers, this.#teacherAt, deficits);
    this.needs = needs;
    this.leftOut = leftOut;
    this.#eligibility = new Eligibility(this.teachers, this.offers, needs, needStart);
    const locked = this.#pairsOf(locks);
    const tooFew = this.#eligibility.closeSmallGroups(locked);
    const holds = ({ offer }: TeacherAndOffer) => !tooFew.has(this.#offerAt.get(offer) ?? -1);
    this.brokenLocks = locks.filter((lock) => !holds(lock));
    const before = this.#pairsOf(earlier ?? []);
    const pairs = this.#eligibility.pairs(this.#pairsOf(locks.filter(holds)));
    const { pairStart, pairOffer } = pairs;
    const kept: number[] = [];
    const pairCost = new Float64Array(pairOffer.length);
    for (let t = 0; t < this.teachers.length; t++) {
      const had = before.get(t);
      for (let pair = pairStart[t] ?? 0; pair < (pairStart[t + 1] ?? 0); pair++) {
        const o = pairOffer[pair] ?? 0;
        const isKept = had?.has(o) === true;
        if (isKept) kept.push(pair);
        pairCost[pair] = this.#cost(t, o, earlier !== undefined && !isKept);
      }
    }
    this.earlierPairs = Int32Array.from(kept);
    this.earlierGone = (earlier ?? []).filter(
      ({ teacher, offer }) => this.pairOf(pairs, teacher, offer) === undefined,
    );
    this.problem = {
      needStart,
      needWeight: Float64Array.from(needs, (need) => this.#weight(need)),
      limit: Int32Array.from(this.teachers, ({ limit }) => limit),
      hours: Int32Array.from(this.teachers, ({ hours }) => (hours === undefined ? NO_LIMIT : minutes(hours))),
      places: Int32Array.from(this.offers, ({ places }) => places),
      leastGroup: Int32Array.from(this.offers, ({ minGroup }) => minGroup),
      slot: slotNumbers(this.offers),
      duration: Int32Array.from(this.offers, ({ hours }) => minutes(hours)),
      ...pairs,
      pairCost,
    };
  }

  teacherAt(id: string): number | undefined {
    return this.#teacherAt.get(id);
  }

  offerAt(id: string): number | undefined {
    return this.#offerAt.get(id);
  }

  /** Offers with a topic, by its key. */
  offersOn(key: string): readonly number[] {
    return this.#eligibility.offersOn(key);
  }

  /** Whether a teacher is free when an offer takes place. */
  isFree(t: number, o: number): boolean {
    return this.#eligibility.isFree(t, o);
  }

  /** Whether too few teachers can take an offer for its least group. */
  isTooSmall(o: number): boolean {
    return this.#eligibility.isTooSmall(o);
  }

  /** The first reason why a pair is not allowed; absent where it is. @throws {RangeError} for ids that nobody knows. */
  whyNot(teacher: string, offer: string): Rejection | undefined {
    const t = this.#teacherAt.get(teacher);
    const o = this.#offerAt.get(offer);
    if (t === undefined || o === undefined) throw new RangeError(`unknown pair ${teacher}, ${offer}`);
    return this.pairOf(this.problem, teacher, offer) === undefined
      ? this.#eligibility.rejection(t, o)
      : undefined;
  }

  /** The index of an allowed pair. */
  pairOf(
    { pairStart, pairOffer }: Pick<MatchingProblem, 'pairStart' | 'pairOffer'>,
    teacher: string,
    offer: string,
  ): number | undefined {
    const t = this.#teacherAt.get(teacher);
    const o = this.#offerAt.get(offer);
    if (t === undefined || o === undefined) return undefined;
    for (let pair = pairStart[t] ?? 0; pair < (pairStart[t + 1] ?? 0); pair++)
      if (pairOffer[pair] === o) return pair;
    return undefined;
  }

  #pairsOf(given: readonly TeacherAndOffer[]): ReadonlyMap<number, ReadonlySet<number>> {
    const byTeacher = new Map<number, Set<number>>();
    for (const { teacher, offer } of given) {
      const t = this.#teacherAt.get(teacher);
      const o = this.#offerAt.get(offer);
      if (t === undefined || o === undefined) continue;
      const own = byTeacher.get(t);
      if (own === undefined) byTeacher.set(t, new Set([o]));
      else own.add(o);
    }
    return byTeacher;
  }

  #weight({ teacher, severity }: Need): number {
    const { severityWeight, multiplier, groupMultiplier } = this.rules;
    const groups = this.teachers[teacher]?.groups ?? [];
    return severityWeight[severity] * Math.max(multiplier, ...groups.map((group) => groupMultiplier[group]));
  }

  #cost(t: number, o: number, isChange: boolean): number {
    const { costs } = this.rules;
    const { hours = 0, cost = 0, place } = this.offers[o] ?? {};
    const school = this.teachers[t]?.school;
    const isElsewhere = place !== undefined && (school === undefined || topicKey(place) !== topicKey(school));
    return Math.round(
      costs.hour * hours +
        (isElsewhere ? costs.elsewhere : 0) +
        (costs.thousandRoubles * cost) / 1000 +
        (isChange ? costs.change : 0),
    );
  }
}

function slotNumbers(offers: readonly Offer[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(offers, ({ slot }) => {
    if (slot === undefined) return ANY_TIME;
    const key = topicKey(slot);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
