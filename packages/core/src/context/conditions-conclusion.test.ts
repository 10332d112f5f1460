import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { known, missing } from '../foundation/index.js';
import type { SchoolContext } from './index.js';
import { conditionsConclusion, resilient } from './index.js';

const interval = (low: number, high: number) => ({ low, high, method: 'normal' as const });
/** Low results in hard conditions, as schools of such conditions have them. */
const school: SchoolContext = {
  school: 's',
  index: known(1.2, 100),
  leftOut: [],
  onScaleOfAll: false,
  doubtful: [],
  flagged: false,
  result: known(-0.6, 60),
  expected: known(-0.5, 3000),
  difference: known(-0.05, 60, interval(-0.25, 0.15)),
  probability: 0.3,
  class: 'undetermined',
  quadrant: { result: 'low', hard: true },
};
const rules = { resilience: resilient, minPupils: 10 };
const of = (changed: Partial<SchoolContext>) => conditionsConclusion({ ...school, ...changed }, rules);

describe('conditionsConclusion', () => {
  it('tells hard conditions from weak work', () => {
    expect(of({})).toBe('hard-conditions');
    expect(of({ probability: 0.09 })).toBe('below-expected');
    expect(of({ probability: 0.09, quadrant: { result: 'low', hard: false } })).toBe('below-expected');
    expect(of({ probability: 0.11 })).toBe('hard-conditions');
    expect(of({ quadrant: { result: 'low', hard: false } })).toBeUndefined();
  });

  it('says nothing of results that may be as good as those of all, or that are not low', () => {
    expect(of({ difference: known(-0.05, 60, interval(-0.6, 0.5)) })).toBeUndefined();
    expect(of({ difference: known(-0.05, 60) })).toBe('hard-conditions');
    expect(of({ difference: known(0.5, 60) })).toBeUndefined();
    expect(of({ quadrant: { result: 'middle', hard: true } })).toBeUndefined();
    expect(
      of({ expected: missing('too-few-schools'), difference: missing('too-few-schools') }),
    ).toBeUndefined();
    expect(conditionsConclusion({ ...school, difference: missing('no-pupils') }, rules)).toBeUndefined();
    const { quadrant: _, ...without } = school;
    expect(conditionsConclusion(without, rules)).toBeUndefined();
  });

  it('names a resilient school, unless a result of it looks doubtful', () => {
    const above = {
      class: 'resilient',
      probability: 0.97,
      quadrant: { result: 'middle', hard: true },
    } as const;
    expect(of(above)).toBe('resilient-school');
    expect(of({ ...above, doubtful: ['work'] })).toBeUndefined();
    expect(of({ ...above, flagged: true })).toBeUndefined();
    // A marker is no reason to leave out what the school needs.
    expect(of({ flagged: true })).toBe('hard-conditions');
  });

  it('concludes nothing of fewer pupils than any finding needs', () => {
    const few = { result: known(-0.6, 9) };
    expect(of({ ...few })).toBeUndefined();
    expect(of({ ...few, probability: 0.01 })).toBeUndefined();
    expect(of({ ...few, class: 'resilient' })).toBeUndefined();
    expect(of({ result: known(-0.6, 10) })).toBe('hard-conditions');
  });

  it('never calls a school weak because its result is higher', () => {
    const share = between(0, 1);
    fc.assert(
      fc.property(share, share, fc.boolean(), (one, other, hard) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
        const at = (probability: number) => of({ probability, quadrant: { result: 'low', hard } });
        if (at(higher) === 'below-expected') expect(at(lower)).toBe('below-expected');
      }),
    );
  });
});
