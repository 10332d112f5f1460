import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { OutlyingShares } from './outlying-shares.js';

/** Where levels end. */
const ends = fc
  .record({ a: evenly(0.2, 40), b: evenly(0.2, 40), more: evenly(0, 60), less: evenly(0.05, 1) })
  .map(({ a, b, more, less }) => ({ lowest: { a, b }, highest: { a: a + more, b: b * less } }));

/** Means over Jeffreys' distribution between two shares: sin² of angles that lie evenly. */
const jeffreys = (from: number, to: number) => {
  const [first, last] = [from, to].map((share) => Math.asin(Math.sqrt(share))) as [number, number];
  const steps = 4000;
  return Array.from(
    { length: steps },
    (_, at) => Math.sin(first + ((last - first) * (at + 0.5)) / steps) ** 2,
  );
};
const meanOf = (shares: readonly number[], of: (share: number) => number) =>
  shares.reduce((sum, share) => sum + of(share), 0) / shares.length;
const likelihood = (count: number, n: number) => (share: number) =>
  share ** count * (1 - share) ** (n - count);

describe('OutlyingShares', () => {
  it('is Jeffreys’ distribution beyond where levels end', () => {
    fc.assert(
      fc.property(ends, evenly(0.05, 0.9), fc.nat(12), fc.nat(12), (of, border, count, rest) => {
        const { lowest, highest } = of;
        const n = count + rest;
        const { below, above } = new OutlyingShares(of, border).of(count, n);
        const start = ({ a, b }: typeof lowest) => (a - 0.5) / (a + b - 1);
        const compare = (found: typeof below, from: number, to: number) => {
          const shares = jeffreys(from, to);
          const all = meanOf(shares, likelihood(count, n));
          expect(Math.abs(Math.exp(found.log) / all - 1)).toBeLessThan(1e-4);
          const low = meanOf(shares, (share) => (share >= border ? likelihood(count, n)(share) : 0));
          expect(Math.abs(found.low - low / all)).toBeLessThan(0.01);
        };
        if (highest.b > 0.5) compare(above, highest.a > 0.5 ? start(highest) : 0, 1);
        if (lowest.a > 0.5) compare(below, 0, lowest.b > 0.5 ? start(lowest) : 1);
      }),
      { numRuns: 60 },
    );
  });

  it('has all or nothing where levels end there', () => {
    const { below, above } = new OutlyingShares(
      { lowest: { a: 0.5, b: 4 }, highest: { a: 9, b: 0.5 } },
      0.3,
    ).of(7, 7);
    expect(above).toEqual({ log: 0, low: 1 });
    expect(below.log).toBeLessThan(-1e5);
    const none = new OutlyingShares({ lowest: { a: 0.2, b: 4 }, highest: { a: 9, b: 0.1 } }, 0.3).of(0, 7);
    expect(none.below).toEqual({ log: 0, low: 0 });
    // A number that can be taken away again.
    expect(none.above.log).toBeGreaterThan(Number.NEGATIVE_INFINITY);
    expect(none.above.low).toBe(1);
  });

  it('has larger shares, in likelihood ratio, than levels above, and smaller ones than those below', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 1, max: 60 }), ({ lowest, highest }, n) => {
        const outlying = new OutlyingShares({ lowest, highest }, 0.3);
        // One more low result in place of another: by what a level makes it likelier.
        const odds = ({ a, b }: typeof lowest, count: number) => (a + count) / (b + n - count - 1);
        for (let count = 0; count < n; count++) {
          const [now, then] = [outlying.of(count, n), outlying.of(count + 1, n)];
          // Unless neither is possible.
          const rise = (side: 'below' | 'above', otherwise: number) =>
            Math.max(then[side].log, now[side].log) < -1e5 ? otherwise : then[side].log - now[side].log;
          expect(rise('above', Number.POSITIVE_INFINITY)).toBeGreaterThan(
            Math.log(odds(highest, count)) - 1e-9,
          );
          expect(rise('below', Number.NEGATIVE_INFINITY)).toBeLessThan(Math.log(odds(lowest, count)) + 1e-9);
          expect(then.above.low).toBeGreaterThanOrEqual(now.above.low - 1e-12);
          expect(then.below.low).toBeGreaterThanOrEqual(now.below.low - 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows how likely results are that nobody would have', () => {
    const outlying = new OutlyingShares({ lowest: { a: 40, b: 2e4 }, highest: { a: 50, b: 2e4 } }, 0.3);
    const { below, above } = outlying.of(3000, 3000);
    // Shares up to 0.002: of 3,000 low results each takes six in the exponent of e, and a little more.
    expect(below.log / (3000 * Math.log(39.5 / 20039))).toBeCloseTo(1, 2);
    expect(below.low).toBe(0);
    expect(above.low).toBeCloseTo(1, 12);
    expect(Math.exp(outlying.of(0, 3000).above.log)).toBeGreaterThan(0);
    expect(outlying.of(60, 60).above.low).toBeGreaterThan(0.999);
  });
});
