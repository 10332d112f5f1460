import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf, countsOf } from '../../test/complete-counts.js';
import { itemScores } from '../solve-rates/index.js';
import { mergeCounts } from '../tally/sparse-counts.js';
import type { KnownNetDifference, NetDifference } from './index.js';
import { dif, netDifferences, rateDifference } from './index.js';

const times = <Of>(n: number, row: Of): readonly Of[] => new Array<Of>(n).fill(row);
const knownOf = (of: readonly NetDifference[], place: number): KnownNetDifference => {
  const found = of[place];
  if (found?.kind !== 'known') throw new Error(found?.reason);
  return found;
};
const reasons = (of: readonly { readonly kind: string; readonly reason?: string }[]) =>
  of.map(({ kind, reason }) => reason ?? kind);

describe('netDifferences', () => {
  it('is what pencil and paper give for one total', () => {
    // All have one of two items: 6 of 10 reference pupils the first, 2 of 8 focal pupils.
    const reference = completeOf([1, 1], [...times(6, [1, 0]), ...times(4, [0, 1])]);
    const focal = completeOf([1, 1], [...times(2, [1, 0]), ...times(6, [0, 1])]);
    const found = netDifferences(reference, focal, [1, 1]);
    const first = knownOf(found, 0);
    expect(first).toMatchObject({ item: 0, nReference: 10, nFocal: 8, strata: 1, size: 'A' });
    expect(first.difference).toMatchObject({ estimate: expect.closeTo(-0.35, 14), n: 18 });
    expect(first.points.estimate).toBeCloseTo(-0.35, 14);
    // s² of 8 ones among 18: 8 · 10 / 18 / 17.
    const variance = (8 * 10) / 18 / 17;
    expect(first.standardError).toBeCloseTo(Math.sqrt(variance * (1 / 10 + 1 / 8)), 14);
    // E(C) = 8 · 8 / 18, excess −14/9, variance 10 · 8 / 18 · s².
    expect(first.test).toMatchObject({
      kind: 'mantel-haenszel',
      chiSquare: expect.closeTo((14 / 9 - 0.5) ** 2 / (((10 * 8) / 18) * variance), 12),
      oddsRatio: expect.closeTo((6 * 6) / (4 * 2), 12),
      delta: expect.closeTo(-2.35 * Math.log(4.5), 12),
      // One table: 1/a + 1/b + 1/c + 1/d.
      logOddsError: expect.closeTo(Math.sqrt(1 / 6 + 1 / 4 + 1 / 2 + 1 / 6), 12),
    });
    const second = knownOf(found, 1);
    expect(second.difference.estimate).toBeCloseTo(0.35, 14);
    expect(second.test).toMatchObject({ oddsRatio: expect.closeTo(1 / 4.5, 12) });
  });

  it('takes pupils without points from the totals, and totals of one group not at all', () => {
    const reference = completeOf(
      [1, 1],
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ],
    );
    const focal = completeOf(
      [1, 1],
      [
        [1, 0],
        [1, 0],
      ],
    );
    const found = knownOf(netDifferences(reference, focal, [1, 1]), 0);
    expect(found).toMatchObject({ nReference: 2, nFocal: 2, strata: 1 });
    expect(found.difference.estimate).toBe(0.5);
  });

  it('has no odds ratio where it would be 0 or infinite, and then no class C', () => {
    const reference = completeOf([1, 1], times(30, [1, 0]));
    const focal = completeOf([1, 1], times(30, [0, 1]));
    for (const place of [0, 1]) {
      const found = knownOf(netDifferences(reference, focal, [1, 1]), place);
      expect(found.size).toBe('B');
      expect(found.test).not.toHaveProperty('oddsRatio');
      expect(found.test).not.toHaveProperty('delta');
      expect(found.test.p).toBeLessThan(1e-9);
    }
  });

  it('classes by size together with significance', () => {
    const sizes = (max: number, one: readonly number[], other: readonly number[], n: number) => {
      // Item 2 makes all totals equal.
      const rows = (shares: readonly number[]) =>
        shares.flatMap((share, points) => times(Math.round(share * n), [points, max - points]));
      return knownOf(
        netDifferences(completeOf([max, max], rows(one)), completeOf([max, max], rows(other)), [max, max]),
        0,
      ).size;
    };
    expect(sizes(1, [0.5, 0.5], [0.5, 0.5], 100)).toBe('A');
    // Odds ratio 3/2: delta .95, significant, yet small.
    expect(sizes(1, [0.4, 0.6], [0.5, 0.5], 1000)).toBe('A');
    // Odds ratio 7/4: delta 1.3.
    expect(sizes(1, [0.36, 0.64], [0.5, 0.5], 1000)).toBe('B');
    // Odds ratio 9/4: delta 1.9, above 1 beyond doubt only with many pupils.
    expect(sizes(1, [0.3, 0.7], [0.5, 0.5], 1000)).toBe('C');
    expect(sizes(1, [0.3, 0.7], [0.5, 0.5], 50)).toBe('A');
    expect(sizes(1, [0.3, 0.7], [0.5, 0.5], 100)).toBe('B');
    expect(sizes(2, [0.3, 0.3, 0.4], [0.32, 0.32, 0.36], 5000)).toBe('A');
    expect(sizes(2, [0.3, 0.3, 0.4], [0.36, 0.34, 0.3], 1000)).toBe('B');
    expect(sizes(2, [0.3, 0.3, 0.4], [0.5, 0.3, 0.2], 1000)).toBe('C');
    expect(sizes(2, [0.3, 0.3, 0.4], [0.4, 0.4, 0.2], 10)).toBe('A');
  });

  it('takes a one-point item with half points as one of several points', () => {
    const rows = [
      [0.5, 0.5],
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ];
    expect(
      knownOf(netDifferences(completeOf([1, 1], rows), completeOf([1, 1], [[1, 0], ...rows]), [1, 1]), 0).test
        .kind,
    ).toBe('mantel');
  });

  it('is the plain difference where all have the same total', () => {
    const points = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(points, points, (one, other) => {
        const rows = (of: readonly number[]) => of.map((each) => [each, 3 - each]);
        const [net] = netDifferences(completeOf([3, 3], rows(one)), completeOf([3, 3], rows(other)), [3, 3]);
        const [a] = itemScores(countsOf([3, 3], rows(one)), [3]);
        const [b] = itemScores(countsOf([3, 3], rows(other)), [3]);
        if (a === undefined || b === undefined) throw new Error('no item');
        const { difference } = rateDifference(b, a, 3);
        if (net?.kind === 'known' && difference.kind === 'known') {
          expect(net.difference.estimate).toBeCloseTo(difference.estimate, 12);
        } else expect(new Set([...one, ...other]).size).toBe(1);
      }),
    );
  });

  it('does not depend on the order of totals or pupils, and turns its sign with the groups', () => {
    const rows = fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(1)), { minLength: 2, maxLength: 40 });
    const maxima = [1, 2, 1];
    const turned = (of: readonly (readonly number[])[]) =>
      of.map((row) => row.map((points, i) => (maxima[i] ?? 0) - points)).reverse();
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const there = netDifferences(completeOf(maxima, one), completeOf(maxima, other), maxima);
        // Wrong for right turns the order of the totals and every difference.
        const upside = netDifferences(
          completeOf(maxima, turned(one)),
          completeOf(maxima, turned(other)),
          maxima,
        );
        const back = netDifferences(completeOf(maxima, other), completeOf(maxima, one), maxima);
        there.forEach((of, i) => {
          const [down, swapped] = [upside[i], back[i]];
          if (of.kind === 'missing') {
            expect(down).toMatchObject({ reason: of.reason });
            expect(swapped).toMatchObject({ reason: of.reason });
            return;
          }
          if (down?.kind !== 'known' || swapped?.kind !== 'known') throw new Error('missing on one side');
          expect(down.test.chiSquare).toBeCloseTo(of.test.chiSquare, 9);
          expect(swapped.test.chiSquare).toBeCloseTo(of.test.chiSquare, 9);
          expect(down.difference.estimate).toBeCloseTo(-of.difference.estimate, 12);
          if (of.test.kind === 'mantel' || down.test.kind === 'mantel' || swapped.test.kind === 'mantel')
            return;
          expect(Math.log(down.test.oddsRatio ?? 1)).toBeCloseTo(-Math.log(of.test.oddsRatio ?? 1), 9);
          expect(Math.log(swapped.test.oddsRatio ?? 1)).toBeCloseTo(-Math.log(of.test.oddsRatio ?? 1), 9);
          expect(swapped.test.logOddsError ?? 0).toBeCloseTo(of.test.logOddsError ?? 0, 9);
        });
      }),
    );
  });

  it('grows in certainty, not in size, where every pupil is there twice', () => {
    const one = completeOf(
      [1, 1, 1],
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
        [1, 0, 0],
      ],
    );
    const other = completeOf(
      [1, 1, 1],
      [
        [0, 0, 1],
        [0, 1, 0],
        [0, 1, 1],
        [0, 1, 1],
        [1, 0, 1],
        [1, 0, 0],
      ],
    );
    const twice = (of: typeof one) => ({
      items: of.items,
      totals: mergeCounts(of.totals, of.totals),
      cross: mergeCounts(of.cross ?? of.totals, of.cross ?? of.totals),
    });
    const single = knownOf(netDifferences(one, other, [1, 1, 1]), 0);
    const double = knownOf(netDifferences(twice(one), twice(other), [1, 1, 1]), 0);
    expect(double.difference.estimate).toBeCloseTo(single.difference.estimate, 14);
    expect(double.nFocal).toBe(2 * single.nFocal);
    expect(double.standardError).toBeLessThan(single.standardError);
    if (single.test.kind === 'mantel' || double.test.kind === 'mantel') throw new Error('0/1 items');
    expect(double.test.oddsRatio).toBeCloseTo(single.test.oddsRatio ?? 9, 12);
  });

  it('says why it is missing', () => {
    const some = completeOf(
      [1, 1],
      [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    );
    const { cross: _, ...shared } = some;
    const nobody = { items: [0, 1], totals: { ...some.totals, to: some.totals.from } };
    expect(reasons(netDifferences(some, { ...some, items: [0] }, [1, 1]))).toEqual([
      'several-forms',
      'several-forms',
    ]);
    expect(reasons(netDifferences(some, nobody, [1, 1]))).toEqual(['no-complete', 'no-complete']);
    expect(reasons(netDifferences(nobody, some, [1, 1]))).toEqual(['no-complete', 'no-complete']);
    expect(reasons(netDifferences(shared, some, [1, 1]))).toEqual(['no-cross-table', 'no-cross-table']);
    expect(reasons(netDifferences(some, shared, [1, 1]))).toEqual(['no-cross-table', 'no-cross-table']);
    expect(reasons(netDifferences(some, some, [1, undefined]))).toEqual(['known', 'max-unknown']);
    const all = completeOf([1, 1], [[1, 1]]);
    expect(netDifferences(some, all, [1, 1])).toEqual([
      { kind: 'missing', reason: 'no-common-totals', n: 0, item: 0 },
      { kind: 'missing', reason: 'no-common-totals', n: 0, item: 1 },
    ]);
    expect(netDifferences(all, all, [1, 1])[1]).toEqual({
      kind: 'missing',
      reason: 'no-variation',
      n: 2,
      item: 1,
    });
  });
});

describe('dif', () => {
  const reference = completeOf([1, 1], [...times(60, [1, 0]), ...times(40, [0, 1])]);
  const focal = completeOf([1, 1], [...times(4, [1, 0]), ...times(18, [0, 1])]);

  it('is the net difference with q over the items', () => {
    const [first, second] = dif(reference, focal, [1, 1]);
    const net = knownOf(netDifferences(reference, focal, [1, 1]), 0);
    if (net.test.kind === 'mantel') throw new Error('0/1 items');
    expect(first).toEqual({
      kind: 'known',
      item: 0,
      nReference: 100,
      nFocal: 22,
      statistic: net.test.chiSquare,
      p: net.test.p,
      q: net.test.p,
      oddsRatio: net.test.oddsRatio,
      delta: net.test.delta,
      smd: net.difference.estimate,
      size: net.size,
    });
    expect(second).toMatchObject({ item: 1, smd: expect.closeTo(0.6 - 4 / 22, 12) });
  });

  it('leaves items without a comparison out of q', () => {
    const [first, second] = dif(reference, focal, [1, undefined]);
    expect(first).toMatchObject({ kind: 'known', q: first?.kind === 'known' ? first.p : 9 });
    expect(second).toEqual({ kind: 'missing', reason: 'max-unknown', n: 122, item: 1 });
  });

  it('has no odds ratio for several points or where it is infinite', () => {
    const [several] = dif(reference, focal, [2, 2]);
    expect(several).not.toHaveProperty('oddsRatio');
    const [infinite] = dif(
      completeOf([1, 1], times(30, [1, 0])),
      completeOf([1, 1], times(30, [0, 1])),
      [1, 1],
    );
    expect(infinite).toMatchObject({ kind: 'known', size: 'B', smd: -1 });
    expect(infinite).not.toHaveProperty('oddsRatio');
  });

  it('needs enough pupils in each group', () => {
    expect(dif(reference, completeOf([1, 1], times(19, [1, 0])), [1, 1])).toEqual([
      { kind: 'missing', reason: 'too-few', n: 19, item: 0 },
      { kind: 'missing', reason: 'too-few', n: 19, item: 1 },
    ]);
    expect(reasons(dif(reference, focal, [1, 1], { minPupils: 22 }))).toEqual(['known', 'known']);
    expect(reasons(dif(reference, focal, [1, 1], { minPupils: 23 }))).toEqual(['too-few', 'too-few']);
    const nobody = { items: [0, 1], totals: { ...focal.totals, to: focal.totals.from } };
    expect(reasons(dif(reference, nobody, [1, 1], { minPupils: 0 }))).toEqual(['no-complete', 'no-complete']);
  });
});
