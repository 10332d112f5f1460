import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import {
  benjaminiHochberg,
  clusteredMean,
  meanProbabilityBelow,
  newcombeInterval,
  pooledShareTest,
  studentTProbability,
  welchTest,
} from './index.js';

const momentsOf = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
});
const share = fc
  .record({ n: fc.integer({ min: 1, max: 500 }), part: between(0, 1) })
  .map(({ n, part }) => ({ n, share: Math.round(part * n) / n }));

describe('two shares', () => {
  it('give the example of Newcombe (1998), table II: 56/70 against 48/80', () => {
    const { low, high, method } = newcombeInterval({ share: 56 / 70, n: 70 }, { share: 48 / 80, n: 80 });
    expect([low, high]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
    expect(method).toBe('newcombe');
  });

  it('are antisymmetric, and the interval holds the difference and stays inside −1..1', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = newcombeInterval(one, other);
        const back = newcombeInterval(other, one);
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.high).toBeCloseTo(-back.low, 12);
        expect(there.low).toBeLessThanOrEqual(one.share - other.share + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(one.share - other.share - 1e-12);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
        expect(pooledShareTest(one, other)?.z ?? 0).toBeCloseTo(-(pooledShareTest(other, one)?.z ?? 0), 9);
      }),
    );
  });

  it('have no test where nobody or everybody has it', () => {
    // 15 of 25 against 9 of 30: prop.test(c(15, 9), c(25, 30), correct = FALSE) of R 4.2.2, χ² = z².
    const found = pooledShareTest({ share: 0.6, n: 25 }, { share: 0.3, n: 30 });
    expect((found?.z ?? 0) ** 2).toBeCloseTo(4.9899194, 7);
    expect(found?.p).toBeCloseTo(0.025495397, 8);
    expect(pooledShareTest({ share: 0, n: 3 }, { share: 0, n: 5 })).toBeUndefined();
    expect(pooledShareTest({ share: 1, n: 3 }, { share: 1, n: 5 })).toBeUndefined();
    expect(pooledShareTest({ share: 0, n: 3 }, { share: 1, n: 5 })?.z).toBeLessThan(0);
    expect(pooledShareTest({ share: 0.5, n: 4 }, { share: 0.5, n: 2 })).toEqual({ z: 0, p: 1 });
    const needs = 'pooledShareTest requires a pupil in each group';
    expect(() => pooledShareTest({ share: 0.5, n: 0 }, { share: 0.5, n: 2 })).toThrow(needs);
    expect(() => pooledShareTest({ share: 0.5, n: 2 }, { share: 0.5, n: 0 })).toThrow(needs);
  });
});

describe('welchTest', () => {
  it('needs two values in each group and variation in one', () => {
    expect(welchTest(momentsOf([1]), momentsOf([1, 2]))).toBeUndefined();
    expect(welchTest(momentsOf([1, 2]), momentsOf([1]))).toBeUndefined();
    expect(welchTest(momentsOf([1, 1]), momentsOf([2, 2]))).toBeUndefined();
    expect(welchTest(momentsOf([1, 1]), momentsOf([1, 2]))?.df).toBe(1);
  });

  it('is Student’s test where groups are alike in size and variance', () => {
    const found = welchTest(momentsOf([0, 1, 2]), momentsOf([1, 2, 3]));
    expect(found?.df).toBeCloseTo(4, 12);
    expect(found?.difference).toBe(-1);
    expect(found?.standardError).toBeCloseTo(Math.sqrt(2 / 3), 14);
    expect(found?.t).toBeCloseTo(-Math.sqrt(1.5), 14);
    expect(found?.interval).toMatchObject({ method: 'welch', low: expect.closeTo(-3.26696, 5) });
  });
});

describe('benjaminiHochberg', () => {
  it('is its formula for few results and for many, and leaves those given as they are', () => {
    const result = fc.option(between(0, 1), { nil: undefined, freq: 5 });
    for (const size of [5, 40, 41, 90]) {
      fc.assert(
        fc.property(fc.array(result, { minLength: size, maxLength: size }), (given) => {
          const before = [...given];
          const found = benjaminiHochberg(given);
          expect(given).toEqual(before);
          const present = given.flatMap((p) => p ?? []);
          found.forEach((q, place) => {
            const own = given[place];
            if (own === undefined) {
              expect(q).toBeUndefined();
              return;
            }
            const candidates = present
              .filter((p) => p >= own)
              .map((p) => (p * present.length) / present.filter((other) => other <= p).length);
            expect(q).toBeCloseTo(Math.min(1, ...candidates), 12);
          });
        }),
        { numRuns: 20 },
      );
    }
  });

  it('leaves a missing p missing', () => {
    expect(benjaminiHochberg([0.01, undefined, 0.02])).toEqual([0.02, undefined, 0.02]);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([undefined])).toEqual([undefined]);
  });

  it('is not below p, not above one, and in the order of p', () => {
    const p = fc.option(between(0, 1), { nil: undefined });
    fc.assert(
      fc.property(fc.array(p, { maxLength: 30 }), (values) => {
        const q = benjaminiHochberg(values);
        values.forEach((one, i) => {
          expect(q[i] === undefined).toBe(one === undefined);
          if (one === undefined) return;
          expect(q[i]).toBeGreaterThanOrEqual(one);
          expect(q[i]).toBeLessThanOrEqual(1);
          values.forEach((other, j) => {
            if (other !== undefined && one <= other) expect(q[i]).toBeLessThanOrEqual(q[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe('clusteredMean', () => {
  it('needs two clusters with pupils', () => {
    expect(clusteredMean([])).toBeUndefined();
    expect(clusteredMean([momentsOf([0, 1]), momentsOf([])])).toBeUndefined();
  });

  it('says nothing of certainty where no cluster differs', () => {
    const equal = clusteredMean([momentsOf([1, 1]), momentsOf([1])]);
    expect(equal).toEqual({ mean: 1, standardError: 0, n: 3, clusters: 2 });
    const alike = clusteredMean([momentsOf([0, 1]), momentsOf([0, 1])]);
    expect(alike).toEqual({ mean: 0.5, standardError: 0, n: 4, clusters: 2 });
  });

  it('does not take the noise of a sum for a difference', () => {
    const third = 1 / 3;
    const clusters = [1, 3, 7, 11].map((n) => momentsOf(new Array<number>(n).fill(third)));
    expect(clusteredMean(clusters)).toEqual({
      mean: expect.closeTo(third, 14),
      standardError: 0,
      n: 22,
      clusters: 4,
    });
  });

  it('knows how probable a lower true mean is', () => {
    const found = clusteredMean([momentsOf([1, 1]), momentsOf([0, 0]), momentsOf([1, 1])]);
    if (found === undefined) throw new Error('no mean');
    expect(meanProbabilityBelow(found, 2 / 3)).toBeCloseTo(0.5, 12);
    expect(meanProbabilityBelow(found, 1)).toBeCloseTo(studentTProbability(1, 2), 12);
    expect(meanProbabilityBelow({ ...found, standardError: 0 }, 0.7)).toBe(1);
    expect(meanProbabilityBelow({ ...found, standardError: 0 }, 2 / 3)).toBe(0);
  });

  it('counts only clusters where pupils of each are all alike, inside 0..most', () => {
    const found = clusteredMean([momentsOf([1, 1]), momentsOf([0, 0]), momentsOf([1, 1])]);
    expect(found?.mean).toBeCloseTo(2 / 3, 14);
    // 3/2 · (2 · (2/3)² + (4/3)²) / 6² = 1/9.
    expect(found?.standardError).toBeCloseTo(1 / 3, 14);
    expect(found?.designEffect).toBeCloseTo(1 / 9 / (4 / 15 / 6), 12);
    expect(found?.interval).toEqual({ low: 0, high: 1, method: 'clustered' });
    const points = clusteredMean([momentsOf([2, 2]), momentsOf([0, 0]), momentsOf([2, 2])], 2);
    expect(points?.interval).toEqual({ low: 0, high: 2, method: 'clustered' });
  });

  it('has a design effect of about one for pupils at random, of the cluster’s size for equal ones', () => {
    const values = Array.from({ length: 4000 }, (_, i) => (Math.imul(i, 2654435761) >>> 0) / 2 ** 32);
    const clusters = Array.from({ length: 200 }, (_, j) => momentsOf(values.slice(j * 20, j * 20 + 20)));
    expect(clusteredMean(clusters)?.designEffect).toBeLessThan(1.5);
    const equal = values.slice(0, 200).map((value) => momentsOf(new Array<number>(20).fill(value)));
    expect(clusteredMean(equal)?.designEffect).toBeCloseTo((20 * 3999) / (199 * 20), 1);
  });
});
