/**
 * Results of one test for the schools of one region, in columns: a country has millions of them.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';

/** Our own tests. */
export type OwnTest =
  /** Pupils just over mark borders against those just under them. */
  | 'border-bunching'
  /** Easy items worse and hard items better than pupils of the same total elsewhere. */
  | 'item-slope'
  /** Totals closer together than usual. */
  | 'dispersion'
  /** More pairs of equal totals than usual. */
  | 'identical-totals'
  /** Stuart–Maxwell: distributions of the two marks. */
  | 'journal-marginals'
  /** Bowker: symmetry of the table of the two marks. */
  | 'journal-symmetry'
  /** Fewer equal marks than usual. */
  | 'journal-agreement'
  /** More marks that differ by two or more than usual. */
  | 'journal-gap'
  /** Mean difference of the two marks, other than usual. */
  | 'journal-shift'
  /** The same pupils a year later, much better or much worse than usual. */
  | 'rise'
  | 'fall'
  /** ВПР better than the same pupils' ОГЭ. */
  | 'vpr-oge'
  /** Medals that the ЕГЭ does not confirm. */
  | 'medals-ege';

/** Why a test says nothing. */
export type UntestedReason =
  | MissingReason
  /** Nobody else in the region, or nobody with totals on both sides of the school's mean. */
  | 'no-reference'
  /** Fewer than ten schools that could say what is usual. */
  | 'few-schools'
  /** No mark scale, or none of its borders lies among the totals. */
  | 'no-scale'
  /** No pupil of the school at a border or just under it. */
  | 'no-near-border'
  /** No results of the same pupils a year earlier. */
  | 'no-earlier-results'
  /** No ОГЭ of the same pupils a year later. */
  | 'no-exam'
  /** Two works that could be meant. */
  | 'several-works'
  /** Nobody gave the numbers of medals. */
  | 'no-medals';

/** What a test found at one place of a column. */
export interface Found {
  readonly n: number;
  readonly statistic: number;
  readonly p: number;
  /** Chance of p at most the level of the rules at their alternative; 0 where nothing could have come out. */
  readonly power: number;
  /** False where no outcome gives p at most the level of the rules. */
  readonly couldReject: boolean;
}

/** One place for each school of a region, in the order of the schools. */
export class TestColumn {
  readonly test: OwnTest;
  readonly #n: Int32Array;
  // Of a test that nobody took these stay empty.
  #statistic = NOTHING;
  #p = NOTHING;
  #power = new Float32Array(0);
  /** 0 = no second condition. */
  #alsoP: Float64Array | undefined;
  /** 0 = tested, 1 = tested without power, from 2 on a reason. */
  readonly #state: Uint8Array;
  readonly #reasons: UntestedReason[] = [];

  constructor(test: OwnTest, schools: number) {
    this.test = test;
    this.#n = new Int32Array(schools);
    this.#state = new Uint8Array(schools);
  }

  get length(): number {
    return this.#n.length;
  }

  put(place: number, { n, statistic, p, power, couldReject }: Found): void {
    if (this.#p === NOTHING) this.#makeRoom();
    this.#n[place] = n;
    this.#statistic[place] = statistic;
    this.#p[place] = Math.min(1, p);
    this.#power[place] = couldReject ? power : 0;
    this.#state[place] = couldReject ? 0 : 1;
  }

  #makeRoom(): void {
    this.#statistic = new Float64Array(this.length);
    this.#p = new Float64Array(this.length);
    this.#power = new Float32Array(this.length);
    if (TWO_CONDITIONS.has(this.test)) this.#alsoP = new Float64Array(this.length);
  }

  /** p of a second condition that a marker needs as well; q is then of the larger of the two. */
  putAlso(place: number, p: number): void {
    if (this.#alsoP !== undefined) this.#alsoP[place] = p;
  }

  leaveOut(place: number, n: number, reason: UntestedReason): void {
    let code = this.#reasons.indexOf(reason);
    if (code < 0) code = this.#reasons.push(reason) - 1;
    this.#n[place] = n;
    this.#state[place] = FIRST_REASON + code;
  }

  /** Every place for one reason. */
  leaveAllOut(reason: UntestedReason, n: (place: number) => number): this {
    for (let place = 0; place < this.length; place++) this.leaveOut(place, n(place), reason);
    return this;
  }

  /** Writes the p of all places that take part in q from `start` on; returns the place behind the last one. */
  writeCounted(into: Float64Array, start: number): number {
    const state = this.#state;
    const p = this.#p;
    const also = this.#alsoP;
    let at = start;
    for (let place = 0; place < state.length; place++) {
      if (state[place] !== 0) continue;
      const own = p[place] ?? 1;
      into[at++] = also === undefined ? own : Math.max(own, also[place] ?? 0);
    }
    return at;
  }

  /** p of a place that takes part in q: tested, and able to reject. */
  countedP(place: number): number | undefined {
    if (this.#state[place] !== 0) return undefined;
    const p = this.#p[place] ?? 1;
    return this.#alsoP === undefined ? p : Math.max(p, this.#alsoP[place] ?? 0);
  }

  nOf(place: number): number {
    return this.#n[place] ?? 0;
  }

  /** Why a place was not tested. */
  reasonOf(place: number): UntestedReason | undefined {
    const state = this.#state[place] ?? 0;
    return state < FIRST_REASON ? undefined : this.#reasons[state - FIRST_REASON];
  }

  /** These only of a place that was tested. */
  statisticOf(place: number): number {
    return this.#statistic[place] ?? 0;
  }

  pOf(place: number): number {
    return this.#p[place] ?? 1;
  }

  powerOf(place: number): number {
    return this.#power[place] ?? 0;
  }
}

const NOTHING = new Float64Array(0);
const FIRST_REASON = 2;
/**
 * Whole regions get lower marks than in the journal, so two are markers only with an unusual shift; a topic that was not taught makes
 * a slope, so it has to stand without any one part of the work.
 */
const TWO_CONDITIONS: ReadonlySet<OwnTest> = new Set(['journal-marginals', 'journal-symmetry', 'item-slope']);
