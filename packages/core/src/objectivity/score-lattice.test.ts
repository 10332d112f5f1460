import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf, countsOfRows } from '../../test/complete-counts.js';
import { ScoreLattice } from './score-lattice.js';

const completeTotals = (totals: readonly number[]) =>
  completeOf(
    [30, 1],
    totals.map((total) => [total, 0]),
  );
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);

/** Shares of the others by half point, tilted to a mean by halving an interval. */
function plainTilt(others: readonly number[], wanted: number): ReadonlyMap<number, number> {
  const weightsAt = (t: number) => others.map((half) => Math.exp(t * (half - wanted)));
  let [low, high] = [-40, 40];
  for (let step = 0; step < 80; step++) {
    const t = (low + high) / 2;
    const weights = weightsAt(t);
    const excess = sum(weights.map((weight, i) => weight * ((others[i] ?? 0) - wanted)));
    if (excess > 0) high = t;
    else low = t;
  }
  const weights = weightsAt(low);
  const all = sum(weights);
  const shares = new Map<number, number>();
  others.forEach((half, i) => {
    shares.set(half, (shares.get(half) ?? 0) + (weights[i] ?? 0) / all);
  });
  return shares;
}

describe('ScoreLattice', () => {
  const halves = (most: number) =>
    fc.array(
      fc.integer({ min: 0, max: 60 }).map((half) => half / 2),
      { minLength: 1, maxLength: most },
    );

  it('has the pupils of the region and of the school by total', () => {
    const lattice = new ScoreLattice(completeTotals([3, 0.5, 3, 10, 3]));
    expect([...lattice.totals]).toEqual([1, 6, 20]);
    expect([...lattice.pupils]).toEqual([1, 3, 1]);
    expect([0, 1, 6, 20, 21, 99].map((half) => lattice.place(half))).toEqual([-1, 0, 1, 2, -1, -1]);
    lattice.read(completeTotals([10, 3]));
    lattice.read(completeTotals([3, 3, 0.5]));
    expect([...lattice.own]).toEqual([1, 2, 0]);
    expect([lattice.n, lattice.sum, lattice.squares]).toEqual([3, 13, 73]);
    // Pupils with one total stand apart by their journal marks.
    const { complete } = countsOfRows(
      [30, 1],
      [0, 4, 5].map((journalMark) => ({ codes: [6, 0], journalMark })),
    );
    if (complete === undefined) throw new Error('nobody is complete');
    lattice.read(complete);
    expect([...lattice.own]).toEqual([0, 3, 0]);
  });

  it('is tilted as halving an interval has it, whatever was read before', () => {
    let tilted = 0;
    fc.assert(
      fc.property(halves(12), halves(20), halves(3), (school, others, before) => {
        const lattice = new ScoreLattice(completeTotals([...school, ...others, ...before]));
        lattice.read(completeTotals(before));
        lattice.tilt();
        lattice.read(completeTotals(school));
        const rest = [...others, ...before].map((points) => 2 * points);
        const wanted = (2 * sum(school)) / school.length;
        const found = lattice.tilt();
        if (!(Math.min(...rest) < wanted && wanted < Math.max(...rest))) {
          expect(found).toBeUndefined();
          return;
        }
        tilted++;
        const shares = plainTilt(rest, wanted);
        const apart = [...lattice.totals].map((half, place) =>
          Math.abs((lattice.tilted[place] ?? 9) - (shares.get(half) ?? 0)),
        );
        expect(Math.max(...apart)).toBeLessThan(1e-8);
        // The factor from one total to the next.
        const [first = 0, second = 0] = [...shares.keys()].sort((one, other) => one - other);
        const count = (half: number) => rest.filter((of) => of === half).length;
        const odds = (shares.get(second) ?? 0) / (shares.get(first) ?? 1) / (count(second) / count(first));
        expect(Math.abs((found ?? 9) * (second - first) - Math.log(odds))).toBeLessThan(1e-5);
      }),
    );
    expect(tilted).toBeGreaterThan(10);
  });

  it('is not tilted to a mean that the others only touch, or do not reach', () => {
    const tiltOf = (school: readonly number[], others: readonly number[]) => {
      const lattice = new ScoreLattice(completeTotals([...school, ...others]));
      lattice.read(completeTotals(school));
      return lattice.tilt();
    };
    for (const school of [[3], [5], [9], [12], [3, 4], [9, 12]])
      expect(tiltOf(school, [5, 9])).toBeUndefined();
    expect(tiltOf([5, 9], [5, 9])).toBeCloseTo(0, 9);
    expect(tiltOf([6], [5, 9])).toBeLessThan(0);
    expect(tiltOf([8], [5, 9])).toBeGreaterThan(0);
  });

  it('is tilted from either end of a thousand points', () => {
    const maxima = Array.from({ length: 8 }, () => 125);
    const rowOf = (total: number) =>
      maxima.map((max, item) => Math.min(max, Math.max(0, total - item * max)));
    const complete = (totals: readonly number[]) => completeOf(maxima, totals.map(rowOf));
    for (const [most, next, far] of [
      [1000, 999, 0],
      [0, 1, 1000],
    ] as const) {
      const school = [...new Array<number>(99).fill(most), next];
      const lattice = new ScoreLattice(complete([...school, most, next, far]));
      lattice.read(complete(school));
      // One of a hundred is at the next total: odds of 99 over one point, and nobody is far away.
      expect(lattice.tilt()).toBeCloseTo(((most > next ? 1 : -1) * Math.log(99)) / 2, 6);
      expect(lattice.tilted[lattice.place(2 * most)]).toBeCloseTo(0.99, 7);
      expect(lattice.tilted[lattice.place(2 * next)]).toBeCloseTo(0.01, 7);
      expect(lattice.tilted[lattice.place(2 * far)]).toBe(0);
    }
  });
});
