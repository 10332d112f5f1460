import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { betaProbability, studentTProbability, wilsonInterval } from '../statistics/index.js';
import { add, empty, summarise } from '../tally/index.js';
import { itemRestCorrelation, itemTotalCorrelation, upperLower27 } from './discrimination.js';
import type { ItemScores } from './item-scores.js';
import { probabilityBelow } from './probability-below.js';
import { scoreShares, shareOf, solveRate } from './solve-rate.js';
import { pointsByTotal, workMoments } from './work-moments.js';

const scores = (of: Partial<ItemScores>): ItemScores => ({
  n: 0,
  sum: 0,
  sumOfSquares: 0,
  full: 0,
  zero: 0,
  notAttempted: 0,
  notTaught: 0,
  zeroOne: true,
  ...of,
});

describe('probabilityBelow', () => {
  it('is the beta posterior for items of one point', () => {
    expect(probabilityBelow({ n: 10, sum: 4, sumOfSquares: 4, zeroOne: true }, 1, 0.5)).toBe(
      betaProbability(0.5, 4.5, 6.5),
    );
    expect(probabilityBelow({ n: 1, sum: 1, sumOfSquares: 1, zeroOne: true }, 1, 0.5)).toBe(
      betaProbability(0.5, 1.5, 0.5),
    );
  });

  it('is Student’s t for items of several points', () => {
    const of = { n: 4, sum: 4, sumOfSquares: 8, zeroOne: false };
    const error = Math.sqrt((8 - 16 / 4) / 3) / Math.sqrt(4) / 2;
    expect(probabilityBelow(of, 2, 0.7)).toBeCloseTo(studentTProbability((0.7 - 0.5) / error, 3), 14);
    const two = { n: 2, sum: 3, sumOfSquares: 5, zeroOne: false };
    expect(probabilityBelow(two, 2, 0.5)).toBeCloseTo(
      studentTProbability((0.5 - 0.75) / (Math.sqrt(0.5) / Math.sqrt(2) / 2), 1),
      14,
    );
    // A one-point item with half points is no 0/1 item, nor is a two-point item with 0 and 1 only.
    const halves = { n: 3, sum: 1.5, sumOfSquares: 1.25, zeroOne: false };
    expect(probabilityBelow(halves, 1, 0.6)).toBeCloseTo(
      studentTProbability(0.1 / (Math.sqrt((1.25 - 0.75) / 2) / Math.sqrt(3)), 2),
      14,
    );
    const ones = { n: 3, sum: 2, sumOfSquares: 2, zeroOne: true };
    expect(probabilityBelow(ones, 2, 0.6)).toBeCloseTo(
      studentTProbability((0.6 - 1 / 3) / (Math.sqrt((2 - 4 / 3) / 2) / Math.sqrt(3) / 2), 2),
      14,
    );
  });

  it('is the beta posterior on points where all have the same score', () => {
    expect(probabilityBelow({ n: 5, sum: 5, sumOfSquares: 5, zeroOne: false }, 2, 0.4)).toBe(
      betaProbability(0.4, 3, 3),
    );
    expect(probabilityBelow({ n: 1, sum: 1, sumOfSquares: 1, zeroOne: false }, 2, 0.4)).toBe(
      betaProbability(0.4, 1, 1),
    );
  });
});

describe('shares', () => {
  it('have their Wilson interval, in small groups and large ones, each time anew', () => {
    for (const [count, n] of [
      [0, 1],
      [1, 1],
      [3, 7],
      [7, 7],
      [0, 8],
      [64, 64],
      [20, 65],
      [20, 65],
      [3, 7],
      [500, 1000],
    ] as const) {
      expect(shareOf(count, n)).toEqual({
        kind: 'known',
        estimate: count / n,
        n,
        interval: { ...wilsonInterval(count / n, n), method: 'wilson' },
      });
    }
  });

  it('of full, some and no points say why they are missing', () => {
    const none = (reason: string, n = 0) => ({ kind: 'missing', reason, n });
    expect(scoreShares(scores({}), 1)).toEqual({
      full: none('no-pupils'),
      partial: none('no-pupils'),
      zero: none('no-pupils'),
    });
    expect(scoreShares(scores({ notTaught: 3 }), 1).zero).toEqual(none('not-taught'));
    const some = scores({ n: 10, full: 3, zero: 2 });
    expect(scoreShares(some, undefined)).toEqual({
      full: none('max-unknown', 10),
      partial: none('max-unknown', 10),
      zero: { kind: 'known', estimate: 0.2, n: 10 },
    });
    expect(scoreShares(some, 2).partial).toEqual({ kind: 'known', estimate: 0.5, n: 10 });
    expect(solveRate(scores({}), 1)).toEqual(none('no-pupils'));
    expect(solveRate(scores({ notTaught: 1 }), 1)).toEqual(none('not-taught'));
    expect(solveRate(scores({ n: 4, sum: 2 }), undefined)).toEqual(none('max-unknown', 4));
  });
});

describe('discrimination', () => {
  const of = (maxima: readonly number[], rows: readonly (readonly number[])[]) => {
    const block = aBlock(
      anAssessment(maxima),
      rows.map((codes) => ({ codes: codes.map((points) => points * 2) })),
    );
    const complete = summarise(add(empty(), block))[0]?.groups.find(({ level }) => level === 'all')?.counts
      .complete;
    if (complete === undefined) throw new Error('nobody is complete');
    const work = workMoments(complete);
    const item = work.items?.[0];
    if (item === undefined) throw new Error('no items');
    const points = pointsByTotal(complete)?.get(0) ?? [];
    return {
      rest: itemRestCorrelation(work, item),
      total: itemTotalCorrelation(work, item),
      index: (max: number | undefined) => upperLower27(work, points, max),
    };
  };
  const reason = (figure: { kind: string; reason?: string }) => figure.reason ?? figure.kind;

  it('needs two items, two pupils and differences between them', () => {
    expect(reason(of([1], [[0], [1]]).rest)).toBe('one-item');
    expect(reason(of([1, 1], [[0, 1]]).rest)).toBe('too-few');
    expect(reason(of([1, 1], [[0, 1]]).index(1))).toBe('too-few');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 1],
            [0, 0],
          ],
        ).rest,
      ),
    ).toBe('no-variation');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 1],
            [1, 1],
          ],
        ).rest,
      ),
    ).toBe('no-variation');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 0],
            [1, 1],
          ],
        ).rest,
      ),
    ).toBe('known');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 1],
            [1, 0],
          ],
        ).total,
      ),
    ).toBe('no-variation');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 1],
            [1, 0],
          ],
        ).index(1),
      ),
    ).toBe('no-variation');
    expect(
      reason(
        of(
          [1, 1],
          [
            [0, 0],
            [1, 1],
          ],
        ).index(undefined),
      ),
    ).toBe('max-unknown');
  });

  it('is what pencil and paper give', () => {
    const small = of(
      [1, 1],
      [
        [0, 0],
        [1, 1],
      ],
    );
    expect(small.rest).toMatchObject({ estimate: 1, n: 2 });
    expect(small.index(1)).toMatchObject({ estimate: 1 });
    const three = of(
      [2, 1, 1],
      [
        [0, 0, 1],
        [1, 1, 0],
        [2, 1, 1],
      ],
    );
    // Item 0 1 2, rest 1 1 2: covariance 1/2, variances 1 and 1/3.
    expect(three.rest).toMatchObject({ estimate: expect.closeTo(0.5 / Math.sqrt(1 / 3), 12), n: 3 });
  });
});
