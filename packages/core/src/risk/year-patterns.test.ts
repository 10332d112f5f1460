import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import type { WorkChance } from './work-chance.js';
import { YearPatterns } from './year-patterns.js';

const LEVELS = 5;
const levelsOf = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: LEVELS, maxLength: LEVELS });
const year = fc.option(levelsOf(evenly(0, 1)), { nil: undefined });

/** No more than was asked for. */
const asChance = (low: readonly number[]): WorkChance => ({
  addLogs: () => {},
  addSteps: () => {},
  lowOver: (from, to) =>
    Float64Array.from(low, (of, level) => (level < from || level >= to ? Number.NaN : of)),
});

describe('YearPatterns', () => {
  it('adds to each kind its patterns, year by year, at the levels asked for', () => {
    fc.assert(
      fc.property(
        fc.array(year, { maxLength: 4 }),
        levelsOf(evenly(0, 1)),
        fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }),
        fc.nat(LEVELS - 1),
        fc.nat(LEVELS),
        (years, chances, kinds, one, other) => {
          const kindOf = kinds.slice(0, 2 ** years.length);
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const patterns = new YearPatterns(LEVELS);
          const planes = new Float64Array(3 * LEVELS).fill(0.5);
          const expected = planes.slice();
          const lows = years.map((low) => low && asChance(low));
          patterns.split({
            planes,
            chances: Float64Array.from(chances),
            years: lows,
            kindOf,
            range: { from, to },
          });
          kindOf.forEach((kind, pattern) => {
            for (let level = from; level < to; level++) {
              const chance = years.reduce((product, low, at) => {
                const of = low?.[level] ?? 0;
                return product * ((pattern >> at) & 1 ? of : 1 - of);
              }, chances[level] ?? 0);
              const at = (kindOf.length < 2 ? 0 : kind) * LEVELS + level;
              expected[at] = (expected[at] ?? 0) + chance;
            }
          });
          planes.forEach((of, at) => {
            expect(of).toBeCloseTo(expected[at] ?? Number.NaN, 12);
          });
        },
      ),
    );
  });
});
