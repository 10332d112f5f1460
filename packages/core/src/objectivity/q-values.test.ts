import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { benjaminiHochberg } from '../statistics/index.js';
import { QValues } from './q-values.js';

/** Most anywhere, some crowded near 0, some equal, many 1: a family of exact and of continuous tests. */
const share = fc.oneof(between(0, 1), between(0, 1e-6), fc.constantFrom(0, 1e-300, 0.05, 0.5, 1));

describe('QValues', () => {
  it('is Benjamini and Hochberg for families of any size and shape', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 400, size: 'max' }), (family) => {
        const q = new QValues(Float64Array.from(family));
        expect(family.map((p) => q.of(p))).toEqual(benjaminiHochberg(family));
      }),
    );
  });

  it('is the same for a family so large that its parts hold many', () => {
    // Uniform p, a hundredth near 0 and a third 1; x · φ modulo 1 falls anywhere.
    const family = Float64Array.from({ length: 300_000 }, (_, at) => {
      const anywhere = (at * 0.6180339887498949) % 1;
      return at % 3 === 0 ? 1 : at % 100 === 1 ? anywhere ** 4 / 1e3 : anywhere;
    });
    const q = new QValues(family);
    const expected = benjaminiHochberg([...family]);
    expect(family.findIndex((p, at) => q.of(p) !== expected[at])).toBe(-1);
  });

  it('leaves the family as it was', () => {
    const family = Float64Array.of(0.5, 0.1, 0.3);
    new QValues(family);
    expect([...family]).toEqual([0.5, 0.1, 0.3]);
  });
});
