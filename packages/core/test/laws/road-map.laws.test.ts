import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanEvent, PlanState, Role } from '../../src/road-map/index.js';
import {
  applyChanges,
  canonicalJson,
  checkPlan,
  contentHash,
  contentOf,
  diffPlans,
  isIntact,
  matchApproval,
  PLAN_STATES,
  ROLES,
  recordEvent,
  recordMeasure,
  refusalOf,
  releaseOf,
  stateOf,
  stepsBetween,
  WORKFLOW,
} from '../../src/road-map/index.js';
import { parseRoadMap } from '../../src/schema/index.js';
import { anyPlan } from '../road-map/plan.arbitrary.js';

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a plan', () => {
  it('comes back from its JSON, whatever is in it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const read = parseRoadMap(json(plan));
        expect(read).toEqual({ kind: 'plan', plan: json(plan) });
        expect(checkPlan(plan)).toEqual([]);
      }),
    );
  });

  it('is the other version after the changes between them', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const changes = diffPlans(one, other);
        expect(canonicalJson(json(applyChanges(one, changes)))).toBe(canonicalJson(json(contentOf(other))));
        expect(changes.length === 0).toBe(contentHash(one) === contentHash(other));
      }),
    );
  });

  it('has no changes from itself', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(diffPlans(plan, json(plan))).toEqual([]);
      }),
    );
  });
});

describe('the hash of the content', () => {
  it('depends neither on the order of keys nor on the record nor on the provenance', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const shuffled = Object.fromEntries(Object.entries(json(plan)).reverse());
        const read = parseRoadMap(shuffled);
        if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
        expect(contentHash(read.plan)).toBe(contentHash(plan));
        const first = plan.measures[0];
        if (first === undefined) return;
        const ticked = recordMeasure(plan, { measure: first.id, status: 'done', date: '2025-10-01' });
        expect(ticked).toBeDefined();
        if (ticked === undefined) return;
        expect(contentHash(ticked)).toBe(contentHash(plan));
        expect(
          contentHash({
            ...plan,
            measures: [{ ...first, text: `${first.text}.` }, ...plan.measures.slice(1)],
          }),
        ).not.toBe(contentHash(plan));
      }),
    );
  });

  it('tells a release that was changed', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const release = releaseOf(plan);
        expect(isIntact(release)).toBe(true);
        expect(matchApproval(plan, release).kind).toBe('approved');
        expect(isIntact({ ...release, plan: { ...release.plan, title: `${release.plan.title}!` } })).toBe(
          false,
        );
      }),
    );
  });
});

const states = Object.keys(PLAN_STATES).filter((key): key is PlanState => Object.hasOwn(PLAN_STATES, key));
const roles = Object.keys(ROLES).filter((key): key is Role => Object.hasOwn(ROLES, key));
const anyEvent: fc.Arbitrary<PlanEvent> = fc.record(
  {
    event: fc.constantFrom(...states),
    date: fc.constantFrom('2025-09-01', '2025-09-02', '2025-10-01'),
    role: fc.constantFrom(...roles),
    due: fc.constantFrom('2025-09-01', '2025-12-01'),
  },
  { requiredKeys: ['event', 'date'] },
);

describe('the workflow', () => {
  it('never reaches a state by a step that is not permitted, nor by a role that may not take it', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyEvent, { maxLength: 30 }), (first, events) => {
        let plan = first;
        for (const event of events) {
          const before = plan.record?.events ?? [];
          const result = recordEvent(plan, event);
          expect(result.kind === 'refused').toBe(refusalOf(before, event) !== undefined);
          if (result.kind === 'refused') continue;
          plan = result.plan;
          const opens = before.length === 0 && event.event === 'drafted';
          const step = WORKFLOW.find((each) => each.from === stateOf(before) && each.event === event.event);
          expect(opens || step !== undefined).toBe(true);
          if (!opens && event.role !== undefined) expect(step?.roles).toContain(event.role);
          if (event.event === 'returned') expect(event.due).toBeDefined();
          if (before.length > 0) expect(event.date >= (before.at(-1)?.date ?? '')).toBe(true);
        }
      }),
    );
  });

  it('leads from the draft to every state, and nowhere from the ends', () => {
    for (const state of states) {
      if (state !== 'drafted') expect(stepsBetween('drafted', state)).toBeDefined();
      for (const end of ['completed', 'withdrawn'] as const) expect(stepsBetween(end, state)).toBeUndefined();
    }
    expect(stepsBetween('drafted', 'approved')).toEqual(['submitted', 'agreed']);
    // Nothing is approved that was not agreed, nothing published that was not approved.
    for (const { from, event } of WORKFLOW) {
      if (event === 'approved') expect(from).toBe('agreed');
      if (event === 'published') expect(['approved', 'underWay']).toContain(from);
    }
  });
});
