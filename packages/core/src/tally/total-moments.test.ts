import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, summarise } from './index.js';
import { totalMoments } from './total-moments.js';

it('gives pupils, sum and sum of squares of totals', () => {
  const pupil = fc.record({ codes: fc.tuple(fc.nat(2), fc.nat(4)), mark: fc.constantFrom(2, 3, 4, 5) });
  fc.assert(
    fc.property(fc.array(pupil, { minLength: 1, maxLength: 20 }), (rows) => {
      const [summary] = summarise(add(empty(), aBlock(anAssessment([1, 2]), rows)));
      const all = summary?.groups.find(({ level }) => level === 'all');
      const totals = rows.map(({ codes: [one, other] }) => one + other);
      expect(totalMoments(all?.counts.complete)).toEqual({
        n: rows.length,
        sum: totals.reduce((sum, total) => sum + total, 0),
        sumOfSquares: totals.reduce((sum, total) => sum + total * total, 0),
      });
    }),
  );
});

it('is 0 where nobody has every item', () => {
  expect(totalMoments(undefined)).toEqual({ n: 0, sum: 0, sumOfSquares: 0 });
});
