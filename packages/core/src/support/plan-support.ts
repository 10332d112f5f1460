import type { Matching, StagedMatching, StageOptions } from '../matching/index.js';
import { gainsOfOneMore, matchInStages } from '../matching/index.js';
import type { Candidates } from './candidates.js';
import type { TeacherAndOffer } from './declared-deficit.js';
import type { FloorAsked } from './floors.js';
import { floorsOf } from './floors.js';
import { PlanState } from './plan-state.js';
import { seatsOf } from './seats.js';
import type { CapacityRow, Churn, SupportOverview } from './support-overview.js';
import { coverage, needRows } from './support-overview.js';
import type { UnmetNeed } from './support-plan.js';
import { SupportPlan } from './support-plan.js';
import type { UnmetReason } from './unmet-reason.js';
import { unmetReason } from './unmet-reason.js';

export interface SupportPlanOptions {
  readonly floors?: readonly FloorAsked[];
  /** Number of pairs of the earlier plan that `candidates` was given; absent = there was none. */
  readonly earlier?: number;
}

/**
 * Makes the plan in stages: severe needs first, then all needs by weight, floors, then costs. Where an earlier plan was
 * given, what can be kept of it is kept. Same input, same plan, in whatever order it was given.
 */
export function planSupport(
  of: Candidates,
  { floors: asked = [], earlier }: SupportPlanOptions = {},
): SupportPlan {
  const { problem, needs, rules } = of;
  const floors = floorsOf(of, asked);
  const { result, broken } = feasible(of, {
    severe: Int32Array.from(needs, ({ severity }) => (severity >= rules.severeFrom ? 1 : 0)),
    floors: floors.map(({ needs: own, share }) => ({ needs: own, share })),
    ...(earlier === undefined ? {} : { keep: of.earlierPairs }),
  });
  const { matching, stages } = result;
  const state = new PlanState(problem, matching.pairs);
  const unmet: UnmetNeed[] = [];
  const reasons = new Map<number, UnmetReason>();
  needs.forEach(({ teacher, topic, severity, sources }, n) => {
    if (state.met[n] === 1) return;
    const why = unmetReason(of, state, n);
    reasons.set(n, why.why);
    unmet.push({ teacher: of.teachers[teacher]?.teacher ?? '', topic, severity, sources, ...why });
  });
  const overview: SupportOverview = {
    rules: { id: rules.id, verified: rules.verified },
    teachers: teacherCounts(of, state),
    seats: matching.pairs.length,
    ...coverage(of, state),
    stages,
    ...(earlier === undefined ? {} : { churn: churnOf(of, matching, earlier) }),
    capacity: capacityOf(of, result, state),
    needRows: needRows(of, state, reasons),
  };
  const figures = {
    confidential: 'support-only',
    schema: 'orientir.support-plan',
    version: 1,
    seats: seatsOf(of, result, state),
    unmet,
    brokenLocks: [...of.brokenLocks, ...broken],
    floors: result.floors.map(({ share, met, most }, f) => ({
      group: floors[f]?.group ?? 'school',
      ...(floors[f]?.school === undefined ? {} : { school: floors[f].school }),
      needs: floors[f]?.needs.length ?? 0,
      asked: share,
      met,
      most,
    })),
  } as const;
  return new SupportPlan(of, overview, figures, state, matching.prices);
}

/**
 * Settled pairs may leave nobody for the least group of another settled offer. Then the pairs of the offer that lacks
 * somebody do not hold, and the plan is made again without them.
 */
function feasible(of: Candidates, options: StageOptions) {
  const broken: TeacherAndOffer[] = [];
  let { problem } = of;
  for (;;) {
    const result = matchInStages(problem, options);
    const { used } = new PlanState(problem, result.matching.pairs);
    const isTooSmall = (o: number) => (used[o] ?? 0) > 0 && (used[o] ?? 0) < (problem.leastGroup[o] ?? 0);
    const pairLocked = problem.pairLocked.map((isLocked, pair) =>
      isLocked === 1 && isTooSmall(problem.pairOffer[pair] ?? 0) ? 0 : isLocked,
    );
    const freed = pairLocked.findIndex((isLocked, pair) => isLocked !== problem.pairLocked[pair]);
    if (freed < 0) return { result, broken };
    of.teachers.forEach(({ teacher }, t) => {
      for (let pair = problem.pairStart[t] ?? 0; pair < (problem.pairStart[t + 1] ?? 0); pair++)
        if (pairLocked[pair] !== problem.pairLocked[pair])
          broken.push({ teacher, offer: of.offers[problem.pairOffer[pair] ?? 0]?.offer ?? '' });
    });
    problem = { ...problem, pairLocked };
  }
}

function teacherCounts({ teachers, problem }: Candidates, state: PlanState): SupportOverview['teachers'] {
  let withNeeds = 0;
  let helped = 0;
  teachers.forEach((_, t) => {
    if ((problem.needStart[t + 1] ?? 0) > (problem.needStart[t] ?? 0)) withNeeds += 1;
    if (state.pairsOf(t).length > 0) helped += 1;
  });
  return { all: teachers.length, withNeeds, helped };
}

function churnOf(of: Candidates, { pairs }: Matching, earlier: number): Churn {
  const before = new Set(of.earlierPairs);
  const kept = pairs.reduce((count, pair) => count + (before.has(pair) ? 1 : 0), 0);
  return {
    earlier,
    kept,
    dropped: before.size - kept,
    gone: of.earlierGone.length,
    added: pairs.length - kept,
  };
}

function capacityOf(
  of: Candidates,
  { problem, matching }: StagedMatching,
  state: PlanState,
): readonly CapacityRow[] {
  const gains = gainsOfOneMore(problem, matching);
  return of.offers.map(({ offer, kind, places }, o) => ({
    offer,
    kind,
    places,
    used: state.used[o] ?? 0,
    price: matching.prices[o] ?? 0,
    gainOfOneMore: gains[o] ?? 0,
    isTooSmall: of.isTooSmall(o) || state.isClosed(o),
  }));
}
