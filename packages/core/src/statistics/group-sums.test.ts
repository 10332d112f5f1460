import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GroupCount } from './group-sums.js';
import { GroupSums } from './group-sums.js';

const groups = fc.array(
  fc.integer({ min: 0, max: 12 }).chain((n) => fc.record({ n: fc.constant(n), count: fc.nat({ max: n }) })),
  { maxLength: 8 },
);

/** The same, each by its definition. */
function plain(of: readonly GroupCount[], length: number) {
  const sum = (value: (group: GroupCount) => number) =>
    of.reduce((total, group) => total + (group.n === 0 ? 0 : value(group)), 0);
  const above = (value: (group: GroupCount) => number) =>
    Array.from({ length }, (_, i) => of.filter((group) => value(group) > i).length);
  return {
    groups: sum(() => 1),
    pupils: sum(({ n }) => n),
    counted: sum(({ count }) => count),
    squares: sum(({ n }) => n ** 2),
    shares: sum(({ count, n }) => count ** 2 / n),
    counts: above(({ count }) => count),
    rests: above(({ count, n }) => n - count),
    all: above(({ n }) => n),
  };
}

function shown(of: GroupSums, length: number) {
  const padded = (values: Float64Array) => Array.from({ length }, (_, i) => values[i] ?? 0);
  const { groups, pupils, counted, squares, shares } = of;
  return {
    groups,
    pupils,
    counted,
    squares,
    shares,
    counts: padded(of.counts),
    rests: padded(of.rests),
    all: padded(of.all),
  };
}

function alike(found: ReturnType<typeof shown>, wanted: ReturnType<typeof plain>) {
  expect({ ...found, shares: 0 }).toEqual({ ...wanted, shares: 0 });
  expect(found.shares).toBeCloseTo(wanted.shares, 9);
}

it('adds up what a fit needs, and takes a group away and puts it back', () => {
  fc.assert(
    fc.property(groups, (of) => {
      const sums = new GroupSums(of);
      const length = 1 + Math.max(0, ...of.map(({ n }) => n));
      expect(sums.most).toBe(length - 1);
      expect(sums.all).toHaveLength(length - 1);
      expect(sums.counts).toHaveLength(Math.max(0, ...of.map(({ count }) => count)));
      expect(sums.rests).toHaveLength(Math.max(0, ...of.map(({ count, n }) => n - count)));
      alike(shown(sums, length), plain(of, length));
      of.forEach((group, place) => {
        if (group.n === 0) return;
        sums.add(group, -1);
        alike(shown(sums, length), plain(of.toSpliced(place, 1), length));
        sums.add(group, 1);
      });
      alike(shown(sums, length), plain(of, length));
    }),
  );
});
