import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/matching-arbitraries.js';
import { bruteForce, lockSome, problemOf } from '../../test/matching-problems.js';
import { ANY_TIME, match, NO_LIMIT, verifyMatching } from './index.js';
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

/** By seeker: limit, then the groups that it asks for; a `!` behind one is a locked pair. */
const problem = (leastGroup: number, ...seekers: readonly (readonly [limit: number, ...string[]])[]) =>
  problemOf(
    seekers.map(([limit, ...groups]) => ({
      weights: [0],
      limit,
      pairs: groups.map((group) => ({
        offer: Number.parseInt(group, 10),
        mask: 0,
        locked: group.endsWith('!'),
      })),
    })),
    Array.from({ length: 3 }, () => ({ places: 3, leastGroup })),
  );

const filled = (problem: typeof twoGroups) => {
  const plan = new Plan(new SeekerChoices(problem));
  const isFull = fillLockedGroups(plan);
  return {
    isFull,
    used: Array.from(plan.used),
    groups: plan.snapshot().map((pairs) => Array.from(pairs).sort()),
  };
};

describe('fillLockedGroups', () => {
  it('lets a seeker change over where the other group finds somebody else, and further on', () => {
    // The first joins group 0 and is the only one who may join group 1; group 0 then finds the third.
    expect(filled(problem(2, [1, '0', '1'], [1, '0!'], [2, '0', '1!']))).toEqual({
      isFull: true,
      used: [2, 2, 0],
      groups: [[1], [2], [3, 4]],
    });
    // The first two stand in groups 0 and 1; group 2 needs the second, whose place the first takes, whose place the last takes.
    const chain = problem(2, [1, '0', '1'], [1, '1', '2'], [1, '0!'], [1, '1!'], [2, '0', '2!']);
    expect(filled(chain)).toEqual({ isFull: true, used: [2, 2, 2], groups: [[1], [3], [4], [5], [6, 7]] });
  });

  it('changes one seat of a seeker, where the others allow it', () => {
    const two = problem(2, [2, '0', '1', '2!'], [1, '0!'], [2, '0', '1!'], [1, '2!']);
    expect(filled(two)).toEqual({ isFull: true, used: [2, 2, 2], groups: [[1, 2], [3], [4, 5], [6]] });
    // Groups 1 and 2 meet at the same time.
    expect(filled({ ...two, slot: Int32Array.from([ANY_TIME, 1, 1]) })).toMatchObject({
      isFull: false,
      used: [2, 1, 2],
    });
  });

  it('seats nobody twice, leaves locked pairs and full groups alone, and takes back what leads nowhere', () => {
    expect(filled(problem(2, [3, '0!']))).toMatchObject({ isFull: false, used: [1, 0, 0] });
    expect(filled(problem(2, [2, '0', '1!'], [1, '0!'], [1, '0']))).toMatchObject({
      isFull: false,
      used: [2, 1, 0],
    });
    // Only the first may join group 1, and is settled in group 0.
    expect(filled(problem(2, [1, '0!', '1'], [1, '0'], [1, '1!']))).toEqual({
      isFull: false,
      used: [2, 1, 0],
      groups: [[0], [2], [3]],
    });
    // Also where somebody could take that seat.
    expect(filled(problem(2, [1, '0!', '1'], [1, '0'], [1, '1!'], [1, '0']))).toMatchObject({
      isFull: false,
      groups: [[0], [2], [3], []],
    });
    expect(filled(problem(2, [1, '0', '1'], [1, '0!'], [1, '1!']))).toEqual({
      isFull: false,
      used: [2, 1, 0],
      groups: [[0], [2], [3]],
    });
    expect(filled(problem(2, [1, '0!'], [1, '0!'], [1, '0']))).toMatchObject({
      isFull: true,
      used: [2, 0, 0],
    });
  });

  it('is what match falls back on: the cheapest way first would leave a group with one', () => {
    const matching = match(twoGroups);
    expect(verifyMatching(twoGroups, matching)).toEqual([]);
    expect(matching.value).toBe(bruteForce(twoGroups));
    expect(verifyMatching(twoGroups, match(twoGroups, { keep: new Int32Array() }))).toEqual([]);
  });

  it('says where nobody is left, and where a group has fewer places than it needs', () => {
    expect(filled({ ...twoGroups, limit: Int32Array.from([1, 1, 1]) })).toMatchObject({
      isFull: false,
      used: [2, 1],
    });
    expect(filled({ ...twoGroups, leastGroup: Int32Array.from([3, 0]) })).toMatchObject({
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
