/**
 * Partner schools («школы-партнёры») for schools with low results.
 *
 * @module
 */
import { compareText } from '../foundation/order.js';
import type { Matching } from '../matching/match.js';
import { match } from '../matching/match.js';
import type { MatchingProblem } from '../matching/matching-problem.js';
import { ANY_TIME, NO_LIMIT } from '../matching/matching-problem.js';
import type { Balance } from './balance.js';
import { balanceOf } from './balance.js';
import type { Candidates, NoPartnerReason, SchoolPair } from './candidate-pairs.js';
import { candidatePairs } from './candidate-pairs.js';
import type { PartnerRules } from './partner-rules.js';
import { PARTNER_RULES } from './partner-rules.js';
import type { PartnerSchool } from './partner-school.js';

/** A school that looks for a partner, with it or with the reason why not. */
export type PartnerEntry =
  | { readonly kind: 'matched'; readonly school: string; readonly pair: SchoolPair }
  | {
      readonly kind: 'without';
      readonly school: string;
      readonly reason: NoPartnerReason;
      /** Would fit, but is too far, or has no place left; with `none-alike` the one whose conditions are least unlike. */
      readonly nearest?: SchoolPair;
    };

/** How good the plan is at most short of the best one. */
export interface PartnerProof {
  /** Schools with a partner, and the most that any plan can have. */
  readonly matched: number;
  readonly mostMatched: number;
  /** Sum of the values of the pairs, and the most of any plan with as many pairs. */
  readonly value: number;
  readonly mostValue: number;
}

export interface PartnerPlan {
  /** In the order of the ids of the schools. */
  readonly entries: readonly PartnerEntry[];
  readonly proof: PartnerProof;
  readonly balance: readonly Balance[];
  readonly rules: PartnerRules;
}

/**
 * Gives each school that seeks one partner at most, so that as many as possible have one, and among such plans the
 * pairs are worth most.
 *
 * Value of a pair: difference of results × likeness 1 / (1 + distance), topics in which the partner is strong and the
 * school weak, less the way. The plan and its bound are those of `/matching`: one need for each school whose weight no
 * sum of values outweighs. Edge cases: a school without a partner stays in the list with the reason. Of two schools of
 * one id the first counts. The order of schools does not matter. Cost: schools that seek × schools, and the matching.
 */
export function partnerPlan(
  schools: readonly PartnerSchool[],
  rules: PartnerRules = PARTNER_RULES,
): PartnerPlan {
  const byId = new Map<string, PartnerSchool>();
  for (const school of schools) if (!byId.has(school.school)) byId.set(school.school, school);
  const sorted = [...byId.values()].sort((one, other) => compareText(one.school, other.school));
  const candidates = candidatePairs(sorted, rules);
  const pairs = candidates.flatMap((of) => of.pairs);
  const top = pairs.reduce((most, { value }) => Math.max(most, value), 0);
  const weight = (candidates.length + 1) * top;
  const matching = match(problemOf(candidates, rules, weight, top));
  const chosen = new Map(
    [...matching.pairs].flatMap((place) => {
      const pair = pairs[place];
      return pair === undefined ? [] : [[pair.school, pair] as const];
    }),
  );
  return {
    entries: candidates.map((of) => entryOf(of, chosen.get(of.school))),
    proof: proofOf(matching, [...chosen.values()], candidates.length, weight, top),
    balance: balanceOf(sorted, [...chosen.values()]),
    rules,
  };
}

function entryOf(
  { school: { school }, pairs, reason, nearest }: Candidates,
  pair: SchoolPair | undefined,
): PartnerEntry {
  if (pair !== undefined) return { kind: 'matched', school, pair };
  const best = pairs.reduce(
    (most: SchoolPair | undefined, each) => (most === undefined || each.value > most.value ? each : most),
    nearest,
  );
  return {
    kind: 'without',
    school,
    reason: reason ?? 'full',
    ...(best === undefined ? {} : { nearest: best }),
  };
}

function problemOf(
  candidates: readonly Candidates[],
  { capacity }: PartnerRules,
  weight: number,
  top: number,
): MatchingProblem {
  const pairs = candidates.flatMap((of) => of.pairs);
  const partners = [...new Set(pairs.map(({ partner }) => partner))].sort((one, other) =>
    compareText(one.school, other.school),
  );
  const placeOf = new Map(partners.map((partner, place) => [partner, place]));
  const seekers = candidates.length;
  const starts = (of: (each: Candidates) => number) => {
    let at = 0;
    return Int32Array.from([0, ...candidates.map((each) => (at += of(each)))]);
  };
  return {
    needStart: starts(() => 1),
    needWeight: new Float64Array(seekers).fill(weight),
    limit: new Int32Array(seekers).fill(1),
    hours: new Int32Array(seekers).fill(NO_LIMIT),
    places: new Int32Array(partners.length).fill(capacity),
    leastGroup: new Int32Array(partners.length),
    slot: new Int32Array(partners.length).fill(ANY_TIME),
    duration: new Int32Array(partners.length),
    pairStart: starts((each) => each.pairs.length),
    pairOffer: Int32Array.from(pairs, ({ partner }) => placeOf.get(partner) ?? 0),
    pairMask: new Int32Array(pairs.length).fill(1),
    pairCost: Float64Array.from(pairs, ({ value }) => top - value),
    pairLocked: new Int32Array(pairs.length),
  };
}

/**
 * Each pair counts between weight − top and weight, and all values together less than that: so many pairs as fit under
 * the bound are possible at most, and of as many pairs as the plan has, the rest of the bound is left for values.
 */
function proofOf(
  { bound }: Matching,
  pairs: readonly SchoolPair[],
  seekers: number,
  weight: number,
  top: number,
): PartnerProof {
  const matched = pairs.length;
  const least = weight - top;
  return {
    matched,
    mostMatched: least <= 0 ? matched : Math.min(seekers, Math.floor(bound / least)),
    value: pairs.reduce((sum, { value }) => sum + value, 0),
    mostValue: bound - matched * least,
  };
}
