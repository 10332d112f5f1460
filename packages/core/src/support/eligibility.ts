import type { MatchingProblem } from '../matching/index.js';
import { minutes } from './minutes.js';
import type { Need } from './needs.js';
import type { Offer } from './offer.js';
import type { Teacher } from './teacher.js';
import { topicKey } from './topic-key.js';

/**
 * Why a pair is not allowed, in the order in which it is asked: no topic in common; the offer is weaker than every need
 * that it has a topic for; the teacher is not free in its slot; it takes more hours than the teacher has; it has no
 * places; the teacher takes no offers; too few teachers can take it for its least group.
 */
export type Rejection = 'topic' | 'strength' | 'slot' | 'hours' | 'places' | 'limit' | 'group';

/** Columns of the problem that say which pairs are allowed. */
type Pairs = Pick<MatchingProblem, 'pairStart' | 'pairOffer' | 'pairMask' | 'pairLocked'>;

/** Offers by teacher, as indices. */
type PairSets = ReadonlyMap<number, ReadonlySet<number>>;

/** Which pairs are allowed, and why the others are not. Teachers and offers are indices. */
export class Eligibility {
  readonly #teachers: readonly Teacher[];
  readonly #offers: readonly Offer[];
  readonly #needs: readonly Need[];
  readonly #needStart: Int32Array;
  readonly #byTopic = new Map<string, number[]>();
  readonly #slotKeys: readonly (string | undefined)[];
  readonly #freeSlots: readonly ReadonlySet<string>[];
  /** Offers that too few teachers can take. */
  readonly #tooFew = new Set<number>();
  /** Needs of the teacher looked at last that an offer serves, by offer; of no meaning where `#seen` is not `#look`. */
  readonly #mask: Int32Array;
  readonly #seen: Int32Array;
  #look = 0;

  constructor(
    teachers: readonly Teacher[],
    offers: readonly Offer[],
    needs: readonly Need[],
    needStart: Int32Array,
  ) {
    this.#teachers = teachers;
    this.#offers = offers;
    this.#needs = needs;
    this.#needStart = needStart;
    this.#mask = new Int32Array(offers.length);
    this.#seen = new Int32Array(offers.length);
    offers.forEach(({ topics }, o) => {
      for (const key of new Set(topics.map(topicKey))) {
        const alike = this.#byTopic.get(key);
        if (alike === undefined) this.#byTopic.set(key, [o]);
        else alike.push(o);
      }
    });
    this.#slotKeys = offers.map(({ slot }) => (slot === undefined ? undefined : topicKey(slot)));
    this.#freeSlots = teachers.map(({ slots }) => new Set(slots.map(topicKey)));
  }

  /** The first reason against a pair; absent where there is none. */
  rejection(t: number, o: number): Rejection | undefined {
    const offer = this.#offers[o];
    const topics = new Set(offer?.topics.map(topicKey));
    const shared = this.#needsOf(t).filter(({ key }) => topics.has(key));
    if (shared.length === 0) return 'topic';
    if (shared.every(({ severity }) => severity > (offer?.strength ?? 0))) return 'strength';
    return this.#besidesTopics(t, o);
  }

  offersOn(key: string): readonly number[] {
    return this.#byTopic.get(key) ?? [];
  }

  isTooSmall(o: number): boolean {
    return this.#tooFew.has(o);
  }

  /** Whether the teacher is free when the offer takes place. */
  isFree(t: number, o: number): boolean {
    const key = this.#slotKeys[o];
    const free = this.#freeSlots[t];
    return key === undefined || free === undefined || free.size === 0 || free.has(key);
  }

  /** Closes offers that fewer teachers can take than their least group, settled pairs included; returns them. */
  closeSmallGroups(locked: PairSets): ReadonlySet<number> {
    const able = new Int32Array(this.#offers.length);
    this.#teachers.forEach((_, t) => {
      for (const o of this.#allowed(t, locked.get(t))) able[o] = (able[o] ?? 0) + 1;
    });
    this.#offers.forEach(({ minGroup, places }, o) => {
      if (minGroup > 1 && Math.min(able[o] ?? 0, places) < minGroup) this.#tooFew.add(o);
    });
    return this.#tooFew;
  }

  /** Allowed pairs and settled ones, teacher by teacher, by offer. */
  pairs(locked: PairSets): Pairs {
    const pairStart = new Int32Array(this.#teachers.length + 1);
    const pairOffer: number[] = [];
    const pairMask: number[] = [];
    const pairLocked: number[] = [];
    this.#teachers.forEach((_, t) => {
      const own = locked.get(t);
      for (const o of this.#allowed(t, own)) {
        pairOffer.push(o);
        pairMask.push(this.#seen[o] === this.#look ? (this.#mask[o] ?? 0) : 0);
        pairLocked.push(own?.has(o) === true ? 1 : 0);
      }
      pairStart[t + 1] = pairOffer.length;
    });
    return {
      pairStart,
      pairOffer: Int32Array.from(pairOffer),
      pairMask: Int32Array.from(pairMask),
      pairLocked: Int32Array.from(pairLocked),
    };
  }

  /** Offers that a teacher may take or has to, ascending; leaves which needs they serve in `#mask`. */
  #allowed(t: number, locked: ReadonlySet<number> | undefined): readonly number[] {
    const found: number[] = [];
    this.#look += 1;
    this.#needsOf(t).forEach(({ key, severity }, d) => {
      for (const o of this.#byTopic.get(key) ?? []) {
        if ((this.#offers[o]?.strength ?? 0) < severity) continue;
        if (this.#seen[o] !== this.#look) {
          this.#seen[o] = this.#look;
          this.#mask[o] = 0;
          found.push(o);
        }
        this.#mask[o] = (this.#mask[o] ?? 0) | (1 << d);
      }
    });
    const allowed = found.filter((o) => locked?.has(o) === true || this.#besidesTopics(t, o) === undefined);
    for (const o of locked ?? []) if (this.#seen[o] !== this.#look) allowed.push(o);
    return allowed.sort((one, other) => one - other);
  }

  #besidesTopics(t: number, o: number): Rejection | undefined {
    const teacher = this.#teachers[t];
    const offer = this.#offers[o];
    if (!this.isFree(t, o)) return 'slot';
    if (teacher?.hours !== undefined && minutes(offer?.hours ?? 0) > minutes(teacher.hours)) return 'hours';
    if (offer?.places === 0) return 'places';
    if (teacher?.limit === 0) return 'limit';
    return this.#tooFew.has(o) ? 'group' : undefined;
  }

  #needsOf(t: number): readonly Need[] {
    return this.#needs.slice(this.#needStart[t] ?? 0, this.#needStart[t + 1] ?? 0);
  }
}
