import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/complete-counts.js';
import { anAssessment } from '../../test/response-rows.js';
import { solveRate } from '../solve-rates/index.js';
import type { RatesByGroup } from './index.js';
import { ratesByMark, ratesByQuarter } from './index.js';

const times = <Of>(n: number, row: Of): readonly Of[] => new Array<Of>(n).fill(row);
const knownRates = (of: ReturnType<typeof ratesByMark>): RatesByGroup => {
  if (of.kind === 'missing') throw new Error(of.reason);
  return of;
};
const estimates = (of: RatesByGroup, place: number) =>
  of.items[place]?.rates.map((rate) => (rate.kind === 'known' ? rate.estimate : rate.reason));

describe('ratesByMark', () => {
  const markScale = [
    { mark: 2, min: 0 },
    { mark: 3, min: 1 },
    { mark: 4, min: 2 },
    { mark: 5, min: 3 },
  ];
  const work = anAssessment([1, 2], { markScale });
  const rows = [
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 1],
  ];

  it('has the solve rate of each mark, empty marks missing', () => {
    const found = knownRates(ratesByMark(completeOf([1, 2], rows), work));
    expect(found.groups).toEqual([
      { group: 2, n: 2, totals: { from: 0, to: 0 } },
      { group: 3, n: 2, totals: { from: 1, to: 1 } },
      { group: 4, n: 3, totals: { from: 2, to: 2 } },
      { group: 5, n: 0 },
    ]);
    expect(estimates(found, 0)).toEqual([0, 0.5, 2 / 3, 'no-pupils']);
    expect(estimates(found, 1)).toEqual([0, 0.25, 4 / 6, 'no-pupils']);
    expect(found.items.map(({ item }) => item)).toEqual([0, 1]);
  });

  it('has the interval of the solve rate', () => {
    const found = knownRates(ratesByMark(completeOf([1, 2], rows), work));
    expect(found.items[1]?.rates[2]).toEqual(
      solveRate(
        { n: 3, sum: 4, sumOfSquares: 6, full: 1, zero: 0, notAttempted: 0, notTaught: 0, zeroOne: false },
        2,
      ),
    );
    expect(found.items[0]?.rates[2]).toMatchObject({ interval: { method: 'wilson' } });
  });

  it('has none where marks have side conditions', () => {
    const markConditions = [{ items: ['1'], min: 1, marks: [3, 4, 5], otherwise: 2 }];
    expect(ratesByMark(completeOf([1, 2], rows), { ...work, markConditions })).toMatchObject({
      reason: 'no-marks',
    });
  });

  it('leaves totals below every border out', () => {
    const scale = [
      { mark: 3, min: 1 },
      { mark: 2, min: 0.5 },
    ];
    const found = knownRates(
      ratesByMark(completeOf([1, 2], rows), anAssessment([1, 2], { markScale: scale })),
    );
    expect(found.groups).toEqual([
      { group: 2, n: 0 },
      { group: 3, n: 5, totals: { from: 1, to: 2 } },
    ]);
  });

  it('says why it is missing', () => {
    const complete = completeOf([1, 2], rows);
    const { cross: _, ...shared } = complete;
    const none = (reason: string, n = 0) => ({ kind: 'missing', reason, n });
    expect(ratesByMark(complete, anAssessment([1, 2]))).toEqual(none('no-marks'));
    expect(ratesByMark(complete, anAssessment([1, 2], { markScale: [] }))).toEqual(none('no-marks'));
    expect(ratesByMark(complete, anAssessment([1, 2, 1], { markScale }))).toEqual(none('several-forms'));
    expect(ratesByMark(shared, work)).toEqual(none('no-cross-table', 7));
    const nobody = { items: [0, 1], totals: { ...complete.totals, to: complete.totals.from } };
    expect(ratesByMark(nobody, work)).toEqual(none('no-complete'));
    expect(
      estimates(knownRates(ratesByMark(complete, anAssessment([undefined, 2], { markScale }))), 0),
    ).toEqual(['max-unknown', 'max-unknown', 'max-unknown', 'no-pupils']);
  });
});

describe('ratesByQuarter', () => {
  it('keeps equal totals together, so the highest quarter may be empty', () => {
    const rows = [...times(3, [0, 0]), ...times(4, [1, 0]), ...times(5, [1, 1])];
    const found = knownRates(ratesByQuarter(completeOf([1, 1], rows), [1, 1]));
    expect(found.groups).toEqual([
      { group: 1, n: 3, totals: { from: 0, to: 0 } },
      { group: 2, n: 4, totals: { from: 1, to: 1 } },
      { group: 3, n: 5, totals: { from: 2, to: 2 } },
      { group: 4, n: 0 },
    ]);
    expect(estimates(found, 0)).toEqual([0, 1, 1, 'no-pupils']);
    expect(estimates(found, 1)).toEqual([0, 0, 1, 'no-pupils']);
    expect(found.items[0]).toMatchObject({ crossing: false, nonMonotone: false });
  });

  it('is missing without pupils', () => {
    const complete = completeOf([1], [[1]]);
    const nobody = { ...complete, totals: { ...complete.totals, to: complete.totals.from } };
    expect(ratesByQuarter(nobody, [1])).toEqual({ kind: 'missing', reason: 'no-complete', n: 0 });
  });

  /** Item 1 by quarter of a total that item 2 decides; n pupils a quarter, so many of them solved item 1. */
  const workOf = (n: number, solved: readonly number[]) =>
    completeOf(
      [1, 8],
      solved.flatMap((count, quarter) => [
        ...times(count, [1, 2 * quarter]),
        ...times(n - count, [0, 2 * quarter + 1]),
      ]),
    );
  const flags = (n: number, solved: readonly number[]) => {
    const found = knownRates(ratesByQuarter(workOf(n, solved), [1, 8]));
    expect(found.groups.map((group) => group.n)).toEqual([n, n, n, n]);
    const { crossing, nonMonotone } = found.items[0] ?? {};
    return { crossing, nonMonotone };
  };

  it('flags a fall between neighbours beyond chance', () => {
    expect(flags(40, [5, 30, 10, 35])).toEqual({ crossing: true, nonMonotone: true });
    expect(flags(40, [5, 20, 19, 35])).toEqual({ crossing: false, nonMonotone: false });
    expect(flags(40, [5, 10, 20, 35])).toEqual({ crossing: false, nonMonotone: false });
  });

  it('flags a crossing of groups apart though no neighbours differ beyond chance', () => {
    expect(flags(40, [26, 20, 15, 10])).toEqual({ crossing: true, nonMonotone: false });
  });
});
