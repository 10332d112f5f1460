import { describe, expect, it } from 'vitest';
import { identicalRatio, varianceRatio } from './total-shape.js';

const tilted = Float64Array.of(0.5, 0.3, 0.2);

/** All ways to draw `n` of three totals, and how probable each is. */
function drawsOf(n: number): readonly (readonly [counts: readonly number[], chance: number])[] {
  if (n === 0) return [[[0, 0, 0], 1]];
  return drawsOf(n - 1).flatMap(([counts, chance]) =>
    [...tilted].map(
      (share, at) => [counts.map((count, i) => count + (i === at ? 1 : 0)), chance * share] as const,
    ),
  );
}

describe('identicalRatio', () => {
  it('has the mean 1 and its variance over all that could be drawn', () => {
    for (const n of [2, 3, 5]) {
      let mean = 0;
      let square = 0;
      let stated = 0;
      for (const [counts, chance] of drawsOf(n)) {
        const found = identicalRatio({ own: Float64Array.from(counts), tilted, n });
        mean += chance * (found?.ratio ?? 0);
        square += chance * (found?.ratio ?? 0) ** 2;
        stated = found?.variance ?? 0;
      }
      expect(mean).toBeCloseTo(1, 12);
      expect(stated).toBeCloseTo(square - mean ** 2, 12);
    }
  });

  it('changes by two half steps at least', () => {
    const of = (...own: readonly number[]) =>
      identicalRatio({ own: Float64Array.from(own), tilted, n: own.reduce((sum, each) => sum + each, 0) });
    // One pair of four pupils, or none; two ordered pairs more.
    const [one, none] = [of(2, 1, 1), of(1, 1, 1)];
    expect(none?.ratio).toBe(0);
    // 12 ordered pairs of four pupils; a pair is equal with the chance .25 + .09 + .04.
    expect(one?.ratio).toBeCloseTo(2 / 12 / 0.38, 12);
    expect(2 * (one?.halfStep ?? 0)).toBeCloseTo(one?.ratio ?? 9, 12);
  });

  it('is absent without a pair, and where all totals must be equal', () => {
    expect(identicalRatio({ own: Float64Array.of(1, 0, 0), tilted, n: 1 })).toBeUndefined();
    expect(
      identicalRatio({ own: Float64Array.of(5, 0), tilted: Float64Array.of(1, 0), n: 5 }),
    ).toBeUndefined();
  });
});

describe('varianceRatio', () => {
  const totals = Float64Array.of(0, 2, 4);
  const shares = Float64Array.of(0.5, 0.25, 0.25);

  it('is the example worked by hand', () => {
    // Mean 1.5; moments 2.75, 2.25 and 12.3125. Two pupils with 0 and 3 half points: s² = 4.5.
    const found = varianceRatio({ totals, tilted: shares, n: 2, sum: 3, squares: 9 });
    expect(found?.ratio).toBeCloseTo(4.5 / 2.75, 12);
    expect(found?.variance).toBeCloseTo((12.3125 - 2.75 ** 2 - 2.25 ** 2 / 2.75) / 2.75 ** 2, 12);
    expect(found?.halfStep).toBe(0);
    const four = varianceRatio({ totals, tilted: shares, n: 4, sum: 6, squares: 18 });
    expect(four?.variance).toBeCloseTo((found?.variance ?? 0) / 3, 12);
  });

  it('is absent of one pupil, and where the mean leaves no choice or says all', () => {
    expect(varianceRatio({ totals, tilted: shares, n: 1, sum: 1.5, squares: 2.25 })).toBeUndefined();
    // Only one total.
    expect(
      varianceRatio({ totals, tilted: Float64Array.of(0, 1, 0), n: 3, sum: 6, squares: 12 }),
    ).toBeUndefined();
    // Two totals: how many have which follows from the mean.
    expect(
      varianceRatio({ totals, tilted: Float64Array.of(0.5, 0, 0.5), n: 2, sum: 4, squares: 16 }),
    ).toBeUndefined();
  });
});
