import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitItems } from './split-items.js';

const countsOf = (rows: readonly (readonly number[])[], sizes: readonly number[]) => ({
  items: sizes.map((size, item) => {
    const steps = Array.from({ length: size }, (_, a) => a + 1);
    return { steps, pupils: steps.map((step) => rows.filter((row) => row[item] === step).length) };
  }),
  totals: Array.from(
    { length: sizes.reduce((a, b) => a + b, 1) },
    (_, total) => rows.filter((row) => row.reduce((a, b) => a + b, 0) === total).length,
  ),
});

describe('splitItems', () => {
  it('finds items that are solved before all others', () => {
    expect(
      splitItems(
        countsOf(
          [
            [1, 1, 0, 0],
            [1, 0, 0, 0],
            [0, 1, 0, 0],
            [1, 1, 1, 0],
            [1, 1, 0, 1],
          ],
          [1, 1, 1, 1],
        ),
      ),
    ).toEqual([0, 1]);
    expect(
      splitItems(
        countsOf(
          [
            [0, 0, 2],
            [1, 0, 2],
            [0, 1, 2],
            [0, 0, 1],
          ],
          [1, 1, 2],
        ),
      ),
    ).toEqual([2]);
    expect(
      splitItems(
        countsOf(
          [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
          [1, 1, 1],
        ),
      ),
    ).toBeUndefined();
  });

  it('agrees with trying every set', () => {
    const work = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 4 }).chain((sizes) =>
      fc.record({
        sizes: fc.constant(sizes),
        rows: fc.array(fc.tuple(...sizes.map((max) => fc.integer({ min: 0, max }))), {
          minLength: 1,
          maxLength: 8,
        }),
      }),
    );
    fc.assert(
      fc.property(work, ({ sizes, rows }) => {
        const isSplit = (set: number) =>
          rows.every((row) => {
            const most = sizes.reduce((sum, size, i) => sum + ((set >> i) & 1 ? size : 0), 0);
            const own = row.reduce((sum, points, i) => sum + ((set >> i) & 1 ? points : 0), 0);
            return (
              own ===
              Math.min(
                most,
                row.reduce((a, b) => a + b, 0),
              )
            );
          });
        const sets = Array.from({ length: 2 ** sizes.length - 2 }, (_, i) => i + 1).filter(isSplit);
        const found = splitItems(countsOf(rows, sizes));
        if (sets.length === 0) expect(found).toBeUndefined();
        else expect(sets).toContain((found ?? []).reduce((set, i) => set | (1 << i), 0));
      }),
    );
  });
});
