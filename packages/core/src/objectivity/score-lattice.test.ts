import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/complete-counts.js';
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
});
