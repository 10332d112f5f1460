import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../../test/matching-arbitraries.js';
import { bruteForce, lockSome, problemOf } from '../../test/matching-problems.js';
import { ANY_TIME, match, verifyMatching } from './index.js';

describe('match', () => {
  it('finds the best plan of small problems and proves a bound that no plan exceeds', () => {
    fc.assert(
      fc.property(problems({ groups: false }), (problem) => {
        const matching = match(problem);
        expect(verifyMatching(problem, matching)).toEqual([]);
        const best = bruteForce(problem);
        expect(matching.bound).toBeGreaterThanOrEqual(best);
        expect(matching.value).toBe(best);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps least groups, with a bound that no plan exceeds', () => {
    fc.assert(
      fc.property(problems(), (problem) => {
        const matching = match(problem);
        expect(verifyMatching(problem, matching)).toEqual([]);
        const best = bruteForce(problem);
        expect(matching.bound).toBeGreaterThanOrEqual(best);
        expect(matching.value).toBeLessThanOrEqual(best);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps locked pairs, in problems of many seekers too', () => {
    fc.assert(
      fc.property(problems({ seekers: 30, offers: 8 }), fc.integer({ min: 1, max: 3 }), (problem, every) => {
        // Whole groups stay possible where the locks come from a plan.
        const locked = lockSome(problem, match(problem).pairs, every);
        expect(verifyMatching(locked, match(locked))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps of an earlier plan what is still possible, and breaks no rule for it', () => {
    fc.assert(
      fc.property(problems({ seekers: 20, offers: 6 }), (problem) => {
        const plan = match(problem);
        expect(match(problem, { keep: plan.pairs }).pairs).toEqual(plan.pairs);
        const fewer = { ...problem, places: problem.places.map((places) => Math.max(0, places - 1)) };
        const kept = match(fewer, { keep: plan.pairs });
        expect(verifyMatching(fewer, kept)).toEqual([]);
        expect(verifyMatching(problem, match(problem, { keep: problem.pairOffer.map((_, i) => i) }))).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same plan every time', () => {
    fc.assert(
      fc.property(problems({ seekers: 20, offers: 6 }), (problem) => {
        expect(match(problem)).toEqual(match(problem));
      }),
      { numRuns: 50 },
    );
  });

  it('gives a contested place to the one who has nothing else', () => {
    const problem = problemOf(
      [
        {
          weights: [5],
          limit: 1,
          pairs: [
            { offer: 0, mask: 1 },
            { offer: 1, mask: 1 },
          ],
        },
        { weights: [4], limit: 1, pairs: [{ offer: 0, mask: 1 }] },
      ],
      [{ places: 1 }, { places: 1 }],
    );
    expect(match(problem)).toMatchObject({ value: 9, bound: 9, pairs: Int32Array.of(1, 2) });
  });

  it('counts a need once, however many offers meet it', () => {
    const problem = problemOf(
      [
        {
          weights: [5, 1],
          limit: 2,
          pairs: [
            { offer: 0, mask: 1 },
            { offer: 1, mask: 1 },
            { offer: 2, mask: 2 },
          ],
        },
      ],
      [{ places: 1 }, { places: 1 }, { places: 1 }],
    );
    expect(match(problem)).toMatchObject({ value: 6, bound: 6 });
  });

  it('fills a group that pays for itself together only, and dissolves one that does not', () => {
    const both = (other: number) =>
      problemOf(
        [
          {
            weights: [3, 2],
            limit: 1,
            pairs: [
              { offer: 0, mask: 1 },
              { offer: 1, mask: 2 },
            ],
          },
          {
            weights: [3, other],
            limit: 1,
            pairs: [
              { offer: 0, mask: 1 },
              { offer: 2, mask: 2 },
            ],
          },
        ],
        [{ places: 5, leastGroup: 2 }, { places: 1 }, { places: 1 }],
      );
    expect(match(both(2))).toMatchObject({ value: 6, pairs: Int32Array.of(0, 2) });
    expect(match(both(9))).toMatchObject({ value: 11, pairs: Int32Array.of(1, 3) });
  });

  it('fills a group that a settled pair needs with seekers whom it gives nothing', () => {
    const problem = problemOf(
      [
        { weights: [0], limit: 1, pairs: [{ offer: 0, mask: 1, locked: true }] },
        { weights: [0], limit: 1, pairs: [{ offer: 0, mask: 0 }] },
      ],
      [{ places: 2, leastGroup: 2 }],
    );
    expect(match(problem).pairs).toEqual(Int32Array.of(0, 1));
  });

  it('has a plan for nobody, and for offers that nobody can take', () => {
    expect(match(problemOf([], []))).toEqual({
      pairs: new Int32Array(0),
      value: 0,
      bound: 0,
      prices: new Float64Array(0),
    });
    expect(match(problemOf([{ weights: [], limit: 1, pairs: [] }], [{ places: 1 }]))).toMatchObject({
      value: 0,
      bound: 0,
    });
  });

  it('tells eight needs and more apart', () => {
    const weights = Array.from({ length: 31 }, (_, i) => i + 1);
    const problem = problemOf(
      [
        {
          weights,
          limit: 2,
          pairs: [
            { offer: 0, mask: 0x7fffffff & ~0xff },
            { offer: 1, mask: 0x1ff },
            { offer: 2, mask: 1 << 30 },
          ],
        },
      ],
      [{ places: 1 }, { places: 1 }, { places: 1 }],
    );
    expect(match(problem)).toMatchObject({ value: (31 * 32) / 2, bound: (31 * 32) / 2 });
  });
});

describe('verifyMatching', () => {
  const problem = problemOf(
    [
      {
        weights: [5, 3],
        limit: 1,
        hours: 4,
        pairs: [
          { offer: 0, mask: 1 },
          { offer: 1, mask: 2 },
        ],
      },
      { weights: [4], limit: 2, pairs: [{ offer: 0, mask: 1, locked: true }] },
      {
        weights: [7],
        limit: 2,
        hours: 4,
        pairs: [
          { offer: 1, mask: 1 },
          { offer: 2, mask: 1 },
        ],
      },
    ],
    [
      { places: 1, slot: 3 },
      { places: 2, leastGroup: 2, duration: 3, slot: 1 },
      { places: 1, duration: 3, slot: 1 },
    ],
  );
  const right = match(problem);
  const forged = (change: Partial<typeof right>) => verifyMatching(problem, { ...right, ...change });

  it('accepts what match found and refuses each forgery by name', () => {
    expect(right.pairs).toEqual(Int32Array.of(1, 2, 3));
    expect(verifyMatching(problem, right)).toEqual([]);
    expect(forged({ value: right.value + 1 })).toContain('value-wrong');
    expect(forged({ bound: right.value - 1 })).toContain('bound-not-proven');
    expect(forged({ bound: right.bound - 1 })).toContain('bound-not-proven');
    expect(forged({ prices: right.prices.map((price) => price + 100) })).toContain('bound-not-proven');
    expect(forged({ prices: right.prices.map(() => -1) })).toEqual(['price-wrong']);
    expect(forged({ prices: new Float64Array(1) })).toEqual(['price-wrong']);
    expect(forged({ prices: right.prices.map(() => Number.NaN) })).toEqual(['price-wrong']);
    expect(forged({ pairs: Int32Array.of(99) })).toEqual(['unknown-pair']);
    expect(forged({ pairs: Int32Array.of(1, 1, 2, 3) })).toContain('pair-twice');
    expect(forged({ pairs: Int32Array.of(1, 3) })).toContain('locked-pair-missing');
    expect(forged({ pairs: Int32Array.of(0, 2) })).toContain('places-exceeded');
    expect(forged({ pairs: Int32Array.of(0, 1, 2, 3) })).toContain('limit-exceeded');
    expect(forged({ pairs: Int32Array.of(1, 2) })).toContain('group-too-small');
    expect(forged({ pairs: Int32Array.of(1, 2, 3, 4) })).toEqual(['hours-exceeded', 'slot-clash']);
  });

  it('does not take two offers of any time for a clash', () => {
    const free = { ...problem, slot: problem.slot.map(() => ANY_TIME), hours: problem.hours.map(() => 9) };
    expect(verifyMatching(free, { ...right, pairs: Int32Array.of(1, 2, 3, 4) })).toEqual([]);
  });
});
