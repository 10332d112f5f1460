import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SparseCounts } from '../../src/tally/sparse-counts.js';
import {
  CountWriter,
  eachCount,
  mergeCounts,
  NO_COUNTS,
  rekey,
  sparseCounts,
  sumCounts,
  totalCount,
} from '../../src/tally/sparse-counts.js';

/** Keys of few heads and many, near the borders of the upper bits. */
const key = fc.oneof(
  fc.nat(40),
  fc.integer({ min: 16_380, max: 16_390 }),
  fc.constantFrom(100_000, 0xffff_0003, 0xffff_ffff),
);
const table = fc
  .uniqueArray(key, { maxLength: 30 })
  .chain((keys) =>
    fc
      .array(fc.integer({ min: 1, max: 1000 }), { minLength: keys.length, maxLength: keys.length })
      .map(
        (counts) => new Map([...keys].sort((a, b) => a - b).map((of, i) => [of, counts[i] ?? 1] as const)),
      ),
  );

const made = (of: ReadonlyMap<number, number>) => sparseCounts([...of.keys()], [...of.values()]);
const entries = (of: SparseCounts) => {
  const found: (readonly [number, number])[] = [];
  eachCount(of, (each, count) => found.push([each, count]));
  return found;
};
function summed(tables: readonly ReadonlyMap<number, number>[]) {
  const sum = new Map<number, number>();
  for (const each of tables) for (const [of, count] of each) sum.set(of, (sum.get(of) ?? 0) + count);
  return [...sum].sort((one, other) => one[0] - other[0]);
}

describe('counts by key', () => {
  it('add up two by two and all at once to the same', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 6 }), (tables) => {
        const expected = summed(tables);
        expect(entries(sumCounts(tables.map(made)))).toEqual(expected);
        expect(entries(tables.map(made).reduce(mergeCounts, NO_COUNTS))).toEqual(expected);
        expect(totalCount(sumCounts(tables.map(made)))).toBe(expected.reduce((sum, [, n]) => sum + n, 0));
      }),
    );
  });

  it('get new keys, equal ones added up', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 50 }), (of, width) => {
        const newKey = (old: number) => 1000 - (old % width);
        const expected = summed([...of].map(([old, count]) => new Map([[newKey(old), count]])));
        expect(entries(rekey(made(of), newKey))).toEqual(expected);
      }),
    );
  });

  it('are written one table after the other, however long they are', () => {
    const writer = new CountWriter();
    const tables: SparseCounts[] = [];
    const expected: (readonly [number, number])[][] = [];
    for (const length of [0, 1, 3000, 2000, 5000, 0, 300_000, 10]) {
      writer.begin();
      const rows: (readonly [number, number])[] = [];
      for (let i = 0; i < length; i++) {
        writer.write(i * 2, i + 1);
        rows.push([i * 2, i + 1]);
      }
      tables.push(writer.end());
      expected.push(rows);
    }
    tables.forEach((of, i) => {
      expect(entries(of)).toEqual(expected[i]);
    });
  });

  it('count equal keys together, but never into the table before', () => {
    const writer = new CountWriter();
    writer.begin();
    for (const each of [3, 3, 5, 5, 5]) writer.count(each);
    const one = writer.end();
    writer.begin();
    writer.count(5);
    const other = writer.end();
    expect(entries(one)).toEqual([
      [3, 2],
      [5, 3],
    ]);
    expect(entries(other)).toEqual([[5, 1]]);
  });
});
