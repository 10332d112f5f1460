import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/matching-arbitraries.js';
import { bruteForce, lockSome, problemOf } from '../../test/matching-problems.js';
import { match, NO_LIMIT, verifyMatching } from './index.js';
import { fillLockedGroups } from './locked-groups.js';
import { Plan } from './plan.js';
import { SeekerChoices } from './seeker-choices.js';

/** Two groups of two; each has one locked pair, and the third seeker may join only one of them. */
const twoGroups = problemOf(
  [
    { weights: [1], limit: 1, pairs: [{ offer: 0, mask: 1, locked: true }] },
    {
      weights: [0, 1],
      limit: 2,
      pairs: [
        { offer: 0, mask: 0, cost: 1 },
        { offer: 1, mask: 2, locked: true },
      ],
    },
    {
      weights: [0],
      limit: 1,
      pairs: [
        { offer: 0, mask: 0 },
        { offer: 1, mask: 0 },
      ],
    },
  ],
  [
    { places: 2, leastGroup: 2 },
    { places: 2, leastGroup: 2 },
  ],
);

const filled = (problem: typeof twoGroups) => {
  const plan = new Plan(new SeekerChoices(problem));
  return { isFull: fillLockedGroups(plan), used: Array.from(plan.used) };
};

describe('fillLockedGroups', () => {
  it('lets a seeker change over where the other group finds somebody else', () => {
    expect(filled(twoGroups)).toEqual({ isFull: true, used: [2, 2] });
  });

  it('is what match falls back on: the cheapest way first would leave a group with one', () => {
    const matching = match(twoGroups);
    expect(verifyMatching(twoGroups, matching)).toEqual([]);
    expect(matching.value).toBe(bruteForce(twoGroups));
    expect(verifyMatching(twoGroups, match(twoGroups, { keep: new Int32Array() }))).toEqual([]);
  });

  it('says where nobody is left, and where a group has fewer places than it needs', () => {
    expect(filled({ ...twoGroups, limit: Int32Array.from([1, 1, 1]) })).toEqual({
      isFull: false,
      used: [2, 1],
    });
    expect(filled({ ...twoGroups, leastGroup: Int32Array.from([3, 0]) })).toEqual({
      isFull: false,
      used: [1, 1],
    });
  });

  it('finds the way wherever there is one, if hours are not counted', () => {
    fc.assert(
      fc.property(
        problems({ seekers: 7, offers: 6 }),
        fc.integer({ min: 1, max: 3 }),
        ({ hours, ...rest }, every) => {
          const problem = { ...rest, hours: hours.fill(NO_LIMIT) };
          const locked = lockSome(problem, match(problem).pairs, every);
          expect(filled(locked).isFull).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
