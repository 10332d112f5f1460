import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/complete-counts.js';
import { benjaminiHochberg } from '../statistics/index.js';
import { errorAmong, powerAmong, usualValues } from './among-schools.js';
import { ItemSlopes } from './item-slope.js';
import { contrastVariance, freeVariances, ItemsAtTotals } from './items-at-totals.js';
import { agreementCounts, bowkerTest, stuartMaxwellTest } from './mark-table.js';
import { QValues } from './q-values.js';
import { shiftedYear } from './region-works.js';
import { shareMasses, shareTail } from './share-among.js';

const SHARE = { kind: 'equal', mean: 0.5, groups: 20 } as const;

describe('QValues', () => {
  it('is Benjamini and Hochberg, ties and all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }),
        (twentieths) => {
          const p = twentieths.map((of) => of / 20);
          const q = new QValues(Float64Array.from(p));
          expect(p.map((of) => q.of(of))).toEqual(benjaminiHochberg(p));
        },
      ),
    );
  });
});

describe('shareTail', () => {
  it('is the binomial distribution where schools do not differ', () => {
    expect(shareTail(4, 5, SHARE, 'upper', 0.1, 0.05).p).toBeCloseTo(6 / 32, 12);
    expect(shareTail(1, 5, SHARE, 'lower', 0.1, 0.05).p).toBeCloseTo(6 / 32, 12);
    expect(shareTail(0, 5, SHARE, 'lower', 0.1, 0.05).p).toBeCloseTo(1 / 32, 12);
    expect(shareTail(5, 5, SHARE, 'lower', 0.1, 0.05).p).toBe(1);
    expect(shareTail(2, 5, SHARE, 'upper', 0.1, 0.05).leastP).toBeCloseTo(1 / 32, 12);
    expect(shareTail(2, 4, SHARE, 'lower', 0.1, 0.05).leastP).toBeCloseTo(1 / 16, 12);
    const rare = { ...SHARE, mean: 0.3 };
    expect(shareTail(2, 5, rare, 'upper', 0.1, 0.05).leastP).toBeCloseTo(0.3 ** 5, 12);
    expect(shareTail(2, 5, rare, 'lower', 0.1, 0.05).leastP).toBeCloseTo(0.7 ** 5, 12);
  });

  it('states the chance to reject at the alternative', () => {
    // Only 5 of 5 is significant (1/32), and 0.8⁵ is its chance when the share is 0.3 higher.
    expect(shareTail(2, 5, SHARE, 'upper', 0.3, 0.05).power).toBeCloseTo(0.8 ** 5, 12);
    expect(shareTail(2, 5, SHARE, 'lower', 0.3, 0.05).power).toBeCloseTo(0.8 ** 5, 12);
    expect(shareTail(2, 4, SHARE, 'upper', 0.3, 0.05).power).toBe(0);
    // A share cannot leave 0…1.
    expect(shareTail(2, 5, SHARE, 'upper', 0.9, 0.05).power).toBeCloseTo(0.999 ** 5, 9);
  });

  it('has uniform masses for Beta(1, 1)', () => {
    const masses = shareMasses(9, { kind: 'spread', mean: 0.5, precision: 2, groups: 9 }, 0.5);
    for (const mass of masses) expect(mass).toBeCloseTo(0.1, 12);
    expect([...shareMasses(2, SHARE, 0)]).toEqual([1, 0, 0]);
    expect([...shareMasses(2, SHARE, 1)]).toEqual([0, 0, 1]);
    const spread = { kind: 'spread', mean: 0.5, precision: 2, groups: 9 } as const;
    expect([...shareMasses(2, spread, 0)]).toEqual([1, 0, 0]);
    expect([...shareMasses(2, spread, 1)]).toEqual([0, 0, 1]);
  });
});

describe('usualValues', () => {
  const even = Float64Array.from({ length: 20 }, (_, i) => i / 10);
  it('needs ten schools', () => {
    const variances = new Float64Array(20).fill(0.1);
    expect(usualValues(even, variances, 9)).toBeUndefined();
    expect(usualValues(even, variances, 10)?.schools).toBe(10);
  });

  it('is not moved by a few schools far away', () => {
    const variances = new Float64Array(20).fill(0.3);
    const far = even.slice();
    far[19] = 1000;
    const [one, other] = [usualValues(even, variances, 20), usualValues(far, variances, 20)];
    expect(Math.abs((other?.spread ?? 0) - (one?.spread ?? 9))).toBeLessThan(0.02);
    expect(Math.abs((other?.centre ?? 0) - (one?.centre ?? 9))).toBeLessThan(0.1);
  });

  it('states power by the distance in standard errors', () => {
    const error = errorAmong({ schools: 20, centre: 0, centreVariance: 0.01, spread: 0.08 }, 0.16);
    expect(error).toBeCloseTo(0.5, 12);
    // 1.6449 standard errors away is found every second time.
    expect(powerAmong(0.05, 1)(1.6448536269514722 * 0.5, error)).toBeCloseTo(0.5, 12);
    expect(powerAmong(0.05, 2)(-1.959963984540054 * 0.5, error)).toBeCloseTo(0.5, 12);
  });
});

describe('marks', () => {
  const table = (cells: Readonly<Record<string, number>>) => {
    const of = new Float64Array(64);
    for (const [marks, pupils] of Object.entries(cells)) of[Number(marks[0]) * 8 + Number(marks[1])] = pupils;
    return of;
  };

  it('counts equal, far apart and shifted marks', () => {
    expect(agreementCounts(table({ 33: 4, 34: 2, 53: 1, 25: 3 }))).toEqual({
      n: 10,
      equal: 4,
      farApart: 4,
      shift: -2 + 2 - 9,
      shiftSquares: 2 + 4 + 27,
    });
  });

  it('is McNemar for two marks', () => {
    // (9 − 2)² / 11.
    for (const test of [bowkerTest, stuartMaxwellTest]) {
      const { chiSquare, df } = test(table({ 33: 4, 34: 9, 43: 2, 44: 5 }));
      expect(chiSquare).toBeCloseTo(49 / 11, 12);
      expect(df).toBe(1);
    }
  });

  it('counts marks that differ as often one way as the other', () => {
    for (const test of [bowkerTest, stuartMaxwellTest]) {
      expect(test(table({ 33: 4, 34: 3, 43: 3 }))).toEqual({ chiSquare: 0, df: 1, p: 1 });
    }
    // Connected by them alone: 2 and 3, 3 and 4.
    expect(stuartMaxwellTest(table({ 23: 2, 32: 2, 34: 3, 43: 3 }))).toEqual({ chiSquare: 0, df: 2, p: 1 });
  });

  it('says nothing where no marks differ', () => {
    for (const test of [bowkerTest, stuartMaxwellTest]) {
      expect(test(table({ 33: 4, 44: 5 }))).toEqual({ chiSquare: 0, df: 0, p: 1 });
    }
  });
});

describe('item slopes', () => {
  const MAXIMA = [1, 1, 1];
  const contrast = (variances: readonly number[], difficulties: readonly number[]) =>
    contrastVariance(freeVariances(Float64Array.from(variances)), Float64Array.from(difficulties));
  const slopesOf = (maxima: readonly number[], rows: readonly (readonly number[])[]) =>
    ItemSlopes.of(new ItemsAtTotals(completeOf(maxima, rows), maxima));
  it('has the exact variance for two items and for one point', () => {
    // Two items whose sum is 1: the difference of c times the share of each side.
    expect(contrast([0.21, 0.21], [0, 2])).toBeCloseTo(4 * 0.21, 9);
    // One point on one of three items with the chances .5, .3, .2: variance of c.
    const c = [1, -1, 3];
    const chances = [0.5, 0.3, 0.2];
    const mean = 0.5 - 0.3 + 0.6;
    const variance = c.reduce((sum, of, i) => sum + (chances[i] ?? 0) * (of - mean) ** 2, 0);
    const found = contrast(
      chances.map((of) => of * (1 - of)),
      c,
    );
    expect(found).toBeCloseTo(variance, 2);
    expect(contrast([0, 0], [1, 2])).toBe(0);
    expect(contrast([0.2, 0.2], [2, 2])).toBe(0);
  });

  it('has the sign of hard items done better', () => {
    // Item 1 is the easiest in the region, item 3 the hardest.
    const usual = [
      ...Array.from({ length: 8 }, () => [1, 0, 0]),
      ...Array.from({ length: 4 }, () => [0, 1, 0]),
      ...Array.from({ length: 2 }, () => [0, 0, 1]),
    ];
    const slopeOf = (school: readonly (readonly number[])[]) =>
      slopesOf(MAXIMA, [...usual, ...school])?.slope(completeOf(MAXIMA, school));
    const helped = slopeOf([
      [0, 0, 1],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(helped?.n).toBe(3);
    expect(helped?.slope).toBeGreaterThan(0);
    expect(
      slopeOf([
        [1, 0, 0],
        [1, 0, 0],
      ])?.slope,
    ).toBeLessThan(0);
    // Nobody else has three points.
    expect(slopeOf([[1, 1, 1]])).toBeUndefined();
  });

  it('is absent where all items are equally hard', () => {
    const rows = [
      [1, 0],
      [0, 1],
    ];
    expect(slopesOf([1, 1], rows)).toBeUndefined();
    expect(
      slopesOf(
        [1, 1],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).toBeUndefined();
  });
});

describe('school years', () => {
  it('shifts a school year', () => {
    expect(shiftedYear('2024/2025', 1)).toBe('2025/2026');
    expect(shiftedYear('2024/2025', -1)).toBe('2023/2024');
    expect(shiftedYear('2024-2025', 1)).toBeUndefined();
    expect(shiftedYear(undefined, 1)).toBeUndefined();
  });
});
