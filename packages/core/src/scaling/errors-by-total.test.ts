import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/scaling-rows.js';
import type { Figure } from '../foundation/figure.js';
import { alpha, workMoments } from '../solve-rates/index.js';
import { squaredDeviations } from '../statistics/moments.js';
import { binomialErrorsByTotal, errorsByTotal } from './errors-by-total.js';

const estimate = (figure: Figure | undefined) => (figure?.kind === 'known' ? figure.estimate : Number.NaN);

describe('errorsByTotal', () => {
  it('weighs the variances by who has the total', () => {
    const { method, byTotal } = errorsByTotal({
      n: 80,
      grid: [
        {
          ability: -1,
          share: 0.25,
          totals: Float64Array.of(0.9, 0, 0.1),
          trueTotal: 0.1,
          errorVariance: 0.09,
        },
        { ability: 1, share: 0.75, totals: Float64Array.of(0, 0, 1), trueTotal: 1, errorVariance: 0.25 },
      ],
    });
    expect(method).toBe('partial-credit');
    expect(estimate(byTotal[0])).toBeCloseTo(0.3, 12);
    expect(byTotal[1]).toEqual({ kind: 'missing', reason: 'no-pupils', n: 80 });
    expect(estimate(byTotal[2])).toBeCloseTo(Math.sqrt((0.025 * 0.09 + 0.75 * 0.25) / 0.775), 12);
    expect(byTotal[2]).toMatchObject({ n: 80 });
    expect(errorsByTotal({ n: 0, grid: [] }).byTotal).toEqual([]);
  });
});

describe('binomialErrorsByTotal', () => {
  it('is Lord’s error times Keats’ factor', () => {
    const work = workMoments(
      completeOf([
        [1, 1, 1],
        [1, 0, 0],
        [0, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
        [0, 0, 0],
      ]),
    );
    const { method, byTotal } = binomialErrorsByTotal(work, 3);
    expect(method).toBe('binomial-keats');
    const mean = work.total.sum / 6;
    const kr21 = (3 / 2) * (1 - (mean * (3 - mean)) / ((3 * squaredDeviations(work.total)) / 5));
    const factor = (1 - estimate(alpha(work))) / (1 - kr21);
    expect(byTotal.map(estimate)).toEqual(
      [0, 0.5, 1, 1.5, 2, 2.5, 3].map((total) =>
        expect.closeTo(Math.sqrt(((total * (3 - total)) / 2) * factor), 12),
      ),
    );
    expect(byTotal[3]).toMatchObject({ n: 6 });
  });

  it('leaves out the factor where alpha is not known', () => {
    const { items, totals } = completeOf([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
    const shared = binomialErrorsByTotal(workMoments({ items, totals }), 2);
    expect(shared.method).toBe('binomial');
    expect(shared.byTotal.map(estimate)).toEqual([0, Math.sqrt(0.75), 1, Math.sqrt(0.75), 0]);
  });

  it('has nothing for a work of one point', () => {
    const one = binomialErrorsByTotal(workMoments(completeOf([[1], [0]])), 1);
    expect(one.byTotal).toEqual([0, 1, 2].map(() => ({ kind: 'missing', reason: 'one-item', n: 2 })));
    expect(one.method).toBe('binomial');
  });

  it('throws when the maximum is zero', () => {
    const work = workMoments(
      completeOf([
        [1, 0],
        [1, 1],
      ]),
    );
    expect(() => binomialErrorsByTotal(work, 0)).toThrow(
      'binomialErrorsByTotal requires maxPoints above zero',
    );
  });
});
