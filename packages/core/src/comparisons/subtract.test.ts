import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf, countsOf, countsOfRows } from '../../test/complete-counts.js';
import { NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/index.js';
import { itemScores } from '../solve-rates/index.js';
import { eachCount } from '../tally/index.js';
import type { SparseCounts } from '../tally/sparse-counts.js';
import { mergeCounts, NO_COUNTS, sparseCounts } from '../tally/sparse-counts.js';
import { subtractComplete, subtractCounts, subtractScores } from './index.js';

const MAXIMA = [1, 2, 3];
const entries = (of: SparseCounts | undefined) => {
  const found: (readonly [number, number])[] = [];
  if (of !== undefined) eachCount(of, (key, count) => found.push([key, count]));
  return found;
};
const pairs = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 5 })), {
    selector: ([key]) => key,
    maxLength: 15,
  })
  .map((of) => [...of].sort((a, b) => a[0] - b[0]))
  .map((of) =>
    sparseCounts(
      of.map(([key]) => key),
      of.map(([, count]) => count),
    ),
  );

describe('subtractCounts', () => {
  it('takes away what was added', () => {
    fc.assert(
      fc.property(pairs, pairs, (part, rest) => {
        expect(entries(subtractCounts(mergeCounts(part, rest), part))).toEqual(entries(rest));
      }),
    );
    expect(subtractCounts(NO_COUNTS, NO_COUNTS)).toBe(NO_COUNTS);
  });

  it('refuses what is no part', () => {
    const whole = sparseCounts([1, 5], [2, 2]);
    for (const part of [
      sparseCounts([1], [3]),
      sparseCounts([3], [1]),
      sparseCounts([9], [1]),
      sparseCounts([0], [1]),
    ]) {
      expect(() => subtractCounts(whole, part)).toThrow('subtractCounts requires a part of the whole');
    }
  });
});

describe('subtractComplete', () => {
  const rows = fc.array(
    fc.tuple(...MAXIMA.map((max) => fc.integer({ min: 0, max: 2 * max }).map((half) => half / 2))),
    { minLength: 1, maxLength: 25 },
  );

  it('leaves the pupils who are not in the part', () => {
    fc.assert(
      fc.property(rows, rows, (part, rest) => {
        const found = subtractComplete(completeOf(MAXIMA, [...part, ...rest]), completeOf(MAXIMA, part));
        const expected = completeOf(MAXIMA, rest);
        expect(found?.items).toEqual(expected.items);
        expect(entries(found?.totals)).toEqual(entries(expected.totals));
        expect(entries(found?.cross)).toEqual(entries(expected.cross));
      }),
    );
  });

  it('is the whole without anybody to take away', () => {
    const whole = completeOf([1], [[1], [0]]);
    expect(subtractComplete(whole, undefined)).toBe(whole);
    expect(entries(subtractComplete(whole, whole)?.totals)).toEqual([]);
  });

  it('has no cross table where one was not shared, and nothing where items differ', () => {
    const whole = completeOf([1], [[1], [0]]);
    const { cross: _, ...shared } = completeOf([1], [[1]]);
    expect(subtractComplete(whole, shared)).not.toHaveProperty('cross');
    expect(subtractComplete(shared, completeOf([1], [[1]]))).not.toHaveProperty('cross');
    expect(subtractComplete(whole, { ...shared, items: [1] })).toBeUndefined();
  });
});

describe('subtractScores', () => {
  const code = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(NOT_ATTEMPTED, NOT_TAUGHT));
  const rows = fc.array(
    code.map((each) => ({ codes: [each] })),
    { minLength: 1, maxLength: 15 },
  );

  it('leaves the scores of the others, 0/1 items recognised', () => {
    fc.assert(
      fc.property(rows, rows, (part, rest) => {
        const scores = (of: typeof part) => {
          const [found] = itemScores(countsOfRows([3], of), [3]);
          if (found === undefined) throw new Error('no item');
          return found;
        };
        expect(subtractScores(scores([...part, ...rest]), scores(part))).toEqual(scores(rest));
      }),
    );
  });

  it('refuses what is no part', () => {
    const [whole] = itemScores(countsOf([1], [[1], [0], [0]]), [1]);
    const [part] = itemScores(countsOf([1], [[1], [1]]), [1]);
    if (whole === undefined || part === undefined) throw new Error('no item');
    expect(() => subtractScores(whole, part)).toThrow('subtractScores requires a part of the whole');
    for (const field of ['n', 'zero', 'full', 'notAttempted', 'notTaught'] as const) {
      expect(() => subtractScores(whole, { ...whole, [field]: 9 })).toThrow(RangeError);
    }
  });
});
