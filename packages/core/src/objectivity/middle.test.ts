import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middle, select } from './middle.js';

/** Few different values, so that many are equal, or any; no −0, which sorting tells from 0. */
const values = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }),
  fc.array(
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
    { minLength: 1, maxLength: 60 },
  ),
);

describe('select and middle', () => {
  it('find what sorting finds, and leave what is smaller before it', () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.nat({ max: 3 }), (given, at, more) => {
        const length = given.length;
        const place = at % length;
        const sorted = Float64Array.from(given).sort();
        // What stands behind does not count.
        const room = Float64Array.from([...given, ...new Array<number>(more).fill(-1e9)]);
        expect(select(room, place, length)).toBe(sorted[place]);
        for (let i = 0; i < place; i++) expect(room[i]).toBeLessThanOrEqual(sorted[place] ?? 0);
        expect([...room.slice(0, length)].sort((a, b) => a - b)).toEqual([...sorted]);
        const half = length >> 1;
        const median = length % 2 === 1 ? sorted[half] : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
        expect(middle(room, length)).toBe(median);
      }),
    );
  });
});
