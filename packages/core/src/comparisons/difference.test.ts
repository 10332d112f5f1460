import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../test/complete-counts.js';
import type { ItemScores } from '../solve-rates/index.js';
import { itemScores } from '../solve-rates/index.js';
import { newcombeInterval, welchTest } from '../statistics/index.js';
import { rateDifference } from './index.js';

const scores = (points: readonly number[], max?: number): ItemScores => {
  const [found] = itemScores(
    countsOf(
      [undefined],
      points.map((each) => [each]),
    ),
    [max],
  );
  if (found === undefined) throw new Error('no item');
  return found;
};
const nobody = { ...scores([0], 1), n: 0, zero: 0 };

describe('rateDifference', () => {
  it('of a 0/1 item has Newcombe’s interval and the pooled test', () => {
    const found = rateDifference(scores([1, 1, 1, 0]), scores([1, 0, 0, 0, 0]), 1);
    expect(found).toEqual({
      difference: {
        kind: 'known',
        estimate: expect.closeTo(0.55, 14),
        n: 9,
        interval: newcombeInterval({ share: 0.75, n: 4 }, { share: 0.2, n: 5 }),
      },
      p: expect.closeTo(0.0989, 4),
    });
  });

  it('of several points is Welch’s on shares of the maximum, inside −1..1', () => {
    const found = rateDifference(scores([2, 1, 2]), scores([0, 1, 2, 0]), 2);
    const welch = welchTest({ n: 3, sum: 2.5, sumOfSquares: 2.25 }, { n: 4, sum: 1.5, sumOfSquares: 1.25 });
    expect(found.p).toBeCloseTo(welch?.p ?? 9, 14);
    expect(found.difference).toMatchObject({ estimate: expect.closeTo(2.5 / 3 - 1.5 / 4, 14), n: 7 });
    expect(found.difference).toMatchObject({
      interval: { low: expect.closeTo(welch?.interval.low ?? 9, 14), high: 1, method: 'welch' },
    });
    // A maximum of 1 with half points is an item of several points.
    expect(rateDifference(scores([1, 0.5]), scores([0, 0.5]), 1).difference).toMatchObject({
      interval: { method: 'welch' },
    });
    // So is a maximum of 2 of which only 0 and 1 occur.
    expect(rateDifference(scores([1, 0]), scores([0, 1]), 2).difference).toMatchObject({
      interval: { method: 'welch' },
    });
  });

  it('does not take a group without variation for certain', () => {
    const found = rateDifference(scores([2, 2]), scores([0, 2, 1, 2]), 2);
    expect(found.difference).toMatchObject({
      interval: newcombeInterval({ share: 1, n: 2 }, { share: 5 / 8, n: 4 }),
    });
    expect(found.p).toBeGreaterThan(0.3);
    expect(rateDifference(scores([0, 2, 1, 2]), scores([2, 2]), 2).difference).toMatchObject({
      interval: { method: 'newcombe' },
    });
    expect(rateDifference(scores([1, 1]), scores([1, 1]), 2)).toMatchObject({
      difference: { estimate: 0 },
      p: 1,
    });
  });

  it('has no p where both groups are at one end', () => {
    for (const points of [0, 1]) {
      const found = rateDifference(scores([points, points]), scores([points, points, points]), 1);
      expect(found).toMatchObject({ difference: { kind: 'known', estimate: 0 } });
      expect(found).not.toHaveProperty('p');
    }
  });

  it('says why it is missing', () => {
    const why = (one: ItemScores, other: ItemScores, max?: number) => rateDifference(one, other, max);
    const none = (reason: string, n: number) => ({ difference: { kind: 'missing', reason, n } });
    expect(why(nobody, scores([1, 0]), 1)).toEqual(none('no-pupils', 2));
    expect(why(scores([1, 0]), { ...nobody, notTaught: 2 }, 1)).toEqual(none('not-taught', 2));
    expect(why(scores([1]), scores([1, 0]), 1)).toEqual(none('too-few', 3));
    expect(why(scores([1, 0]), scores([1]), 1)).toEqual(none('too-few', 3));
    expect(why(scores([1, 0]), scores([1, 0]))).toEqual(none('max-unknown', 4));
  });

  it('is antisymmetric', () => {
    const points = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(points, points, (one, other) => {
        const there = rateDifference(scores(one), scores(other), 2);
        const back = rateDifference(scores(other), scores(one), 2);
        if (there.difference.kind === 'missing' || back.difference.kind === 'missing')
          throw new Error('missing');
        expect(there.difference.estimate).toBeCloseTo(-back.difference.estimate, 12);
        expect(there.difference.interval?.low).toBeCloseTo(-(back.difference.interval?.high ?? 9), 9);
        expect(there.p ?? 9).toBeCloseTo(back.p ?? 9, 9);
      }),
    );
  });
});
