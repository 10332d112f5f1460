/**
 * What a plan of support says without any teacher: how much is covered, what is scarce, what to buy.
 *
 * @module
 */
import { compareText } from '../foundation/order.js';
import type { StageResult } from '../matching/index.js';
import type { Candidates } from './candidates.js';
import type { Degree } from './offer.js';
import type { PlanState } from './plan-state.js';
import type { PriorityGroup } from './teacher.js';
import { PRIORITY_GROUPS } from './teacher.js';
import type { UnmetReason } from './unmet-reason.js';
import { UNMET_REASONS } from './unmet-reason.js';

export interface Covered {
  readonly needs: number;
  readonly met: number;
}

/** Needs with one topic and severity, of teachers of one subject. */
export interface NeedRow extends Covered {
  readonly topic: string;
  /** Absent where the teachers name none. */
  readonly subject?: string;
  readonly severity: Degree;
  /** How many needs are not met for which reason; only reasons that occur. */
  readonly unmet: readonly { readonly why: UnmetReason; readonly needs: number }[];
  /** The topic has offers, but too weak ones. */
  readonly hasWeakOffers: boolean;
}

export interface CapacityRow {
  readonly offer: string;
  readonly kind: string;
  readonly places: number;
  readonly used: number;
  /** What a place is worth at these prices, in weights of needs, where severe ones count more: which capacity to add first. */
  readonly price: number;
  /** What one more place would bring, in the same units, found by letting the plan use it. */
  readonly gainOfOneMore: number;
  /** It does not take place: fewer teachers than its least group. */
  readonly isTooSmall: boolean;
}

/** A share of needs that was asked for. */
export interface FloorResult {
  readonly group: PriorityGroup | 'school';
  /** Where the group is a school. */
  readonly school?: string;
  readonly needs: number;
  /** Shares of the needs by weight, 0..1. */
  readonly asked: number;
  readonly met: number;
  /** No plan has a greater share: proven. */
  readonly most: number;
}

/** How much of an earlier plan is kept. */
export interface Churn {
  readonly earlier: number;
  readonly kept: number;
  /** Still allowed, but not in this plan. */
  readonly dropped: number;
  /** Not allowed any more: teacher, offer, topic or time is gone. */
  readonly gone: number;
  /** New in this plan. */
  readonly added: number;
}

export interface SupportOverview {
  readonly rules: { readonly id: string; readonly verified: boolean };
  readonly teachers: { readonly all: number; readonly withNeeds: number; readonly helped: number };
  readonly seats: number;
  readonly needs: Covered;
  readonly bySeverity: Readonly<Record<Degree, Covered>>;
  readonly byGroup: Readonly<Record<PriorityGroup, Covered>>;
  /** Of costs the bound is from below. */
  readonly stages: readonly StageResult[];
  readonly churn?: Churn;
  /** By offer. */
  readonly capacity: readonly CapacityRow[];
  /** By topic, subject and severity. */
  readonly needRows: readonly NeedRow[];
}

/** Needs by topic, subject of the teacher and severity. */
export function needRows(
  of: Candidates,
  state: PlanState,
  reasons: ReadonlyMap<number, UnmetReason>,
): readonly NeedRow[] {
  const rows = new Map<
    string,
    { first: number; met: number; needs: number; why: Map<UnmetReason, number> }
  >();
  of.needs.forEach(({ teacher, key, severity }, n) => {
    const id = JSON.stringify([key, of.teachers[teacher]?.subject ?? '', severity]);
    const row = rows.get(id) ?? { first: n, met: 0, needs: 0, why: new Map() };
    rows.set(id, row);
    row.needs += 1;
    if (state.met[n] === 1) row.met += 1;
    const why = reasons.get(n);
    if (why !== undefined) row.why.set(why, (row.why.get(why) ?? 0) + 1);
  });
  return [...rows]
    .sort(([one], [other]) => compareText(one, other))
    .flatMap(([, { first, met, needs, why }]): readonly NeedRow[] => {
      const need = of.needs[first];
      if (need === undefined) return [];
      const subject = of.teachers[need.teacher]?.subject;
      return [
        {
          topic: need.topic,
          ...(subject === undefined ? {} : { subject }),
          severity: need.severity,
          needs,
          met,
          unmet: UNMET_REASONS.flatMap((reason) => {
            const count = why.get(reason);
            return count === undefined ? [] : [{ why: reason, needs: count }];
          }),
          hasWeakOffers: of.offersOn(need.key).some((o) => (of.offers[o]?.strength ?? 0) < need.severity),
        },
      ];
    });
}

/** Needs met of all, by severity and by priority group. */
export function coverage(
  of: Candidates,
  state: PlanState,
): Pick<SupportOverview, 'needs' | 'bySeverity' | 'byGroup'> {
  const count = (belongs: (need: Candidates['needs'][number]) => boolean): Covered => {
    let needs = 0;
    let met = 0;
    of.needs.forEach((need, n) => {
      if (!belongs(need)) return;
      needs += 1;
      met += state.met[n] ?? 0;
    });
    return { needs, met };
  };
  const severity = (degree: Degree) => count((need) => need.severity === degree);
  const group = (name: PriorityGroup) =>
    count(({ teacher }) => of.teachers[teacher]?.groups.includes(name) === true);
  const [young, newcomer, low, noExam] = PRIORITY_GROUPS;
  return {
    needs: count(() => true),
    bySeverity: { 1: severity(1), 2: severity(2), 3: severity(3) },
    byGroup: {
      [young]: group(young),
      [newcomer]: group(newcomer),
      [low]: group(low),
      [noExam]: group(noExam),
    },
  };
}
