import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/scaling-rows.js';
import { answer, normalNumbers, randomNumbers } from '../../test/simulated-work.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { NO_PUPILS, sumGroupCounts } from '../tally/group-counts.js';
import type { ItemScale, NoScale } from './item-difficulties.js';
import { itemDifficulties } from './item-difficulties.js';
import { scoreCounts } from './score-counts.js';

type Rows = readonly (readonly number[])[];

const resultOf = (rows: Rows, gaps: 'close' | 'keep' = 'close'): ItemScale | NoScale => {
  const counts = scoreCounts(completeOf(rows), { gaps });
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  return itemDifficulties(counts);
};
const scaleOf = (rows: Rows, gaps: 'close' | 'keep' = 'close'): ItemScale => {
  const result = resultOf(rows, gaps);
  if (result.kind === 'not-scaled') throw new Error(result.reason);
  return result;
};
const estimates = (scale: ItemScale) =>
  scale.items.map(({ difficulty }) => (difficulty.kind === 'known' ? difficulty.estimate : Number.NaN));

const simulated = (thresholds: Rows, pupils: number, seed: number): Rows => {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  return Array.from({ length: pupils }, () => answer(thresholds, 1.2 * normal(), random));
};
const PLANTED: Rows = [[-1.2], [0.3], [-0.5, 0.9], [1.4], [-1, 0, 1.1], [0.6, -0.2]];

describe('itemDifficulties', () => {
  it('finds the closed form for two items of one point', () => {
    // Only pupils with one of the two count: 30 against 10.
    const rows = [
      ...Array.from({ length: 30 }, () => [1, 0]),
      ...Array.from({ length: 10 }, () => [0, 1]),
      [0, 0],
      [1, 1],
    ];
    const scale = scaleOf(rows);
    expect(scale.informative).toBe(40);
    expect(scale.n).toBe(42);
    expect(estimates(scale)[0]).toBeCloseTo(-Math.log(3) / 2, 10);
    expect(estimates(scale)[1]).toBeCloseTo(Math.log(3) / 2, 10);
    // Variance of the log odds is 1/30 + 1/10; a difficulty is half of it.
    expect(scale.items[0]?.standardError).toMatchObject({
      estimate: expect.closeTo(Math.sqrt(4 / 30) / 2, 10),
    });
    expect(scale.logLikelihood).toBeCloseTo(30 * Math.log(0.75) + 10 * Math.log(0.25), 10);
  });

  it('centres thresholds at 0 and gives their mean as difficulty', () => {
    const scale = scaleOf(simulated(PLANTED, 500, 3));
    const all = scale.items.flatMap(({ thresholds }) => thresholds.map(({ estimate }) => estimate));
    expect(all.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
    scale.items.forEach(({ thresholds }, place) => {
      const own = thresholds.map(({ estimate }) => estimate);
      expect(own.reduce((sum, value) => sum + value, 0) / own.length).toBeCloseTo(
        estimates(scale)[place] ?? 9,
        10,
      );
    });
    expect(scale.items[4]?.thresholds.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('gives the same for merged counts and for all rows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 30, max: 120 }), (seed, cut) => {
        const rows = simulated(PLANTED, 150, seed);
        const group = (of: Rows): GroupCounts => ({
          ...NO_PUPILS,
          wrote: of.length,
          complete: completeOf(of),
        });
        const merged = sumGroupCounts([group(rows.slice(0, cut)), group(rows.slice(cut))]).complete;
        if (merged === undefined) throw new Error('nobody');
        const counts = scoreCounts(merged);
        if (counts.kind === 'not-counted') throw new Error(counts.reason);
        expect(itemDifficulties(counts)).toEqual(resultOf(rows));
      }),
      { numRuns: 25 },
    );
  });

  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (seed, order) => {
        const rows = simulated(PLANTED, 300, seed);
        const moved = rows.map((row) => order.map((item) => row[item] ?? 0));
        const [one, other] = [resultOf(rows), resultOf(moved)];
        if (one.kind === 'not-scaled' || other.kind === 'not-scaled')
          return expect(one.kind).toBe(other.kind);
        expect(Math.abs(one.logLikelihood - other.logLikelihood)).toBeLessThan(1e-7);
        order.forEach((item, place) => {
          expect(Math.abs((estimates(one)[item] ?? 9) - (estimates(other)[place] ?? 8))).toBeLessThan(1e-7);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('turns over when points are counted from the top', () => {
    const rows = simulated(PLANTED, 300, 11);
    const turned = rows.map((row) => row.map((points, item) => (PLANTED[item]?.length ?? 0) - points));
    const [one, other] = [estimates(scaleOf(rows)), estimates(scaleOf(turned))];
    one.forEach((difficulty, item) => {
      expect(difficulty).toBeCloseTo(-(other[item] ?? 9), 8);
    });
  });

  it('leaves out items on which all are alike', () => {
    const rows = simulated(PLANTED, 300, 5);
    const scale = scaleOf(rows.map((row) => [1, ...row, 0]));
    expect(scale.items[0]).toMatchObject({
      difficulty: { kind: 'missing', reason: 'no-variation', n: 300 },
      thresholds: [],
      notes: ['zero-never-given'],
    });
    expect(scale.items[7]?.difficulty.kind).toBe('missing');
    expect(scale.covariance[0]).toEqual(scale.covariance.map(() => 0));
    const without = estimates(scaleOf(rows));
    estimates(scale)
      .slice(1, 7)
      .forEach((difficulty, item) => {
        expect(difficulty).toBeCloseTo(without[item] ?? 9, 10);
      });
  });

  it('gives the mean of the steps for a kept gap', () => {
    // Items of 0 and 2 points only, counted as they are: the model of pairs of points, at half the logits.
    const rows = simulated([[0.2], [-0.8], [0.4], [1]], 400, 4);
    const pairs = rows.map((row) => row.map((points) => points * 2));
    const whole = estimates(scaleOf(rows));
    expect(scaleOf(pairs).halvesOfStep).toBe(4);
    estimates(scaleOf(pairs)).forEach((difficulty, item) => {
      expect(difficulty).toBeCloseTo(whole[item] ?? 9, 10);
    });
    const mixed = simulated(PLANTED, 400, 6).map((row) =>
      row.map((points, item) => (item < 2 ? points * 2 : points)),
    );
    const scale = scaleOf(mixed);
    expect(scale.items[0]?.notes).toEqual(['gap-kept']);
    expect(scale.items[0]?.thresholds.map(({ from, to }) => [from, to])).toEqual([[0, 2]]);
    expect(scale.items[0]?.thresholds[0]?.estimate).toBeCloseTo(estimates(scale)[0] ?? 9, 12);
    expect(scaleOf(mixed, 'keep')).toEqual(scale);
  });

  it('scales a long work', () => {
    const thresholds = Array.from({ length: 120 }, (_, item) => [(item - 60) / 25]);
    const scale = scaleOf(simulated(thresholds, 800, 9));
    expect(scale.items).toHaveLength(120);
    expect(scale.iterations).toBeLessThan(10);
  });

  it('says why there is no scale', () => {
    expect(resultOf([[1], [0]])).toEqual({ kind: 'not-scaled', reason: 'too-few-items', n: 2, items: [] });
    expect(
      resultOf([
        [1, 0],
        [1, 1],
      ]),
    ).toMatchObject({ reason: 'too-few-items' });
    expect(
      resultOf([
        [1, 1],
        [0, 0],
      ]),
    ).toMatchObject({ reason: 'no-pupils-between' });
    expect(
      resultOf([
        [1, 0, 0],
        [1, 1, 0],
        [1, 0, 1],
        [0, 0, 0],
      ]),
    ).toMatchObject({ reason: 'items-apart', items: [0] });
  });

  it('finds no scale where a single threshold runs away', () => {
    // Everybody between the extremes has 1 point of the first item: its middle category swallows the others.
    const rows = [
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 1, 1],
      [2, 1, 1],
    ];
    expect(resultOf(rows)).toEqual({ kind: 'not-scaled', reason: 'ill-conditioned', n: 6, items: [] });
  });

  it('finds no scale where what runs away is rounded to a stop', () => {
    const rows = [
      [2, 0, 3],
      [2, 0, 2],
      [2, 0, 3],
      [2, 1, 0],
      [0, 1, 0],
      [2, 1, 0],
    ];
    expect(resultOf(rows)).toEqual({ kind: 'not-scaled', reason: 'ill-conditioned', n: 6, items: [] });
  });

  it('always answers with finite numbers or a reason', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 1 }),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const result = resultOf(rows);
        if (result.kind === 'not-scaled') return;
        for (const { thresholds } of result.items) {
          for (const { estimate, standardError } of thresholds) {
            expect(Math.abs(estimate)).toBeLessThan(60);
            expect(standardError).toBeGreaterThan(0);
            expect(standardError).toBeLessThan(100);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
