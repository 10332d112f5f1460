import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { addWeightedSums } from './weighted-sums.js';

const numbers = (length: { readonly minLength: number; readonly maxLength: number }) =>
  fc.array(evenly(-5, 5), length).map((of) => Float64Array.from(of));

describe('addWeightedSums', () => {
  it('adds what the formula says, and leaves all else', () => {
    fc.assert(
      fc.property(
        numbers({ minLength: 0, maxLength: 7 }),
        fc.nat(13),
        fc.nat(3),
        fc.nat(3),
        numbers({ minLength: 30, maxLength: 30 }),
        (weights, count, at, first, given) => {
          const there = Float64Array.from({ length: 20 }, (_, place) => place);
          const expected = there.map((value, place) => {
            const i = place - at;
            if (i < 0 || i >= count) return value;
            return weights.reduce((sum, weight, k) => sum + weight * (given[first + i + k] ?? 0), value);
          });
          addWeightedSums(there, at, given, first, count, weights);
          there.forEach((value, place) => {
            expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 10);
          });
        },
      ),
    );
  });
});
