import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import type { GroupCount } from './index.js';
import {
  betaProbability,
  binomialProbability,
  fitBetaBinomial,
  fitBetaBinomialOfOthers,
  funnelAround,
  funnelLimits,
  LEAST_PRECISION,
  overdispersedLimits,
  overdispersion,
  shrinkShare,
  shrunkenProbabilityBelow,
} from './index.js';

const of = (...pairs: readonly (readonly [count: number, n: number])[]) =>
  pairs.map(([count, n]): GroupCount => ({ count, n }));
const groups = fc.array(
  fc
    .record({ n: fc.integer({ min: 0, max: 60 }), part: between(0, 1) })
    .map(({ n, part }) => ({ n, count: Math.round(part * n) })),
  { maxLength: 25 },
);

describe('fitBetaBinomial', () => {
  it('needs whole counts and three groups with pupils', () => {
    const needs = 'fitBetaBinomial requires whole counts from zero to the number of pupils';
    for (const pair of [
      [0.5, 2],
      [1, 2.5],
      [-1, 2],
      [3, 2],
    ] as const) {
      expect(() => fitBetaBinomial(of(pair))).toThrow(needs);
    }
    expect(fitBetaBinomial([])).toBeUndefined();
    expect(fitBetaBinomial(of([1, 2], [2, 2], [0, 0]))).toBeUndefined();
  });

  it('finds groups equal where they differ no more than by chance', () => {
    expect(fitBetaBinomial(of([5, 10], [5, 10], [5, 10]))).toEqual({ kind: 'equal', mean: 0.5, groups: 3 });
    expect(fitBetaBinomial(of([4, 10], [5, 10], [6, 10], [0, 0]))).toMatchObject({
      kind: 'equal',
      groups: 3,
    });
    expect(fitBetaBinomial(of([0, 10], [0, 3], [0, 8]))).toMatchObject({ kind: 'equal', mean: 0 });
    expect(fitBetaBinomial(of([9, 9], [3, 3], [8, 8]))).toMatchObject({ kind: 'equal', mean: 1 });
    // Two pupils apart look like a spread to moments, not to the likelihood, which has a lower summit there.
    expect(fitBetaBinomial(of([0, 1], [18, 23], [0, 1]))).toMatchObject({ kind: 'equal', mean: 0.72 });
    // One pupil a group says nothing of how groups differ.
    expect(fitBetaBinomial(of([1, 1], [0, 1], [1, 1], [0, 1]))).toMatchObject({ kind: 'equal', mean: 0.5 });
  });

  // By another method: `test/oracle/make-two-summits.py`.
  it.each([
    [0.0188562015, 43.14245688, of([0, 21], [0, 1], [0, 6], [0, 16], [0, 1], [0, 32], [9, 193])],
    [
      0.0086281678,
      310.91767594,
      of([4, 197], ...[7, 18, 1, 27, 11, 5, 6, 20, 4, 9, 8, 38, 20].map((n) => [0, n] as const)),
    ],
  ])(
    'finds the higher of two summits: the likelihood falls from no spread before it rises',
    (mean, precision, counts) => {
      const found = fitBetaBinomial(counts);
      if (found?.kind !== 'spread') throw new Error('groups that differ');
      expect(found.mean).toBeCloseTo(mean, 8);
      expect(found.precision / precision).toBeCloseTo(1, 5);
    },
  );

  it('ends at the least precision where every group is all or nothing', () => {
    const found = fitBetaBinomial(of([10, 10], [0, 10], [10, 10], [0, 10]));
    expect(found).toMatchObject({ kind: 'spread', precision: LEAST_PRECISION });
    expect(found?.mean).toBeCloseTo(0.5, 9);
  });

  it('is at a maximum: no step aside is better', () => {
    const height = (counts: readonly GroupCount[], mean: number, precision: number) => {
      let sum = 0;
      for (const { count, n } of counts) {
        for (let i = 0; i < count; i++) sum += Math.log(mean * precision + i);
        for (let i = 0; i < n - count; i++) sum += Math.log((1 - mean) * precision + i);
        for (let i = 0; i < n; i++) sum -= Math.log(precision + i);
      }
      return sum;
    };
    fc.assert(
      fc.property(groups, (counts) => {
        const found = fitBetaBinomial(counts);
        if (found === undefined || found.mean === 0 || found.mean === 1) return;
        const precision = found.kind === 'equal' ? 1e7 : found.precision;
        const top = height(counts, found.mean, precision);
        for (const [dMean, factor] of [
          [0, 1.05],
          [0, 1 / 1.05],
          [0.005, 1],
          [-0.005, 1],
        ] as const) {
          const mean = found.mean + dMean;
          const next = precision * factor;
          if (mean <= 0 || mean >= 1 || next < LEAST_PRECISION) continue;
          expect(height(counts, mean, next)).toBeLessThanOrEqual(top + 1e-5);
        }
      }),
    );
  });
});

describe('fitBetaBinomialOfOthers', () => {
  it('equals a fit without the group', () => {
    fc.assert(
      fc.property(groups, (counts) => {
        const others = fitBetaBinomialOfOthers(counts);
        counts.forEach((group, place) => {
          const expected = fitBetaBinomial(counts.toSpliced(place, 1));
          const found = others(group);
          expect(found?.kind).toBe(expected?.kind);
          if (found === undefined || expected === undefined) return;
          expect(found.groups).toBe(expected.groups);
          expect(found.mean).toBeCloseTo(expected.mean, 6);
          if (found.kind === 'spread' && expected.kind === 'spread') {
            expect(Math.log(found.precision)).toBeCloseTo(Math.log(expected.precision), 3);
          }
        });
      }),
    );
  });
});

describe('fitBetaBinomialOfOthers, of groups that differ plainly', () => {
  it('is as exact as a fit of its own', () => {
    const schools = of(
      [2, 30],
      [9, 28],
      [20, 35],
      [4, 25],
      [15, 22],
      [11, 40],
      [0, 18],
      [27, 31],
      [6, 6],
      [0, 0],
    );
    const others = fitBetaBinomialOfOthers(schools);
    schools.forEach((school, place) => {
      const [found, wanted] = [others(school), fitBetaBinomial(schools.toSpliced(place, 1))];
      if (found?.kind !== 'spread' || wanted?.kind !== 'spread') throw new Error('schools that differ');
      expect(found.mean).toBeCloseTo(wanted.mean, 10);
      expect(found.precision / wanted.precision).toBeCloseTo(1, 9);
      expect(others(school)).toBe(found);
    });
  });

  it('is known for equal counts only, not for counts that look alike', () => {
    const schools = of([1, 2], [3, 1000], [500, 1000], [700, 900], [2, 3], [9, 10]);
    const others = fitBetaBinomialOfOthers(schools);
    const all = schools.map((school) => others(school));
    expect(new Set(all).size).toBe(schools.length);
  });
});

describe('shrinkShare', () => {
  it('lies between the group’s own share and the mean, inside its interval', () => {
    fc.assert(
      fc.property(groups, (counts) => {
        const among = fitBetaBinomial(counts);
        if (among === undefined) return;
        for (const group of counts) {
          const { estimate, interval } = shrinkShare(group, among);
          const own = group.n === 0 ? among.mean : group.count / group.n;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, among.mean) - 1e-12);
          expect(estimate).toBeLessThanOrEqual(Math.max(own, among.mean) + 1e-12);
          expect(interval.low).toBeLessThanOrEqual(interval.high);
          const below = shrunkenProbabilityBelow(group, among, interval.high);
          // Next to 1 a number cannot say how near it is.
          const isTold = among.kind === 'spread' && among.precision > 1 && interval.high < 1 - 1e-9;
          if (isTold) expect(below).toBeCloseTo(0.975, 6);
        }
      }),
    );
  });

  it('is the distribution of all groups for a group without pupils', () => {
    const among = { kind: 'spread', mean: 0.5, precision: 2, groups: 9 } as const;
    expect(shrinkShare({ count: 0, n: 0 }, among)).toEqual({
      estimate: 0.5,
      interval: { low: expect.closeTo(0.025, 12), high: expect.closeTo(0.975, 12), method: 'beta-binomial' },
    });
    expect(shrunkenProbabilityBelow({ count: 3, n: 4 }, among, 0.5)).toBe(betaProbability(0.5, 4, 2));
  });

  it('is the common share where groups do not differ', () => {
    const among = { kind: 'equal', mean: 0.4, groups: 9 } as const;
    expect(shrinkShare({ count: 9, n: 9 }, among)).toEqual({
      estimate: 0.4,
      interval: { low: 0.4, high: 0.4, method: 'beta-binomial' },
    });
    expect(shrunkenProbabilityBelow({ count: 9, n: 9 }, among, 0.5)).toBe(1);
    expect(shrunkenProbabilityBelow({ count: 9, n: 9 }, among, 0.4)).toBe(0);
  });
});

describe('funnels', () => {
  it('say what they need', () => {
    for (const target of [0, 1, Number.NaN]) {
      expect(() => funnelLimits(target, 5)).toThrow('funnelLimits requires a target between zero and one');
      expect(() => overdispersion([], target)).toThrow(
        'overdispersion requires a target between zero and one',
      );
      expect(() => overdispersedLimits(target, 5, 0)).toThrow(
        'overdispersedLimits requires a target between zero and one',
      );
    }
    for (const n of [0, 2.5, -1]) {
      expect(() => funnelLimits(0.5, n)).toThrow('funnelLimits requires a whole number of pupils above zero');
    }
    expect(() => overdispersedLimits(0.5, 0, 0)).toThrow('overdispersedLimits requires at least one pupil');
    expect(overdispersion(of([1, 2], [1, 3], [0, 0]), 0.5)).toBeUndefined();
  });

  it('narrow with pupils and hold the target', () => {
    for (const target of [0.05, 0.5, 0.9]) {
      let width = 2;
      for (const n of [1, 4, 20, 100, 1000]) {
        const { at95, at998 } = funnelLimits(target, n);
        expect(at998.low).toBeLessThanOrEqual(at95.low);
        expect(at95.low).toBeLessThan(target);
        expect(at95.high).toBeGreaterThan(target);
        expect(at998.high).toBeGreaterThanOrEqual(at95.high);
        expect(at998.low).toBeGreaterThanOrEqual(0);
        expect(at998.high).toBeLessThanOrEqual(1);
        expect(at95.high - at95.low).toBeLessThan(width);
        width = at95.high - at95.low;
      }
    }
  });

  it('measure overdispersion as their formula says', () => {
    const target = 0.6;
    const schools = of([12, 40], [30, 41], [5, 9], [70, 90], [9, 30], [18, 20], [44, 60], [3, 14]);
    const found = overdispersion(schools, target, { winsorised: 0 });
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    const onShares = schools.map(({ count, n }) => ((count / n - target) ** 2 * n) / (target * (1 - target)));
    const onArcsine = schools.map(
      ({ count, n }) => 4 * n * (Math.asin(Math.sqrt(count / n)) - Math.asin(Math.sqrt(target))) ** 2,
    );
    const weights = schools.map(({ n }) => 4 * n);
    const whole = weights.reduce((sum, w) => sum + w, 0);
    const squares = weights.reduce((sum, w) => sum + w * w, 0);
    expect(found?.phi).toBeCloseTo(mean(onShares), 12);
    expect(found?.tauSquared).toBeCloseTo((8 * mean(onArcsine) - 7) / (whole - squares / whole), 12);
    expect(found?.groups).toBe(8);
    // Drawn in at the quantiles of R's type 7: of eleven, the second from either end at a tenth.
    const eleven = of(...[20, 55, 50, 52, 47, 49, 51, 80, 44, 58, 53].map((count) => [count, 100] as const));
    const inner = [44, 55, 50, 52, 47, 49, 51, 58, 44, 58, 53].map((count) => (count - 50) ** 2 / 25);
    expect(overdispersion(eleven, 0.5)?.phi).toBeCloseTo(mean(inner), 12);
    // And a quarter of the way between two of them with twelve.
    const twelve = of(
      ...[20, 55, 50, 52, 47, 49, 51, 80, 44, 58, 53, 56].map((count) => [count, 100] as const),
    );
    const low = 44 + 0.1 * (47 - 44);
    const high = 56 + 0.9 * (58 - 56);
    const drawn = [low, 55, 50, 52, 47, 49, 51, high, low, high, 53, 56].map((at) => (at - 50) ** 2 / 25);
    expect(overdispersion(twelve, 0.5)?.phi).toBeCloseTo(mean(drawn), 12);
    expect(overdispersion(of([1, 2], [1, 2], [2, 2]), 0.5)?.groups).toBe(3);
  });

  it('draw extremes in: one odd group of twelve does not count for more than the next', () => {
    const calm = of(...Array.from({ length: 11 }, (_, i) => [45 + i, 100] as const));
    const odd = [...calm, ...of([100, 100])];
    const drawn = overdispersion(odd, 0.5);
    expect(drawn?.phi).toBeLessThan(1);
    expect(drawn?.tauSquared).toBe(0);
    expect(overdispersion(odd, 0.5, { winsorised: 0 })?.phi).toBeGreaterThan(8);
    expect(overdispersion(odd, 0.5, { winsorised: 0 })?.tauSquared).toBeGreaterThan(0);
    // Without variance between groups the limits are those of the arcsine scale.
    expect(overdispersedLimits(0.5, 100, 0).at95.high).toBeCloseTo(0.5 + Math.sin(0.196) / 2, 4);
    expect(overdispersedLimits(0.5, 1, 9).at998).toEqual({ low: 0, high: 1 });
  });

  it('are widened only where groups differ by two standard errors of φ more than by chance', () => {
    const calm = funnelAround(of(...Array.from({ length: 11 }, (_, i) => [45 + i, 100] as const)), 0.5);
    expect(calm.isWidened).toBe(false);
    expect(calm.limits(100)).toEqual(funnelLimits(0.5, 100));
    expect(calm.limits(99.6)).toEqual(funnelLimits(0.5, 100));
    const apart = of(...Array.from({ length: 11 }, (_, i) => [20 + 6 * i, 100] as const));
    const wide = funnelAround(apart, 0.5);
    expect(wide.isWidened).toBe(true);
    expect(wide.limits(80)).toEqual(
      overdispersedLimits(0.5, 80, overdispersion(apart, 0.5)?.tauSquared ?? 0),
    );
    const two = funnelAround(of([0, 50], [50, 50]), 0.5);
    expect(two.spread).toBeUndefined();
    expect(two.isWidened).toBe(false);
  });

  it('hold what stands on a widened limit, and tell the outer limits from the inner ones', () => {
    const wide = funnelAround(of(...Array.from({ length: 11 }, (_, i) => [20 + 6 * i, 100] as const)), 0.5);
    const { at95, at998 } = wide.limits(80);
    const places = (shares: readonly number[]) => shares.map((share) => wide.place(share, 80));
    expect(places([at998.low - 1e-9, at998.low, at95.low - 1e-9, at95.low])).toEqual([
      ...['below-998', 'below-95', 'below-95', 'inside'],
    ]);
    expect(places([at95.high, at95.high + 1e-9, at998.high, at998.high + 1e-9])).toEqual([
      ...['inside', 'above-95', 'above-95', 'above-998'],
    ]);
  });

  it('leave out by chance no more than they say, however small the group is', () => {
    const targets = between(0.02, 0.98);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), targets, (n, target) => {
        const funnel = funnelAround([], target);
        const masses = { above: 0, below: 0, above998: 0, below998: 0 };
        for (let count = 0; count <= n; count++) {
          const mass = binomialProbability(count, n, target) - binomialProbability(count - 1, n, target);
          const place = funnel.place(count / n, n);
          if (place.startsWith('above')) masses.above += mass;
          if (place.startsWith('below')) masses.below += mass;
          if (place === 'above-998') masses.above998 += mass;
          if (place === 'below-998') masses.below998 += mass;
        }
        expect(Math.max(masses.above, masses.below)).toBeLessThanOrEqual(0.025 + 1e-12);
        expect(Math.max(masses.above998, masses.below998)).toBeLessThanOrEqual(0.001 + 1e-12);
      }),
    );
    // 7 of 7 at one half: 1/128 = 0.0078; 6 of 7: 8/128 = 0.0625; 10 of 10: 0.00098.
    const half = funnelAround([], 0.5);
    expect([5, 6, 7].map((count) => half.place(count / 7, 7))).toEqual(['inside', 'inside', 'above-95']);
    expect([half.place(1, 10), half.place(0, 10), half.place(0, 9)]).toEqual([
      ...['above-998', 'below-998', 'below-95'],
    ]);
    // A share that is no whole number of pupils: the count nearer to the target.
    expect([half.place(6.9 / 7, 7), half.place(0.1 / 7, 7)]).toEqual(['inside', 'inside']);
  });
});
